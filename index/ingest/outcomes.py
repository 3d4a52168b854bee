"""What became of each file: the acknowledgement, the refusal, the row of the report."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from index.facts.card_dates import own_date
from index.ingest.discover import Candidate
from index.ingest.plan import Known, Refused, ToRead, source_of, stamp
from index.ingest.progress import Meter
from index.ingest.rewriting import Rewriting
from index.model.document import Document, DocumentId
from index.model.recognition import RecognisedPage
from index.model.report import FileReport, ImportProgress, ImportStatus
from index.model.said import said, together
from index.store.documents import Arrival, DocumentStore
from index.store.editions import Draft, Editions
from index.store.journal import Journal
from index.store.originals import Originals

_LOG_BATCH: Final = 64
_LOG_EVERY_S: Final = 0.5
"""Files that are in the archive already end by thousands a second."""
# Readers tell of hundreds of pages a second: nobody can read along.
_CALM_S: Final = 0.1
OnProgress = Callable[[ImportProgress], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """What an import writes to."""

    documents: DocumentStore
    originals: Originals
    editions: Editions
    journal: Journal
    rewriting: Rewriting


@dataclass(slots=True)
class Arriving:
    """A file on its way into the archive.

    Attributes:
        candidate: The file.
        plan: Our copy of it, and what it supersedes.
        started_at: When work on it began, by `time.monotonic`.
        followers: Files of the same content that came meanwhile, and when.
        draft: Its edition, when it is made; None for PDFs.
        notices: What of the file is not in its edition.
    """

    candidate: Candidate
    plan: ToRead
    started_at: float
    followers: list[tuple[Candidate, float]] = field(default_factory=list)
    draft: Draft | None = None
    notices: tuple[str, ...] = ()

    @property
    def readable(self) -> Path:
        """The PDF to read: our copy itself, or its edition."""
        return self.plan.taken.path if self.draft is None else self.draft.path

    def drop(self, originals: Originals) -> None:
        """Remove our copy and its edition."""
        originals.drop(self.plan.taken)
        if self.draft is not None:
            self.draft.drop()


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read.

    Attributes:
        arriving: The file.
        document: What was read.
        recognised: What the reader was told of its scans, if the document is in the archive already.
    """

    arriving: Arriving
    document: Document
    recognised: Sequence[RecognisedPage] = ()


