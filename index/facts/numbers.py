"""Numbers in digits and in words, in every case: «двумястами пятьюдесятью», «1 млн 950 тыс.», «от 8 до 11».

A text is cut into pieces (`number_tokens`), pieces make numbers (`number_grammar`), two numbers make a range
(`ranges`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.facts.number_grammar import Number, read_number
from index.facts.number_tokens import Token, tokens
from index.facts.numerals import ONE_OR_MANY, VAGUE_ALONE, Kind
from index.facts.ranges import range_from
from index.model.span import Span

_MORE: Final = re.compile(r"\s+с\s+(?:лишним|небольшим|гаком)\b", re.IGNORECASE)
_VAGUE: Final = VAGUE_ALONE | ONE_OR_MANY | {"несколько", "нескольких", "нескольким", "несколькими"}


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order, the longest at each place; they do not overlap.

    «Несколько», «десятки тысяч» and the like say no number, and none is yielded for them.
    """
    pieces = tokens(text)
    position = 0
    while position < len(pieces):
        first = read_number(text, pieces, position) if pieces[position].is_number else None
        if first is None:
            position = _after_vague(pieces, position)
            continue
        ranged = range_from(text, pieces, position, first)
        number, stop = _spelled_again(text, pieces, ranged or first)
        if number.high is None and (more := _MORE.match(text, number.span.stop)):
            number = replace(number, more=Span(*more.span()))
        yield number
        position = max(stop, position + 1)


def _after_vague(pieces: Sequence[Token], position: int) -> int:
    """Return the next place to look: behind «тысяч» of «сотни тысяч», which is no number of its own."""
    position += 1
    if pieces[position - 1].text.lower() in _VAGUE:
        while position < len(pieces) and pieces[position].text.lower() in VAGUE_ALONE:
            position += 1
    return position


def _spelled_again(text: str, pieces: Sequence[Token], found: tuple[Number, int]) -> tuple[Number, int]:
    """Step over the words that repeat digits, as contracts have it: «30 (тридцать)»."""
    number, stop = found
    if stop + 1 >= len(pieces) or pieces[stop].text != "(" or number.high is not None:
        return found
    inner = read_number(text, pieces, stop + 1)
    if inner is None or inner[0].low != number.low or inner[1] >= len(pieces) or pieces[inner[1]].text != ")":
        return found
    scale, stop = _scale_behind(text, pieces, inner[1] + 1)
    span = Span(number.span.start, pieces[stop - 1].stop)
    return Number(span, number.low * scale, None, number.is_ordinal, has_words=True), stop


def _scale_behind(text: str, pieces: Sequence[Token], position: int) -> tuple[Decimal, int]:
    """Return the scale that belongs to both, «100 (сто) тысяч», and the piece behind it; else 1."""
    if position < len(pieces):
        piece = pieces[position]
        is_near = not text[pieces[position - 1].stop : piece.start].strip(" \u00a0")
        if is_near and piece.word is not None and piece.word.kind is Kind.SCALE:
            return piece.word.value, position + 1
    return Decimal(1), position
