"""DjVu through DjVuLibre's programs: its pages as pictures, its text layer laid invisibly over them.

The programs run without a shell, within this worker's limits, which they inherit: memory, and not one file
written. What they print is read up to a limit of time.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from index.config import ReadLimits
from index.formats import refusals
from index.formats.content import plain
from index.formats.embedded import MOST_PIXELS
from index.formats.fonts import Face, face
from index.formats.pictures import Binder, page_key
from index.formats.symbols import Symbols, parsed

_PROGRAMS: Final = ("djvused", "djvutxt", "ddjvu")
_COLOUR_DPI: Final = 200
_JPEG_QUALITY: Final = 80
_POINTS_PER_INCH: Final = 72.0
_PAGE: Final = re.compile(
    rb"INFO \[\d+\]\s+DjVu (?P<width>\d+)x(?P<height>\d+), v\d+, (?P<dpi>\d+) dpi.*\n"
    rb"(?P<chunks>(?:(?!.*FORM:).*\n?)*)"
)
_COLOUR: Final = re.compile(rb"BG44|FG44|BGjp|BG2k|FGbz|FGjp|FG2k")
_DESCENT_SHARE: Final = 0.22
"""Of the height of a line: what its letters reach below the baseline."""
_MOST_WORDS: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page: its size in dots, dots to the inch, and whether there is colour on it."""

    width: int
    height: int
    dpi: int
    has_colour: bool


def is_installed() -> bool:
    """Whether DjVuLibre's programs are there."""
    return all(shutil.which(program) for program in _PROGRAMS)


def bind_djvu(
    path: Path, name: str, limits: ReadLimits, alive: Callable[[], None]
) -> tuple[bytes, tuple[str, ...]]:
    """Return a PDF of a DjVu file, and what of the file is not in it. Blocks.

    Args:
        path: The file.
        name: As the reader knows it.
        limits: What the file may cost.
        alive: Called with every page; may raise to stop.

    Raises:
        ImportFailed: If DjVuLibre is not installed, or the file is broken or too large.
    """
    if not is_installed():
        raise refusals.no_djvulibre(name)
    leaves = _leaves(path, name, limits)
    if not leaves:
        raise refusals.damaged(name, refusals.BOOK)
    binder = Binder()
    lost = 0
    for number, leaf in enumerate(leaves[: limits.pages], 1):
        alive()
        lost += not _bind(binder, (path, number), leaf, limits)
    if lost == len(leaves):
        raise refusals.damaged(name, refusals.BOOK)
    _add_outline(binder.canvas, path, limits, binder.page_count)
    notices = (refusals.lost_pages(lost),) if lost else ()
    return binder.finish(), notices


def _leaves(path: Path, name: str, limits: ReadLimits) -> list[_Leaf]:
    dump = _printed(limits, "djvused", str(path), "-e", "dump")
    if dump is None:
        raise refusals.damaged(name, refusals.BOOK)
    leaves = []
    for match in _PAGE.finditer(dump):
        width, height, dpi = (int(match[part]) for part in ("width", "height", "dpi"))
        if not 0 < width * height <= MOST_PIXELS:
            raise refusals.too_many_dots(name, MOST_PIXELS // 1_000_000)
        has_colour = bool(_COLOUR.search(match["chunks"]))
        leaves.append(_Leaf(width, height, dpi if 25 <= dpi <= 6000 else 300, has_colour))
    return leaves


def _bind(binder: Binder, place: tuple[Path, int], leaf: _Leaf, limits: ReadLimits) -> bool:
    """Add a page; an empty one of its size, and False, if it cannot be read."""
    size = leaf.width * _POINTS_PER_INCH / leaf.dpi, leaf.height * _POINTS_PER_INCH / leaf.dpi
    picture = _picture(place, leaf, limits)
    if picture is None:
        binder.canvas.setPageSize(size)
        binder.end_page()
        return False
    # Turned pages come turned; their text layer is not, and is left out.
    is_turned = (picture.width > picture.height) is not (
        leaf.width > leaf.height
    ) and leaf.width != leaf.height
    if is_turned:
        size = size[1], size[0]
    binder.page(_packed(picture, has_colour=leaf.has_colour), size)
    if not is_turned:
        for line in _lines(place, limits):
            _lay(binder.canvas, line, _POINTS_PER_INCH / leaf.dpi)
    binder.end_page()
    return True


def _picture(place: tuple[Path, int], leaf: _Leaf, limits: ReadLimits) -> Any | None:  # noqa: ANN401 - a Pillow image
    from PIL import Image

    path, number = place
    manner = ("-format=ppm", f"-scale={min(leaf.dpi, _COLOUR_DPI)}") if leaf.has_colour else ("-format=pbm",)
    printed = _printed(limits, "ddjvu", *manner, f"-page={number}", str(path))
    if not printed:
        return None
    try:
        image = Image.open(BytesIO(printed), formats=("PPM",))
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    return image


def _packed(picture: Any, *, has_colour: bool) -> Any:  # noqa: ANN401 - a Pillow image or a file
    if not has_colour:
        return picture.convert("L")
    file = BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=_JPEG_QUALITY)
    file.seek(0)
    return file


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text layer; in dots, origin at the bottom left of the page."""

    left: int
    bottom: int
    right: int
    top: int
    text: str


def _lines(place: tuple[Path, int], limits: ReadLimits) -> Iterator[list[_Word]]:
    """Yield the lines of a page's text layer."""
    path, number = place
    printed = _printed(limits, "djvutxt", "--detail=word", f"--page={number}", str(path))
    tree = parsed(printed.decode("utf-8", "replace")) if printed else []
    count = 0
    waiting: list[Any] = tree[::-1]
    while waiting and count < _MOST_WORDS:
        zone = waiting.pop()
        if not _is_zone(zone):
            continue
        inner = [part for part in zone[5:] if _is_zone(part)]
        if inner and all(part[0] == "word" for part in inner):
            words = [word for word in map(_word, inner) if word is not None]
        elif inner:
            waiting += inner[::-1]
            continue
        else:
            # Text layers need not go down to words.
            whole = _word(zone)
            words = [] if whole is None else [whole]
        count += len(words)
        if words:
            yield words


