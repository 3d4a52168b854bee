"""What the reader decided about entities, applied: names and kinds, who is the same, who is not. Pure.

Holds within one document.
"""

from __future__ import annotations

from dataclasses import replace

from index.model.decision import Decision, Part, Statement
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, Mark, Slot
from index.model.span import Span

NAME = "name"
"""The one part of a statement about an entity."""


def entity_statement(kind: EntityType, name: str) -> Statement:
    """Return what is said of an entity, for a decision about it."""
    return Statement(kind.value, (Part(NAME, name),))


def named(_text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    """Return facts with an entity of another name or kind; a new one if nothing is named there."""
    if decision.becomes is None:
        return None
    kind, name = _told(decision.becomes)
    span = decision.anchor.span
    found = _find(facts, span, decision.was)
    if found is None:
        return _with(facts, Entity(decision.id, kind, name, (span,), Mark.OWN))
    mark = Mark.OWN if found.mark is Mark.OWN else Mark.CORRECTED
    changed = _with(facts, replace(found, type=kind, name=name, mark=mark), found)
    return _refilled(changed, found, replace(found, name=name))


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
    there = [e for e in facts.entities if any(mention.overlaps(span) for mention in e.mentions)]

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
    """Return facts whose slots name another entity, by its name; only those at a place if one is given."""

    def is_meant(slot: Slot) -> bool:
        return slot.entity_id == old.id and (
            span is None or (slot.span is not None and slot.span.overlaps(span))
        )

    def refilled(fact: Fact) -> Fact:
        slots = tuple(
            replace(slot, entity_id=new.id, value=new.name if slot.value == old.name else slot.value)
            if is_meant(slot)
            else slot
            for slot in fact.slots
        )
        return fact if slots == fact.slots else replace(fact, slots=slots)

    return replace(
        facts,
        facts=tuple(map(refilled, facts.facts)),
        rejected=tuple(map(refilled, facts.rejected)),
    )
