"""Offices told by a noun for what is done in them: «от заведования мастерской», «обязанности директора»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.positions import Position
from index.model.fact import EntityType
from index.model.span import Span

_DUTIES: Final = {
    "заведование": "заведующий", "руководство": "руководитель", "командование": "командующий",
    "председательство": "председатель",
}  # fmt: skip
_ACTING: Final = "исполняющий обязанности "


def is_duty(word: str) -> bool:
    """Whether a word says what is done in an office."""
    return not morph.lemmas(word.lower()).isdisjoint(_DUTIES)


def find_duties(passage: Passage, names: Sequence[Name]) -> Iterator[Position]:
    """Yield offices told by what is done in them and the body it is done to: «заведования мастерской № 2»."""
    for number, token in enumerate(passage.tokens[:-1]):
        behind = passage.tokens[number + 1]
        office = next((_DUTIES[one] for one in morph.lemmas(token.text.lower()) if one in _DUTIES), "")
        if not office:
            continue
        body = next((n for n in names if n.span.start == behind.start and n.type == EntityType.ORG), None)
        if body is not None:
            after = passage.after_token(body.span)
            yield Position(number, after, token.span, office, body, "actual", False, "", False)


def as_acting(passage: Passage, position: Position) -> Position:
    """Return the office behind «обязанности», in the genitive, as one that somebody fills for another."""
    first = position.begin - 1
    while first > 0 and morph.lemmas(passage.tokens[first - 1].text.lower()) & {"исполнение", "временный"}:
        first -= 1
    span = Span(passage.tokens[first].start, position.span.stop)
    said = passage.of(position.span).lower()
    return replace(position, begin=first, span=span, value=_ACTING + said)
