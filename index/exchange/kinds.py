"""What can be chosen for an export: the groups of the facts panel, and the kinds that each of them lists."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from index.exchange.words import Kind
from index.facts.wording import GroupKey
from index.model.fact import DocumentFacts, EntityType, Fact, FactType

GROUPS: Final[dict[GroupKey, tuple[Kind, ...]]] = {
    GroupKey.PERSONS: (EntityType.PERSON, FactType.OCCUPATION),
    GroupKey.ORGANISATIONS: (EntityType.ORG,),
    GroupKey.PLACES: (
        EntityType.COUNTRY,
        EntityType.CITY,
        EntityType.REGION,
        EntityType.PLACE,
        EntityType.ROUTE,
    ),
    GroupKey.MONEY: (FactType.MONEY,),
    GroupKey.DATES: (FactType.DATE, FactType.DURATION),
    GroupKey.PERCENTS: (FactType.PERCENT,),
    GroupKey.QUANTITIES: (FactType.QUANTITY,),
    GroupKey.AGREEMENTS: (FactType.AGREEMENT, FactType.INTENTION),
    GroupKey.INSTRUCTIONS: (FactType.INSTRUCTION, FactType.DECISION),
    GroupKey.MEETINGS: (FactType.MEETING,),
    GroupKey.APPOINTMENTS: (FactType.APPOINTMENT,),
    GroupKey.CREATIONS: (FactType.CREATION, FactType.ACHIEVEMENT),
    GroupKey.DEALS: (FactType.DEAL, FactType.OWNERSHIP),
    GroupKey.STATEMENTS: (FactType.STATEMENT, FactType.QUOTE),
    GroupKey.EVENTS: (EntityType.EVENT_NAME,),
    GroupKey.DOCUMENTS: (EntityType.DOCUMENT,),
    GroupKey.SOURCES: (FactType.SOURCE,),
}
"""Every kind is in one group: that in which the window lists it."""

ALL_GROUPS: Final = frozenset(GROUPS)


def kinds_of(groups: Collection[GroupKey]) -> tuple[Kind, ...]:
    """Return the kinds of these groups, in the order in which they are shown."""
    return tuple(kind for group, kinds in GROUPS.items() if group in groups for kind in kinds)


def chosen(facts: DocumentFacts, kinds: Collection[Kind]) -> DocumentFacts:
    """Return what is of these kinds, and the things that fill the parts of such statements."""
    wanted = frozenset(kinds)

    def of(stated: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(fact for fact in stated if fact.type in wanted)

    kept, rejected = of(facts.facts), of(facts.rejected)
    fillers = {slot.entity_id for fact in (*kept, *rejected) for slot in fact.slots}
    entities = tuple(e for e in facts.entities if e.type in wanted or e.id in fillers)
    return replace(facts, entities=entities, facts=kept, rejected=rejected)
