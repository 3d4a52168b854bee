"""The links of a page, as the file declares them: wrong or hostile, for all one knows. None is followed."""

from __future__ import annotations

import codecs
import ctypes
from collections.abc import Iterator
from typing import Any, Final

from index.model.geometry import Rect
from index.model.link import PageLink
from index.pdf.declared import plain

MOST_LINKS: Final = 2000
"""Of one page; more are left out."""

_LONGEST_ADDRESS: Final = 2000
# Pixels of `FPDF_PageToDevice` are whole numbers.
_FINE: Final = 100


def page_links(page: Any) -> tuple[PageLink, ...]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the links of a loaded page, in the order of the file; those that lead nowhere are left out."""
    return tuple(_found(page))


def _found(page: Any) -> Iterator[PageLink]:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium

    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            return
        area = _area(page, link)
        if area is None:
            continue
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else pdfium.PDFACTION_UNSUPPORTED
        if kind == pdfium.PDFACTION_URI:
            if address := _address(page.pdf, action):
                yield PageLink(area, address=address)
            continue
        target = pdfium.FPDFLink_GetDest(page.pdf.raw, link)
        if not target and kind == pdfium.PDFACTION_GOTO:
            target = pdfium.FPDFAction_GetDest(page.pdf.raw, action)
        page_index = pdfium.FPDFDest_GetDestPageIndex(page.pdf.raw, target) if target else -1
        if 0 <= page_index < len(page.pdf):
            yield PageLink(area, page_index, _height(page.pdf, page_index, target))


def _area(page: Any, link: Any) -> Rect | None:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
        return None
    corners = (_displayed(page, box.left, box.top), _displayed(page, box.right, box.bottom))
    left, right = sorted(x for x, _y in corners)
    top, bottom = sorted(y for _x, y in corners)
    return Rect(left, top, right, bottom)


def _address(pdf: Any, action: Any) -> str:  # noqa: ANN401 - as above
    import pypdfium2.raw as pdfium

    length = min(pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0), _LONGEST_ADDRESS)
    octets = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFAction_GetURIPath(pdf.raw, action, octets, length)
    written = octets.raw[: max(0, length - 1)]
    # Meant to be ASCII; what is not is found in either.
    is_wide = written.startswith(codecs.BOM_UTF16_BE)
    return plain(written.decode("utf-16" if is_wide else "utf-8", "replace"))


def _height(pdf: Any, page_index: int, target: Any) -> float:  # noqa: ANN401 - as above
    """Return how far below the top of its page a target is."""
    import pypdfium2.raw as pdfium

    has_x, has_y, has_zoom = pdfium.FPDF_BOOL(), pdfium.FPDF_BOOL(), pdfium.FPDF_BOOL()
    x, y, zoom = pdfium.FS_FLOAT(), pdfium.FS_FLOAT(), pdfium.FS_FLOAT()
    flags, values = map(ctypes.byref, (has_x, has_y, has_zoom)), map(ctypes.byref, (x, y, zoom))
    if not pdfium.FPDFDest_GetLocationInPage(target, *flags, *values) or not has_y.value:
        return 0.0
    page = pdf[page_index]
    try:
        height = _displayed(page, x.value if has_x.value else 0.0, y.value)[1]
        return height if 0 < height < page.get_height() else 0.0
    finally:
        page.close()


def _displayed(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401 - as above
    """Return where a point of the page's own space is displayed: turned and cut as the page is."""
    import pypdfium2.raw as pdfium

    fine = [round(side * _FINE) for side in page.get_size()]
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, *fine, 0, x, y, ctypes.byref(device_x), ctypes.byref(device_y))
    return device_x.value / _FINE, device_y.value / _FINE
