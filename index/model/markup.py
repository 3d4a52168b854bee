"""Markup: what PDF files hold of the marks and notes that readers made in them (ISO 32000-2, 12.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.geometry import Point, Quad

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


class MarkupKind(StrEnum):
    """How a place of a PDF is marked."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    SQUIGGLY = "squiggly"
    STRIKE = "strike"
    NOTE = "note"
    """A sign on the page with a text that opens."""
    FREE_TEXT = "free_text"
    """A text that is written on the page itself."""
    DRAWING = "drawing"
    """A line, a frame, a stamp, a drawing by hand."""
    BOOKMARK = "bookmark"
    """A page to come back to; PDF has it in the outline."""

    @property
    def is_of_words(self) -> bool:
        """Whether it marks words, by quads."""
        return self in _OF_WORDS


MADE_HERE: Final = "chitalnya-"
"""Begins the names of marks that the program made by itself, of what was found: they are nobody's notes."""
ORIGIN: Final = Point(0.0, 0.0)
"""The upper left corner of a page."""
_OF_WORDS: Final = frozenset(
    {MarkupKind.HIGHLIGHT, MarkupKind.UNDERLINE, MarkupKind.SQUIGGLY, MarkupKind.STRIKE},
)


@dataclass(frozen=True, slots=True)
class Markup:
    """One mark of a PDF.

    Attributes:
        kind: How the place is marked.
        page_index: The page, counted from 0.
        name: What tells it from all others of the file: its own name (/NM), else a digest of what it holds.
        quads: The marked words on paper, in page space; empty for what stands at a point.
        point: Where it stands, in page space: the middle of the sign of a note, else its upper left corner.
        color: Its colour; None if it does not say.
        note: What is written to it.
        tags: The reader's words for it, where a file keeps them.
        author: Who made it; empty when nobody said.
        created: ISO 8601, UTC; empty when unknown.
        modified: As `created`.
        words: What the file's own text has under the quads, for files that are not those of a document.
        answers: Name of the mark that it answers; empty for most.
    """

    kind: MarkupKind
    page_index: int
    name: str
    quads: tuple[Quad, ...] = ()
    point: Point = ORIGIN
    color: Rgb | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str = ""
    modified: str = ""
    words: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class FoundMarks:
    """The marks of a file.

    Attributes:
        marks: In the order of its pages.
        document: SHA-256 of the document that it is a copy of, if it is one of ours; else empty.
    """

    marks: tuple[Markup, ...]
    document: str = ""
