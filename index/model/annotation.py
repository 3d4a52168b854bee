"""The reader's own work: marked passages, notes, bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.document import DocumentId
from index.model.geometry import Point, Quad
from index.model.span import Span


class HighlightColor(StrEnum):
    """Colours of the marker pens. Names, not values: the theme decides how they look."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    VIOLET = "violet"


class AnnotationKind(StrEnum):
    """How a place is marked."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    NOTE = "note"
    """A free note, at a point of the page."""
    BOOKMARK = "bookmark"
    """A page to come back to, from a point of it downwards."""

    @property
    def is_of_words(self) -> bool:
        """Whether it marks words, and not a point of a page."""
        return self not in {AnnotationKind.NOTE, AnnotationKind.BOOKMARK}


@dataclass(frozen=True, slots=True)
class Pen:
    """How a place is marked, and what is written to it.

    Attributes:
        color: Colour of the marker pen.
        note: What is written; plain text.
        tags: The reader's words for it.
        kind: How it is marked.
        author: Who marks it, as they call themselves.
    """

    color: HighlightColor
    note: str = ""
    tags: tuple[str, ...] = ()
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT
    author: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation belongs, said in ways that survive a new version of the text.

    Attributes:
        span: Its place in the text it was made on; empty when its words are not there any more.
        quote: The marked words; empty for a point of a page that has no text.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters after them.
        page_index: The page on which they begin, counted from 0.
    """

    span: Span
    quote: str
    prefix: str
    suffix: str
    page_index: int


@dataclass(frozen=True, slots=True)
class Link:
    """Where a note leads: to another annotation, or to a passage, as that of a fact.

    Attributes:
        document_id: The document it leads to.
        label: What it is called: the words of the passage, or the beginning of the note.
        annotation_id: The annotation it leads to; empty for a passage.
        span: The passage, in the text as it was when the link was made; its words are `label`. None for a
            link to an annotation.
    """

    document_id: DocumentId
    label: str
    annotation_id: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked passage, with or without a note; a free note; a bookmark.

    Attributes:
        id: UUID, stable for ever.
        document_id: The document it belongs to.
        anchor: Where. The anchor of a note at a point are the words nearest to it.
        color: Colour of the marker pen.
        note: What the reader wrote; plain text, may be empty.
        tags: The reader's words for it.
        created: ISO 8601, UTC.
        modified: ISO 8601, UTC.
        kind: How the place is marked.
        author: Who made it, as they call themselves; empty when nobody said.
        point: Where on the page a free note or a bookmark stands, in page space; None for marked words.
        quads: Where its words stood on paper when they were found last: they show the place even when the
            words are not in the text any more. Empty for annotations of older versions of the program.
        links: Where its note leads.
    """

    id: str
    document_id: DocumentId
    anchor: Anchor
    color: HighlightColor
    note: str
    tags: tuple[str, ...]
    created: str
    modified: str
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT
    author: str = ""
    point: Point | None = None
    quads: tuple[Quad, ...] = ()
    links: tuple[Link, ...] = ()


class Change(StrEnum):
    """What became of an annotation."""

    EDITED = "edited"
    MOVED = "moved"
    """Its text was read anew, or the reader confirmed its place or chose another."""
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class PastState:
    """How an annotation was before it was changed.

    Attributes:
        annotation: Its state then.
        changed: What became of it.
        at: When, ISO 8601, UTC.
    """

    annotation: Annotation
    changed: Change
    at: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the notes of an older version of a document in a newer one.

    Attributes:
        sure: Ids of those that were found.
        likely: Ids of those whose place the reader should confirm.
        lost: Ids of those whose words are not in the newer version; they are kept.
    """

    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
