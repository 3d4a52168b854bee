"""The reader's own work: marked passages and notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.document import DocumentId
from index.model.span import Span


class HighlightColor(StrEnum):
    """Colours of the marker pens. Names, not values: the theme decides how they look."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation belongs, said in ways that survive a new version of the text.

    Attributes:
        span: Its place in the text it was made on.
        quote: The marked words.
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
class Annotation:
    """A marked passage, with or without a note.

    Attributes:
        id: UUID, stable for ever.
        document_id: The document it belongs to.
        anchor: Where.
        color: Colour of the marker pen.
        note: What the reader wrote; plain text, may be empty.
        tags: The reader's words for it.
        created: ISO 8601, UTC.
        modified: ISO 8601, UTC.
    """

    id: str
    document_id: DocumentId
    anchor: Anchor
    color: HighlightColor
    note: str
    tags: tuple[str, ...]
    created: str
    modified: str
