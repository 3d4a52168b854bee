"""What the words of a document that are no names stand for: pronouns, words of kind, words of office."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts.bodies_meant import BodiesMeant
from index.facts.names import Name
from index.facts.occupations import Held
from index.facts.offices_meant import OfficesMeant
from index.facts.passage import Passage
from index.facts.positions import Position
from index.facts.pronouns import Pronouns
from index.facts.stand_ins import StandIn
from index.model.fact import Entity
from index.model.span import Span


class Meant:
    """Reads the sentences of one document in their order; what one tells is known to the next."""

    def __init__(self, entities: Sequence[Entity], entity_at: dict[Span, Entity]) -> None:
        """Begin with a document's entities, and the same by the spans of their mentions."""
        self.bodies = BodiesMeant(entities)
        self._pronouns = Pronouns()
        self._offices = OfficesMeant()
        self._entity_at = entity_at

    def read(
        self, passage: Passage, names: Sequence[Name], positions: Sequence[Position], held: Sequence[Held]
    ) -> tuple[StandIn, ...]:
        """Return the words of a sentence that stand for a name.

        Args:
            passage: The sentence; needs its grammar.
            names: Its names.
            positions: Its offices.
            held: Those that stand beside their holders.
        """
        return (
            *self._pronouns.read(passage, names, self._entity_at),
            *self.bodies.read(passage, names),
            *self._offices.read(passage, positions, held, self._entity_at),
        )
