"""Who met whom: a verb of meeting with the person before it and the one behind «с»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts import morph
from index.facts.names import Name
from index.facts.occupations import named_slot
from index.facts.passage import Passage
from index.model.fact import Entity, EntityType, Fact, FactType
from index.model.span import Span

_VERBS: Final = frozenset({"встретиться", "встречаться", "увидеться", "побеседовать"})
_REACH: Final = 12
_NEAR: Final = 5
"""How many tokens may stand between the verb and who met, and between the verb and «с»."""


def find_meetings(
    text: str, passage: Passage, names: Sequence[Name], entity_at: dict[Span, Entity]
) -> list[Fact]:
    """Return the meetings of a sentence, «министр Иванов встретился с послом Петровым».

    Args:
        text: The document's text.
        passage: The sentence; needs its grammar.
        names: Its names.
        entity_at: Entities by the spans of their mentions.
    """
    persons = sorted((n for n in names if n.type == EntityType.PERSON), key=lambda n: n.span)
    found = []
    for verb, token in enumerate(passage.tokens):
        if passage.part(verb) != "VERB" or not morph.lemmas(token.text.lower()) & _VERBS:
            continue
        host, guest = _host(passage, persons, verb), _guest(passage, persons, verb)
        if host is None or guest is None or _is_denied(passage, verb):
            continue
        slots = tuple(named_slot(text, "participants", one.span, entity_at) for one in (host, guest))
        status = "planned" if passage.feature(verb, "Tense") == "Fut" else "actual"
        span = host.span.hull(guest.span)
        found.append(Fact("", FactType.MEETING, slots, span, status, 0.85, "met_with"))
    return found


def _host(passage: Passage, persons: Sequence[Name], verb: int) -> Name | None:
    """Return the person before the verb, or right behind it: «встретился Иванов с Петровым»."""
    before = [one for one in persons if one.span.stop <= passage.tokens[verb].start]
    if before:
        first = passage.after_token(before[-1].span)
        is_near = verb - first <= _NEAR and _is_plain(passage, first, verb)
        return before[-1] if is_near and passage.feature(first - 1, "Case") in ("Nom", "") else None
    return next((one for one in persons if passage.first_token(one.span) == verb + 1), None)


def _guest(passage: Passage, persons: Sequence[Name], verb: int) -> Name | None:
    """Return the first person behind the «с» of the verb, if it stands in the instrumental."""
    near = range(verb + 1, min(len(passage.tokens), verb + 1 + _NEAR))
    preposition = next((i for i in near if passage.tokens[i].text in ("с", "со")), None)
    if preposition is None:
        return None
    for one in persons:
        first = passage.first_token(one.span)
        if first <= preposition:
            continue
        is_near = first - preposition <= _REACH and _is_plain(passage, preposition, first)
        return one if is_near and passage.feature(first, "Case") == "Ins" else None
    return None


def _is_plain(passage: Passage, first: int, stop: int) -> bool:
    """Whether no other verb and no border of a clause stands between."""
    return not any(
        passage.part(i) in ("VERB", "SCONJ") or passage.tokens[i].text in (",", ";", ":", "»")
        for i in range(first, stop)
    )


def _is_denied(passage: Passage, verb: int) -> bool:
    return verb > 0 and passage.tokens[verb - 1].text.lower() == "не"
