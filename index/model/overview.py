"""What the documents of an archive state, gathered: people, time, meetings, promises, figures, quotes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.document import DocumentId
from index.model.fact import Fact
from index.model.span import Span

_NOWHERE: Final = Span(0, 0)


class NameKind(StrEnum):
    """Whom and what the archive knows by name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Grain(StrEnum):
    """How exactly time is parted."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a document.

    Attributes:
        document_id: The document.
        title: Its title.
        date: Its own date, ISO 8601, possibly incomplete; empty when unknown.
        page_index: The page on which the place begins.
        span: The place.
        passage: The words there, with some before and behind; one line.
        lit: The words of the place within the passage.
    """

    document_id: DocumentId
    title: str
    date: str
    page_index: int
    span: Span
    passage: str
    lit: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with its place.

    Attributes:
        fact: The statement, as the facts of the document have it.
        evidence: Where it stands.
    """

    fact: Fact
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that documents name.

    Attributes:
        id: The archive's own number of it.
        kind: What it is.
        name: As it is spelled most often.
    """

    id: int
    kind: NameKind
    name: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A document that names somebody.

    Attributes:
        evidence: The first place there.
        times: How often.
        spans: All places, in the order of the text.
        further: Some more of the places, in passages of their own.
    """

    evidence: Evidence
    times: int
    spans: tuple[Span, ...]
    further: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office that statements give somebody.

    Attributes:
        person: Who has it.
        position: Nominative, lower case.
        body: Of what; empty if that is not said.
        first: From when at the latest, ISO 8601; empty if no statement has a time. What a statement does not
            say is taken from the date of its document.
        last: Until when at the least; likewise.
        stated: The statements, by time.
        is_former: Whether they all speak of an office that is held no more.
    """

    person: str
    position: str
    body: str
    first: str
    last: str
    stated: tuple[Stated, ...]
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who has a part in the same statements.

    Attributes:
        who: The other one.
        statements: In how many statements.
        documents: In how many documents.
        stated: The latest of them.
    """

    who: Named
    statements: int
    documents: int
    stated: Stated


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything that documents say of somebody.

    Attributes:
        query: Which documents were asked; empty for all.
        who: Of whom.
        spellings: How else it is spelled.
        others: Who else has that name, those in most documents first.
        documents: How many documents name it; exact.
        mentions: How often; exact.
        mentioned: The documents, the latest first; not all, if there are many.
        offices: By time.
        companions: Those in most statements first.
        statements: In how many statements it has a part; exact.
        sums: Statements about money.
        quotes: What it is quoted with.
        stated: Everything else, the latest first.
    """

    query: str
    who: Named
    spellings: tuple[str, ...]
    others: tuple[Named, ...]
    documents: int
    mentions: int
    mentioned: tuple[Mentioned, ...]
    offices: tuple[Office, ...]
    companions: tuple[Companion, ...]
    statements: int
    sums: tuple[Stated, ...]
    quotes: tuple[Stated, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, month, year or other time, and what is said of it.

    Attributes:
        value: The time, ISO 8601 and its kin (`index.text.days`).
        first: Its first day, `20210512` for the 12th of May 2021.
        last: Its last day.
        is_own: Whether it is the date of the document itself; else the evidence is where it is named.
        evidence: Where it stands; of a document's own date its beginning.
    """

    value: str
    first: int
    last: int
    is_own: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Moments:
    """How many dates fall into a year, month or day.

    Attributes:
        name: `2021`, `2021-05` or `2021-05-12`.
        dates: How many.
        documents: In how many documents.
    """

    name: str
    dates: int
    documents: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of documents and in documents, in order.

    Attributes:
        query: Which documents were asked; empty for all.
        grain: How exactly `moments` are parted.
        moments: Each year, month or day of which something is said, ascending; longer times are in none.
        dates: How many dates there are; exact.
        lines: The first of them.
    """

    query: str
    grain: Grain
    moments: tuple[Moments, ...]
    dates: int
    lines: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a picture of who met whom.

    Attributes:
        who: The person or body.
        meetings: In how many meetings; exact.
        x: Place in the picture, 0 at the left, 1 at the right.
        y: Place, 0 at the top, 1 at the bottom.
    """

    who: Named
    meetings: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met.

    Attributes:
        left: The one, as a place among the nodes.
        right: The other, likewise; behind `left`.
        meetings: How many statements tell of it.
        documents: In how many documents.
        stated: The latest of them.
    """

    left: int
    right: int
    meetings: int
    documents: int
    stated: Stated


@dataclass(frozen=True, slots=True)
class Meetings:
    """Who met whom.

    Attributes:
        query: Which documents were asked; empty for all.
        meetings: How many statements tell of meetings of two or more; exact.
        people: How many persons and bodies took part; exact.
        nodes: Those who met most often.
        edges: Who of them met whom, the most frequent first.
    """

    query: str
    meetings: int
    people: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """An intention, instruction, agreement or decision.

    Attributes:
        stated: The statement.
        deadline: Last day of its deadline, ISO 8601; empty if it names none that is known.
        is_overdue: Whether that day is past, and the statement itself does not tell that it is done.
    """

    stated: Stated
    deadline: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Promises:
    """Promises by deadline; those without one come last, from the latest document to the earliest.

    Attributes:
        query: Which documents were asked; empty for all.
        today: The day on which they are looked at, ISO 8601.
        promises: How many there are; exact.
        with_deadline: How many have a deadline; exact.
        overdue: How many are overdue; exact.
        lines: The first of them.
    """

    query: str
    today: str
    promises: int
    with_deadline: int
    overdue: int
    lines: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures about the same thing that contradict each other.

    Attributes:
        what: Of what they are, as one document says it.
        period: The time of which they are, ISO 8601; empty if unknown.
        documents: How many documents have such a figure; exact.
        figures: One a document, the smallest first; of many the smallest and the largest ones.
    """

    what: str
    period: str
    documents: int
    figures: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Figures that disagree between documents.

    Attributes:
        query: Which documents were asked; empty for all.
        compared: How many figures could be held against one of another document; exact.
        disagreeing: How many things they disagree about; exact.
        lines: The first of these, those in most documents first.
    """

    query: str
    compared: int
    disagreeing: int
    lines: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted.

    Attributes:
        who: The speaker; None for quotes of nobody who is known by name.
        quotes: How many there are; exact.
        documents: In how many documents.
        lines: The first of them, by the date of the document.
    """

    who: Named | None
    quotes: int
    documents: int
    lines: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Direct speech by speaker.

    Attributes:
        query: Which documents were asked; empty for all.
        quotes: How many there are; exact.
        people: Of how many speakers who are known by name; exact.
        speakers: Those with most quotes first; who is not known by name comes last. Not all, if there are
            many.
    """

    query: str
    quotes: int
    people: int
    speakers: tuple[Speaker, ...]
