"""The lines of a document as they are read: which one a point means, and where a place in the text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from desktop.pageview import letters
from desktop.pageview.blocks import Block, block_at, blocks_of
from desktop.pageview.layout import Place
from desktop.pageview.textline import TextLine, gap, piece_gap, text_line, turned
from index.model.document import Document
from index.model.geometry import Rect
from index.model.textmap import Piece, TextMap

# Pages of which the lines are kept: more than a window shows.
_KEPT_PAGES: Final = 24
# As far beyond its edges a line still has a point: pixels are whole, and words are not.
_BESIDE_PT: Final = 0.75


class Lines:
    """The lines of one document, looked up when a page is touched.

    Args:
        document: The document; None for no lines at all.
    """

    def __init__(self, document: Document | None) -> None:
        self._text, self._map = (
            ("", TextMap((), ())) if document is None else (document.text, document.text_map)
        )
        self._pages: dict[int, tuple[TextLine, ...]] = {}
        self._blocks: dict[int, tuple[Block, ...]] = {}
        self._page_count = 0 if document is None else len(document.pages)

    def on_page(self, page_index: int) -> tuple[TextLine, ...]:
        """Return the lines of a page, in text order."""
        if page_index not in self._pages:
            if len(self._pages) >= _KEPT_PAGES:
                self._pages.clear()
                self._blocks.clear()
            runs = groupby(self._map.pieces(page_index), key=lambda piece: piece.line)
            self._pages[page_index] = tuple(text_line(self._map.line(n), pieces) for n, pieces in runs)
        return self._pages[page_index]

    def letter_at(self, place: Place) -> int | None:
        """Return the character that a point means; None when its page has no text."""
        found = self._piece_near(place)
        if found is None:
            return None
        piece, part = found
        return piece.span.start + letters.letter_at(piece.span.of(self._text), part)

    def caret_at(self, place: Place) -> int | None:
        """Return the place between characters that a point means; None when its page has no text."""
        found = self._piece_near(place)
        if found is None:
            return None
        piece, part = found
        return piece.span.start + letters.nearest_place(piece.span.of(self._text), part)

    def is_on_line(self, place: Place) -> bool:
        """Whether a point is on a line, maybe between two words, and not beside the text."""
        return next(self._under(place), None) is not None

    def line_at(self, caret: int, *, is_end: bool = False) -> TextLine | None:
        """Return the line on which a caret stands; the one before it when it is between two.

        Args:
            caret: A place between characters.
            is_end: Whether it stands at the end of its line. Where a word is divided, that and the beginning
                of the next line are one place in the text.
        """
        offset = max(0, caret - 1) if is_end else caret
        on_page = self.on_page(self._map.page_at(offset))
        position = bisect_right(on_page, offset, key=lambda line: line.span.start) - 1
        return on_page[max(0, position)] if on_page else None

    def neighbour(self, line: TextLine, by: int, along_pt: float) -> TextLine | None:
        """Return the line below (+1) or above (-1) a line, as they are read; None at an end of the text.

        Of lines side by side, as the cells of a row, it is the one nearest to a coordinate along them.
        """
        beside = self._next_row(line, by)
        return min(beside, key=lambda one: gap(one.reach, along_pt), default=None)

    def along(self, line: TextLine, offset: int) -> float:
        """Return the coordinate along a line of a place in the text; its end for one behind it."""
        piece = next((one for one in line.pieces if offset <= one.span.stop), line.pieces[-1])
        at = min(max(offset, piece.span.start), piece.span.stop)
        return letters.along(self._text, piece, at)

    def caret_on(self, line: TextLine, along_pt: float) -> int:
        """Return the place between characters that is nearest to a coordinate along a line."""
        piece, part = line.nearest(along_pt)
        return piece.span.start + letters.nearest_place(piece.span.of(self._text), part)

    def caret_box(self, caret: int, *, is_end: bool = False) -> tuple[int, Rect] | None:
        """Return the page of a caret and its place there, in points: a box without width. See `line_at`."""
        line = self.line_at(caret, is_end=is_end)
        if line is None:
            return None
        at, low, high = self.along(line, caret), line.line.low_pt, line.line.high_pt
        upright = line.line.direction % 2 == 0
        return line.line.page_index, Rect(at, low, at, high) if upright else Rect(low, at, high, at)

    def _next_row(self, line: TextLine, by: int) -> Sequence[TextLine]:
        """Return the lines side by side that follow a line, or precede it, in the order of the text."""
        page_index = line.line.page_index
        on_page = self.on_page(page_index)
        rest = on_page[on_page.index(line) + 1 :] if by > 0 else on_page[: on_page.index(line)][::-1]
        while 0 <= page_index < self._page_count:
            others = [one for one in rest if not line.is_beside(one)]
            if others:
                first = others[0]
                return [first, *(one for one in others[1:] if first.is_beside(one))]
            page_index += by
            rest = self.on_page(page_index)[::by]
        return ()

    def _piece_near(self, place: Place) -> tuple[Piece, float] | None:
        """Return the word that a point means, and which part of its length."""
        _gaps, line = min(self._under(place), default=((), None), key=lambda found: found[0])
        if line is None:
            block = block_at(self._blocks_of(place.page_index), place)
            if block is None:
                return None
            line = block.line_at(place)
        return line.nearest(turned(place, line.line.direction)[0])

    def _under(self, place: Place) -> Iterator[tuple[tuple[float, ...], TextLine]]:
        """Yield the lines on which a point is, each with how far it is from a word and from the middle."""
        for line in self.on_page(place.page_index):
            if max(line.gap(place)) <= _BESIDE_PT:
                at, deep = turned(place, line.line.direction)
                yield (min(piece_gap(piece, at) for piece in line.pieces), abs(line.middle - deep)), line

    def _blocks_of(self, page_index: int) -> tuple[Block, ...]:
        if page_index not in self._blocks:
            self._blocks[page_index] = blocks_of(self.on_page(page_index))
        return self._blocks[page_index]
