"""Photographs on a page: what must not be turned over when a page is shown with light ink on dark paper.

Drawings, tables and formulas that were put on a page as pictures stand on white and are turned over with the
text; so are scans, which fill the page.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

# A page with more objects is a drawing; looking at all of them would take longer than drawing it.
_MOST_OBJECTS: Final = 20_000
# Parts of the page's area: smaller pictures are ornaments, larger ones are scans.
_SMALLEST: Final = 0.004
_LARGEST: Final = 0.7
# A picture of which more is white is a drawing.
_MOST_WHITE: Final = 0.35
_WHITE_LEVEL: Final = 232
_SAMPLE_PX: Final = 240
_BGRX_WHITE: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Photo:
    """Where a photograph is: fractions of the displayed page, from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def turned(self, turns: int) -> Photo:
        """Return where it is on the page turned clockwise by so many quarters."""
        if not turns:
            return self
        return Photo(1 - self.bottom, self.left, 1 - self.top, self.right).turned(turns - 1)

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom on a picture of the page.

        Pixels covered in part are included: PDFium fills them wholly.
        """
        left, top = floor(self.left * width), floor(self.top * height)
        return left, top, ceil(self.right * width), ceil(self.bottom * height)


def photographs(page: Any) -> tuple[Photo, ...]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the photographs of a loaded page (`pypdfium2.PdfPage`).

    Draws the page once, small, if it has any pictures. Pictures inside of form objects are not looked for.
    """
    pictures = [box for box in _pictures(page) if _SMALLEST <= _area(box) <= _LARGEST]
    if not pictures:
        return ()
    sample = _sample(page)
    height, width = sample.shape[:2]
    found = []
    for box in pictures:
        left, top, right, bottom = box.pixels(width, height)
        part = sample[top:bottom, left:right, :3]
        if part.size and (part.min(axis=2) >= _WHITE_LEVEL).mean() <= _MOST_WHITE:
            found.append(box)
    return tuple(found)


def _pictures(page: Any) -> Iterator[Photo]:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return
    for i in range(count):
        thing = pdfium.FPDFPage_GetObject(page.raw, i)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            corners = [
                _displayed(page, left.value, top.value),
                _displayed(page, right.value, bottom.value),
            ]
            (x1, y1), (x2, y2) = corners
            yield Photo(
                max(0.0, min(x1, x2)), max(0.0, min(y1, y2)), min(1.0, max(x1, x2)), min(1.0, max(y1, y2))
            )


def _displayed(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401 - pypdfium2 has no types
    """Return a point of the page's own space as fractions of the displayed page."""
    import pypdfium2.raw as pdfium

    fine = 1 << 20
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, fine, fine, 0, x, y, device_x, device_y)
    return device_x.value / fine, device_y.value / fine


def _sample(page: Any) -> NDArray[np.uint8]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the page drawn small: rows of pixels of four bytes."""
    import numpy as np
    import pypdfium2.raw as pdfium

    page_width = max(1.0, pdfium.FPDF_GetPageWidthF(page.raw))
    page_height = max(1.0, pdfium.FPDF_GetPageHeightF(page.raw))
    by = _SAMPLE_PX / max(page_width, page_height)
    width, height = max(1, round(page_width * by)), max(1, round(page_height * by))
    sample = np.empty((height, width, 4), np.uint8)
    bitmap = pdfium.FPDFBitmap_CreateEx(
        width, height, pdfium.FPDFBitmap_BGRx, sample.ctypes.data_as(ctypes.c_void_p), width * 4
    )
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _BGRX_WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, 0)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return sample


def _area(box: Photo) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.bottom - box.top)
