"""Tails of offices («от штата Аризона», «по делам церкви») before the holder or the next comma."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.positions import position_lemma

ENDS: Final = frozenset({",", ".", ";", ")", "–", "—", "-"})
"""What may stand behind a tail."""

_LEADERS: Final = frozenset({"от", "в", "во", "на", "по", "при", "из"})
_PARTS: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "CCONJ", "NUM", "DET"})
_LONGEST: Final = 10


def tail_stop(passage: Passage, first: int) -> int:
    """Return the number of the token behind the tail that begins at a token; the same token if none does."""
    if first >= len(passage.tokens) or passage.tokens[first].text not in _LEADERS:
        return first
    position = first
    while position < min(len(passage.tokens), first + _LONGEST) and passage.part(position) in _PARTS:
        position += 1
    return position


def is_tail(passage: Passage, first: int, stop: int) -> bool:
    """Whether the tokens between two places are a tail: «глава миссии [в регионе] полковник Петров»."""
    if not first < stop <= first + _LONGEST or passage.tokens[first].text not in _LEADERS:
        return False
    return all(passage.part(position) in _PARTS for position in range(first, stop))


def person_behind(passage: Passage, persons: Sequence[Name], first: int) -> Name | None:
    """Return the first person who stands right behind a tail; none if the tail names an office as well."""
    stop = tail_stop(passage, first)
    if stop == first:
        return None
    for person in persons:
        start = passage.first_token(person.span)
        if first + 1 < start <= stop:
            between = passage.tokens[first:start]
            return None if any(position_lemma(token.text) for token in between) else person
    return None
