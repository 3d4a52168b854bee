"""Offices in the body, region or country that the document tells: «директор комбината», «премьер-министр»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from index.facts import drafts
from index.facts.bodies_meant import BodiesMeant
from index.facts.country_adjectives import is_alone
from index.facts.office_words import position_lemma
from index.model.fact import Entity, Fact, Slot
from index.model.span import Span

_OF_ONLY_COUNTRY: Final = 0.75
"""How sure an office is whose country the document alone tells."""
_OF_REGIONS: Final = frozenset({"губернатор", "вице-губернатор", "экс-губернатор"})
_SAID_AGAIN: Final = 2


def with_body(text: str, fact: Fact, meant: BodiesMeant) -> Fact:
    """Return an office with the body that its last word means: «директор комбината»; the fact itself if none.

    Args:
        text: The document's text.
        fact: An occupation or appointment.
        meant: The bodies of the document.
    """
    position = fact.slot("position")
    if position is None or position.span is None or fact.slot("org") is not None:
        return fact
    said, value = position.text.split(" "), str(position.value).split(" ")
    if len(said) < 2 or len(said) != len(value) or not position_lemma(said[-2]) or not said[-1].islower():
        return fact
    entity = meant.meant(said[-1], position.span.start)
    if entity is None:
        return fact
    start = position.span.stop - len(said[-1])
    office = drafts.slot(text, "position", Span(position.span.start, start - 1), " ".join(value[:-1]))
    body = drafts.slot(text, "org", Span(start, position.span.stop), entity.name, entity.id)
    return _with_office(fact, office, body)


def with_region(text: str, fact: Fact, meant: BodiesMeant) -> Fact:
    """Return «свердловский губернатор» as the governor of the region; the fact itself if none is meant."""
    position = fact.slot("position")
    if position is None or position.span is None or fact.slot("org") is not None:
        return fact
    said, value = position.text.split(" "), str(position.value).split(" ")
    if len(said) != 2 or position_lemma(said[-1]) not in _OF_REGIONS:
        return fact
    entity = meant.region_of(said[0])
    if entity is None:
        return fact
    stop = position.span.start + len(said[0])
    body = drafts.slot(text, "org", Span(position.span.start, stop), entity.name, entity.id)
    office = drafts.slot(text, "position", Span(stop + 1, position.span.stop), value[-1])
    return _with_office(fact, office, body)


def _with_office(fact: Fact, office: Slot, body: Slot) -> Fact:
    """Return a fact with another office and body behind its person."""
    others = [slot for slot in fact.slots if slot.name not in ("person", "position")]
    people = [slot for slot in fact.slots if slot.name == "person"]
    return replace(fact, slots=(*people, office, body, *others))


def with_countries(facts: Iterable[Fact], meant: BodiesMeant) -> Iterator[Fact]:
    """Yield facts, offices of state with the only country that their document names again and again.

    A country whose offices others are told to hold may be the one that «премьер-министр Иванов» visits.
    """
    told = list(facts)
    country = meant.only_country
    if country is None or len(country.mentions) < _SAID_AGAIN:
        yield from told
        return
    holders = {_holder(fact) for fact in told if _is_of(fact, country)}
    body = Slot("org", "", None, country.name, country.id)
    for fact in told:
        is_of_country = fact.slot("org") is None and _is_alone(fact) and holders <= {_holder(fact)}
        with_body_too = replace(fact, slots=(*fact.slots, body), confidence=_OF_ONLY_COUNTRY)
        yield with_body_too if is_of_country else fact


def _is_of(fact: Fact, country: Entity) -> bool:
    org = fact.slot("org")
    return org is not None and org.entity_id == country.id and _is_alone(fact)


def _is_alone(fact: Fact) -> bool:
    """Whether a fact tells an office of state that needs no word for its country."""
    position = fact.slot("position")
    value = str(position.value) if position is not None else ""
    return is_alone(next((lemma for word in value.split() if (lemma := position_lemma(word))), ""))


def _holder(fact: Fact) -> str:
    person = fact.slot("person")
    return person.entity_id if person is not None else ""
