"""The annotation of a document as values: mentions, entities, facts. Spans count in its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from benchmarks.factrueval.wording import bag, is_same_office
from index.model.span import Span

POSITION = "Position"


class Kind(StrEnum):
    """What can be named, as the published tables call it; a place that acts as a body is a place."""

    PERSON = "PER"
    PLACE = "LOC"
    BODY = "ORG"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where something is named.

    Attributes:
        kind: What is named; None for what the tracks do not know (projects).
        span: From the first character of its first part to the last of its last.
        naming: Numbers of the words that name; these have to be found.
        describing: Numbers of the other words of its parts («движение», «площади»); these may be found.
        is_counted: Whether it takes part: not without a word of its own kind's name («подмосковный»,
            «мэрия Москвы»), nor if the tracks do not know its kind.
    """

    kind: Kind | None
    span: Span
    naming: frozenset[int]
    describing: frozenset[int]
    is_counted: bool

    @property
    def words(self) -> frozenset[int]:
        """Numbers of all words of its parts."""
        return self.naming | self.describing


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions name.

    Attributes:
        kind: Of its first mention.
        mentions: Its mentions, by their places in the document's list.
        parts: For a person the parts of the name, each with its spellings.
        names: All accepted names, in one string each.
        is_counted: Whether it takes part: it has a name, and a mention that counts.
    """

    kind: Kind | None
    mentions: tuple[int, ...]
    parts: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Argument:
    """One slot of a fact with everything that is accepted there."""

    slot: str
    options: tuple[str, ...]

    def accepts(self, said: str) -> bool:
        """Whether the answer is an option: an office in any form, a name with its words in any order."""
        if self.slot == POSITION:
            return any(is_same_office(option, said) for option in self.options)
        return any(bag(option) == bag(said) for option in self.options)


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement.

    Attributes:
        type: Occupation, Meeting, Deal, Ownership.
        arguments: Its slots; the same slot may come several times.
        is_hard: Whether the annotators marked it as difficult.
        span: Where its words stand, as far as they are known.
    """

    type: str
    arguments: tuple[Argument, ...]
    is_hard: bool
    span: Span

    def is_same(self, other: Fact) -> bool:
        """Whether the other states the same: each of its arguments is accepted by one of this fact."""
        return (
            self.type == other.type
            and len(self.arguments) == len(other.arguments)
            and all(
                any(a.slot == b.slot and any(map(a.accepts, b.options)) for a in self.arguments)
                for b in other.arguments
            )
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what people found in it.

    Attributes:
        name: Name of its files.
        text: The text.
        words: Its words in order, without punctuation.
        mentions: What is named where.
        entities: What is named.
        facts: What is stated; the same statement once.
    """

    name: str
    text: str
    words: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    def words_in(self, span: Span) -> frozenset[int]:
        """Return the numbers of the words that a span touches."""
        return frozenset(number for number, word in enumerate(self.words) if word.overlaps(span))
