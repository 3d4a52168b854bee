"""Our facts as answers of the three tracks: which of our types and slots mean which of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.factrueval.gold import Document, Kind
from index.model.fact import DocumentFacts, EntityType, FactType, Slot
from index.model.fact import Fact as OurFact
from index.model.span import Span

KINDS: Final = {
    EntityType.PERSON: Kind.PERSON,
    EntityType.ORG: Kind.BODY,
    EntityType.COUNTRY: Kind.PLACE,
    EntityType.CITY: Kind.PLACE,
    EntityType.REGION: Kind.PLACE,
    EntityType.PLACE: Kind.PLACE,
}
"""Routes, documents and names of events are not asked for."""

TYPES: Final = {
    FactType.OCCUPATION: ("Occupation", {"person": "Who", "position": "Position", "org": "Where"}),
    FactType.APPOINTMENT: ("Occupation", {"person": "Who", "position": "Position", "org": "Where"}),
    FactType.MEETING: ("Meeting", {"participants": "Participant"}),
    FactType.DEAL: ("Deal", {"participants": "Participant", "kind": "Type"}),
    FactType.OWNERSHIP: ("Ownership", {"owner": "Owner", "property": "Property"}),
}
"""An appointment says who holds which office, as an occupation does; other slots are not asked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name we found: its kind, its place, and the numbers of its words."""

    kind: Kind
    span: Span
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or body with its canonical name and its places."""

    kind: Kind
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement: pairs of slot and what we say there."""

    type: str
    arguments: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers for one document; the same fact once."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    @property
    def mentions(self) -> list[Mention]:
        """All mentions in text order."""
        return sorted((m for e in self.entities for m in e.mentions), key=lambda m: (m.span, m.kind))


def answers(document: Document, ours: DocumentFacts) -> Answers:
    """Return our facts about a document in the terms of the tracks."""
    names = {entity.id: entity.name for entity in ours.entities}
    entities = []
    for entity in ours.entities:
        kind = KINDS.get(entity.type)
        if kind is not None:
            mentions = tuple(Mention(kind, span, document.words_in(span)) for span in entity.mentions)
            entities.append(Entity(kind, entity.name, mentions))
    unique = {(fact.type, frozenset(fact.arguments)): fact for fact in _facts(ours, names)}
    return Answers(tuple(entities), tuple(unique.values()))


def _facts(ours: DocumentFacts, names: dict[str, str]) -> Iterator[Fact]:
    for fact in ours.facts:
        if fact.type in TYPES:
            type_, slots = TYPES[fact.type]
            yield Fact(type_, tuple(_arguments(fact, slots, names)), fact.span)


def _arguments(fact: OurFact, slots: dict[str, str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for slot in fact.slots:
        if slot.name in slots:
            yield slots[slot.name], _said(slot, names)


def _said(slot: Slot, names: dict[str, str]) -> str:
    if slot.entity_id in names:
        return names[slot.entity_id]
    return slot.value if isinstance(slot.value, str) else slot.text
