"""Ranges of numbers: «168–172 тыс.», «от 8 до 11», «от полутора до двух миллиардов», «две-три тысячи»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.facts.number_grammar import Number, read_number
from index.facts.number_tokens import Token
from index.facts.numerals import Kind
from index.model.span import Span

_JOINT: Final = re.compile(r"\s?(?:[-–—]|…|\.{3}|÷)\s?|\s+(?:до|по|и|[-–—]\s+до)\s+", re.IGNORECASE)
_OPENING: Final = re.compile(r"(?<!\w)(?:(?P<of_and>между)|от|с|со)[^\S\n]+$", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_CHAIN: Final = re.compile(r"\d[-–—]$")
_LINK: Final = re.compile(r"[-–—]\d")
_OPENING_CHARS: Final = 8
_SAME_SCALE: Final = 10
"""«от 50 до 2 тысяч» begins at 50, «с 31 до 4 тысяч» at 31 thousand: nearer ends share their scale."""


def range_from(
    text: str, pieces: Sequence[Token], position: int, first: tuple[Number, int]
) -> tuple[Number, int] | None:
    """Return the range that a number begins, and the piece behind it; None if it begins none.

    Args:
        text: The text.
        pieces: Its pieces.
        position: The piece where the number begins.
        first: The number and the piece behind it.
    """
    low, after = first
    joint = _JOINT.match(text, low.span.stop)
    if joint is None or low.is_ordinal:
        return None
    following = next((i for i in range(after, len(pieces)) if pieces[i].start >= joint.end()), len(pieces))
    if following >= len(pieces) or pieces[following].start != joint.end():
        return None
    second = read_number(text, pieces, following)
    if second is None or second[0].is_ordinal:
        return None
    high, stop = second
    opening = _OPENING.search(text, max(0, low.span.start - _OPENING_CHARS), low.span.start)
    if not _is_range(text, joint.group().strip().lower(), opening, Span(low.span.start, high.span.stop)):
        return None
    start = opening.start() if opening else low.span.start
    scale = _scale_of(pieces[following:stop])
    begin = low.low
    if scale and _scale_of(pieces[position:after]) is None and begin < _SAME_SCALE * high.low / scale:
        begin *= scale
    elif opening is None and (begin > high.low or (scale and _YEAR.fullmatch(low.span.of(text)))):
        # «45 000-00 руб.» has kopecks behind its dash, «2022 – 3,2 млн» a sum behind its year.
        return None
    has_words = low.has_words or high.has_words
    return replace(
        high, span=Span(start, high.span.stop), low=begin, high=high.low, has_words=has_words
    ), stop


def _is_range(text: str, joint: str, opening: re.Match[str] | None, span: Span) -> bool:
    """Whether the words around two numbers make them the ends of a range."""
    if joint == "и":
        return opening is not None and opening["of_and"] is not None
    if joint in ("до", "по"):
        return opening is not None
    # 22-14-05 is a telephone, 5-10-15 a code.
    return not _CHAIN.search(text, max(0, span.start - 2), span.start) and not _LINK.match(text, span.stop)


def _scale_of(pieces: Sequence[Token]) -> Decimal | None:
    """Return the single scale of a number, if it is a group and one scale."""
    words = [piece.word for piece in pieces if piece.word is not None]
    scales = [word.value for word in words if word.kind is Kind.SCALE]
    return scales[0] if len(scales) == 1 else None
