"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.document import DocumentSummary
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A short quotation around matches.

    Attributes:
        text: The words, plain text, on one line.
        marks: The matched words, as spans of `text`.
    """

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a document answers the query.

    Attributes:
        span: The matched words in the document's text.
        page_index: The page on which it begins, counted from 0.
    """

    span: Span
    page_index: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Matches that stand close enough to be read together: one row of a result list."""

    matches: tuple[Match, ...]
    snippet: Snippet

    @property
    def page_index(self) -> int:
        """The page on which the passage begins."""
        return self.matches[0].page_index


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query, with all its matches in text order."""

    document: DocumentSummary
    score: float
    matches: tuple[Match, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the query as it was read, which can be taken out.

    Attributes:
        text: The part, in the query language.
        kind: What it is: word, exact, pattern, phrase, near, family, name, date, sum, note, tag, language,
            folder, format, pages, title, file, group.
        is_negative: Whether documents must not have it.
        without: The query, in the query language, without this part; empty when nothing is left.
    """

    text: str
    kind: str
    is_negative: bool
    without: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that the reader may have meant.

    Attributes:
        query: The query.
        reason: "layout" for the wrong keyboard layout, "typo" for a misspelt word.
        documents: How many documents answer it.
    """

    query: str
    reason: str
    documents: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a query found.

    Attributes:
        query: What was typed.
        read_as: How it was read, in the query language, every operator written out.
        documents: Number of documents that answer, exact, whatever the limit.
        matches: Number of matches in all of them, exact.
        hits: The best documents, best first, up to the limit.
        elapsed_ms: Time spent.
        problems: What of the query was mended or left out, for the reader.
        chips: The parts of the query as it was read, in order.
        suggestions: What may have been meant instead, best first.
    """

    query: str
    read_as: str
    documents: int
    matches: int
    hits: tuple[Hit, ...]
    elapsed_ms: float
    problems: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
