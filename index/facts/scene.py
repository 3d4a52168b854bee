"""A sentence with what its document knows of its words: meetings, deals and offices are read from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.facts.dates import DateMatch
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import Entity
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence.

    Attributes:
        text: The document's text.
        passage: The sentence; needs its grammar.
        names: Its names, and the words that stand for one.
        entity_at: Entities by the spans of their mentions.
        dates: The dates of the document.
    """

    text: str
    passage: Passage
    names: Sequence[Name]
    entity_at: dict[Span, Entity]
    dates: Sequence[DateMatch]
