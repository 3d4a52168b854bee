"""What is to be done with a file: read it, or say at once what became of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from index.config import ReadLimits
from index.errors import ArchiveError, ImportFailed, TooLarge
from index.formats.kinds import recognised
from index.ingest.discover import Candidate
from index.model.document import DocumentId, DocumentSummary
from index.model.media import MediaType
from index.model.said import said, together
from index.store.documents import DocumentStore, Source
from index.store.editions import Editions
from index.store.journal import Journal
from index.store.originals import Originals, Taken

_RACY_NS: Final = 2_000_000_000
"""A file may change twice within one tick of a coarse clock (FAT: 2 s) without a trace in its time."""
_NEVER_NS: Final = -1


@dataclass(frozen=True, slots=True)
class Known:
    """The file's content is in the archive already.

    Attributes:
        document_id: As this document.
        title: Of the document.
        page_count: Of the document.
    """

    document_id: DocumentId
    title: str
    page_count: int

    @classmethod
    def of(cls, document: DocumentSummary) -> Known:
        """Say which document it is."""
        return cls(document.id, document.title, document.page_count)


@dataclass(frozen=True, slots=True)
class Refused:
    """The file is not taken in.

    Attributes:
        reason: Stable code of the error.
        message: What happened, what is safe, what to do next (`index.model.said`).
        content: SHA-256 of the file; None when it was not read that far.
    """

    reason: str
    message: str
    content: DocumentId | None = None

    @classmethod
    def because(cls, error: ArchiveError) -> Refused:
        """Say it as the error does."""
        return cls(error.code, together(error.user_message, error.hint))


@dataclass(frozen=True, slots=True)
class ToRead:
    """The file has to be read.

    Attributes:
        taken: Our copy of it.
        supersedes: The document that was read from the same path before; None when there is none.
        media: What it is.
    """

    taken: Taken
    supersedes: DocumentId | None
    media: MediaType = MediaType.PDF


Plan = Known | Refused | ToRead


class Planner:
    """Plans one file after the other.

    Args:
        documents: What the archive holds.
        originals: Where copies go.
        editions: Where PDFs made of them are.
        journal: What is remembered of harmful contents.
        limits: What a file may cost.
    """

    def __init__(
        self,
        documents: DocumentStore,
        originals: Originals,
        editions: Editions,
        journal: Journal,
        limits: ReadLimits,
    ) -> None:
        self._documents, self._originals, self._editions = documents, originals, editions
        self._journal, self._limits = journal, limits

    def plan(self, candidate: Candidate, alive: Callable[[], None]) -> Plan:
        """Decide about a file; blocks while it is copied and hashed, if it changed since last time.

        Args:
            candidate: The file.
            alive: Called after every mebibyte; may raise to stop.

        Raises:
            StoreError: If the disk is full or refuses.
        """
        before = self._documents.source(source_of(candidate))
        is_unchanged = before is not None and before[4:] == (candidate.size, candidate.modified_ns)
        if before and is_unchanged and self._is_whole(before):
            return Known(before.document_id, before.title, before.page_count)
        if candidate.size > self._limits.file_bytes:
            return Refused.because(_too_large(candidate.size, self._limits.file_bytes))
        taken: Taken | None = None
        try:
            taken = self._originals.take(candidate.path, alive)
            media = recognised(taken.path, candidate.path.name)
        except ImportFailed as error:
            if taken is not None:
                self._originals.drop(taken)
            return Refused.because(error)
        plan = self._after_hashing(
            candidate, ToRead(taken, None if before is None else before.document_id, media)
        )
        if not isinstance(plan, ToRead):
            self._originals.drop(taken)
        if isinstance(plan, Known):
            self.remember(candidate, plan.document_id)
        return plan

    def remember(self, candidate: Candidate, document_id: DocumentId) -> None:
        """Note that a path holds a document, so that the file is not read again while it does not change."""
        self._documents.note_source(source_of(candidate), candidate.size, stamp(candidate), document_id)

    def _is_whole(self, source: Source) -> bool:
        """Whether original and edition of the document of an unchanged file are where they should be."""
        if self._originals.problem(source.document_id, source.file_bytes, source.media, is_deep=False):
            return False
        return source.media is MediaType.PDF or self._editions.has(source.document_id)

    def _after_hashing(self, candidate: Candidate, plan: ToRead) -> Plan:
        taken = plan.taken
        if self._documents.has(taken.document_id):
            media = self._documents.media(taken.document_id)
            if media is not MediaType.PDF and not self._editions.has(taken.document_id):
                return ToRead(taken, None, media)
            if self._originals.problem(taken.document_id, taken.size, media, is_deep=True):
                # Lost or changed since: here it is again.
                self._originals.keep([(taken, media)])
            return Known.of(self._documents.summary(taken.document_id))
        harm = None if candidate.is_named else self._journal.quarantined(taken.document_id)
        if harm is None:
            return plan
        return Refused(
            harm.reason,
            together(
                harm.message,
                said(
                    "advice.import_alone",
                    "Вместе с папкой этот файл больше не читается; чтобы попробовать ещё раз,"
                    " импортируйте его отдельно.",
                ),
            ),
            taken.document_id,
        )


def source_of(candidate: Candidate) -> bytes:
    """Return the path of a file as the file system spells it, without resolving links."""
    return os.fsencode(os.path.abspath(candidate.path))  # noqa: PTH100 - Path keeps the `..` of a path


def stamp(candidate: Candidate) -> int:
    """Return the time of change by which the file will be known again; one that never comes if too fresh."""
    is_racy = time.time_ns() - candidate.modified_ns < _RACY_NS
    return _NEVER_NS if is_racy else candidate.modified_ns


def _too_large(size: int, limit: int) -> TooLarge:
    return TooLarge(
        said(
            "file.too_large_to_take",
            "Файл слишком велик: {size:.1f} ГБ, а читаются файлы до {limit:.1f} ГБ.",
            size=size / 1e9,
            limit=limit / 1e9,
        ),
        said("advice.import_parts", "Разделите его на части и импортируйте их."),
    )
