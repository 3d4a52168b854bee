"""Opens pictures of strangers within limits."""

from __future__ import annotations

import io
import warnings
from typing import Any, Final

MOST_PIXELS: Final = 120_000_000
"""A0 at 200 dpi; more is a bomb or a map, and neither is read."""
_MOST_EMBEDDED_PIXELS: Final = 40_000_000
_FORMATS: Final = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")
_LARGEST_SIDE_PX: Final = 1600


def opened_picture(file: bytes) -> Any:  # noqa: ANN401 - a Pillow image; Pillow is loaded when needed
    """Return a picture that stands in a document, small enough to be printed there; None if it is none.

    Vector drawings and formats of other programs are none.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(file), formats=_FORMATS) as image:
                if image.width * image.height > _MOST_EMBEDDED_PIXELS or min(image.size) < 2:
                    return None
                image.draft("RGB", (_LARGEST_SIDE_PX, _LARGEST_SIDE_PX))
                image.load()
                has_holes = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
                made = image.convert("RGBA" if has_holes else "RGB")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - Pillow raises anything on damaged pictures
        return None
    if has_holes:
        paper = Image.new("RGB", made.size, "white")
        paper.paste(made, mask=made.getchannel("A"))
        made = paper
    made.thumbnail((_LARGEST_SIDE_PX, _LARGEST_SIDE_PX))
    return made
