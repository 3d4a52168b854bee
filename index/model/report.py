"""What became of the files of an import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from index.errors import EncryptedPdf
from index.model.document import DocumentId


class ImportStatus(StrEnum):
    """How one file ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    NEW_VERSION = "new_version"
    PARTIAL = "partial"
    """In the archive, but something of it cannot be read or searched; the message says what."""
    READ_AGAIN = "read_again"
    """A document of the archive that was read again; the message says what of it still cannot be read."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    Attributes:
        path: The file as it was named.
        status: How it ended.
        document_id: The document it became, or the one it duplicates; None when refused.
        pages: Number of its pages; 0 when unknown.
        reason: Stable code of what went wrong (`ArchiveError.code`); empty when nothing did.
        message: What happened, why, and what to do (`index.model.said`); empty when there is nothing to say.
        seconds: Time spent on it.
        content: SHA-256 of a file that was refused; None when it was not read that far.
    """

    path: str
    status: ImportStatus
    document_id: DocumentId | None = None
    pages: int = 0
    reason: str = ""
    message: str = ""
    seconds: float = 0.0
    content: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all of them."""

    files: tuple[FileReport, ...]
    seconds: float
    was_cancelled: bool = False

    @property
    def locked(self) -> tuple[FileReport, ...]:
        """The files that were not taken in, and documents not read again, because they need a password."""
        return tuple(file for file in self.files if file.reason == EncryptedPdf.code)

    @property
    def to_unlock(self) -> tuple[tuple[Path, ...], tuple[DocumentId, ...]]:
        """What of it to try with another password: paths of files, and documents."""
        files = tuple(Path(file.path) for file in self.locked if file.document_id is None)
        return files, tuple(file.document_id for file in self.locked if file.document_id is not None)

    def followed_by(self, later: ImportReport) -> ImportReport:
        """Return one report of both."""
        was_cancelled = self.was_cancelled or later.was_cancelled
        return ImportReport(self.files + later.files, self.seconds + later.seconds, was_cancelled)

    def amended(self, newer: ImportReport) -> ImportReport:
        """Return this report with the newer outcome of files that were tried again."""
        outcomes = {file.path: file for file in newer.files}
        return replace(self, files=tuple(outcomes.get(file.path, file) for file in self.files))

    def count(self, status: ImportStatus) -> int:
        """Return how many files ended so."""
        return sum(1 for file in self.files if file.status is status)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """A look at a running import.

    Attributes:
        done: Files ended so far.
        total: Files in all.
        names: Names of the files being read now.
        seconds_left: Estimate; None while there is nothing to estimate from.
        latest: The file that ended last; None for a mere sign of life.
    """

    done: int
    total: int
    names: tuple[str, ...] = ()
    seconds_left: float | None = None
    latest: FileReport | None = None
