"""Pictures on a page: whether they are the page, as in a scan, and what they hide."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from index.pdf.frames import PageFrame
from index.pdf.glyphs import bare_call

_SCAN_SHARE = 0.6
_PICTURE_SHARE = 0.05
_MANY_PATHS = 100  # letters drawn as outlines
_MOST_OBJECTS = 5000
_OPAQUE, _OPAQUE_SHARE = 250, 0.99  # edges are smoothed
_COVER_SHARE = 0.003  # smaller ones are signs in the text


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


class Cover(NamedTuple):
    """A picture that hides what was drawn before it.

    Attributes:
        left: Its edges in file space.
        bottom: As `left`.
        right: As `left`.
        top: As `left`.
        under: Addresses of the objects of the page that were drawn before it.
        is_opaque: Whether nothing shines through; decodes the picture, so ask only where there is text.
    """

    left: float
    bottom: float
    right: float
    top: float
    under: frozenset[int]
    is_opaque: Callable[[], bool]


def opaque_pictures(page: Any, frame: PageFrame) -> list[Cover]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the pictures that hide text; none where they are the page: the text of a scan lies beneath it.

    Stamps and signatures let the text shine through: they are transparent.
    """
    import pypdfium2.raw as pdfium

    get, kind_of = (
        bare_call("FPDFPage_GetObject", ctypes.c_void_p),
        bare_call("FPDFPageObj_GetType"),
    )
    handle = ctypes.cast(page.raw, ctypes.c_void_p)
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    addresses = list(map(get, repeat(handle, count), range(count)))
    kinds = list(map(kind_of, map(ctypes.c_void_p, addresses)))
    if pdfium.FPDF_PAGEOBJ_IMAGE not in kinds:
        return []
    area = max(1.0, (frame.right - frame.left) * (frame.top - frame.bottom))
    found: list[Cover] = []
    covered = 0.0
    for i, kind in enumerate(kinds):
        if kind != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        drawn = pdfium.FPDFPage_GetObject(page.raw, i)
        share = _visible_area(drawn, frame) / area
        covered += share
        if share >= _COVER_SHARE and not pdfium.FPDFPageObj_HasTransparency(drawn):
            under = frozenset(addresses[:i])
            found.append(Cover(*_bounds(drawn), under, partial(_is_opaque, page, drawn)))
    return found if covered < _SCAN_SHARE else []


def _is_opaque(page: Any, drawn: Any) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    """Whether a picture hides what lies under it. pdfium tells of masks only in what it draws."""
    import numpy as np
    import pypdfium2.raw as pdfium

    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, drawn)
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return True
        stride, height = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        address = pdfium.FPDFBitmap_GetBuffer(bitmap)
        pixels = np.frombuffer(ctypes.string_at(address, stride * height), np.uint8).reshape(height, stride)
        alpha = pixels[:, 3 : 4 * pdfium.FPDFBitmap_GetWidth(bitmap) : 4]
        return bool((alpha > _OPAQUE).mean() > _OPAQUE_SHARE)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _holds_image(form: Any) -> bool:  # noqa: ANN401 - ctypes pointer
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, i)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for i in range(max(0, count))
    )


def _visible_area(drawn: Any, frame: PageFrame) -> float:  # noqa: ANN401 - ctypes pointer
    left, bottom, right, top = _bounds(drawn)
    width = min(right, frame.right) - max(left, frame.left)
    height = min(top, frame.top) - max(bottom, frame.bottom)
    return max(0.0, width) * max(0.0, height)


def _bounds(drawn: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - ctypes pointer
    """Return left, bottom, right and top of an object in file space; zeros if it has none."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value
