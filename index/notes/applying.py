"""The reader's decisions laid over what the rules found: pure, in the order in which they were made.

    facts      accept, reject, correct, add           (here)
    entities   accept, reject, name, merge, split     (index.notes.naming)
    card       correct                                (index.notes.carding; nothing here)

A decision finds its fact by kind, place and parts, never by number, so that it holds for what newer rules
find. What the reader confirmed or wrote stays even if no rule finds it any more: it is made from the decision
itself. A decision whose words are not in the text, or that lacks what it is about, is handed back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from index.model.annotation import Anchor
from index.model.decision import Act, Decision, Part, Statement
from index.model.fact import DocumentFacts, Fact, FactType, Mark, Slot
from index.model.span import Span
from index.notes.moving import stands_at
from index.notes.naming import ENTITY_KINDS, confirmed, hidden, merged, named, split

_LIKE_ENOUGH: Final = 0.5
"""Share of equal parts from which on two facts at one place are the same."""

Rule = Callable[[str, DocumentFacts, Decision], DocumentFacts | None]


@dataclass(frozen=True, slots=True)
class Applied:
    """Facts as the reader decided.

    Attributes:
        facts: Entities and facts, marked; what was rejected apart.
        unapplied: Decisions that found nothing to hold for.
    """

    facts: DocumentFacts
    unapplied: tuple[Decision, ...]


def applied(text: str, facts: DocumentFacts, decisions: Iterable[Decision]) -> Applied:
    """Return the facts of a text with decisions applied.

    Args:
        text: The document's text.
        facts: What the rules found in it.
        decisions: In the order in which they were made.
    """
    unapplied = []
    for decision in decisions:
        if decision.act is Act.CARD:
            continue
        is_placed = all(stands_at(text, a) for a in (decision.anchor, decision.other) if a is not None)
        changed = _RULES[decision.act](text, facts, decision) if is_placed else None
        if changed is None:
            unapplied.append(decision)
        else:
            facts = changed
    return Applied(facts, tuple(unapplied))


def statement_of(fact: Fact) -> Statement:
    """Return what a fact says, for a decision about it."""
    parts = (
        Part(
            slot.name,
            slot.text,
            None if slot.span is None else slot.span.start - fact.span.start,
            slot.value,
        )
        for slot in fact.slots
    )
    return Statement(fact.type.value, tuple(parts), fact.status)


def _accepted(text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    if decision.was is None:
        return None
    if decision.was.kind in ENTITY_KINDS:
        return confirmed(facts, decision, decision.was)
    found = _find(facts, decision.anchor.span, decision.was)
    if found is not None:
        return _put(facts, replace(found, confidence=1.0, mark=found.mark or Mark.ACCEPTED), found)
    return _told(text, facts, decision, decision.was, Mark.ACCEPTED)


def _rejected(_text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    if decision.was is None:
        return None
    if decision.was.kind in ENTITY_KINDS:
        return hidden(facts, decision, decision.was)
    found = _find(facts, decision.anchor.span, decision.was)
    if found is None or found in facts.rejected:
        # Newer rules do not find it any more: as the reader wanted.
        return facts
    return replace(
        facts,
        facts=tuple(fact for fact in facts.facts if fact is not found),
        rejected=_sorted((*facts.rejected, found)),
    )


def _corrected(text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    if decision.was is None or decision.becomes is None:
        return None
    found = _find(facts, decision.anchor.span, decision.was)
    if found is None:
        return _told(text, facts, decision, decision.becomes, Mark.CORRECTED)
    mark = Mark.OWN if found.mark is Mark.OWN else Mark.CORRECTED
    made = _made(text, facts, decision, decision.becomes, mark)
    return _put(facts, replace(made, id=found.id, rule=found.rule), found)


def _added(text: str, facts: DocumentFacts, decision: Decision) -> DocumentFacts | None:
    if decision.becomes is None:
        return None
    return _told(text, facts, decision, decision.becomes, Mark.OWN)


_RULES: Final[dict[Act, Rule]] = {
    Act.ACCEPT: _accepted,
    Act.REJECT: _rejected,
    Act.CORRECT: _corrected,
    Act.ADD: _added,
    Act.NAME: named,
    Act.MERGE: merged,
    Act.SPLIT: split,
}


def _find(facts: DocumentFacts, span: Span, wanted: Statement) -> Fact | None:
    """Return the fact that says most of what is wanted at a place, rejected ones too."""
    there = [f for f in (*facts.facts, *facts.rejected) if f.type == wanted.kind and f.span.overlaps(span)]
    found = max(there, key=lambda fact: (_likeness(fact, wanted), fact.span == span), default=None)
    return found if found is not None and _likeness(found, wanted) >= _LIKE_ENOUGH else None


def _likeness(fact: Fact, wanted: Statement) -> float:
    """Return the share of parts that a fact has in common with a statement, 0..1."""
    said = [(slot.name, slot.text, slot.value) for slot in fact.slots]
    parts = [(part.name, part.text, part.value) for part in wanted.parts]
    common = sum(part in said for part in parts)
    return common / max(len(said), len(parts), 1)


def _told(
    text: str, facts: DocumentFacts, decision: Decision, statement: Statement, mark: Mark
) -> DocumentFacts:
    """Return facts with one that the reader knows, in place of what rules say at the same place."""
    made = _made(text, facts, decision, statement, mark)
    there = _find(facts, made.span, statement)
    if there is None and mark is not Mark.OWN:
        # The rules read the passage otherwise than the reader, who has looked at it.
        there = next((f for f in facts.facts if (f.type, f.span) == (made.type, made.span)), None)
    return _put(facts, made, there)


def _made(text: str, facts: DocumentFacts, decision: Decision, statement: Statement, mark: Mark) -> Fact:
    slots = tuple(_slot(text, facts, decision.anchor, part) for part in statement.parts)
    span = decision.anchor.span
    return Fact(decision.id, FactType(statement.kind), slots, span, statement.status, mark=mark)


def _slot(text: str, facts: DocumentFacts, anchor: Anchor, part: Part) -> Slot:
    span = _place(text, anchor.span, part)
    holder = next((e for e in facts.entities if span and any(m.overlaps(span) for m in e.mentions)), None)
    return Slot(part.name, part.text, span, part.value, "" if holder is None else holder.id)


def _place(text: str, passage: Span, part: Part) -> Span | None:
    """Return where the words of a part stand: where they stood in the passage, or anywhere in it."""
    if not part.text:
        return None
    if part.offset is not None:
        start = max(0, passage.start + part.offset)
        if text.startswith(part.text, start):
            return Span(start, start + len(part.text))
    start = text.find(part.text, passage.start, passage.stop)
    return None if start < 0 else Span(start, start + len(part.text))


def _put(facts: DocumentFacts, new: Fact, old: Fact | None) -> DocumentFacts:
    """Return facts with a new one in the place of an old one, and of any that says the very same."""

    def goes(fact: Fact) -> bool:
        return fact is old or (fact.span == new.span and statement_of(fact) == statement_of(new))

    kept = (fact for fact in facts.facts if not goes(fact))
    rejected = tuple(fact for fact in facts.rejected if not goes(fact))
    return replace(facts, facts=_sorted((*kept, new)), rejected=rejected)


def _sorted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: (fact.span, fact.type)))
