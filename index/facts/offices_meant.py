"""Whom a bare word of office means: «Президент встретился с послом» in a document that tells who he is.

Sentences are read in order: the only person told before to hold the office, in the body if it is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from index.facts.names import Name
from index.facts.occupations import Held
from index.facts.office_words import same
from index.facts.passage import Passage
from index.facts.positions import Position
from index.facts.stand_ins import StandIn
from index.model.fact import Entity, EntityType
from index.model.span import Span

_RULE: Final = "word_of_office"


class OfficesMeant:
    """Who holds which office, as far as the sentences read so far tell."""

    def __init__(self) -> None:
        """Know nobody."""
        self._holders: dict[str, dict[str, tuple[Entity, set[str]]]] = defaultdict(dict)

    def read(
        self,
        passage: Passage,
        positions: Sequence[Position],
        held: Sequence[Held],
        entity_at: dict[Span, Entity],
    ) -> tuple[StandIn, ...]:
        """Return the offices of a sentence that stand for somebody; remember who holds the others.

        Args:
            passage: The sentence.
            positions: Its offices.
            held: Those that stand beside their holders.
            entity_at: Entities by the spans of their mentions.
        """
        taken = {one.position.span for one in held}
        found = tuple(self._meant(passage, [p for p in positions if p.span not in taken], entity_at))
        for one in held:
            entity = entity_at.get(one.person.span)
            if entity is not None and one.position.status == "actual":
                bodies = self._holders[same(one.position.value)].setdefault(entity.id, (entity, set()))[1]
                bodies.add(_body(one.position, entity_at))
        return found

    def _meant(
        self, passage: Passage, positions: Sequence[Position], entity_at: dict[Span, Entity]
    ) -> Iterator[StandIn]:
        for position in positions:
            is_bare = passage.tokens[position.begin].start == position.span.start and not position.is_plural
            if not is_bare or position.case != "Nom":
                continue
            body = _body(position, entity_at)
            fitting = [
                entity
                for entity, bodies in self._holders.get(same(position.value), {}).values()
                if not body or body in bodies
            ]
            if len(fitting) == 1:
                last = position.body.span if position.body is not None else position.span
                span = position.span.hull(last)
                yield StandIn(Name(span, EntityType.PERSON, _RULE), fitting[0])


def _body(position: Position, entity_at: dict[Span, Entity]) -> str:
    """Return the identifier of an office's body, '' when it has none."""
    entity = entity_at.get(position.body.span) if position.body is not None else None
    return entity.id if entity is not None else ""
