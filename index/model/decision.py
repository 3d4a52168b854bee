"""What the reader decided about what a document names and states; never rebuilt, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.annotation import Anchor
from index.model.document import DocumentId
from index.model.fact import Value
from index.model.span import Span


class Act(StrEnum):
    """What the reader did."""

    ACCEPT = "accept"
    """The fact is right, whatever newer rules say."""
    REJECT = "reject"
    """The fact is wrong: it is hidden."""
    CORRECT = "correct"
    """The fact says something else."""
    ADD = "add"
    """A fact that no rule found."""
    NAME = "name"
    """The entity has another name or is of another kind, or no rule found it."""
    MERGE = "merge"
    """The entity is the same as the other one."""
    SPLIT = "split"
    """This one mention is of somebody else."""
    CARD = "card"
    """A field of the document's card says something else (`index.model.card`)."""


CARD: Final = "CARD"
"""Kind of statements about a field of the document's card."""


@dataclass(frozen=True, slots=True)
class Part:
    """A slot of a fact, or the name of an entity, as the reader saw or wanted it.

    Attributes:
        name: Role of the part; "name" for the name of an entity; the field of a card.
        text: Its words.
        offset: From the beginning of the passage to those words, before it if negative; None when they do
            not stand in the text.
        value: Normalised value; None when `text` is the value.
    """

    name: str
    text: str
    offset: int | None = None
    value: Value = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact, an entity or a field of the card, without its place.

    Attributes:
        kind: `FactType` or `EntityType` value, or `CARD`.
        parts: Slots, or the name alone, or the field alone.
        status: Status of a fact.
    """

    kind: str
    parts: tuple[Part, ...]
    status: str = "actual"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader wants, before it is kept.

    Attributes:
        act: What is to be done.
        span: The passage of the fact, or a mention of the entity; empty for a field of the card that no
            passage tells.
        quote: The words of `span` as the reader sees them.
        was: What stands there; None for what no rule has found.
        becomes: What is to stand there; None when nothing else is.
        other: A mention of the entity to merge into; None for other acts.
    """

    act: Act
    span: Span
    quote: str
    was: Statement | None = None
    becomes: Statement | None = None
    other: Span | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it says all that its act needs."""
        needs_was = self.act in {Act.ACCEPT, Act.REJECT, Act.CORRECT}
        needs_becomes = self.act in {Act.CORRECT, Act.ADD, Act.NAME, Act.SPLIT, Act.CARD}
        lacks = (needs_was and self.was is None) or (needs_becomes and self.becomes is None)
        return not lacks and (self.act is Act.MERGE) == (self.other is not None)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing the reader decided.

    Attributes:
        id: UUID, stable for ever.
        document_id: The document it belongs to.
        act: What was done.
        anchor: The passage of the fact, or the mention of the entity; without words for what is said of the
            whole document.
        was: What stood there when the reader decided; None for what no rule had found.
        becomes: What stands there now; None when nothing else does.
        other: A mention of the entity that this one is merged into; None for other acts.
        created: ISO 8601, UTC.
    """

    id: str
    document_id: DocumentId
    act: Act
    anchor: Anchor
    was: Statement | None
    becomes: Statement | None
    other: Anchor | None
    created: str
