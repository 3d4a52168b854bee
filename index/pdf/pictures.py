"""Whether a page without text is a picture, such as a scan."""

from __future__ import annotations

import ctypes
from typing import Any

from index.pdf.frames import PageFrame

_SCAN_SHARE = 0.6
_PICTURE_SHARE = 0.05
_MANY_PATHS = 100  # letters drawn as outlines
_MOST_OBJECTS = 5000


def is_picture(page: Any, frame: PageFrame, *, has_text: bool) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    """Whether pictures fill the page; without any text, whether there is a picture at all.

    Args:
        page: The loaded page.
        frame: How it is displayed.
        has_text: Whether it has a text layer, which is known to be short.
    """
    import pypdfium2.raw as pdfium

    area = max(1.0, (frame.right - frame.left) * (frame.top - frame.bottom))
    covered, paths = 0.0, 0
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_image(drawn)):
            covered += _visible_area(drawn, frame)
    if covered >= _SCAN_SHARE * area:
        return True
    return not has_text and (covered >= _PICTURE_SHARE * area or paths >= _MANY_PATHS)


def _holds_image(form: Any) -> bool:  # noqa: ANN401 - ctypes pointer
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, i)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for i in range(max(0, count))
    )


def _visible_area(drawn: Any, frame: PageFrame) -> float:  # noqa: ANN401 - ctypes pointer
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return 0.0
    width = min(right.value, frame.right) - max(left.value, frame.left)
    height = min(top.value, frame.top) - max(bottom.value, frame.bottom)
    return max(0.0, width) * max(0.0, height)
