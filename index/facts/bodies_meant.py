"""Which body a bare word for its kind means: «директор комбината», «банк», «глава государства».

The nearest body named before with that word in its name is meant; of a state, the only one that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from index.facts import drafts, morph
from index.facts.country_adjectives import is_alone
from index.facts.lexicon import words
from index.facts.positions import position_lemma
from index.model.fact import Entity, EntityType, Fact, Slot
from index.model.span import Span

_STATES: Final = frozenset({"государство", "страна"})
_REGIONS: Final = frozenset({"область", "край", "район", "округ", "республика"})
_OF_ENTERPRISES: Final = frozenset({"компания", "фирма", "предприятие", "общество"})
"""What a name with a legal form may be called: «ООО «Лотос»» is a company."""
_REACH: Final = 200
"""How many mentions back a body is looked for."""
_OF_ONLY_COUNTRY: Final = 0.75
"""How sure an office is whose country the document alone tells."""
_SAID_AGAIN: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_CACHED_NAMES: Final = 10_000


class BodiesMeant:
    """The bodies and places of a document, asked for by a word of kind."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Sort the mentions of all bodies and regions; look for the only country."""
        entities = tuple(entities)
        named = [one for one in entities if one.type in (EntityType.ORG, EntityType.REGION)]
        countries = [one for one in entities if one.type == EntityType.COUNTRY]
        self.only_country = countries[0] if len(countries) == 1 else None
        self._mentions = sorted(
            (span.start, entity.id, entity) for entity in named for span in entity.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]

    def meant(self, word: str, before: int) -> Entity | None:
        """Return what a word of kind means where it stands; None when nobody could tell."""
        for kind in morph.lemmas(word.lower()):
            if kind in _STATES:
                return self.only_country
            if kind in _REGIONS or kind in words("bodies.txt"):
                return self._nearest(kind, before)
        return None

    def _nearest(self, kind: str, before: int) -> Entity | None:
        last = bisect_left(self._starts, before)
        for _, _, entity in reversed(self._mentions[max(0, last - _REACH) : last]):
            if _is_of_kind(entity.name, kind):
                return entity
        return None


@lru_cache(maxsize=_CACHED_NAMES)
def _is_of_kind(name: str, kind: str) -> bool:
    """Whether a name holds the word of kind, at the end of a word as well («Чирчикмелькомбинат»)."""
    parts = _WORD.findall(name)
    if kind in _OF_ENTERPRISES and parts and parts[0] in words("legal_forms.txt"):
        return True
    return any(kind == part.lower() or part.lower().endswith(kind) for part in parts)


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
