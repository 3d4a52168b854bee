"""Pronouns that stand for the only person whom they can mean: «Он был директором завода «Прогресс»».

A pronoun means a person named before it in its sentence, or in the one before that in the paragraph.
Where two persons of its gender are, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from index.facts import persons
from index.facts.declension import Gender
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import Entity, EntityType
from index.model.span import Span

_RULE: Final = "pronoun"
_GENDERS: Final = {"Masc": Gender.MASCULINE, "Fem": Gender.FEMININE}
_PARTS_OF_CLAUSE: Final = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})
"""What a pronoun does that stands for somebody; «его завод» says whose it is."""
_UNLIKELY: Final = 0.3
"""A name is of no gender that fewer of its readings are of."""
_NEAR_CHARS: Final = 300
_CACHED_NAMES: Final = 10_000


@dataclass(frozen=True, slots=True)
class Meant:
    """A pronoun with the person whom it stands for."""

    name: Name
    entity: Entity


@dataclass(slots=True)
class Reader:
    """Reads the pronouns of sentences in their order; remembers whom the last one spoke of."""

    _last: Span = field(default_factory=lambda: Span(0, 0))
    _spoken_of: tuple[Entity, ...] = ()

    def read(
        self, passage: Passage, names: Sequence[Name], entity_at: dict[Span, Entity]
    ) -> tuple[Meant, ...]:
        """Return the pronouns of a sentence that stand for somebody.

        Args:
            passage: The sentence; needs its grammar.
            names: Its names.
            entity_at: Entities by the spans of their mentions.
        """
        gap = passage.text[self._last.stop : passage.span.start]
        is_near = "\n" not in gap and len(gap) <= _NEAR_CHARS
        earlier = self._spoken_of if is_near else ()
        here = [
            (n.span, entity_at[n.span]) for n in names if n.type == EntityType.PERSON and n.span in entity_at
        ]
        found = tuple(_meant(passage, here, earlier))
        self._last = passage.span
        self._spoken_of = _once([*(entity for _, entity in here), *(one.entity for one in found)])
        return found


def _meant(
    passage: Passage, here: Sequence[tuple[Span, Entity]], earlier: Sequence[Entity]
) -> Iterator[Meant]:
    for number, (token, node) in enumerate(zip(passage.tokens, passage.nodes, strict=False)):
        gender = _GENDERS.get(passage.feature(number, "Gender"))
        is_third = passage.feature(number, "Person") == "3" and passage.feature(number, "Number") == "Sing"
        if node.part != "PRON" or not is_third or gender is None or node.relation not in _PARTS_OF_CLAUSE:
            continue
        before = [entity for span, entity in here if span.stop <= token.start]
        fitting = [entity for entity in _once([*earlier, *before]) if _may_be(entity.name, gender)]
        if len(fitting) == 1:
            yield Meant(Name(token.span, EntityType.PERSON, _RULE), fitting[0])


def _once(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({entity.id: entity for entity in entities}.values())


@lru_cache(maxsize=_CACHED_NAMES)
def _may_be(name: str, gender: Gender) -> bool:
    """Whether a person's name may be of a gender."""
    readings = persons.mention_of(name, Span(0, len(name)), "Nom").readings
    return not readings or sum(one.weight for one in readings if one.gender == gender) >= _UNLIKELY
