"""What is asked of the reader, what it tells while it works, and what it answers.

Plain values: they cross processes. A file is read in parts (`part_stop`), so that several processes share
one big book and a page that kills its reader costs no more than its part. A file of one part is
answered by its `Document` at once; otherwise parts are answered by `PagesRead` and put together at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from index.config import ReadLimits
from index.model.document import DocumentId
from index.model.recognition import RecognisedPage
from index.pdf import notices

PART_PAGES: Final = 64
"""Pages of a part; more if the file has very many."""
_MOST_PARTS: Final = 32
"""The file is opened for each part, which takes the longer the more pages it has."""


def part_stop(first_page: int, page_count: int) -> int:
    """Return where the part of a file ends that begins with a page."""
    return min(page_count, first_page + max(PART_PAGES, -(-page_count // _MOST_PARTS)))


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """One file to read, or a part of it.

    Attributes:
        path: The file.
        document_id: SHA-256 of its content, which becomes the document's identity.
        file_name: Its name as the reader knows it, without folders.
        source_path: Where it came from, for information only.
        passwords: Tried on a file that needs one.
        first_page: Index of the first page to read.
        skip_pages: Indexes of pages that must not be touched, because they killed the reader before.
        limits: What the file may cost.
        recognised: What was recognised in its scanned pages before; becomes part of the text.
    """

    path: str
    document_id: DocumentId
    file_name: str
    source_path: str
    passwords: tuple[str, ...] = field(default=(), repr=False)
    first_page: int = 0
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


@dataclass(frozen=True, slots=True)
class PagesRead:
    """A part of a file, read.

    Attributes:
        first_page: Index of its first page.
        stop_page: Index after its last page.
        page_count: Pages of the whole file.
        characters: Length of its text.
        packed: The pages, as only the reader's own process understands them.
    """

    first_page: int
    stop_page: int
    page_count: int
    characters: int
    packed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssemblyRequest:
    """All parts of a file, to be made one document.

    Attributes:
        request: What was asked for.
        parts: What was read, in order. Pages that are in none of them could not be read.
        page_count: Pages of the whole file.
        limit: Why the pages after the last part were not read, as a clause; empty if they should have been.
    """

    request: ReadRequest
    parts: tuple[PagesRead, ...]
    page_count: int
    limit: str = ""


def limit_reached(limits: ReadLimits, parts: Sequence[PagesRead]) -> str:
    """Return the limit that ends the reading of a file after some of its parts, as a clause; else nothing."""
    if sum(part.characters for part in parts) > limits.text_characters:
        return notices.too_long_text(limits.text_characters)
    if parts[-1].stop_page >= limits.pages and parts[-1].page_count > limits.pages:
        return notices.too_many_pages(limits.pages)
    return ""
