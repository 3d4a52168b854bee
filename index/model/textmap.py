"""The one map: from spans of a document's text to quads on its pages, and back.

A document's text is cut into *pieces* (a word, or a part of a word that stands on one line) in text order.
A piece knows its line and how far it reaches along it; a line knows its page, its direction and
its extent across, so that everything lit on one line has one height, like the stroke of a marker pen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import lt
from typing import Any

from index.model.geometry import Quad
from index.model.packing import Columns, packed, unpacked
from index.model.packing import Line as Line  # noqa: PLC0414 - part of this module's interface
from index.model.span import Span

SURE = 100
"""Confidence of what is printed as text; what was recognised has less."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the part of a word that stands on one line.

    Attributes:
        span: Its characters in the document's text.
        line: Position of its line in the list of lines.
        from_pt: Coordinate along the line where its first character begins.
        to_pt: Coordinate along the line where its last character ends; smaller than `from_pt` for
            text that runs to the left or upwards.
        confidence: How sure it is that these characters stand there, in percent; `SURE` unless recognised.
    """

    span: Span
    line: int
    from_pt: float
    to_pt: float
    confidence: int = SURE


class TextMap:
    """Immutable map between spans and quads. Pieces are in text order, and so are their pages.

    Args:
        lines: The lines, in any order.
        pieces: The pieces, in text order, not overlapping.

    Raises:
        ValueError: If pieces overlap or are out of order.
    """

    __slots__ = ("_confidence", "_from", "_line_of", "_lines", "_packed", "_starts", "_stops", "_to")

    def __init__(self, lines: Iterable[Line], pieces: Iterable[Piece]) -> None:
        self._lines = tuple(lines)
        self._starts, self._stops = array("I"), array("I")
        self._line_of, self._from, self._to = array("I"), array("f"), array("f")
        self._confidence: bytes | None = None
        self._packed: bytes | None = None
        confidence = bytearray()
        last = 0
        for piece in pieces:
            if piece.span.start < last:
                raise ValueError(f"pieces out of order at {piece.span}")
            last = piece.span.stop
            self._starts.append(piece.span.start)
            self._stops.append(piece.span.stop)
            self._line_of.append(piece.line)
            self._from.append(piece.from_pt)
            self._to.append(piece.to_pt)
            confidence.append(piece.confidence)
        if any(percent < SURE for percent in confidence):
            self._confidence = bytes(confidence)

    @classmethod
    def from_columns(
        cls,
        lines: Iterable[Line],
        spans: tuple[array[int], array[int]],
        line_of: array[int],
        edges: tuple[array[float], array[float]],
        confidence: bytes | None = None,
    ) -> TextMap:
        """Make a map of pieces that are kept as columns already: the way of the reader, who has many.

        Args:
            lines: The lines, in any order.
            spans: Where each piece starts and stops in the text (typecode "I").
            line_of: Position of each piece's line in `lines` (typecode "I").
            edges: Where each piece begins and ends along its line (typecode "f").
            confidence: Percent for each piece; None when nothing was recognised.

        Raises:
            ValueError: If pieces overlap or are out of order, or the columns differ in length.
        """
        made = cls(lines, ())
        made._take(_checked(Columns(spans, line_of, edges, confidence)))
        return made

    def __len__(self) -> int:
        return len(self._starts)

    def pieces(self, page_index: int | None = None) -> Iterator[Piece]:
        """Yield the pieces in text order, of one page or of all."""
        first, last = (0, len(self)) if page_index is None else self._on_page(page_index)
        for i in range(first, last):
            yield self._piece(i)

    def line(self, number: int) -> Line:
        """Return the line that a piece refers to."""
        return self._lines[number]

    def quads(self, span: Span) -> tuple[Quad, ...]:
        """Return the places of `span` on paper, one quad for each line it touches, in text order.

        A span that begins or ends inside a piece is cut in proportion to its characters. An empty
        span, or one that covers only blanks, has no quads.
        """
        if not len(span):
            return ()
        quads: list[Quad] = []
        i = bisect_right(self._stops, span.start)
        run: tuple[int, float, float] | None = None
        while i < len(self) and self._starts[i] < span.stop:
            number = self._line_of[i]
            begin, end = _cut(self._starts[i], self._stops[i], self._from[i], self._to[i], span)
            if run is not None and run[0] == number:
                run = (number, run[1], end)
            else:
                if run is not None:
                    quads.append(_quad(self._lines[run[0]], run[1], run[2]))
                run = (number, begin, end)
            i += 1
        if run is not None:
            quads.append(_quad(self._lines[run[0]], run[1], run[2]))
        return tuple(quads)

    def page_at(self, offset: int) -> int:
        """Return the index of the page on which the character at `offset` stands; 0 without text."""
        if not self._starts:
            return 0
        i = max(0, bisect_right(self._starts, offset) - 1)
        return self._lines[self._line_of[i]].page_index

    def pages(self, span: Span) -> tuple[int, ...]:
        """Return the indexes of the pages that `span` touches, ascending."""
        return tuple(dict.fromkeys(quad.page_index for quad in self.quads(span)))

    def confidence(self, span: Span) -> float:
        """Return how sure it is that `span` is what the page says, 0 to 1: that of its worst piece.

        1 for what is printed as text, and for a span without pieces.
        """
        if self._confidence is None:
            return 1.0
        first, last = bisect_right(self._stops, span.start), bisect_left(self._starts, span.stop)
        return min(self._confidence[first:last], default=SURE) / SURE

    def nearest(self, page_index: int, x_pt: float, y_pt: float) -> Span | None:
        """Return the piece closest to a point of a page; None when the page has no text.

        Distance across lines weighs three times as much as distance along them, so that a point beside a line
        belongs to that line.
        """
        gaps = self._gaps(page_index, x_pt, y_pt)
        best = min(gaps, key=lambda gap: gap[0] + 3 * gap[1], default=None)
        return None if best is None else self._piece(best[2]).span

    def at(self, page_index: int, x_pt: float, y_pt: float) -> Span | None:
        """Return the piece under a point of a page; None when the point is on no text."""
        under = (i for along, across, i in self._gaps(page_index, x_pt, y_pt) if along == across == 0)
        i = next(under, None)
        return None if i is None else self._piece(i).span

    def to_bytes(self) -> bytes:
        """Pack the map: deltas, deflated; boxes in 16 bits each (`index.model.packing`). Done once."""
        if self._packed is None:
            self._packed = packed(self._lines, self._columns)
        return self._packed

    @classmethod
    def from_bytes(cls, octets: bytes) -> TextMap:
        """Unpack a map.

        Raises:
            ValueError: If the bytes are not a packed map.
        """
        lines, columns = unpacked(octets)
        return cls.from_columns(lines, *columns)

    def __getstate__(self) -> bytes:
        # Another process is sent it packed: tens of thousands of lines, made one by one by whoever receives a
        # book, kept the interpreter from the window for a tenth of a second.
        return self.to_bytes()

    def __setstate__(self, octets: bytes) -> None:
        self._packed = octets

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whichever column is asked for
        # Asked only for what was not set: a map that came packed is unpacked by the first who looks into it,
        # and never by who only stores it.
        if name == "_packed" or name not in self.__slots__:
            raise AttributeError(name)
        lines, columns = unpacked(self.to_bytes())
        self._lines = lines
        self._take(_checked(columns))
        return getattr(self, name)

    @property
    def _columns(self) -> Columns:
        return Columns((self._starts, self._stops), self._line_of, (self._from, self._to), self._confidence)

    def _take(self, columns: Columns) -> None:
        (self._starts, self._stops), self._line_of, (self._from, self._to), self._confidence = columns

    def _piece(self, i: int) -> Piece:
        span = Span(self._starts[i], self._stops[i])
        confidence = SURE if self._confidence is None else self._confidence[i]
        return Piece(span, self._line_of[i], self._from[i], self._to[i], confidence)

    def _on_page(self, page_index: int) -> tuple[int, int]:
        def page_of(i: int) -> int:
            return self._lines[self._line_of[i]].page_index

        everything = range(len(self))
        first = bisect_left(everything, page_index, key=page_of)
        return first, bisect_right(everything, page_index, lo=first, key=page_of)

    def _gaps(self, page_index: int, x_pt: float, y_pt: float) -> Iterator[tuple[float, float, int]]:
        """Yield how far a point is from each piece of a page, along its line and across it, and the piece."""
        for i in range(*self._on_page(page_index)):
            line = self._lines[self._line_of[i]]
            along, across = (x_pt, y_pt) if line.direction % 2 == 0 else (y_pt, x_pt)
            low, high = sorted((self._from[i], self._to[i]))
            beside = max(low - along, 0.0, along - high)
            yield beside, max(line.low_pt - across, 0.0, across - line.high_pt), i


def _checked(columns: Columns) -> Columns:
    spans, line_of, edges, confidence = columns
    every = (*spans, line_of, *edges, *(() if confidence is None else (confidence,)))
    if len({len(column) for column in every}) != 1:
        raise ValueError("columns of different lengths")
    starts, stops = spans
    if any(map(lt, starts[1:], stops)):
        raise ValueError("pieces out of order")
    return columns


def _cut(start: int, stop: int, begin: float, end: float, span: Span) -> tuple[float, float]:
    """Return from where to where a span reaches along a line, within one piece."""
    per_character = (end - begin) / max(1, stop - start)
    cut_begin = begin + per_character * max(0, span.start - start)
    cut_end = end - per_character * max(0, stop - span.stop)
    return cut_begin, cut_end


def _quad(line: Line, begin: float, end: float) -> Quad:
    low, high = line.low_pt, line.high_pt
    if line.direction == 0:
        points = (begin, low, end, low, begin, high, end, high)
    elif line.direction == 1:
        points = (high, begin, high, end, low, begin, low, end)
    elif line.direction == 2:
        points = (begin, high, end, high, begin, low, end, low)
    else:
        points = (low, begin, low, end, high, begin, high, end)
    return Quad(line.page_index, points)
