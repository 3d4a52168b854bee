"""What studying results gives: facets, concordances, tables of words, frequencies, likenesses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.document import DocumentId, DocumentSummary
from index.model.span import Span


class FacetKind(StrEnum):
    """By what an answer can be narrowed."""

    YEAR = "year"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    FORMAT = "format"
    FOLDER = "folder"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value by which an answer can be narrowed.

    Attributes:
        label: As it is shown.
        clause: What has to be added to the query, in the query language.
        documents: How many documents of the answer have it; exact.
    """

    label: str
    clause: str
    documents: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The commonest values of one kind.

    Attributes:
        kind: Of what kind they are.
        values: The commonest first; of years the latest.
        others: How many further values there are.
    """

    kind: FacetKind
    values: tuple[FacetValue, ...]
    others: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    """By what the answer to a query can be narrowed.

    Attributes:
        query: The query.
        documents: Documents that were counted.
        facets: One for each kind that has values.
        without_facts: Documents among them whose facts are not extracted yet: their names are missing.
    """

    query: str
    documents: int
    facets: tuple[Facet, ...]
    without_facts: int = 0


class KwicOrder(StrEnum):
    """Orders of a concordance."""

    DOCUMENT = "document"
    """By arrival of the document, then by place."""
    DATE = "date"
    """By the document's own date, oldest first, those without one last."""
    KEYWORD = "keyword"
    LEFT = "left"
    """By the word to the left, then the one before it, and so on."""
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A match with what stands around it, on one line.

    Attributes:
        document_id: Where it is.
        title: Title of the document.
        date: The document's own date, ISO 8601, possibly incomplete or empty.
        page_index: The page on which it begins, from 0.
        span: The match in the document's text.
        left: What stands before it, the blank between both included; blanks are single, « ¶ » stands where a
            paragraph ends.
        keyword: The match as written, likewise.
        right: What stands after it, likewise.
    """

    document_id: DocumentId
    title: str
    date: str
    page_index: int
    span: Span
    left: str
    keyword: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Matches one under the other.

    Attributes:
        query: The query.
        lines: In the order asked for.
        documents: Number of documents that answer; exact.
        matches: Number of matches in all of them; exact. More than there are lines when a limit cut it.
    """

    query: str
    lines: tuple[KwicLine, ...]
    documents: int
    matches: int


@dataclass(frozen=True, slots=True)
class WordRow:
    """A line of a list that was searched at once.

    Attributes:
        text: The line as written.
        query: How it was asked.
        documents: Number of documents that answer; exact.
        matches: Number of matches; exact.
        first: ISO date of the earliest dated document that answers; empty for none.
        last: Of the latest one.
        problem: Why it could not be asked; empty when it was.
    """

    text: str
    query: str
    documents: int
    matches: int
    first: str = ""
    last: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class WordTable:
    """Counts for a list of words or names.

    Attributes:
        rows: One for each line of the list, in its order.
        within: The query they were asked within; empty for the whole archive.
    """

    rows: tuple[WordRow, ...]
    within: str = ""


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that stands near the matches of a query more often than chance would have it.

    Attributes:
        word: Its dictionary form.
        count: How often it stands near a match.
        left: How often of these before it.
        right: How often after it.
        total: How often it stands in the documents that were looked at.
        score: Log-likelihood ratio (Dunning 1993); larger is stronger.
        clause: A query that finds both together.
    """

    word: str
    count: int
    left: int
    right: int
    total: int
    score: float
    clause: str


@dataclass(frozen=True, slots=True)
class Collocations:
    """The words around the matches of a query, strongest first."""

    query: str
    words: tuple[Collocate, ...]
    matches: int


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year.

    Attributes:
        name: ISO 8601: "2021-05" or "2021".
        documents: Documents of that time that answer.
        matches: Matches in them.
        all_documents: Documents of that time in the archive.
    """

    name: str
    documents: int
    matches: int
    all_documents: int


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often a query is answered in the course of time.

    Attributes:
        query: The query.
        months: Every month from the first to the last that has an answer, empty ones too. Documents that
            know their year alone are in `years` only.
        years: Likewise by year.
        undated_documents: Documents that answer and have no date.
        undated_matches: Matches in them.
    """

    query: str
    months: tuple[Period, ...]
    years: tuple[Period, ...]
    undated_documents: int
    undated_matches: int


@dataclass(frozen=True, slots=True)
class Similar:
    """A document like another one.

    Attributes:
        document: The other document.
        likeness: 0..1; 1 for the same words.
        words: The telling words that both share, strongest first, in dictionary forms.
    """

    document: DocumentSummary
    likeness: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionGroup:
    """Documents whose texts are nearly the same: versions, copies, reprints.

    Attributes:
        documents: At least two, oldest first: by their own dates, then by arrival.
        likeness: The least share of common five-word runs (Jaccard, estimated) of any one and its nearest.
    """

    documents: tuple[DocumentSummary, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the reader keeps under a name.

    Attributes:
        id: UUID.
        name: Name given to it.
        query: The query.
        order: `index.search.engine.Order` as text.
        created: ISO 8601, UTC.
    """

    id: str
    name: str
    query: str
    order: str
    created: str


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A query that was asked.

    Attributes:
        query: The query.
        at: When it was asked last, ISO 8601, UTC.
        documents: How many documents answered then.
    """

    query: str
    at: str
    documents: int
