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


def covered(quads: Sequence[Quad], text_map: TextMap) -> Span | None:
    """Return the passage whose words lie under quads; None if there are none.

    Other programs make quads higher or lower than ours, and of letters instead of words: a word counts that
    lies under them by half. Of marks that skip much, the longest stretch without a gap is taken.
    """
    pieces = [
        piece for page in sorted({quad.page_index for quad in quads}) for piece in text_map.pieces(page)
    ]
    boxes: dict[int, list[Rect]] = {}
    for quad in quads:
        boxes.setdefault(quad.page_index, []).append(quad.bounds)
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        line = text_map.line(piece.line)
        if _is_under(piece, _box(piece, text_map), boxes[line.page_index]):
            runs[-1].append(piece)
        elif runs[-1]:
            runs.append([])
    found = [run for run in runs if run]
    if not found:
        return None
    whole = Span(found[0][0].span.start, found[-1][-1].span.stop)
    lit = sum(len(run_span) for run_span in map(_span, found))
    return whole if lit >= (1 - _MOST_BETWEEN) * len(whole) else max(map(_span, found), key=len)


def _span(run: Sequence[Piece]) -> Span:
    return Span(run[0].span.start, run[-1].span.stop)


def _box(piece: Piece, text_map: TextMap) -> Rect:
    line = text_map.line(piece.line)
    begin, end = sorted((piece.from_pt, piece.to_pt))
    if line.direction % 2:
        return Rect(line.low_pt, begin, line.high_pt, end)
    return Rect(begin, line.low_pt, end, line.high_pt)


def _is_under(piece: Piece, box: Rect, lights: Sequence[Rect]) -> bool:
    area = box.width * box.height
    if not area or not len(piece.span):
        return False
    return any(_shared(box, light) >= _ENOUGH * area for light in lights)


def _shared(one: Rect, other: Rect) -> float:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)
