"""Passages of a document: where they are on the desk, and how they are read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from desktop.pageview.caret import Window
from desktop.pageview.layout import PageLayout, Place
from desktop.pageview.lights import Lights
from index.model.document import Document, PageKind
from index.model.span import Span
from index.model.textmap import TextMap

_SPOKEN_CHARACTERS: Final = 4000


def passage_area(document: Document, layout: PageLayout, span: Span) -> QRectF | None:
    """Return the part of the desk where a passage begins: what of it stands on its first page.

    None for a passage without a place on paper.
    """
    quads = document.text_map.quads(span)
    if not quads or quads[0].page_index >= len(layout):
        return None
    page_index = quads[0].page_index
    boxes = [quad.bounds for quad in quads if quad.page_index == page_index]
    upper = Place(page_index, min(box.left for box in boxes), min(box.top for box in boxes))
    lower = Place(page_index, max(box.right for box in boxes), max(box.bottom for box in boxes))
    return QRectF(QPointF(*layout.position(upper)), QPointF(*layout.position(lower))).normalized()


def beginning(text_map: TextMap, span: Span) -> Place | None:
    """Return where a passage begins, in the middle of its first line; None without a place on paper."""
    if not len(span):
        return None
    # The quads of the beginning are enough; it may be a blank, hence more than one character.
    for stop in (min(span.stop, span.start + 1), span.stop):
        if quads := text_map.quads(Span(span.start, stop)):
            bounds = quads[0].bounds
            return Place(quads[0].page_index, bounds.left, (bounds.top + bounds.bottom) / 2)
    return None


def seen_areas(window: Window, lights: Lights, pages: Iterable[int]) -> Iterator[QRectF]:
    """Yield where in the viewport the selection is seen, line by line, on these pages."""
    seen = QRectF(window.viewport().rect())
    for page_index in pages:
        for quad in lights.selected_quads(page_index):
            box = quad.bounds
            corner, opposite = (
                window.point_of(Place(page_index, x, y))
                for x, y in ((box.left, box.top), (box.right, box.bottom))
            )
            # Pages may be turned.
            area = QRectF(corner, opposite).normalized() & seen
            if not area.isEmpty():
                yield area


def spoken_page(document: Document, page_index: int) -> str:
    """Return what screen readers say of a page: its number, and what stands on it."""
    if not 0 <= page_index < len(document.pages):
        return ""
    span = document.pages[page_index].span
    where = QCoreApplication.translate("PageView", "Страница {number} из {count}.")
    text = document.text[span.start : min(span.stop, span.start + _SPOKEN_CHARACTERS)]
    recognised = ""
    if document.pages[page_index].kind is PageKind.RECOGNISED:
        recognised = QCoreApplication.translate("PageView", "Текст распознан по изображению.") + " "
    return f"{where.format(number=page_index + 1, count=len(document.pages))} {recognised}{text}"
