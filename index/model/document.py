"""Documents and their pages, as the archive knows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from index.model.media import MediaType
from index.model.span import Span
from index.model.textmap import TextMap

DocumentId = NewType("DocumentId", str)
"""SHA-256 of the file's content, 64 lower-case hexadecimal digits."""


class PageKind(StrEnum):
    """What a page offers to the reader."""

    TEXT = "text"
    SCAN = "scan"
    """A picture fills the page and there is no text: nothing on it can be searched."""
    RECOGNISED = "recognised"
    """A scan whose text was recognised; some of it may be wrong (`TextMap.confidence`)."""
    EMPTY = "empty"
    FAILED = "failed"
    """The page could not be read."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        page_index: Counted from 0.
        width_pt: Width as displayed, in points.
        height_pt: Height as displayed, in points.
        span: The part of the document's text that begins on this page; empty for a page without text.
        kind: What the page offers.
        label: The page number printed or declared in the file ("iv"); empty when there is none.
    """

    page_index: int
    width_pt: float
    height_pt: float
    span: Span
    kind: PageKind = PageKind.TEXT
    label: str = ""

    @property
    def page_number(self) -> int:
        """The number a person counts, from 1."""
        return self.page_index + 1


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the file's own table of contents."""

    title: str
    page_index: int
    level: int
    """0 for the top level."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read: one text, one map.

    Attributes:
        id: SHA-256 of the file's content.
        title: The document's first heading, else what its metadata or file name says.
        file_name: Name of the file, without folders.
        source_path: Where the file came from, for information only.
        text: The one text; NFC, paragraphs parted by a line feed, furniture left out.
        text_map: The one map from spans of `text` to paper.
        pages: All pages, in order.
        outline: The file's own table of contents.
        metadata: What the file says of itself (author, created, producer...), as plain text.
        notices: What of the file could not be read or searched, for the import report.
    """

    id: DocumentId
    title: str
    file_name: str
    source_path: str
    text: str
    text_map: TextMap
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What lists show of a document, without its text."""

    id: DocumentId
    title: str
    file_name: str
    source_path: str
    page_count: int
    imported_at: str
    """ISO 8601, UTC."""
    date: str = ""
    """The document's own date, ISO 8601, possibly without day or month; empty when unknown."""
    notices: tuple[str, ...] = ()
    is_indexed: bool = True
    """False while the search index has not taken it in yet."""
    media: MediaType = MediaType.PDF
    """Format of the original."""
    number: int = 0
    """The archive's own number of the document, ascending in the order of arrival; the engine and the tables
    of names know documents by it."""
