"""Several offices of one person: «глава комитета и член совета И. Иванов», «глава отдела майор Петров»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from index.facts import office_tails
from index.facts.lexicon import words
from index.facts.occupations import AFTER_PERSON, Held, end_of
from index.facts.passage import Passage
from index.facts.positions import Position
from index.model.span import Span

BEFORE_RULE: Final = "offices_before_person"
AFTER_RULE: Final = "offices_after_person"
_CONFIDENCE: Final = 0.8
_JOINT: Final = re.compile(r",?\s(?:и|а\sтакже)\s|,\s")
_AND: Final = re.compile(r"\s(?:и|а\sтакже)\s")
_BESIDE: Final = re.compile(r"\s")


def with_chains(passage: Passage, positions: Sequence[Position], held: Sequence[Held]) -> list[Held]:
    """Return offices with their holders, and the further offices that stand beside these.

    Args:
        passage: The sentence.
        positions: Its offices in order.
        held: Those that stand beside their holders.
    """
    taken = {one.position.span for one in held}
    free = {position.span for position in positions} - taken
    order = {position.span: number for number, position in enumerate(positions)}
    found = [_with_shared_body(passage, one, positions[order[one.position.span] + 1 :]) for one in held]
    for one in held:
        if one.position.is_plural:
            continue
        place = order[one.position.span]
        if one.rule == AFTER_PERSON:
            chain = _chain(passage, positions[place:], free, is_behind=True)
            rule = AFTER_RULE
        else:
            chain = _chain(passage, positions[place::-1], free, is_behind=False)
            rule = BEFORE_RULE
        found += [Held(position, one.person, rule, _CONFIDENCE) for position in chain]
    return found


def _chain(
    passage: Passage, positions: Sequence[Position], free: set[Span], *, is_behind: bool
) -> Iterator[Position]:
    """Yield the offices that follow the first one in a direction, each joined to the one before it."""
    for near, far in pairwise(positions):
        left, right = (near, far) if is_behind else (far, near)
        if far.span not in free or far.is_plural or near.case != far.case or not near.case:
            return
        if not _are_joined(passage, left, right, is_behind=is_behind):
            return
        yield far


def _are_joined(passage: Passage, left: Position, right: Position, *, is_behind: bool) -> bool:
    """Whether nothing but «и», a comma or a tail parts two offices; before a person not even these."""
    stop, start = end_of(passage, left), passage.tokens[right.begin].start
    gap = passage.text[stop:start]
    if _JOINT.fullmatch(gap):
        return True
    if is_behind:
        return False
    first = passage.after_token(Span(passage.span.start, stop))
    return bool(_BESIDE.fullmatch(gap)) or (
        right.case == "Nom" and office_tails.is_tail(passage, first, right.begin)
    )


def _with_shared_body(passage: Passage, held: Held, following: Sequence[Position]) -> Held:
    """Return «директор» of «директор и основатель компании» with the body that both are of."""
    position = held.position
    if not following or position.body is not None or position.has_tail:
        return held
    other = following[0]
    gap = passage.text[position.span.stop : passage.tokens[other.begin].start]
    is_joined = bool(_AND.fullmatch(gap)) and other.case == position.case
    if other.body is None or other.has_tail or not is_joined or position.value in words("ranks.txt"):
        return held
    return replace(held, position=replace(position, body=other.body))
