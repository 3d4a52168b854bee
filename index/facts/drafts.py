"""Helpers that make slots and facts; identifiers are given when the document is complete."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span


def slot(text: str, name: str, span: Span, value: Value = None, entity_id: str = "") -> Slot:
    """Make a slot whose words are those of its span."""
    return Slot(name, span.of(text), span, value, entity_id)


def fact(kind: FactType, slots: tuple[Slot, ...], span: Span, rule: str, confidence: float = 1.0) -> Fact:
    """Make a fact without an identifier."""
    return Fact("", kind, slots, span, confidence=confidence, rule=rule)


def passage(slots: Iterable[Slot]) -> Span:
    """Return the passage from the first word of the slots to the last; one of them at least has words."""
    return reduce(Span.hull, (slot.span for slot in slots if slot.span is not None))
