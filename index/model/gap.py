"""What of an archive is not searched, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.model.document import DocumentId
from index.model.said import sentences

_OPEN_BY_PASSWORD: Final = frozenset({"file.encrypted", "file.wrong_password"})


class GapKind(StrEnum):
    """The reason, in the order in which reasons are listed."""

    SCAN = "scan"
    """Pages that are pictures without text."""
    FAILED = "failed"
    """Pages that could not be read."""
    UNREAD = "unread"
    """Pages beyond a limit."""
    UNINDEXED = "unindexed"
    """Documents that are in the archive but not, or not yet, in the search index."""
    ENCRYPTED = "encrypted"
    """Files that open only with a password."""
    QUARANTINED = "quarantined"
    """Files that killed their reader and are read only when named one by one."""
    DAMAGED = "damaged"
    """Files that are damaged."""
    TOO_LARGE = "too_large"
    """Files that exceed a limit."""
    UNREADABLE = "unreadable"
    """Files that the operating system did not let us read, or that were not there."""
    FOREIGN = "foreign"
    """Files of a format the program does not read."""
    REFUSED = "refused"
    """Files that were refused for another reason."""
    RESTORED = "restored"
    """Documents whose text was restored from a damaged file: searched, but out of order perhaps."""
    RECOGNISED = "recognised"
    """Pages whose text was recognised in a picture: searched, but with errors perhaps."""
    REMARK = "remark"
    """Whatever else was remarked when a document was read."""

    @property
    def is_searched(self) -> bool:
        """Whether it is searched nevertheless, only not with full confidence."""
        return self in {GapKind.RESTORED, GapKind.RECOGNISED, GapKind.REMARK}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not searched, or not with confidence: pages of a document, or a file.

    Attributes:
        kind: The reason.
        document_id: The document; None for a file that is not in the archive.
        title: Title of the document, or name of the file.
        path: Where the file came from, as the file system spells it; for information only.
        page_runs: The pages, as ascending runs of indexes from 0; empty when it is not about pages. Runs,
            since a broken file can claim to have a thousand million pages.
        page_count: Pages of the whole document; 0 when unknown.
        why: What it means, one Russian sentence (`index.model.said`).
        advice: What to do about it; may be empty.
        can_retry: Whether it may help to import the file once more, named by itself, or to read the
            document of the archive again.
        content: SHA-256 of a file that is not in the archive; empty when unknown.
    """

    kind: GapKind
    document_id: DocumentId | None
    title: str
    path: str
    page_runs: tuple[range, ...]
    page_count: int
    why: str
    advice: str
    can_retry: bool = False
    content: str = ""

    @property
    def takes_password(self) -> bool:
        """Whether it is a file that a password may open; there are protections that none opens here."""
        codes = {sentence.code for sentence in sentences(self.why)}
        return self.kind is GapKind.ENCRYPTED and not codes.isdisjoint(_OPEN_BY_PASSWORD)

    @property
    def is_whole(self) -> bool:
        """Whether it is about every page of its document."""
        return bool(self.page_runs) and self.pages == self.page_count

    @property
    def pages(self) -> int:
        """How many pages it is about."""
        return sum(map(len, self.page_runs))


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps of an archive or of some of its documents, with what they amount to.

    Attributes:
        all: Ordered by kind, then by title.
        documents: Documents in all.
        documents_searched: Those of which at least part is searched.
        pages: Pages in all, those beyond a limit included.
        pages_searched: Those that are searched; empty pages count as such, there is nothing to find on them.
    """

    all: tuple[Gap, ...] = ()
    documents: int = 0
    documents_searched: int = 0
    pages: int = 0
    pages_searched: int = 0

    def __iter__(self) -> Iterator[Gap]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def pages_hidden(self) -> int:
        """Pages that are not searched."""
        return self.pages - self.pages_searched

    @property
    def documents_concerned(self) -> int:
        """Documents of which at least one page is not searched."""
        return len({gap.document_id for gap in self.all if gap.document_id and not gap.kind.is_searched})

    @property
    def files_refused(self) -> int:
        """Files that are not in the archive."""
        return sum(1 for gap in self.all if gap.document_id is None)

    @property
    def is_complete(self) -> bool:
        """Whether everything is searched."""
        return all(gap.kind.is_searched for gap in self.all)

    def of_document(self, document_id: DocumentId) -> tuple[Gap, ...]:
        """Return the gaps of one document."""
        return tuple(gap for gap in self.all if gap.document_id == document_id)
