"""A name in the text, before linking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.model.fact import EntityType
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A span that names something.

    Attributes:
        span: The words.
        type: What they name; places are PLACE until their kind is told.
        rule: What found or last mended it.
    """

    span: Span
    type: EntityType
    rule: str


def without_repeats(names: Iterable[Name]) -> list[Name]:
    """Return the names in text order, one for each span; the first given wins."""
    kept: dict[Span, Name] = {}
    for name in names:
        kept.setdefault(name.span, name)
    return sorted(kept.values(), key=lambda name: (name.span.start, -name.span.stop))


def overlapping(names: Iterable[Name], span: Span) -> list[Name]:
    """Return the names that share characters with a span."""
    return [name for name in names if name.span.overlaps(span)]
