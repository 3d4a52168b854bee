"""The lines of a document as they are read: which one a point means, and where a place in the text stands.

A point belongs to the column it is in or beside, however near a line of another column is: a selection that
is drawn down a column stays in it. Columns are not kept anywhere; a line of the same height that stands
between a point and a block of lines parts them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from desktop.pageview import letters
from desktop.pageview.layout import Place
from index.model.document import Document
from index.model.geometry import Rect
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap

# Lines further apart than this many of their heights belong to different blocks.
_FARTHEST_IN_BLOCK: Final = 1.5
# Pages of which the lines are kept: more than a window shows.
_KEPT_PAGES: Final = 24


@dataclass(frozen=True, slots=True)
class TextLine:
    """What stands on one line, in text order.

    Attributes:
        line: Where the line is.
        pieces: Its words, at least one.
    """

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def span(self) -> Span:
        """Its characters in the document's text."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.stop)

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it reaches along itself, the smaller coordinate first."""
        ends = [end for piece in self.pieces for end in (piece.from_pt, piece.to_pt)]
        return min(ends), max(ends)

    @property
    def depth(self) -> tuple[float, float]:
        """From where to where it reaches across itself, growing from line to line as they are read."""
        low, high = self.line.low_pt, self.line.high_pt
        return (low, high) if self.line.direction in (0, 3) else (-high, -low)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that stand under one another."""

    lines: tuple[TextLine, ...]
    reach: tuple[float, float]
    depth: tuple[float, float]

    def gaps(self, place: Place) -> tuple[float, float]:
        """Return how far a place is from the block across its lines, and along them."""
        at, deep = _turned(place, self.lines[0].line.direction)
        return _gap(self.depth, deep), _gap(self.reach, at)


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
        self._blocks: dict[int, tuple[_Block, ...]] = {}
        self._page_count = 0 if document is None else len(document.pages)

    def on_page(self, page_index: int) -> tuple[TextLine, ...]:
        """Return the lines of a page, in text order."""
        if page_index not in self._pages:
            if len(self._pages) >= _KEPT_PAGES:
                self._pages.clear()
                self._blocks.clear()
            runs = groupby(self._map.pieces(page_index), key=lambda piece: piece.line)
            found = (TextLine(self._map.line(number), tuple(pieces)) for number, pieces in runs)
            self._pages[page_index] = tuple(found)
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
        for line in self.on_page(place.page_index):
            at, deep = _turned(place, line.line.direction)
            if _gap(line.depth, deep) == 0 and _gap(line.reach, at) == 0:
                return True
        return False

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
        return min(beside, key=lambda one: _gap(one.reach, along_pt), default=None)

    def along(self, line: TextLine, offset: int) -> float:
        """Return the coordinate along a line of a place in the text; its end for one behind it."""
        piece = next((one for one in line.pieces if offset <= one.span.stop), line.pieces[-1])
        at = min(max(offset, piece.span.start), piece.span.stop)
        return letters.along(self._text, piece, at)

    def caret_on(self, line: TextLine, along_pt: float) -> int:
        """Return the place between characters that is nearest to a coordinate along a line."""
        piece, part = _nearest(line, along_pt)
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
            others = [one for one in rest if not _is_beside(line, one)]
            if others:
                first = others[0]
                return [first, *(one for one in others[1:] if _is_beside(first, one))]
            page_index += by
            rest = self.on_page(page_index)[::by]
        return ()

    def _piece_near(self, place: Place) -> tuple[Piece, float] | None:
        """Return the word that a point means, and which part of its length."""
        under = min(self._under(place), default=None, key=lambda found: found[0])
        if under is not None:
            return _nearest(under[1], _turned(place, under[1].line.direction)[0])
        blocks = sorted(self._blocks_of(place.page_index), key=lambda block: block.gaps(place))
        if not blocks:
            return None
        block = next((one for one in blocks if not _is_parted(one, blocks, place)), blocks[0])
        at, deep = _turned(place, block.lines[0].line.direction)
        line = min(block.lines, key=lambda one: (_gap(one.depth, deep), abs(sum(one.depth) / 2 - deep)))
        return _nearest(line, at)

    def _under(self, place: Place) -> Iterator[tuple[float, TextLine]]:
        """Yield the lines that have a word at a point, each with how far the point is from its middle."""
        for line in self.on_page(place.page_index):
            at, deep = _turned(place, line.line.direction)
            if _gap(line.depth, deep) == 0 and _gap(line.reach, at) == 0:
                piece, _part = _nearest(line, at)
                if _gap(_ordered(piece.from_pt, piece.to_pt), at) == 0:
                    yield abs(sum(line.depth) / 2 - deep), line

    def _blocks_of(self, page_index: int) -> tuple[_Block, ...]:
        if page_index not in self._blocks:
            on_page = self.on_page(page_index)
            runs: list[list[TextLine]] = []
            for line in on_page:
                if runs and _follows(runs[-1][-1], line):
                    runs[-1].append(line)
                else:
                    runs.append([line])
            self._blocks[page_index] = tuple(_block(run) for run in runs)
        return self._blocks[page_index]


