"""Where a note of another program belongs in a document: by paper, by words, by page, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Levenshtein

from index.model.annotation import Anchor
from index.model.document import Page
from index.model.foreign import Foreign
from index.model.geometry import Point, Quad
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.anchors import make_anchor, page_at
from index.notes.covering import Covering
from index.notes.letters import only_letters
from index.notes.reanchoring import Certainty, Found, Reanchoring

_SAME_WORDS: Final = 0.8
"""How alike words under quads and words that are told must be for the quads to be believed."""
_CORNER: Final = Point(24.0, 24.0)
"""Where what belongs to a page, or to a document, stands on it."""
_MOST_IN_CORNER: Final = 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note belongs.

    Attributes:
        certainty: Whether that is sure; else the anchor keeps the words that were told.
        anchor: Its passage; None for what stands at a point.
        page_index: The page of the point.
        point: The point, in page space.
    """

    certainty: Certainty
    anchor: Anchor | None
    page_index: int = 0
    point: Point = _CORNER


class Finder:
    """Finds places in one document. Pure; for one thread.

    Args:
        text: The document's text.
        pages: Its pages, in order.
        text_map: Where the text stands on them.
    """

    def __init__(self, text: str, pages: Sequence[Page], text_map: TextMap) -> None:
        self._text, self._pages = text, pages
        self._covering = Covering(text_map)
        self._in_corner: Counter[int] = Counter()

    def find(self, foreign: Foreign) -> Place:
        """Return where a note belongs; nothing is left without an answer."""
        if foreign.quads and foreign.pen.kind.is_of_words:
            span = self._covering.under(self._on_pages(foreign.quads))
            if span is not None and span.of(self._text).strip() and self._agrees(span, foreign.quote):
                return Place(Certainty.SURE, make_anchor(self._text, self._pages, span))
        if only_letters(foreign.quote):
            return self._by_words(foreign)
        index = min(max(0, foreign.page_index or 0), max(0, len(self._pages) - 1))
        point = foreign.point or self._turned_over(foreign.from_foot, index)
        point = point or self._corner(foreign.quads, index)
        return Place(Certainty.SURE, None, index, self._within(point, index))

    def _turned_over(self, point: Point | None, page_index: int) -> Point | None:
        """Return a point told from the foot of a page: exact where that is neither turned nor cropped."""
        page = self._page(page_index)
        if point is None or page is None:
            return None
        return Point(point.x, page.height_pt - point.y)

    def _within(self, point: Point, page_index: int) -> Point:
        """Return a point on the page, or the nearest one to it; what is no number is 0."""
        page = self._page(page_index)
        if page is None:
            return point
        return Point(min(max(0.0, point.x), page.width_pt), min(max(0.0, point.y), page.height_pt))

    def _corner(self, quads: Sequence[Quad], page_index: int) -> Point:
        """Return where a mark begins; without quads the corner of its page, one below the other."""
        if quads:
            box = quads[0].bounds
            return Point(max(0.0, box.left), max(0.0, box.top))
        before = self._in_corner[page_index]
        self._in_corner[page_index] += 1
        return Point(_CORNER.x, _CORNER.y * (1 + before % _MOST_IN_CORNER))

    def _on_pages(self, quads: Sequence[Quad]) -> list[Quad]:
        return [quad for quad in quads if 0 <= quad.page_index < len(self._pages)]

    def _agrees(self, span: Span, quote: str) -> bool:
        told, there = only_letters(quote), only_letters(span.of(self._text))
        return not told or Levenshtein.normalized_similarity(told, there) >= _SAME_WORDS

    def _by_words(self, foreign: Foreign) -> Place:
        page = self._page(foreign.page_index)
        expected = page.span.start if page is not None else 0
        if foreign.offset is not None:
            expected = min(max(0, foreign.offset), len(self._text))
        told = Anchor(
            Span(expected, expected), foreign.quote, foreign.prefix, foreign.suffix, foreign.page_index or 0
        )
        found = self._found(told, expected, page)
        if found.span is None:
            return Place(Certainty.LOST, replace(told, page_index=page_at(self._pages, expected)))
        if found.certainty is Certainty.SURE:
            return Place(Certainty.SURE, make_anchor(self._text, self._pages, found.span))
        at, page_index = found.span.start, page_at(self._pages, found.span.start)
        if found.span.of(self._text) == foreign.quote:
            # One of several places where the words stand: with the first of them it would look sure.
            return Place(Certainty.LOST, replace(told, span=Span(at, at), page_index=page_index))
        return Place(Certainty.LIKELY, replace(told, span=found.span, page_index=page_index))

    def _found(self, told: Anchor, expected: int, page: Page | None) -> Found:
        """Look for words on their page before all others: there a few of them may be alone."""
        if page is not None and page.span:
            here = Reanchoring(page.span.of(self._text)).find(told, max(0, expected - page.span.start))
            if here.certainty is Certainty.SURE and here.span is not None:
                start = page.span.start
                return Found(Certainty.SURE, Span(start + here.span.start, start + here.span.stop))
        return self._whole.find(told, expected)

    def _page(self, page_index: int | None) -> Page | None:
        if page_index is None:
            return None
        return next((page for page in self._pages if page.page_index == page_index), None)

    @cached_property
    def _whole(self) -> Reanchoring:
        return Reanchoring(self._text)
