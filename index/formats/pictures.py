"""Pictures of pages become pages: a PDF with each picture as large as the paper it was taken from.

JPEG stays as it is, byte for byte; all else is packed without loss. The pages have no text: they are scans.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from index.config import ReadLimits
from index.errors import ImportFailed, TooLarge
from index.formats import refusals
from index.formats.embedded import MOST_PIXELS
from index.formats.sheet import describe, new_canvas
from index.model.media import MediaType
from index.model.said import said

_POINTS_PER_INCH: Final = 72.0
_LONG_SIDE_PT: Final = 842.0
"""Of A4: for pictures that do not say how large they are, or cannot be as large as they say."""
_SCREEN_DPI, _LEAST_DPI, _MOST_DPI = 100.0, 30.0, 2400.0
_LARGEST_SCREEN_PT: Final = 1200.0
_SMALLEST_PT, _LARGEST_PT = 36.0, 14_000.0
_MOST_DOTS: Final = 15_000_000_000
_ORIENTATION: Final = 0x0112
_KEPT_MODES: Final = frozenset({"L", "RGB", "CMYK"})

Matrix = tuple[float, float, float, float, float, float]


def bind_pictures(
    path: Path, media: MediaType, name: str, limits: ReadLimits, alive: Callable[[], None]
) -> tuple[bytes, tuple[str, ...]]:
    """Return a PDF of all pictures in a file, a page for each, and what of the file is not in it. Blocks.

    Args:
        path: The file.
        media: Its format; no other is tried.
        name: As the reader knows it.
        limits: What the file may cost.
        alive: Called with every page; may raise to stop.

    Raises:
        ImportFailed: If no picture can be read, or one is too large.
    """
    from PIL import Image

    binder = Binder()
    lost = 0
    try:
        with warnings.catch_warnings():
            # We have a limit of our own, and damaged metadata is nobody's business.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=(media.name,)) as image:
                for frame in _frames(image, media, limits.pages):
                    alive()
                    jpeg = path if media is MediaType.JPEG else None
                    lost += not _bind(binder, frame, jpeg, name)
    except (ImportFailed, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_dots(name) from error
    except Exception as error:  # Pillow raises anything on damaged pictures
        if not binder.page_count:
            raise refusals.damaged(name, refusals.PICTURE) from error
        lost += 1
    if not binder.page_count:
        raise refusals.damaged(name, refusals.PICTURE)
    notices = (refusals.lost_pages(lost),) if lost else ()
    return binder.finish(), notices


def page_key(page_number: int) -> str:
    """Return the name under which the table of contents of a bound file knows a page, counted from 1."""
    return f"page-{page_number}"


class Binder:
    """Binds pages that are pictures into a PDF, in memory."""

    def __init__(self) -> None:
        self.page_count = 0
        self.dots = 0
        self._file = BytesIO()
        self.canvas: Any = new_canvas(self._file, (_LONG_SIDE_PT, _LONG_SIDE_PT))
        describe(self.canvas, "", "", "")
        self.canvas.addPageLabel(0, "ARABIC", 1)

    def page(
        self,
        image: Any,  # noqa: ANN401 - a Pillow image or a file
        size: tuple[float, float],
        matrix: Matrix | None = None,
    ) -> None:
        """Begin a page filled by a picture; `end_page` ends it.

        Args:
            image: A Pillow image of mode L or RGB, or a JPEG file in memory, which is kept as it is.
            size: Width and height of the page in points.
            matrix: How the picture is laid on it, from the unit square; upright if None.
        """
        from reportlab.lib.utils import ImageReader

        self.canvas.setPageSize(size)
        self.canvas.bookmarkPage(page_key(self.page_count + 1))
        self.canvas.saveState()
        self.canvas.transform(*(matrix or (size[0], 0, 0, size[1], 0, 0)))
        self.canvas.drawImage(ImageReader(image), 0, 0, 1, 1)
        self.canvas.restoreState()

    def end_page(self) -> None:
        """End a page."""
        self.canvas.showPage()
        self.page_count += 1

    def finish(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._file.getvalue()


def _frames(image: Any, media: MediaType, most: int) -> Iterator[Any]:  # noqa: ANN401 - a Pillow image
    """Yield the pages of a TIFF; of others only the first picture, as the rest is animation."""
    count = min(getattr(image, "n_frames", 1), most) if media is MediaType.TIFF else 1
    for number in range(count):
        if number:
            image.seek(number)
        yield image


def _bind(binder: Binder, image: Any, jpeg: Path | None, name: str) -> bool:  # noqa: ANN401 - a Pillow image
    """Add a page, of a JPEG file as it is; False if its picture is damaged."""
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_many_dots(name)
    orientation = int(image.getexif().get(_ORIENTATION, 1) or 1)
    dpi = _dpi(image)
    try:
        image.load()
    except (OSError, SyntaxError, ValueError):
        return False
    shown = on_white(image) if jpeg is None or image.mode not in _KEPT_MODES else BytesIO(jpeg.read_bytes())
    binder.dots += width * height
    if binder.dots > _MOST_DOTS:
        raise refusals.too_large(
            name, said("format.many_pictures", "в нём слишком много больших изображений")
        )
    size = page_size(width, height, dpi)
    if orientation in (5, 6, 7, 8):
        size = size[1], size[0]
    binder.page(shown, size, _matrix(orientation, *size))
    binder.end_page()
    return True


def _too_many_dots(name: str) -> TooLarge:
    return refusals.too_many_dots(name, MOST_PIXELS // 1_000_000)


def on_white(image: Any) -> Any:  # noqa: ANN401 - a Pillow image
    """Return a picture in grey or colour without holes: what shines through is white as paper."""
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        made = image.convert("RGBA")
        paper = Image.new("RGB", made.size, "white")
        paper.paste(made, mask=made.getchannel("A"))
        return paper
    if image.mode.startswith(("I", "F")):
        # Sixteen bits a point, or more: brought to eight.
        low, high = image.getextrema()
        scale = 255.0 / (high - low) if high > low else 1.0
        return image.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def page_size(width: int, height: int, dpi: tuple[float, float] | None) -> tuple[float, float]:
    """Return the size of a page in points.

    Args:
        width: Of its picture, in dots.
        height: Of its picture, in dots.
        dpi: Across and down, as the file says; None when it does not.
    """
    if dpi is not None:
        size = width * _POINTS_PER_INCH / dpi[0], height * _POINTS_PER_INCH / dpi[1]
        # Cameras and screens write 72 or 96 without having measured anything.
        is_measured = dpi[0] > _SCREEN_DPI or max(size) <= _LARGEST_SCREEN_PT
        if is_measured and min(size) >= _SMALLEST_PT and max(size) <= _LARGEST_PT:
            return size
    scale = _LONG_SIDE_PT / max(width, height)
    return max(width * scale, 1.0), max(height * scale, 1.0)


def _dpi(image: Any) -> tuple[float, float] | None:  # noqa: ANN401 - a Pillow image
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    is_sane = all(_LEAST_DPI <= value <= _MOST_DPI for value in (across, down))
    return (across, down) if is_sane else None


def _matrix(orientation: int, width: float, height: float) -> Matrix:
    """Return how the unit square of a picture is laid on its page, by EXIF's orientation."""
    return {
        2: (-width, 0, 0, height, width, 0),
        3: (-width, 0, 0, -height, width, height),
        4: (width, 0, 0, -height, 0, height),
        5: (0, -height, -width, 0, width, height),
        6: (0, -height, width, 0, 0, height),
        7: (0, height, width, 0, 0, 0),
        8: (0, height, -width, 0, width, 0),
    }.get(orientation, (width, 0, 0, height, 0, 0))
