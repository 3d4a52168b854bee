"""Helpers that make slots and facts; identifiers are given when the document is complete."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span


def slot(text: str, name: str, span: Span, value: Value = None, entity_id: str = "") -> Slot:
    """Make a slot whose words are those of its span."""
    return Slot(name, span.of(text), span, value, entity_id)


def hull(slots: Sequence[Slot]) -> Span:
    """Return the passage that holds the words of all slots; at least one has some."""
    return reduce(Span.hull, [one.span for one in slots if one.span is not None])


def fact(kind: FactType, slots: tuple[Slot, ...], span: Span, rule: str, confidence: float = 1.0) -> Fact:
    """Make a fact without an identifier."""
    return Fact("", kind, slots, span, confidence=confidence, rule=rule)
