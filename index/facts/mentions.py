"""Where entities are named, by place; which of the names stand in the nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.holders import Holders
from index.model.fact import Entity, EntityType, Fact
from index.model.span import Span

ACTORS: Final = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.COUNTRY})
"""What can say, order or promise something."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place where an entity is named."""

    span: Span
    entity: Entity
    is_nominative: bool

    def is_upper(self, text: str) -> bool:
        """Whether its first word is an abbreviation, which has no cases («ОМВД России»)."""
        first = _WORD.match(text, self.span.start)
        return self.entity.type != EntityType.PERSON and first is not None and first.group().isupper()


class Mentions:
    """The mentions of a document's entities in text order."""

    def __init__(self, text: str, entities: Iterable[Entity], offices: Iterable[Fact] = ()) -> None:
        """Sort the mentions of all entities that can act.

        Args:
            text: The document's text.
            entities: What it names.
            offices: Its facts about offices: they tell whom «президент» means.
        """
        entities = tuple(entities)
        self.holders = Holders(offices, entities)
        found = [
            Mention(span, entity, _is_nominative(span.of(text), entity))
            for entity in entities
            if entity.type in ACTORS
            for span in entity.mentions
        ]
        self._all: Sequence[Mention] = sorted(found, key=lambda one: (one.span.start, -one.span.stop))
        self._starts = [one.span.start for one in self._all]

    def within(self, start: int, stop: int) -> list[Mention]:
        """Return the mentions that lie between two places."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return [one for one in self._all[first:after] if one.span.stop <= stop]

    def touching(self, span: Span) -> list[Mention]:
        """Return the mentions that begin within a stretch of text."""
        first, after = bisect_left(self._starts, span.start), bisect_left(self._starts, span.stop)
        return list(self._all[first:after])

    def bearers(self, surname: str) -> list[Entity]:
        """Return the persons whose name ends with a surname, in whatever letters it is written."""
        persons = {one.entity.id: one.entity for one in self._all if one.entity.type == EntityType.PERSON}
        return [one for one in persons.values() if _folded(one.name.split()[-1]) == _folded(surname)]

    def subjects(self, start: int, stop: int) -> list[Mention]:
        """Return those of them that stand in the nominative, the outermost of nested ones."""
        found: list[Mention] = []
        for one in self.within(start, stop):
            if one.is_nominative and not (found and found[-1].span.overlaps(one.span)):
                found.append(one)
        return found


def _is_nominative(said: str, entity: Entity) -> bool:
    """Whether a mention has the form of the canonical name; what stands in quotes alone may not decline."""
    words = [_folded(word) for word in _WORD.findall(said)]
    if not words or not set(words) <= {_folded(word) for word in _WORD.findall(entity.name)}:
        return False
    is_read = entity.type == EntityType.PERSON or not morph.is_known(words[0])
    return is_read or morph.has(words[0], "nomn")


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")