def _block(lines: Sequence[TextLine]) -> _Block:
    reaches, depths = [line.reach for line in lines], [line.depth for line in lines]
    return _Block(tuple(lines), _hull(reaches), _hull(depths))


def _hull(ranges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _follows(upper: TextLine, lower: TextLine) -> bool:
    """Whether a line stands under another one, of the same column."""
    if upper.line.direction != lower.line.direction:
        return False
    height = upper.depth[1] - upper.depth[0]
    is_lower = upper.depth[0] < lower.depth[0] and not _is_beside(upper, lower)
    is_near = lower.depth[0] - upper.depth[1] <= _FARTHEST_IN_BLOCK * height
    return is_lower and is_near and upper.reach[0] < lower.reach[1] and lower.reach[0] < upper.reach[1]


def _is_beside(one: TextLine, other: TextLine) -> bool:
    """Whether two lines stand at one height: the middle of either lies within the other."""
    if one.line.direction != other.line.direction or one.line.page_index != other.line.page_index:
        return False
    return _gap(one.depth, sum(other.depth) / 2) == 0 and _gap(other.depth, sum(one.depth) / 2) == 0


def _is_parted(block: _Block, blocks: Sequence[_Block], place: Place) -> bool:
    """Whether another block beside it stands between a block and a point, or has the point in its column."""
    at, _deep = _turned(place, block.lines[0].line.direction)
    for other in blocks:
        if other is block or other.lines[0].line.direction != block.lines[0].line.direction:
            continue
        if other.depth[0] < block.depth[1] and block.depth[0] < other.depth[1]:
            is_right = block.reach[1] <= other.reach[0] <= at
            is_left = at <= other.reach[1] <= block.reach[0]
            if is_right or is_left:
                return True
    return False


def _nearest(line: TextLine, along_pt: float) -> tuple[Piece, float]:
    """Return the word of a line that is nearest to a coordinate along it, and which part of its length."""
    piece = min(line.pieces, key=lambda one: _gap(_ordered(one.from_pt, one.to_pt), along_pt))
    length = piece.to_pt - piece.from_pt
    return piece, min(max((along_pt - piece.from_pt) / length, 0.0), 1.0) if length else 0.0


def _turned(place: Place, direction: int) -> tuple[float, float]:
    """Return how far along lines of a direction a place is, and how deep across them."""
    at, across = (place.x_pt, place.y_pt) if direction % 2 == 0 else (place.y_pt, place.x_pt)
    return at, across if direction in (0, 3) else -across


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _gap(reach: tuple[float, float], at: float) -> float:
    return max(reach[0] - at, 0.0, at - reach[1])
