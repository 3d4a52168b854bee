"""The one map: from spans of a document's text to quads on its pages, and back.

A document's text is cut into *pieces* (a word, or a part of a word that stands on one line) in text order.
A piece knows its line and how far it reaches along it; a line knows its page, its direction and
its extent across, so that everything lit on one line has one height, like the stroke of a marker pen.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.model.geometry import Quad
from index.model.span import Span

_MAGIC = b"TM1\0"
_HEADER = struct.Struct("<4sIId")
# Boxes are kept in sixteenths of a point where 16 bits allow: .02 mm, finer than any glyph edge.
_FINEST_UNIT_PT = 1 / 16
_LARGEST_UINT16 = 65535


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on one page.

    Attributes:
        page_index: The page, counted from 0.
        direction: Quarter turns clockwise from upright in which the text runs on the displayed page:
            0 to the right, 1 downwards, 2 to the left (upside down), 3 upwards.
        low_pt: The smaller coordinate across the line (y for directions 0 and 2, x for 1 and 3).
        high_pt: The larger coordinate across the line.
    """

    page_index: int
    direction: int
    low_pt: float
    high_pt: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the part of a word that stands on one line.

    Attributes:
        span: Its characters in the document's text.
        line: Position of its line in the list of lines.
        from_pt: Coordinate along the line where its first character begins.
        to_pt: Coordinate along the line where its last character ends; smaller than `from_pt` for
            text that runs to the left or upwards.
    """

    span: Span
    line: int
    from_pt: float
    to_pt: float


class TextMap:
    """Immutable map between spans and quads. Pieces are in text order, and so are their pages.

    Args:
        lines: The lines, in any order.
        pieces: The pieces, in text order, not overlapping.

    Raises:
        ValueError: If pieces overlap or are out of order.
    """

    __slots__ = ("_from", "_line_of", "_lines", "_starts", "_stops", "_to")

    def __init__(self, lines: Iterable[Line], pieces: Iterable[Piece]) -> None:
        self._lines = tuple(lines)
        self._starts, self._stops = array("I"), array("I")
        self._line_of, self._from, self._to = array("I"), array("f"), array("f")
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

    @classmethod
    def from_columns(
        cls,
        lines: Iterable[Line],
        spans: tuple[array[int], array[int]],
        line_of: array[int],
        edges: tuple[array[float], array[float]],
    ) -> TextMap:
        """Make a map of pieces that are kept as columns already: the way of the reader, who has many.

        Args:
            lines: The lines, in any order.
            spans: Where each piece starts and stops in the text (typecode "I").
            line_of: Position of each piece's line in `lines` (typecode "I").
            edges: Where each piece begins and ends along its line (typecode "f").

        Raises:
            ValueError: If pieces overlap or are out of order, or the columns differ in length.
        """
        made = cls(lines, ())
        made._starts, made._stops = spans
        made._line_of = line_of
        made._from, made._to = edges
        if len({len(column) for column in (*spans, line_of, *edges)}) != 1:
            raise ValueError("columns of different lengths")
        if any(start < stop for start, stop in zip(made._starts[1:], made._stops, strict=False)):
            raise ValueError("pieces out of order")
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
            begin, end = self._cut(i, span)
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
        """Pack the map: little-endian columns of deltas, deflated; boxes in 16 bits each."""
        extent = max((abs(v) for v in self._extents()), default=0.0)
        unit = max(_FINEST_UNIT_PT, extent / (_LARGEST_UINT16 // 2))
        columns = (
            _deltas(self._starts),
            array("I", (b - a for a, b in zip(self._starts, self._stops, strict=True))),
            _deltas(self._line_of),
            _quantised(self._from, unit),
            _quantised(self._to, unit),
            _deltas(array("I", (line.page_index for line in self._lines))),
            array("I", (line.direction for line in self._lines)),
            _quantised((line.low_pt for line in self._lines), unit),
            _quantised((line.high_pt for line in self._lines), unit),
        )
        header = _HEADER.pack(_MAGIC, len(self._starts), len(self._lines), unit)
        body = b"".join(_little_endian(column).tobytes() for column in columns)
        return header + zlib.compress(body, 6)

    @classmethod
    def from_bytes(cls, packed: bytes) -> TextMap:
        """Unpack a map.

        Raises:
            ValueError: If the bytes are not a packed map.
        """
        try:
            magic, n_pieces, n_lines, unit = _HEADER.unpack_from(packed)
            if magic != _MAGIC:
                raise ValueError("not a text map")
            body = zlib.decompress(packed[_HEADER.size :])
        except (struct.error, zlib.error) as error:
            raise ValueError("not a text map") from error
        read = _Columns(body)
        starts = _sums(read.take("i", n_pieces))
        lengths = read.take("I", n_pieces)
        stops = array("I", (a + n for a, n in zip(starts, lengths, strict=True)))
        line_of = _sums(read.take("i", n_pieces))
        edges = read.scaled(n_pieces, unit), read.scaled(n_pieces, unit)
        pages, directions = _sums(read.take("i", n_lines)), read.take("I", n_lines)
        lows, highs = read.scaled(n_lines, unit), read.scaled(n_lines, unit)
        lines = (Line(*fields) for fields in zip(pages, directions, lows, highs, strict=True))
        return cls.from_columns(lines, (starts, stops), line_of, edges)

    def _piece(self, i: int) -> Piece:
        span = Span(self._starts[i], self._stops[i])
        return Piece(span, self._line_of[i], self._from[i], self._to[i])

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

    def _cut(self, i: int, span: Span) -> tuple[float, float]:
        start, stop, begin, end = self._starts[i], self._stops[i], self._from[i], self._to[i]
        per_character = (end - begin) / max(1, stop - start)
        cut_begin = begin + per_character * max(0, span.start - start)
        cut_end = end - per_character * max(0, stop - span.stop)
        return cut_begin, cut_end

    def _extents(self) -> Iterator[float]:
        yield from self._from
        yield from self._to
        for line in self._lines:
            yield line.low_pt
            yield line.high_pt


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


class _Columns:
    """Reads typed columns one after another from a block of bytes."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._position = 0

    def take(self, typecode: str, count: int) -> array[int]:
        column: array[int] = array(typecode)
        stop = self._position + count * column.itemsize
        if stop > len(self._body):
            raise ValueError("text map cut short")
        column.frombytes(self._body[self._position : stop])
        self._position = stop
        return _little_endian(column)

    def scaled(self, count: int, unit: float) -> array[float]:
        return array("f", (value * unit for value in self.take("h", count)))


def _little_endian(column: array[int]) -> array[int]:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        column = column[:]
        column.byteswap()
    return column


def _deltas(values: array[int]) -> array[int]:
    previous, out = 0, array("i")
    for value in values:
        out.append(value - previous)
        previous = value
    return out


def _sums(deltas: array[int]) -> array[int]:
    total, out = 0, array("I")
    for delta in deltas:
        total += delta
        out.append(total)
    return out


def _quantised(values: Iterable[float], unit: float) -> array[int]:
    return array("h", (round(value / unit) for value in values))
