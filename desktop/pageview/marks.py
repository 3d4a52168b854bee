"""What is marked on the pages: passages and points by layer, found by page and by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.pageview.layout import Place
from index.model.annotation import AnnotationKind
from index.model.geometry import Quad
from index.model.span import Span
from index.model.textmap import TextMap

SIGN_PT: Final = 15.0
"""Width and height of the sign at a point of a page."""


class Layer(StrEnum):
    """Who lights a passage. Also the order from the bottom to the top."""

    HITS = "hits"
    FACT = "fact"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Mark:
    """One lit passage, or a point of a page with a sign on it.

    Attributes:
        span: Its place in the document's text.
        role: Name of the marker colour (`Palette.markers`); only for notes.
        id: What `mark_clicked` says when somebody clicks on it.
        tip: Shown when the pointer rests on it; plain text.
        kind: How it is drawn.
        point: Where its sign stands; None for a lit passage.
    """

    span: Span
    role: str = ""
    id: str = ""
    tip: str = ""
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT
    point: Place | None = None


@dataclass(frozen=True, slots=True)
class LitMark:
    """A mark and its quads on one page; none for a point."""

    mark: Mark
    quads: tuple[Quad, ...]


class PageQuads:
    """Quads of spans, page by page: a span may cover a thousand pages of which two are seen.

    Args:
        text_map: The map of the document.
    """

    def __init__(self, text_map: TextMap) -> None:
        self._text_map = text_map
        self._pages: dict[int, Span | None] = {}

    def quads(self, span: Span, page_index: int) -> tuple[Quad, ...]:
        """Return the quads of a span on one page, in text order."""
        page = self._page_span(page_index)
        if page is None or not span.overlaps(page):
            return ()
        here = Span(max(span.start, page.start), min(span.stop, page.stop))
        return tuple(quad for quad in self._text_map.quads(here) if quad.page_index == page_index)

    def pages(self, span: Span) -> range:
        """Return the pages that a span may touch."""
        if not len(span):
            return range(0)
        return range(self._text_map.page_at(span.start), self._text_map.page_at(span.stop - 1) + 1)

    def _page_span(self, page_index: int) -> Span | None:
        if page_index not in self._pages:
            spans = [piece.span for piece in self._text_map.pieces(page_index)]
            self._pages[page_index] = Span(spans[0].start, spans[-1].stop) if spans else None
        return self._pages[page_index]


class LitLayer:
    """The marks of one layer on one document; their quads are looked up when a page is seen.

    Args:
        quads: The quads of the document.
        marks: In any order.
    """

    def __init__(self, quads: PageQuads, marks: Sequence[Mark]) -> None:
        self._quads = quads
        self.marks = tuple(marks)
        self._by_page: dict[int, list[Mark]] = {}
        self._lit: dict[int, tuple[LitMark, ...]] = {}
        for mark in self.marks:
            pages = quads.pages(mark.span) if mark.point is None else (mark.point.page_index,)
            for page_index in pages:
                self._by_page.setdefault(page_index, []).append(mark)

    def sample(self, limit: int) -> Iterator[Mark]:
        """Yield the marks, or about so many of them when there are more: some of each page that has any."""
        if len(self.marks) <= limit:
            yield from self.marks
            return
        of_a_page = max(1, limit // len(self._by_page))
        for marks in self._by_page.values():
            yield from marks[:: -(-len(marks) // of_a_page)]

    def on_page(self, page_index: int) -> tuple[LitMark, ...]:
        """Return what is lit on a page."""
        if page_index not in self._lit:
            self._lit[page_index] = tuple(self._look_up(page_index))
        return self._lit[page_index]

    def _look_up(self, page_index: int) -> Iterator[LitMark]:
        for mark in self._by_page.get(page_index, ()):
            quads = () if mark.point is not None else self._quads.quads(mark.span, page_index)
            if quads or mark.point is not None:
                yield LitMark(mark, quads)

    def at(self, page_index: int, x_pt: float, y_pt: float) -> Mark | None:
        """Return the mark at a point of a page: a sign, or else the shortest of passages that overlap."""
        found = [lit.mark for lit in self.on_page(page_index) if _is_at(lit, x_pt, y_pt)]
        return min(found, key=lambda mark: (mark.point is None, len(mark.span)), default=None)


def _is_at(lit: LitMark, x_pt: float, y_pt: float) -> bool:
    point = lit.mark.point
    if point is not None:
        return max(abs(point.x_pt - x_pt), abs(point.y_pt - y_pt)) <= SIGN_PT / 2
    return _any_contains(lit.quads, x_pt, y_pt)


def _any_contains(quads: Sequence[Quad], x_pt: float, y_pt: float) -> bool:
    # Text runs in quarter turns, so that the bounds of a quad are the quad.
    return any(
        box.left <= x_pt <= box.right and box.top <= y_pt <= box.bottom
        for box in (quad.bounds for quad in quads)
    )
