"""The passage that stands under quads: the way back from paper to text, for marks of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.model.geometry import Quad, Rect
from index.model.span import Span
from index.model.textmap import Piece, TextMap

_ENOUGH: Final = 0.5
"""Share of a word that must lie under a quad."""
_MOST_BETWEEN: Final = 0.4
"""Share of a passage that may not be covered: what stands between columns, or was skipped on purpose."""

_Placed = tuple[Span, Rect]


class Covering:
    """Finds what stands under quads of one document; remembers where the words of its pages are.

    Args:
        text_map: Where the text stands on paper.
    """

    def __init__(self, text_map: TextMap) -> None:
        self._map = text_map
        self._pages: dict[int, list[_Placed]] = {}

    def under(self, quads: Sequence[Quad]) -> Span | None:
        """Return the passage whose words lie under quads; None if there are none.

        Other programs make quads higher or lower than ours, and of letters instead of words: a word counts
        that lies under them by half. Of marks that skip much, the longest stretch without a gap is taken.
        """
        boxes: dict[int, list[Rect]] = {}
        for quad in quads:
            boxes.setdefault(quad.page_index, []).append(quad.bounds)
        runs: list[list[Span]] = [[]]
        for page_index in sorted(boxes):
            for span, box in self._words(page_index):
                if _is_under(box, boxes[page_index]):
                    runs[-1].append(span)
                elif runs[-1]:
                    runs.append([])
        found = [Span(run[0].start, run[-1].stop) for run in runs if run]
        if not found:
            return None
        whole = Span(found[0].start, found[-1].stop)
        return whole if sum(map(len, found)) >= (1 - _MOST_BETWEEN) * len(whole) else max(found, key=len)

    def _words(self, page_index: int) -> list[_Placed]:
        if page_index not in self._pages:
            pieces = self._map.pieces(page_index)
            self._pages[page_index] = [(piece.span, self._box(piece)) for piece in pieces if len(piece.span)]
        return self._pages[page_index]

    def _box(self, piece: Piece) -> Rect:
        line = self._map.line(piece.line)
        begin, end = sorted((piece.from_pt, piece.to_pt))
        if line.direction % 2:
            return Rect(line.low_pt, begin, line.high_pt, end)
        return Rect(begin, line.low_pt, end, line.high_pt)


def _is_under(box: Rect, lights: Sequence[Rect]) -> bool:
    area = box.width * box.height
    return area > 0 and any(_shared(box, light) >= _ENOUGH * area for light in lights)


def _shared(one: Rect, other: Rect) -> float:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)
