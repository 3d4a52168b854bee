"""Words that stand for a name: pronouns («он»), bare words of kind («банк»)."""

from __future__ import annotations

from dataclasses import dataclass

from index.facts.names import Name
from index.model.fact import Entity


@dataclass(frozen=True, slots=True)
class StandIn:
    """The words, as a name of the kind that is meant, and what they stand for."""

    name: Name
    entity: Entity
