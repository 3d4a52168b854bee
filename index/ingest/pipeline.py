"""The import: files in, acknowledged documents out, in an order of writes that survives kill -9.

    take      copy under a temporary name, hashed on the way           (index.store.originals)
    convert   other formats into a PDF, in a worker that may not write   (index.ingest.conversion)
    read      in a worker process; pages that kill it are left out     (index.pdf.worker)
    keep      copy flushed and renamed, its folder flushed             (index.store.originals, editions)
    add       committed to SQLite in state 0: ACKNOWLEDGED             (index.store.documents)
    index     committed by the indexer's process, then state 1         (index.ingest.indexing)

One thread drives it all and never waits for one process while another has something to say.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from index.config import ReadLimits
from index.errors import ImportFailed
from index.ingest.conversion import Conversion
from index.ingest.desks import Desks, InReading
from index.ingest.discover import Candidate, Rejected, discover
from index.ingest.indexing import Indexing
from index.ingest.outcomes import Arriving, OnProgress, Outcomes, Read, Stores
from index.ingest.plan import Known, Planner, Refused, source_of
from index.ingest.progress import Meter
from index.model.document import DocumentId
from index.model.media import MediaType
from index.model.report import ImportReport
from index.pdf.worker import Reading, ReadRequest
from index.tasks import Cancelled, Task
from index.workers import Worker, wait_any

_POLL_S: Final = 0.25
_PREPARING_S: Final = 0.05
_SETTLED_EVERY_S: Final = 0.1
_MOST_AT_ONCE: Final = 16
"""Files that were read are acknowledged together: that is a flush for all instead of four for each."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The processes of an import.

    Attributes:
        readers: Read PDFs.
        converter: Makes PDFs of other formats.
    """

    readers: Sequence[Worker]
    converter: Worker


class Import:
    """One import. Made for one run, used by one thread.

    Args:
        stores: What it writes to.
        staff: The processes that do the work.
        indexing: Where acknowledged documents go.
        limits: What one file may cost.
        task: Cancels it.
        on_progress: Told of every file that ended, right after it was acknowledged, and of life in between.
    """

    def __init__(
        self,
        stores: Stores,
        staff: Staff,
        indexing: Indexing,
        limits: ReadLimits,
        task: Task,
        on_progress: OnProgress | None = None,
    ) -> None:
        self._originals, self._readers, self._indexing = stores.originals, staff.readers, indexing
        self._limits, self._task, self._rewriting = limits, task, stores.rewriting
        self._planner = Planner(stores.documents, stores.originals, stores.editions, stores.journal, limits)
        self._conversion = Conversion(staff.converter, stores.editions, limits)
        self._meter = Meter()
        self._outcomes = Outcomes(stores, self._meter, on_progress)
        self._passwords: tuple[str, ...] = ()
        self._found: deque[Candidate | Rejected] = deque()
        self._ready: deque[Arriving] = deque()
        self._desks = Desks(staff.readers)
        self._under_way: dict[DocumentId, Arriving] = {}
        self._settled_at = float("-inf")

    def run(self, paths: Iterable[Path], passwords: tuple[str, ...] = ()) -> ImportReport:
        """Import files and folders; blocks until all have ended or the task was cancelled.

        A file that cannot be read is a row of the report. What was acknowledged stays, whatever happens,
        and is indexed before this returns. When the task is cancelled the rest is left as it was; the
        report says so.

        Args:
            paths: What the reader named.
            passwords: Tried on files that need one.

        Raises:
            StoreError: If the archive cannot be written, as when the disk is full.
            SearchIndexError: If the index cannot be written; `recover` then indexes what was acknowledged.
        """
        was_cancelled, self._passwords = False, passwords
        try:
            try:
                self._look(paths)
                while self._found or self._ready or self._desks.files or not self._conversion.is_idle:
                    self._task.checkpoint()
                    self._advance()
            except Cancelled:
                was_cancelled = True
                self._abandon()
            # Not cancelled with the rest: it takes a moment, and what is in the archive should be found.
            self._indexing.finish(Task(), self._tell)
        finally:
            self._abandon()
            self._outcomes.write_log()
        return ImportReport(self._outcomes.reports, self._meter.seconds, was_cancelled)

    def _look(self, paths: Iterable[Path]) -> None:
        for found in discover(paths, self._task):
            self._found.append(found)
            self._meter.expect(1, found.size if isinstance(found, Candidate) else 0)
        self._tell()

    def _advance(self) -> None:
        """Take one turn: give the readers work, prepare more while they read, take in what they have done."""
        self._desks.occupy(self._next_file)
        if self._wants_more:
            self._prepare_more()
        else:
            wait_any([*self._readers, self._conversion.worker], _POLL_S)
        for arriving, failure, has_died in self._conversion.step():
            if failure is None:
                self._ready.append(arriving)
            else:
                self._refuse(arriving, failure, has_died=has_died)
        self._desks.hear()
        # First: the readers read on while what they have read is flushed to the disk.
        self._desks.occupy(self._next_file)
        self._settle()
        self._indexing.step()
        self._tell()

    @property
    def _wants_more(self) -> bool:
        """Whether files should be prepared: there are some, and whoever works on them has room."""
        has_room = len(self._ready) < len(self._readers) and not self._conversion.is_crowded
        return bool(self._found) and has_room

    def _prepare_more(self) -> None:
        """Prepare files until there is one to read; those that are in the archive already end by the way."""
        stops_at, had = time.monotonic() + _PREPARING_S, len(self._under_way)
        while self._wants_more and len(self._under_way) == had and time.monotonic() < stops_at:
            self._task.checkpoint()
            self._prepare(self._found.popleft())

    def _prepare(self, found: Candidate | Rejected) -> None:
        started_at = time.monotonic()
        if isinstance(found, Rejected):
            self._outcomes.refuse(found.path, Refused.because(found.error), 0, started_at)
            return
        plan = self._planner.plan(found, self._task.checkpoint)
        if isinstance(plan, Refused):
            self._outcomes.refuse(found.path, plan, found.size, started_at)
        elif isinstance(plan, Known):
            self._outcomes.recognise(found, plan, started_at)
        elif (same := self._under_way.get(plan.taken.document_id)) is not None:
            self._originals.drop(plan.taken)
            same.followers.append((found, started_at))
        else:
            arriving = Arriving(found, plan, started_at)
            self._under_way[plan.taken.document_id] = arriving
            if plan.media is MediaType.PDF:
                self._ready.append(arriving)
            else:
                self._conversion.add(arriving)

    def _next_file(self) -> InReading | None:
        """Return a file to read that nobody has begun; None when there is none."""
        if not self._ready:
            return None
        self._indexing.prepare()
        arriving = self._ready.popleft()
        recognised = self._rewriting.recognised(arriving.plan.taken.document_id)
        request = replace(_request(arriving, self._limits), passwords=self._passwords, recognised=recognised)
        return arriving, Reading(request)

    def _settle(self) -> None:
        """Say what became of files that were read: of many small ones at once, which takes less flushing."""
        over = [file for file in self._desks.files if file[1].is_over]
        is_time = time.monotonic() - self._settled_at >= _SETTLED_EVERY_S
        if not over or not (is_time or len(over) >= _MOST_AT_ONCE or self._desks.are_idle):
            return
        read = [
            Read(arriving, reading.document, reading.request.recognised)
            for arriving, reading in over
            if reading.document is not None
        ]
        self._outcomes.acknowledge(read)
        self._indexing.add([one.document.id for one in read])
        for arriving, reading in over:
            if reading.document is None:
                assert isinstance(reading.failure, ImportFailed)
                self._refuse(arriving, reading.failure, has_died=reading.was_deadly)
            # Not before: what could not be written is still ours to clean up.
            self._desks.put_away(arriving.plan.taken.document_id)
            self._under_way.pop(arriving.plan.taken.document_id, None)
        self._settled_at = time.monotonic()

    def _refuse(self, arriving: Arriving, failure: ImportFailed, *, has_died: bool) -> None:
        self._outcomes.refuse_arriving(arriving, Refused.because(failure), is_harmful=has_died)
        self._under_way.pop(arriving.plan.taken.document_id, None)

    def _abandon(self) -> None:
        """Stop reading and remove our copies of what was not acknowledged."""
        for arriving in [*self._desks.abandon(), *self._ready, *self._conversion.abandon()]:
            arriving.drop(self._originals)
        self._found.clear()
        self._ready.clear()
        self._under_way.clear()

    def _tell(self) -> None:
        if not self._outcomes.is_due:
            return
        read_now = (arriving.candidate.path.name for arriving, _ in self._desks.files)
        names = (*read_now, *self._conversion.names)
        read = sum(arriving.candidate.size * reading.share for arriving, reading in self._desks.files)
        self._outcomes.tell(names, read)


def _request(arriving: Arriving, limits: ReadLimits) -> ReadRequest:
    return ReadRequest(
        path=os.fspath(arriving.readable),
        document_id=arriving.plan.taken.document_id,
        file_name=_shown(arriving.candidate.path.name),
        source_path=_shown(os.fsdecode(source_of(arriving.candidate))),
        limits=limits,
    )


def _shown(name: str) -> str:
    """Return a name as text: bytes that are no UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
