"""What is asked of the reader, and what it tells while it works. Plain values: they cross processes."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.config import ReadLimits
from index.model.document import DocumentId
from index.model.recognition import RecognisedPage


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """One file to read.

    Attributes:
        path: The file.
        document_id: SHA-256 of its content, which becomes the document's identity.
        file_name: Its name as the reader knows it, without folders.
        source_path: Where it came from, for information only.
        password: Opens an encrypted file; None when there is none.
        skip_pages: Indexes of pages that must not be touched, because they killed the reader before.
        limits: What the file may cost.
        recognised: What was recognised in its scanned pages before; becomes part of the text.
    """

    path: str
    document_id: DocumentId
    file_name: str
    source_path: str
    password: str | None = field(default=None, repr=False)
    skip_pages: frozenset[int] = frozenset()
    limits: ReadLimits = field(default_factory=ReadLimits)
    recognised: tuple[RecognisedPage, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PageRead:
    """Told before a page is read, so that a death of the reader names its page.

    Attributes:
        page_index: The page that is read next, counted from 0.
        page_count: Pages that will be read in all.
    """

    page_index: int
    page_count: int