class Outcomes:
    """Ends files, one way or another, and tells about them.

    Args:
        stores: What is written to.
        meter: Counts the files that ended.
        on_progress: Told of each file after what became of it is on the disk.
    """

    def __init__(self, stores: Stores, meter: Meter, on_progress: OnProgress | None) -> None:
        self._stores, self._meter, self._on_progress = stores, meter, on_progress
        self._reports: list[FileReport] = []
        self._logged, self._logged_at = 0, float("-inf")
        self._told_at = float("-inf")
        self._names: tuple[str, ...] = ()
        self._bytes_under_way = 0.0

    @property
    def reports(self) -> tuple[FileReport, ...]:
        """The files that ended, in that order."""
        return tuple(self._reports)

    def acknowledge(self, read: Sequence[Read]) -> None:
        """Write documents that were read; when this returns they are in the archive for good.

        Raises:
            StoreError: If they cannot be written; those that were not told of may be in the archive or not.
        """
        stores = self._stores
        known = {one.document.id for one in read if stores.documents.has(one.document.id)}
        stores.originals.keep((one.arriving.plan.taken, one.arriving.plan.media) for one in read)
        for one in read:
            if one.document.id in known:
                stores.rewriting.put(one.document, one.recognised, one.arriving.notices)
                self._note_source(one.arriving.candidate, one.document.id)
            # Of a known one not before: killed in between, the edition is still missing and made once more.
            if one.arriving.draft is not None:
                stores.editions.keep(one.document.id, one.arriving.draft)
        documents = [(one.arriving, _with_notices(one)) for one in read]
        stores.documents.add_all(
            (document, _arrival(arriving, document))
            for arriving, document in documents
            if document.id not in known
        )
        for arriving, document in documents:
            self._tell_of(arriving, document, is_known=document.id in known)

    def _tell_of(self, arriving: Arriving, document: Document, *, is_known: bool) -> None:
        """Tell that a document is in the archive, and of all files of its content."""
        candidate, plan = arriving.candidate, arriving.plan
        if self._stores.journal.quarantined(document.id):
            self._stores.journal.release(document.id)
        older = None if is_known else plan.supersedes
        carried = "" if older is None else self._stores.rewriting.carry(older, document.id)
        status, reason, message = _verdict(document, carried, is_known=is_known, is_new_version=bool(older))
        self._end(
            candidate.size,
            FileReport(
                path=os.fspath(candidate.path),
                status=status,
                document_id=document.id,
                pages=len(document.pages),
                reason=reason,
                message=message,
                seconds=time.monotonic() - arriving.started_at,
            ),
        )
        for follower, started_at in arriving.followers:
            self._note_source(follower, document.id)
            known = Known.of(self._stores.documents.summary(document.id))
            self.recognise(follower, known, started_at)

    def recognise(self, candidate: Candidate, known: Known, started_at: float) -> None:
        """Tell that a file's content is in the archive already."""
        report = FileReport(
            path=os.fspath(candidate.path),
            status=ImportStatus.DUPLICATE,
            document_id=known.document_id,
            pages=known.page_count,
            reason="duplicate",
            message=said("file.duplicate", "Этот документ уже есть в архиве: «{title}».", title=known.title),
            seconds=time.monotonic() - started_at,
        )
        self._end(candidate.size, report, was_read=False)

    def refuse(self, path: Path, why: Refused, size: int, started_at: float, pages: int = 0) -> None:
        """Tell that a file is not taken in."""
        report = FileReport(
            path=os.fspath(path),
            status=ImportStatus.REFUSED,
            pages=pages,
            reason=why.reason,
            message=why.message,
            seconds=time.monotonic() - started_at,
            content=why.content,
        )
        self._end(size, report)

    def refuse_arriving(self, arriving: Arriving, why: Refused, *, is_harmful: bool) -> None:
        """Drop our copy of a file that could not be read, and tell about it and all of the same content.

        Args:
            arriving: The file.
            why: The reason.
            is_harmful: Whether it killed its reader: its content is then remembered.
        """
        taken = arriving.plan.taken
        why = dataclasses.replace(why, content=taken.document_id)
        arriving.drop(self._stores.originals)
        path = arriving.candidate.path
        if is_harmful:
            self._stores.journal.quarantine(taken.document_id, os.fspath(path), why.reason, why.message)
        self.refuse(path, why, arriving.candidate.size, arriving.started_at)
        for follower, started_at in arriving.followers:
            self.refuse(follower.path, why, follower.size, started_at)

    @property
    def is_due(self) -> bool:
        """Whether a sign of life is due: there are at most ten a second, whatever the readers say."""
        return self._on_progress is not None and time.monotonic() - self._told_at >= _CALM_S

    def tell(self, names: tuple[str, ...], bytes_under_way: float) -> None:
        """Give a sign of life.

        Args:
            names: Names of the files being read now.
            bytes_under_way: What has been read of them.
        """
        self._names, self._bytes_under_way = names, bytes_under_way
        self._told_at = time.monotonic()
        self._report_progress(None)

    def write_log(self) -> None:
        """Write down in the archive what became of the files since the last call."""
        self._stores.journal.log(self._reports[self._logged :])
        self._logged, self._logged_at = len(self._reports), time.monotonic()

    def _note_source(self, candidate: Candidate, document_id: DocumentId) -> None:
        self._stores.documents.note_source(
            source_of(candidate), candidate.size, stamp(candidate), document_id
        )

    def _end(self, size: int, report: FileReport, *, was_read: bool = True) -> None:
        self._reports.append(report)
        self._meter.end(size, was_read=was_read)
        self._report_progress(report)
        is_time = time.monotonic() - self._logged_at >= _LOG_EVERY_S
        if is_time and len(self._reports) - self._logged >= _LOG_BATCH:
            self.write_log()

    def _report_progress(self, latest: FileReport | None) -> None:
        if self._on_progress is not None:
            meter = self._meter
            left = meter.seconds_left(self._bytes_under_way)
            self._on_progress(ImportProgress(meter.files_done, meter.files_total, self._names, left, latest))


def _with_notices(read: Read) -> Document:
    notices = (*read.arriving.notices, *read.document.notices)
    return dataclasses.replace(read.document, notices=notices)


def _arrival(arriving: Arriving, document: Document) -> Arrival:
    return Arrival(
        date=own_date(document.text).value,
        file_bytes=arriving.plan.taken.size,
        supersedes=arriving.plan.supersedes,
        source=source_of(arriving.candidate),
        modified_ns=stamp(arriving.candidate),
        media=arriving.plan.media,
    )


def _verdict(
    document: Document, carried: str, *, is_known: bool, is_new_version: bool
) -> tuple[ImportStatus, str, str]:
    """Return how a file ended that is in the archive now, the code of what is wrong with it, and words."""
    if is_known:
        message = said(
            "file.edition_again", "Этот документ уже есть в архиве; его издание для чтения сделано заново."
        )
        return ImportStatus.DUPLICATE, "duplicate", message
    notes: list[str] = []
    if is_new_version:
        notes.append(said("file.new_version", "Это новая версия файла; прежняя остаётся в архиве."))
    if carried:
        notes.append(carried)
    if document.notices:
        return ImportStatus.PARTIAL, "partial", together(*notes, *document.notices)
    status = ImportStatus.NEW_VERSION if is_new_version else ImportStatus.IMPORTED
    return status, "", together(*notes)
