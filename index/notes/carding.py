"""The reader's corrections of a document's card: made, and laid over what the rules found. Pure.

The last correction of a field holds. It holds even if its passage is not in the text any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.model.card import Card, CardEntry, CardField, Origin
from index.model.decision import CARD, Act, Choice, Decision, Part, Statement
from index.model.span import Span
from index.notes.moving import stands_at


def correction(text: str, entry: CardEntry, value: str, span: Span | None = None) -> Choice:
    """Return the reader's wish that a field says something else.

    Args:
        text: The document's text.
        entry: What stands in the field now.
        value: What is to stand there, normalised; empty when the reader knows that nothing does.
        span: The passage that says it; None when none does.
    """
    where = span or Span(0, 0)
    was, becomes = _statement(entry.field, entry.value), _statement(entry.field, value)
    return Choice(Act.CARD, where, where.of(text), was, becomes)


def corrected(text: str, card: Card, decisions: Iterable[Decision]) -> Card:
    """Return a card as the reader decided.

    Args:
        text: The document's text.
        card: What the rules found.
        decisions: In the order in which they were made; those about anything else are left out.
    """
    told: dict[CardField, CardEntry] = {}
    for decision in decisions:
        if decision.act is Act.CARD and decision.becomes is not None:
            has_passage = len(decision.anchor.span) > 0 and stands_at(text, decision.anchor)
            span = decision.anchor.span if has_passage else None
            for part in decision.becomes.parts:
                field = CardField(part.name)
                told[field] = CardEntry(field, part.text, span, Origin.READER)
    return replace(card, entries=tuple(told.get(entry.field, entry) for entry in card.entries))


def _statement(field: CardField, value: str) -> Statement:
    return Statement(CARD, (Part(field.value, value),))
