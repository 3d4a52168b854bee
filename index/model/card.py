"""The card of a document: what it is called, when, where and what it was made, each with its passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.span import Span


class CardField(StrEnum):
    """What a card tells of a document."""

    TITLE = "title"
    DATE = "date"
    """The document's own, ISO 8601, possibly without day or month."""
    PLACE = "place"
    KIND = "kind"
    """A `DocumentKind`, or the reader's own word."""
    SOURCE = "source"
    """The address it was published at."""
    LANGUAGE = "language"
    """ISO 639-1."""


class Origin(StrEnum):
    """Who says what stands in a field."""

    NONE = ""
    """Nobody: the field is empty."""
    TEXT = "text"
    FILE = "file"
    """What the file says of itself: its name, or what a program wrote into it. It may be wrong."""
    READER = "reader"


class DocumentKind(StrEnum):
    """Kinds of documents that are told apart."""

    PRESS_RELEASE = "press_release"
    NEWS = "news"
    LAW = "law"
    CODE = "code"
    DECREE = "decree"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    ORDER = "order"
    DECISION = "decision"
    JUDGMENT = "judgment"
    MINUTES = "minutes"
    TRANSCRIPT = "transcript"
    CONTRACT = "contract"
    AGREEMENT = "agreement"
    REPORT = "report"
    LETTER = "letter"
    APPLICATION = "application"
    CERTIFICATE = "certificate"
    ACT = "act"
    REGULATIONS = "regulations"
    INSTRUCTION = "instruction"
    PROGRAMME = "programme"
    PLAN = "plan"
    LIST = "list"
    PRICE_LIST = "price_list"
    ARTICLE = "article"
    ABSTRACT = "abstract"
    THESIS = "thesis"
    COURSEWORK = "coursework"
    ESSAY = "essay"
    LECTURES = "lectures"
    ASSIGNMENT = "assignment"
    QUESTIONS = "questions"
    INTERVIEW = "interview"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One field of a card.

    Attributes:
        field: Which.
        value: Normalised value; empty when nobody says it.
        span: The passage that says it; None when no passage does.
        origin: Who says it.
        rule: Name of the rule that found it; empty when the reader did, or nobody.
    """

    field: CardField
    value: str = ""
    span: Span | None = None
    origin: Origin = Origin.NONE
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The card of one document.

    Attributes:
        entries: One for each `CardField`, in their order; empty ones too.
    """

    entries: tuple[CardEntry, ...]

    def entry(self, field: CardField) -> CardEntry:
        """Return what stands in a field."""
        return next(entry for entry in self.entries if entry.field is field)
