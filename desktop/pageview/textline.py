"""One line of print, and how far places are from it, whichever way it runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.pageview.layout import Place
from index.model.span import Span
from index.model.textmap import Line, Piece

Range = tuple[float, float]
"""From where to where, the smaller coordinate first."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """What stands on one line, in text order.

    Attributes:
        line: Where the line is.
        pieces: Its words, at least one.
        reach: From where to where it reaches along itself.
        depth: From where to where it reaches across itself, growing from line to line as they are read.
    """

    line: Line
    pieces: tuple[Piece, ...]
    reach: Range
    depth: Range

    @property
    def span(self) -> Span:
        """Its characters in the document's text."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.stop)

    @property
    def middle(self) -> float:
        """The middle of its depth."""
        return sum(self.depth) / 2

    def gap(self, place: Place) -> tuple[float, float]:
        """Return how far a place is from the line across it, and along it."""
        at, deep = turned(place, self.line.direction)
        return gap(self.depth, deep), gap(self.reach, at)

    def nearest(self, along_pt: float) -> tuple[Piece, float]:
        """Return the word that is nearest to a coordinate along the line, and which part of its length."""
        piece = min(self.pieces, key=lambda one: piece_gap(one, along_pt))
        length = piece.to_pt - piece.from_pt
        return piece, min(max((along_pt - piece.from_pt) / length, 0.0), 1.0) if length else 0.0

    def is_beside(self, other: TextLine) -> bool:
        """Whether another line stands at the same height: the middle of either lies within the other."""
        if (self.line.direction, self.line.page_index) != (other.line.direction, other.line.page_index):
            return False
        return gap(self.depth, other.middle) == 0 and gap(other.depth, self.middle) == 0


def text_line(line: Line, pieces: Iterable[Piece]) -> TextLine:
    """Return a line with its words."""
    words = tuple(pieces)
    ends = [end for piece in words for end in (piece.from_pt, piece.to_pt)]
    low, high = line.low_pt, line.high_pt
    return TextLine(
        line, words, (min(ends), max(ends)), (low, high) if line.direction in (0, 3) else (-high, -low)
    )


def turned(place: Place, direction: int) -> tuple[float, float]:
    """Return how far along lines of a direction a place is, and how deep across them."""
    at, across = (place.x_pt, place.y_pt) if direction % 2 == 0 else (place.y_pt, place.x_pt)
    return at, across if direction in (0, 3) else -across


def gap(reach: Range, at: float) -> float:
    """Return how far a coordinate is from a range; 0 inside."""
    return max(reach[0] - at, 0.0, at - reach[1])


def piece_gap(piece: Piece, along_pt: float) -> float:
    """Return how far a coordinate along a line is from a word; 0 on it."""
    one, other = piece.from_pt, piece.to_pt
    return gap((one, other) if one <= other else (other, one), along_pt)


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges have more than an end in common."""
    return one[0] < other[1] and other[0] < one[1]


def hull(ranges: Iterable[Range]) -> Range:
    """Return the range from the first beginning to the last end."""
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)