def _is_zone(part: Any) -> bool:  # noqa: ANN401 - a symbol, a number, a text or a list of them
    return (
        isinstance(part, list)
        and len(part) > 5
        and isinstance(part[0], str)
        and all(isinstance(side, int) for side in part[1:5])
    )


def _word(zone: list[Any]) -> _Word | None:
    text = plain(" ".join(part for part in zone[5:] if isinstance(part, str)))
    left, bottom, right, top = zone[1:5]
    return _Word(left, bottom, right, top, text) if text and right > left and top > bottom else None


def _lay(canvas: Any, words: list[_Word], scale: float) -> None:  # noqa: ANN401 - ReportLab has no types
    """Print a line without ink, each word exactly as wide as it is in the picture."""
    bottom, top = min(word.bottom for word in words), max(word.top for word in words)
    size = max(1.0, (top - bottom) * scale)
    baseline = bottom * scale + _DESCENT_SHARE * size
    weight: Face = face()
    written = canvas.beginText()
    written.setTextRenderMode(3)
    for word in words:
        extent = weight.width(word.text, size)
        if extent <= 0:
            continue
        written.setHorizScale(100.0 * (word.right - word.left) * scale / extent)
        written.setTextOrigin(word.left * scale, baseline)
        *runs, (font, last) = weight.runs(word.text)
        for run_font, text in [*runs, (font, last + " ")]:
            written.setFont(run_font, size)
            written.textOut(text)
    canvas.drawText(written)


def _add_outline(canvas: Any, path: Path, limits: ReadLimits, page_count: int) -> None:  # noqa: ANN401 - ReportLab
    """Enter the table of contents of the file, as far as it leads to its pages by number."""
    printed = _printed(limits, "djvused", str(path), "-e", "print-outline")
    tree: Symbols = parsed(printed.decode("utf-8", "replace")) if printed else []
    if not tree or not isinstance(tree[0], list):
        return
    waiting = [(entry, 0) for entry in reversed(tree[0][1:])]
    level = -1
    while waiting:
        entry, depth = waiting.pop()
        if (
            not isinstance(entry, list)
            or len(entry) < 2
            or not all(isinstance(part, str) for part in entry[:2])
        ):
            continue
        title, address = plain(entry[0]), entry[1]
        if title and re.fullmatch(r"#\d{1,6}", address) and 0 < int(address[1:]) <= page_count:
            level = min(depth, level + 1)
            canvas.addOutlineEntry(title, page_key(int(address[1:])), level)
        waiting += [(inner, depth + 1) for inner in reversed(entry[2:])]


def _printed(limits: ReadLimits, program: str, *arguments: str) -> bytes | None:
    """Return what a program prints; None if it fails or takes too long."""
    found = shutil.which(program)
    if found is None:
        return None
    try:
        ran = subprocess.run(
            [found, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds_per_page,
            check=False,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return ran.stdout if ran.returncode == 0 or ran.stdout else None
