"""Everything that can go wrong, as the reader should hear about it.

    ArchiveError
     +- ImportFailed: NotAPdf EncryptedPdf(UnknownProtection) DamagedPdf
     |               TooLarge UnreadableFile
     |               UnknownFormat OldFormat DamagedFile HarmfulFile ProgramMissing
     +- SearchIndexError: IndexLocked IndexOutdated IndexDamaged
     +- QueryError (.span points at the offending part of the query)
     +- StoreError: StoreLocked StoreDamaged StoreNewer DocumentUnknown
     +- AnnotationError
     +- RecognitionError: RecogniserMissing
     +- LimitExceeded (.limit, .value)

`code` is stable and machine-readable; `user_message` says what happened and what is safe, `hint` what
to do next. Failures of one document are rows of an import report, never the end of a batch.
"""

from __future__ import annotations

from typing import Any, ClassVar


class ArchiveError(Exception):
    """A failure that can be explained to the reader.

    Args:
        user_message: What happened and what is safe, a full Russian sentence.
        hint: What to do next; empty when nothing can be done.
        document: Title or path of the document concerned; empty when none is.
    """

    code: ClassVar[str] = "archive_error"

    def __init__(self, user_message: str, hint: str = "", document: str = "") -> None:
        super().__init__(user_message)
        self.user_message = user_message
        self.hint = hint
        self.document = document

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[Any, ...]]:
        """Errors cross process boundaries, hint and document included."""
        return type(self), (self.user_message, self.hint, self.document)


class ImportFailed(ArchiveError):
    """A file could not be taken into the archive."""

    code = "import_failed"


class NotAPdf(ImportFailed):
    """The file is something else, whatever its name says."""

    code = "not_a_pdf"


class EncryptedPdf(ImportFailed):
    """The file opens only with a password."""

    code = "encrypted"


class UnknownProtection(EncryptedPdf):
    """The file is protected in a way that no password opens here."""

    code = "unknown_protection"


class DamagedPdf(ImportFailed):
    """The file is a PDF that cannot be read, or that kills its reader."""

    code = "damaged"


class TooLarge(ImportFailed):
    """Reading the file exceeds a limit of time, memory or size."""

    code = "too_large"


class UnreadableFile(ImportFailed):
    """The operating system does not let us read the file, or it is gone or empty."""

    code = "unreadable"


class UnknownFormat(ImportFailed):
    """The file is of no format that can be read."""

    code = "unknown_format"


class OldFormat(UnknownFormat):
    """The file is of a known format that has to be saved as another one first."""

    code = "old_format"


class DamagedFile(ImportFailed):
    """The file is of a format that can be read, but broken."""

    code = "damaged"


class HarmfulFile(ImportFailed):
    """The file is made to harm its reader, as an archive that unpacks to terabytes is."""

    code = "harmful"


class ProgramMissing(ImportFailed):
    """A program that reads the format is not installed."""

    code = "program_missing"


class SearchIndexError(ArchiveError):
    """The search index cannot be used; it is disposable and can be rebuilt."""

    code = "index_error"


class IndexLocked(SearchIndexError):
    """Another program is writing to the index."""

    code = "index_locked"


class IndexOutdated(SearchIndexError):
    """The index was built by another version of the analyzer."""

    code = "index_outdated"


class IndexDamaged(SearchIndexError):
    """The files of the index contradict each other."""

    code = "index_damaged"


class QueryError(ArchiveError):
    """The query cannot be answered.

    Args:
        user_message: What is wrong with the query.
        hint: How to write it instead.
        start: First offending character of the query.
        stop: One past the last offending character.
    """

    code = "query_error"

    def __init__(self, user_message: str, hint: str = "", start: int = 0, stop: int = 0) -> None:
        super().__init__(user_message, hint)
        self.start = start
        self.stop = stop

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[Any, ...]]:
        return type(self), (self.user_message, self.hint, self.start, self.stop)


class StoreError(ArchiveError):
    """The database refused."""

    code = "store_error"


class StoreLocked(StoreError):
    """Another program is writing to the archive."""

    code = "store_locked"


class StoreDamaged(StoreError):
    """The database fails its own checks."""

    code = "store_damaged"


class StoreNewer(StoreError):
    """The archive was written by a newer version of the program."""

    code = "store_newer"


class DocumentUnknown(StoreError):
    """No such document in the archive."""

    code = "document_unknown"


class AnnotationError(ArchiveError):
    """A note could not be kept or found."""

    code = "annotation_error"


class RecognitionError(ArchiveError):
    """Pages cannot be recognised."""

    code = "recognition"


class RecogniserMissing(RecognitionError):
    """The program that recognises pages is not installed, or lacks a language."""

    code = "recogniser_missing"


class LimitExceeded(ArchiveError):
    """A request is larger than the program allows.

    Args:
        limit: Name of the limit.
        value: What was asked for.
        user_message: What happened.
        hint: What to do next.
    """

    code = "limit_exceeded"

    def __init__(self, limit: str, value: float, user_message: str, hint: str = "") -> None:
        super().__init__(user_message, hint)
        self.limit = limit
        self.value = value

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[Any, ...]]:
        return type(self), (self.limit, self.value, self.user_message, self.hint)
