"""Who is meant by an office alone: «сказал президент», where the document names its only president before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.facts import morph
from index.facts.office_words import same
from index.model.fact import Entity, Fact

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_OVER: Final = frozenset({"past", "planned"})


@dataclass(frozen=True, slots=True)
class _Office:
    """An office that a document names with its holder."""

    start: int
    words: tuple[str, ...]
    where: frozenset[str]
    holder: Entity


class Holders:
    """The offices of a document with their holders."""

    def __init__(self, offices: Iterable[Fact] = (), entities: Iterable[Entity] = ()) -> None:
        """Keep the facts about offices that are held; others say nothing here."""
        by_id = {entity.id: entity for entity in entities}
        self._offices: Sequence[_Office] = [
            found
            for fact in offices
            if fact.status not in _OVER and (found := _office(fact, by_id)) is not None
        ]

    def of(self, said: str, position: int) -> Entity | None:
        """Return who is meant by an office at a place of the text; None if several may be.

        Args:
            said: The words for the office, in the nominative.
            position: Where they stand; who is named later is not meant.
        """
        head, *others = _read(said) or ("",)
        fitting = {
            office.holder.id: office.holder
            for office in self._offices
            if office.start < position
            and office.words[0] == head
            and set(others) <= {*office.words[1:], *office.where}
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _office(fact: Fact, entities: dict[str, Entity]) -> _Office | None:
    person, position, org = fact.slot("person"), fact.slot("position"), fact.slot("org")
    words = _read(str(position.value or position.text)) if position is not None else ()
    if person is None or person.entity_id not in entities or not words:
        return None
    where = frozenset(_read(str(org.value or org.text))) if org is not None else frozenset()
    return _Office(fact.span.start, words, where, entities[person.entity_id])


@lru_cache(maxsize=10_000)
def _read(said: str) -> tuple[str, ...]:
    """Return the dictionary forms of the words for an office, its head, the first noun, in front."""
    found = _WORD.findall(same(said.lower()))
    head = next((i for i, word in enumerate(found) if morph.parses(word)[0].tag.POS == "NOUN"), 0)
    ordered = [*found[head : head + 1], *found[:head], *found[head + 1 :]]
    return tuple(morph.lemma(word) for word in ordered)
