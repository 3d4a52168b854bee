"""The picture of a scanned page, as it is given to be recognised: grey, upright or turned, large enough."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOTS_PER_INCH: Final = 300
_POINTS_PER_INCH: Final = 72
# Pixels along the longer side. A page of ordinary size has 3500 at 300 dots per inch; sizes in points are not
# to be trusted: some programs write a point for each pixel, others put a whole page on a postage stamp.
_ENOUGH_PX: Final = 3508
_MUCH_PX: Final = 5000
_MOST_PIXELS: Final = 40_000_000
_MOST_OBJECTS: Final = 5000


@dataclass(frozen=True, slots=True)
class Scan:
    """The picture of a page.

    Attributes:
        grey: Rows of pixels from the top, 0 black to 255 white.
        width_pt: Width of the displayed page, in points.
        height_pt: Its height.
    """

    grey: NDArray[np.uint8]
    width_pt: float
    height_pt: float

    @property
    def dots_per_inch(self) -> int:
        """Resolution of the picture."""
        return max(70, int(self.grey.shape[0] / max(1.0, self.height_pt) * _POINTS_PER_INCH))


def take_picture(page: Any) -> Scan:  # noqa: ANN401 - pypdfium2 has no types
    """Render a loaded page to be recognised; blocks for a tenth of a second.

    Raises:
        RuntimeError: If PDFium cannot draw it (`pypdfium2.PdfiumError`).
        MemoryError: If there is not enough memory.
    """
    width_pt, height_pt = page.get_size()
    scale = _pixels_per_point(width_pt, height_pt, _own_pixels(page))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        grey = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
    finally:
        bitmap.close()
    return Scan(grey, width_pt, height_pt)


def pgm(grey: NDArray[np.uint8]) -> bytes:
    """Return a picture as a PGM file."""
    height, width = grey.shape
    return b"P5 %d %d 255\n" % (width, height) + grey.tobytes()


def _pixels_per_point(width_pt: float, height_pt: float, own_px: int) -> float:
    """Return how large to draw a page.

    Args:
        width_pt: Width of the page.
        height_pt: Its height.
        own_px: Pixels that its scan has along the longer side; 0 when it is drawn and not scanned.
    """
    long_pt = max(1.0, width_pt, height_pt)
    wanted_px = long_pt * DOTS_PER_INCH / _POINTS_PER_INCH
    if wanted_px > _MUCH_PX:
        wanted_px = max(_MUCH_PX, min(wanted_px, own_px))
    else:
        wanted_px = max(wanted_px, min(own_px, _ENOUGH_PX))
    scale = wanted_px / long_pt
    area = max(1.0, width_pt * height_pt * scale * scale)
    return float(scale * min(1.0, math.sqrt(_MOST_PIXELS / area)))


def _own_pixels(page: Any) -> int:  # noqa: ANN401 - pypdfium2 has no types
    """Return the longer side of the largest picture on a page, in its own pixels; 0 when there is none."""
    import pypdfium2.raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    largest = 0
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, i)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFImageObj_GetImagePixelSize(drawn, width, height):
            largest = max(largest, width.value, height.value)
    return largest
