"""What the reader decided about entities, applied: names, kinds, who is the same, what is no name. Pure.

Holds within one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from index.model.decision import Decision, Part, Statement
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, Mark, Slot
from index.model.span import Span

NAME = "name"
"""The one part of a statement about an entity."""
ENTITY_KINDS: Final = frozenset(kind.value for kind in EntityType)
"""Tell a statement about an entity from a fact."""


def entity_statement(kind: EntityType, name: str) -> Statement:
    """Return what is said of an entity, for a decision about it."""
    return Statement(kind.value, (Part(NAME, name),))


def named(_text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    """Return facts with an entity of another name or kind; a new one if nothing is named there."""
    if decision.becomes is None:
        return None
    kind, name = _told(decision.becomes)
    span = decision.anchor.span
    facts = _returned(facts, span, decision.was)
    found = _find(facts, span, decision.was)
    if found is None or (decision.was is None and span not in found.mentions):
        # A name within another one, or around it, is a name of its own.
        return _with(facts, Entity(decision.id, kind, name, (span,), Mark.OWN))
    mark = Mark.OWN if found.mark is Mark.OWN else Mark.CORRECTED
    renamed = replace(found, type=kind, name=name, mark=mark)
    return _refilled(_with(facts, renamed, found), found, renamed)


def confirmed(facts: DocumentFacts, decision: Decision, was: Statement) -> DocumentFacts:
    """Return facts with an entity that the reader knows to be one, even if he said otherwise before."""
    span = decision.anchor.span
    facts = _returned(facts, span, was)
    found = _find(facts, span, was)
    if found is None:
        # Newer rules do not find it: it is made of the decision.
        return _with(facts, Entity(decision.id, *_told(was), (span,), Mark.ACCEPTED))
    return _with(facts, replace(found, mark=found.mark or Mark.ACCEPTED), found)


def hidden(facts: DocumentFacts, decision: Decision, was: Statement) -> DocumentFacts:
    """Return facts without an entity that is none; statements keep its words."""
    found = _find(facts, decision.anchor.span, was)
    if found is None or (found.type, found.name) != _told(was):
        # Newer rules do not find it any more, or know better who it is.
        return facts
    left = replace(
        facts,
        entities=tuple(entity for entity in facts.entities if entity is not found),
        rejected_entities=(*facts.rejected_entities, found),
    )
    return _refilled(left, found, replace(found, id=""))


def merged(_text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    """Return facts with one entity taken into another, under the other's name."""
    if decision.other is None:
        return None
    gone = _find(facts, decision.anchor.span, decision.was)
    kept = _find(facts, decision.other.span, decision.becomes)
    if gone is None or kept is None:
        return None
    if gone is kept:
        # Newer rules know it, too.
        return facts
    mentions = tuple(sorted({*gone.mentions, *kept.mentions}))
    one = replace(kept, mentions=mentions, mark=kept.mark or Mark.CORRECTED)
    changed = _with(facts, one, gone, kept)
    return _refilled(changed, gone, kept)


def split(_text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    """Return facts with one mention of an entity as an entity of its own."""
    if decision.becomes is None:
        return None
    found = _find(facts, decision.anchor.span, decision.was)
    if found is None:
        return None
    span = next(m for m in found.mentions if m.overlaps(decision.anchor.span))
    rest = tuple(mention for mention in found.mentions if mention != span)
    if not rest:
        # Newer rules hold it apart already.
        return facts
    kind, name = _told(decision.becomes)
    own = Entity(decision.id, kind, name, (span,), Mark.CORRECTED)
    changed = _with(facts, own)
    changed = _with(changed, replace(found, mentions=rest, mark=found.mark or Mark.CORRECTED), found)
    return _refilled(changed, found, own, span)


def _told(statement: Statement) -> tuple[EntityType, str]:
    return EntityType(statement.kind), next(part.text for part in statement.parts if part.name == NAME)


def _find(facts: DocumentFacts, span: Span, wanted: Statement | None) -> Entity | None:
    """Return the entity that is named at a place, best the one that is wanted."""
    return _found(facts.entities, span, wanted)


def _found(entities: Iterable[Entity], span: Span, wanted: Statement | None) -> Entity | None:
    there = [e for e in entities if any(mention.overlaps(span) for mention in e.mentions)]

    def likeness(entity: Entity) -> tuple[bool, bool, bool]:
        is_kind = is_name = False
        if wanted is not None:
            kind, name = _told(wanted)
            is_kind, is_name = entity.type is kind, entity.name == name
        return is_kind and is_name, span in entity.mentions, is_kind

    return max(there, key=likeness, default=None)


def _with(facts: DocumentFacts, new: Entity, *old: Entity) -> DocumentFacts:
    """Return facts with an entity in the place of others; a new one stands last."""
    place = next((i for i, entity in enumerate(facts.entities) if entity in old), len(facts.entities))
    before = [entity for entity in facts.entities[:place] if entity not in old]
    after = [entity for entity in facts.entities[place:] if entity not in old]
    return replace(facts, entities=(*before, new, *after))


def _refilled(facts: DocumentFacts, old: Entity, new: Entity, span: Span | None = None) -> DocumentFacts:
    """Return facts whose slots name another entity by its name; only those at a place if one is given."""

    def refilled(slot: Slot) -> Slot:
        if slot.entity_id != old.id or (span is not None and not (slot.span and slot.span.overlaps(span))):
            return slot
        value = new.name if slot.value == old.name else slot.value
        return replace(slot, entity_id=new.id, value=value)

    return _with_slots(facts, refilled)


def _returned(facts: DocumentFacts, span: Span, wanted: Statement | None) -> DocumentFacts:
    """Return facts with what was no name at a place named there again, unless another entity is."""
    back = None if _find(facts, span, wanted) else _found(facts.rejected_entities, span, wanted)
    if back is None:
        return facts
    left = tuple(entity for entity in facts.rejected_entities if entity is not back)
    return _rejoined(_with(replace(facts, rejected_entities=left), back), back)


def _rejoined(facts: DocumentFacts, back: Entity) -> DocumentFacts:
    """Return facts whose slots name an entity that is there again, where nobody else is named."""

    def rejoined(slot: Slot) -> Slot:
        is_his = slot.span is not None and any(mention.overlaps(slot.span) for mention in back.mentions)
        return replace(slot, entity_id=back.id) if is_his and not slot.entity_id else slot

    return _with_slots(facts, rejoined)


def _with_slots(facts: DocumentFacts, changed: Callable[[Slot], Slot]) -> DocumentFacts:
    def fact(old: Fact) -> Fact:
        slots = tuple(map(changed, old.slots))
        return old if slots == old.slots else replace(old, slots=slots)

    return replace(facts, facts=tuple(map(fact, facts.facts)), rejected=tuple(map(fact, facts.rejected)))
