"""What a document states: the things it names and the statements it makes about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.span import Span

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""A normalised value as JSON can hold it: "USD", 4000000000, {"from": 31000, "to": 44000}."""


class EntityType(StrEnum):
    """Kinds of things that documents name."""

    PERSON = "PERSON"
    ORG = "ORG"
    COUNTRY = "COUNTRY"
    CITY = "CITY"
    REGION = "REGION"
    PLACE = "PLACE"
    ROUTE = "ROUTE"
    DOCUMENT = "DOCUMENT"
    EVENT_NAME = "EVENT_NAME"


class FactType(StrEnum):
    """Kinds of statements."""

    OCCUPATION = "OCCUPATION"
    APPOINTMENT = "APPOINTMENT"
    MEETING = "MEETING"
    AGREEMENT = "AGREEMENT"
    INTENTION = "INTENTION"
    INSTRUCTION = "INSTRUCTION"
    DECISION = "DECISION"
    CREATION = "CREATION"
    ACHIEVEMENT = "ACHIEVEMENT"
    STATEMENT = "STATEMENT"
    QUOTE = "QUOTE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"
    DATE = "DATE"
    DURATION = "DURATION"
    SOURCE = "SOURCE"
    DEAL = "DEAL"
    OWNERSHIP = "OWNERSHIP"


STATUSES: Final = (
    "actual",
    "achieved",
    "agreed",
    "signed",
    "instructed",
    "proposed",
    "planned",
    "expected",
    "target",
    "discussed",
    "past",
)
"""What a statement is to the world. They are stored by their place here: a new one goes to the end."""


class Mark(StrEnum):
    """What the reader decided about a fact or an entity."""

    NONE = ""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    OWN = "own"
    """No rule found it: the reader added it."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing the document names.

    Attributes:
        id: Unique within the document ("p1").
        type: Its kind.
        name: Canonical name, nominative.
        mentions: Where it is named, in text order; never empty.
        mark: What the reader decided about it.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a statement, with its own place in the text.

    Attributes:
        name: Role of the part ("person", "amount").
        text: The words as written.
        span: Their place; None when the value has no words of its own (the code of a currency sign).
        value: Normalised value; None when `text` is the value.
        entity_id: The entity that fills the slot; empty when none does.
    """

    name: str
    text: str
    span: Span | None = None
    value: Value = None
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its passage.

    Attributes:
        id: Unique within the document ("f1").
        type: Its kind.
        slots: Its parts; the same name may come several times.
        span: The passage that states it.
        status: One of `STATUSES`.
        confidence: 0..1.
        rule: Name of the rule that made it; empty when the reader did.
        mark: What the reader decided about it.
    """

    id: str
    type: FactType
    slots: tuple[Slot, ...]
    span: Span
    status: str = "actual"
    confidence: float = 1.0
    rule: str = ""
    mark: Mark = Mark.NONE

    def slot(self, name: str) -> Slot | None:
        """Return the first part with that role."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Everything extracted from one document's text."""

    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    version: str = ""
    """Version of the rules that made them; other versions are extracted again."""
    rejected: tuple[Fact, ...] = ()
    """Statements that the reader rejected."""
    rejected_entities: tuple[Entity, ...] = ()
    """What the reader says is no name."""
