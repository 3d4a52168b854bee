"""What a document states, as numbers: kind, time, figure, and who has which part in it.

Derived from its facts, and packed in its profile (`index.store.profiles`). The words stay with the facts: a
statement is known by its place among them. Why: docs/decisions/0024.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from index.model.fact import STATUSES, DocumentFacts, Entity, Fact, FactType, Slot
from index.model.span import Span
from index.store import names, records
from index.store.figures import figure_of
from index.text.days import days_of
from index.text.sentences import sentences

STATEMENT: Final = struct.Struct("<iiiiiiqdd")
"""Place among the facts, kind (in `STATED`), status (in `STATUSES`, -1 for others), first character, first
and last day (0 for none), key of figures that can be compared (0 for none), the smallest and largest number
that the figure stands for."""
ROLE: Final = struct.Struct("<iii")
"""Place among the facts, role (in `ROLES`), number of an entity."""

STATED: Final = (
    FactType.OCCUPATION,
    FactType.APPOINTMENT,
    FactType.MEETING,
    FactType.AGREEMENT,
    FactType.INTENTION,
    FactType.INSTRUCTION,
    FactType.DECISION,
    FactType.CREATION,
    FactType.ACHIEVEMENT,
    FactType.STATEMENT,
    FactType.QUOTE,
    FactType.MONEY,
    FactType.PERCENT,
    FactType.QUANTITY,
    FactType.DATE,
    FactType.DEAL,
    FactType.OWNERSHIP,
)
"""Kinds that can be asked of the whole archive. A new one goes to the end."""

_STATUS_NUMBERS: Final = {status: number for number, status in enumerate(STATUSES)}

PROMISES: Final = (FactType.INTENTION, FactType.INSTRUCTION, FactType.AGREEMENT, FactType.DECISION)
OFFICES: Final = (FactType.OCCUPATION, FactType.APPOINTMENT)

_NOTHING_ELSE: Final = (FactType.PERCENT, FactType.QUANTITY, FactType.DATE)
"""Kinds that tell nothing without days and without a figure that can be compared."""

ROLES: Final = (
    "person",
    "org",
    "participants",
    "parties",
    "speaker",
    "who",
    "to_whom",
    "by",
    "owner",
    "property",
    "what",
    "what_for",
    "place",
)
"""Slots that name somebody or something. A new one goes to the end."""


_BODIES_AND_PLACES: Final = (names.ORGANISATION, names.PLACE)


class Role(NamedTuple):
    """Who has a part in a statement.

    Attributes:
        place: Of the statement, among the facts.
        role: Which part, as `role_number` counts.
        kind: Kind of the name (`index.store.names`).
        spelling: The name.
    """

    place: int
    role: int
    kind: str
    spelling: str


def kind_number(type_: FactType) -> int:
    """Return the number that stands for a kind of statements."""
    return STATED.index(type_)


def role_number(slot_name: str) -> int:
    """Return the number that stands for a part of statements."""
    return ROLES.index(slot_name)


def packed_statements(text: str, facts: DocumentFacts) -> bytes:
    """Return the statements of a document, in the order of its facts.

    Dates that name no days, and numbers that can be compared with none, are left out; sums are all there.
    """
    times, packed = _Sentences(text, facts), bytearray()
    for place, fact in enumerate(facts.facts):
        if fact.type not in STATED:
            continue
        figure = figure_of(fact, times.named_beside(fact))
        days = times.of_figure(fact) if figure else times.of(fact)
        if figure or days != (0, 0) or fact.type not in _NOTHING_ELSE:
            numbers = STATED.index(fact.type), _STATUS_NUMBERS.get(fact.status, -1), fact.span.start
            packed += STATEMENT.pack(place, *numbers, *days, *(figure or (0, 0.0, 0.0)))
    return bytes(packed)


def roles_of(facts: DocumentFacts) -> Iterator[Role]:
    """Yield who has which part in the statements of a document; everybody once a part."""
    by_id = {entity.id: entity for entity in facts.entities}
    by_name = {entity.name: entity for entity in facts.entities}
    for place, fact in enumerate(facts.facts):
        if fact.type in STATED:
            roles = (
                Role(place, ROLES.index(slot.name), kind, spelling)
                for slot in fact.slots
                if slot.name in ROLES
                for entity in entities_of(slot, by_id, by_name)
                if (kind := names.KINDS.get(entity.type, ""))
                if names.key_of(kind, spelling := records.encodable(entity.name))
            )
            yield from dict.fromkeys(roles)


def entities_of(slot: Slot, by_id: Mapping[str, Entity], by_name: Mapping[str, Entity]) -> list[Entity]:
    """Return who fills a slot: one entity, or for a collective («лидеры двух стран») all it stands for."""
    if slot.entity_id in by_id:
        return [by_id[slot.entity_id]]
    named = slot.value if isinstance(slot.value, list) else [slot.value]
    return [by_name[name] for name in named if isinstance(name, str) and name in by_name]


class _Sentences:
    """Of which days the statements of a document speak, and which bodies and places stand beside them.

    Args:
        text: Its text.
        facts: What it names and states.
    """

    def __init__(self, text: str, facts: DocumentFacts) -> None:
        self._text = text
        dated = ((fact.span, _days(fact.slot("date"))) for fact in facts.facts if fact.type is FactType.DATE)
        self._dates = [(span, days) for span, days in dated if days]
        self._entities = facts.entities

    def of(self, fact: Fact) -> tuple[int, int]:
        """Return first and last day, 0 where there is none.

        Of a date its own, of an office since and until when, of a promise its deadline.
        """
        if fact.type in OFFICES and (fact.slot("since") or fact.slot("until")):
            since, until = self._of_slot(fact.slot("since")), self._of_slot(fact.slot("until"))
            return since[0], until[1]
        if fact.type is FactType.DATE:
            return _days(fact.slot("date")) or (0, 0)
        return self._of_slot(fact.slot("deadline" if fact.type in PROMISES else "date"))

    def _of_slot(self, slot: Slot | None) -> tuple[int, int]:
        """Return the days of a slot; for one told from the day of writing those of the date it is."""
        if slot is None:
            return 0, 0
        if days := _days(slot):
            return days
        found = [days for span, days in self._dates if slot.span and span.overlaps(slot.span)]
        return found[0] if len(found) == 1 else (0, 0)

    def of_figure(self, fact: Fact) -> tuple[int, int]:
        """Return the time of a figure's column, else the only one that its sentence names; else 0 and 0."""
        if own := _days(fact.slot("date")):
            return own
        if not self._dates:
            return 0, 0
        here = self._sentence(fact.span)
        found = {days for dated, days in self._dates if self._sentence(dated) == here}
        return found.pop() if len(found) == 1 else (0, 0)

    def named_beside(self, fact: Fact) -> frozenset[str]:
        """Return the bodies and places that the sentence of a statement names."""
        return self._named.get(self._sentence(fact.span), frozenset())

    @cached_property
    def _named(self) -> Mapping[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for entity in self._entities:
            if names.KINDS.get(entity.type) in _BODIES_AND_PLACES:
                for mention in entity.mentions:
                    found.setdefault(self._sentence(mention), set()).add(entity.name)
        return {sentence: frozenset(named) for sentence, named in found.items()}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in sentences(self._text)]

    def _sentence(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)


def _days(slot: Slot | None) -> tuple[int, int] | None:
    return days_of(slot.value) if slot is not None and isinstance(slot.value, str) else None
