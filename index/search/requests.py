"""What the process that writes the index can be asked for."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.document import DocumentId


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What the index takes in of a document.

    Attributes:
        id: The document.
        title: Its title.
        file_name: Name of its file.
        date: Its own date, ISO 8601, possibly without day or month; empty when unknown.
        text: Its text; matches are spans of this very string.
        number: The archive's own number of it (`DocumentSummary.number`).
        page_starts: First character of each page, ascending offsets in the text.
    """

    id: DocumentId
    title: str
    file_name: str
    date: str
    text: str
    number: int = 0
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddDocuments:
    """Take documents in, each in place of an older state of itself. Answer: their number.

    Attributes:
        documents: The documents.
        generation: What `StartRebuild` answered, to write to the rebuild; empty for the current index.
    """

    documents: tuple[IndexDocument, ...]
    generation: str = ""


@dataclass(frozen=True, slots=True)
class DeleteDocuments:
    """Forget documents; unknown ones are ignored. Answer: the number forgotten."""

    document_ids: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class StartRebuild:
    """Begin an empty index beside the current one. Answer: its generation."""


@dataclass(frozen=True, slots=True)
class FinishRebuild:
    """Make a rebuilt index the current one, and delete the others. Answer: None."""

    generation: str


@dataclass(frozen=True, slots=True)
class Compact:
    """Make few large segments of many small ones, so that a search looks at fewer.

    Answer: how many there were.

    Attributes:
        generation: What `StartRebuild` answered, for the rebuild; empty for the current index.
    """

    generation: str = ""


Request = AddDocuments | DeleteDocuments | StartRebuild | FinishRebuild | Compact
