"""The seam behind which a search engine stands: our query tree in, documents and spans out.

`index.search.searcher` is the engine of the program. Another one (a server shared by an institution, say) has
to pass `tests/index/search/conformance.py`, and nothing outside of `index.search` will notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from index.model.document import DocumentId
from index.model.span import Span
from index.search.tree import Node, Outside
from index.tasks import Task


class Order(StrEnum):
    """Orders of an answer. Equals follow each other from the newest arrival to the oldest."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    """By the document's own date; those without one come last."""
    OLDEST = "oldest"
    """By the document's own date; those without one come last."""
    NAME = "name"
    """By title, as a dictionary sorts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to an engine.

    Attributes:
        root: What is looked for.
        limit: Number of documents wanted, 0 for all; counts are exact whatever it is.
        order: Which come first.
        has_spans: Whether their spans are wanted; without them texts need not be read.
    """

    root: Node
    limit: int = 20
    order: Order = Order.RELEVANCE
    has_spans: bool = True


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document that answers.

    Attributes:
        document_id: The document.
        number: The archive's own number of it.
        score: Larger is better.
        spans: Its matches in its text, ascending and apart from each other; none for a document that answers
            without a word.
    """

    document_id: DocumentId
    number: int
    score: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine found.

    Attributes:
        documents: Number of documents that answer; exact.
        matches: Number of matches in all of them; exact.
        ranked: The first of them.
    """

    documents: int
    matches: int
    ranked: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the archive says of an `Outside` leaf: three columns of one length, by number, then place.

    Attributes:
        numbers: The archive's numbers of documents that answer; one comes as often as it has places.
        firsts: First token of each place, a position as `index.text.tokens` counts; -1 for a document that
            answers without a place.
        lasts: One past its last token; -1 likewise.
    """

    numbers: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]


class Beyond(Protocol):
    """Answers the leaves that are no words of the text: names, sums, dates, notes, languages, folders."""

    def find(self, leaf: Outside, task: Task) -> Told:
        """Return the documents and places of a leaf. Blocks for a query of the database."""
        ...


class Vocabulary(Protocol):
    """The words of an index."""

    def has(self, form: str) -> bool:
        """Whether any document ever had this surface form."""
        ...

    def documents(self, form: str) -> int:
        """Return how many documents have the word in any form; deleted ones may be counted."""
        ...

    def forms(self, form: str) -> Iterable[str]:
        """Return the surface forms by which the word in any form is found."""
        ...

    def beginning(self, prefix: str) -> Iterator[str]:
        """Yield the surface forms that begin so, ascending."""
        ...

    def near(self, form: str) -> Iterable[str]:
        """Return the surface forms that differ from this one by one letter, itself left out."""
        ...


class Engine(Protocol):
    """A search engine over the documents of one archive. Any thread may call it; every method blocks."""

    def answer(self, asked: Asked, task: Task) -> Outcome:
        """Answer a question.

        Raises:
            QueryError: If it cannot be answered.
            SearchIndexError: If the index cannot be used.
            Cancelled: If `task` was.
        """
        ...

    def matching(self, root: Node, task: Task) -> Sequence[int]:
        """Return the archive's numbers of all documents that answer, in no order; raises as `answer`."""
        ...

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        """Yield every document that answers (of these numbers, when given) with its spans, oldest first.

        Raises as `answer`.
        """
        ...

    def vocabulary(self) -> Vocabulary:
        """Return the words of the newest commit."""
        ...
