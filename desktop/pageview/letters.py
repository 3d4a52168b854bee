"""How wide letters are: where in a word a place between two of its letters lies.

A map of a text knows where its words begin and end on paper, and no more; between the ends letters share the
room by what they usually take: the mean of an antiqua and a grotesque. So the edge of a selection falls
between letters, and not into a wide one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from index.model.geometry import Quad
from index.model.span import Span
from index.model.textmap import Piece, TextMap

_USUAL: Final = 10
"""Of а, б, о, p and of all that is not listed; the unit is a tenth of it."""
_WIDTHS: Final = {
    letter: width
    for width, letters in {
        4: "'",
        5: "ijl .,",
        6: "fIJ :;!()/",
        7: 'rt -"',
        8: "г s",
        9: "зстэ cz ?«»“”„§",
        11: "дийнпцъБВЕЁТУЧЬ hnBEKTYZ",
        12: "АКЛСХЭЯ ACRUVX",
        13: "мыДИЙНОПЦЪ wDGHNOQ",
        14: "жфюФ",
        15: "шМЫ mM %",
        16: "щ —…",
        17: "Ш W",
        18: "ЖЩЮ",
        19: "№",
    }.items()
    for letter in letters.replace(" ", "")
}


def share(word: str, count: int) -> float:
    """Return how far into a word its first `count` letters reach: 0 to 1."""
    edges = _edges(word)
    return edges[count] / edges[-1] if edges[-1] else 0.0


def nearest_place(word: str, part: float) -> int:
    """Return the place between letters that is nearest to a part of the word's length: 0 to its last one."""
    edges = _edges(word)
    return min(range(len(edges)), key=lambda i: abs(edges[i] - part * edges[-1]))


def letter_at(word: str, part: float) -> int:
    """Return the letter at a part of the word's length; the first or last one beyond its ends."""
    edges = _edges(word)
    return min(max(bisect_left(edges, part * edges[-1]) - 1, 0), max(0, len(word) - 1))


def along(text: str, piece: Piece, offset: int) -> float:
    """Return the coordinate along its line of a place in a piece, or at an end of it."""
    part = share(piece.span.of(text), offset - piece.span.start)
    return piece.from_pt + (piece.to_pt - piece.from_pt) * part


def fitted(quads: Sequence[Quad], text_map: TextMap, text: str, span: Span) -> tuple[Quad, ...]:
    """Return the quads of a passage, on one page or on all, cut between letters where it cuts a word.

    Args:
        quads: As the map has them, which cuts words in equal parts.
        text_map: The map.
        text: The document's text.
        span: The passage of these quads.
    """
    if not quads:
        return ()
    cut = list(quads)
    first, last = _piece_at(text_map, span.start), _piece_at(text_map, span.stop - 1)
    if first is not None and first.span.start < span.start:
        begin = _cut_of(text_map, text, first, span.start)
        cut[0] = _joined(cut[0], begin, at_start=True)
    if last is not None and span.stop < last.span.stop:
        end = _cut_of(text_map, text, last, span.stop)
        cut[-1] = _joined(cut[-1], end, at_start=False)
    return tuple(cut)


def _piece_at(text_map: TextMap, offset: int) -> Piece | None:
    """Return the piece that a character belongs to; None between pieces."""
    on_page = text_map.pieces(text_map.page_at(offset))
    return next((one for one in on_page if one.span.start <= offset < one.span.stop), None)


def _cut_of(text_map: TextMap, text: str, piece: Piece, offset: int) -> Quad:
    """Return the cut through a piece at an offset: a quad without length."""
    (whole,) = text_map.quads(piece.span)
    part = share(piece.span.of(text), offset - piece.span.start)
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = whole.points
    upper = ul_x + (ur_x - ul_x) * part, ul_y + (ur_y - ul_y) * part
    lower = ll_x + (lr_x - ll_x) * part, ll_y + (lr_y - ll_y) * part
    return Quad(whole.page_index, (*upper, *upper, *lower, *lower))


def _joined(quad: Quad, cut: Quad, *, at_start: bool) -> Quad:
    """Return a quad that begins, or ends, at a cut; as it is when the cut is on another page."""
    if quad.page_index != cut.page_index:
        return quad
    at, points = cut.points, quad.points
    if at_start:
        return Quad(quad.page_index, (*at[:2], *points[2:4], *at[4:6], *points[6:]))
    return Quad(quad.page_index, (*points[:2], *at[2:4], *points[4:6], *at[6:]))


def _edges(word: str) -> list[int]:
    """Return where letters begin, and where the last one ends."""
    return list(accumulate((_WIDTHS.get(letter, _USUAL) for letter in word), initial=0))
