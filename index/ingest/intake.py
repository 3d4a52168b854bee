"""Everything that writes documents and the search index: one at a time, across all programs."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar

from index.config import ArchivePaths, IndexConfig
from index.errors import StoreLocked
from index.ingest.engines import Engines
from index.ingest.indexing import Indexing, rebuild_index
from index.ingest.outcomes import OnProgress, Stores
from index.ingest.pipeline import Import, Staff
from index.ingest.rereading import Rereading
from index.ingest.restoring import restore_editions
from index.ingest.upkeep import index_is_missing, needs_rebuild
from index.keyring import Keyring
from index.model.document import DocumentId
from index.model.report import ImportReport
from index.sandbox import Sandbox
from index.search.searcher import SearchIndex
from index.store.library import Library
from index.store.locks import locked
from index.tasks import Task
from index.workers import Worker

R = TypeVar("R")
_LOCK: Final = "archive.lock"
_BUSY: Final = "В этот архив сейчас пишет другая программа или другое окно (процесс {pid}). Архив цел."


class Copy(Protocol):
    """The reader's own work once more, in files beside the database."""

    def align(self) -> None:
        """Set it right where it differs."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The archive that is written to.

    Attributes:
        paths: Its folders.
        stores: Documents, originals, journal.
        library: What the indexer reads from.
        index: The search index, to see whether it is whole.
        copies: The files with the reader's work, set right on the way.
        rereading: Reads documents of the archive again.
        keyring: Passwords to try on files that need one.
    """

    paths: ArchivePaths
    stores: Stores
    library: Library
    index: SearchIndex
    copies: tuple[Copy, ...]
    rereading: Rereading
    keyring: Keyring


class Intake:
    """Imports, finishes what was killed, builds the search index. Any thread may call it; calls block.

    Args:
        parts: The archive it writes to.
        config: Numbers and limits.
        engines: Makes the processes.
    """

    def __init__(self, parts: Parts, config: IndexConfig, engines: Engines) -> None:
        self._parts, self._config, self._engines = parts, config, engines
        self._readers: list[Worker] = []
        self._indexer: Worker | None = None
        self._converter: Worker | None = None
        self._is_running, self._lending, self._counting = threading.Lock(), threading.Lock(), threading.Lock()
        self._urgent = 0

    def ingest(
        self,
        paths: Iterable[Path],
        task: Task,
        on_progress: OnProgress | None,
        again: Iterable[DocumentId] = (),
    ) -> ImportReport:
        """Import files and folders, after reading documents of the archive `again`. Blocks.

        Args:
            paths: Files and folders.
            task: When cancelled, what was taken in stays.
            on_progress: Told, in this thread, of each file after it is in the archive for good or refused,
                and of life in between.
            again: Documents to read again.

        Raises:
            StoreLocked: If another import is running.
            StoreError: If the archive cannot be written. What was told as taken in is safe.
            SearchIndexError: If the index cannot be written; `recover` catches up.
        """
        with self._first(), self._alone(self._config.lock_patience_s) as indexer:
            self._sweep()
            is_index_missing = index_is_missing(self._parts.index, self._parts.stores.documents)
            indexing = self._indexing(indexer)
            indexing.add(self._parts.stores.documents.to_index())
            limits, staff = self._config.read_limits, self._staff()
            reread = self._parts.rereading.try_all(again, staff.readers[0], indexing, task, on_progress)
            run = Import(self._parts.stores, staff, indexing, limits, task, on_progress)
            report = reread.followed_by(run.run(paths, self._parts.keyring.passwords))
            if (indexing.broken is not None or is_index_missing) and not task.is_cancelled:
                self._rebuild(indexer, task)
            return report

    def is_behind(self) -> bool:
        """Whether the search index lacks documents, or has to be built again: an older one was put back."""
        documents = self._parts.stores.documents
        return bool(documents.to_index()) or needs_rebuild(self._parts.index, documents)

    def recover(self, task: Task) -> int:
        """Finish what a killed import left; return the number of documents indexed.

        Does nothing while another program writes to the archive.

        Raises:
            Cancelled: If `task` was cancelled.
            SearchIndexError: If the index cannot be written.
        """
        try:
            with self._first(), self._alone() as indexer:
                self._tidy()
                self._restore_editions(task)
                if needs_rebuild(self._parts.index, self._parts.stores.documents):
                    return self._rebuild(indexer, task)
                waiting = self._parts.stores.documents.to_index()
                indexing = self._indexing(indexer)
                indexing.add(waiting)
                indexing.finish(task)
                return len(waiting) - len(self._parts.stores.documents.to_index())
        except StoreLocked:
            return 0

    def rebuild(self, task: Task) -> int:
        """Build everything derived anew; return the number of documents indexed.

        Raises:
            StoreLocked: If another program writes to the archive.
            Cancelled: If `task` was cancelled; the old index is then still there.
        """
        with self._first(), self._alone(self._config.lock_patience_s) as indexer:
            self._tidy()
            self._restore_editions(task)
            return self._rebuild(indexer, task)

    def is_wanted(self) -> bool:
        """Whether an import is running or waits for its turn, here or in another program."""
        if self._urgent:
            return True
        try:
            with locked(self._parts.paths.root / _LOCK, 0.0, _BUSY):
                return False
        except StoreLocked:
            return True

    def lend(self, work: Callable[[Worker, Indexing], R]) -> R | None:
        """Let somebody who stands back for imports read and index for a moment; blocks.

        Args:
            work: Gets a reader and the indexing, on which it stands what it has written in line.

        Returns:
            What `work` returned, after all was indexed; None, and nothing done, if an import comes first.

        Raises:
            SearchIndexError: If the index cannot be written; `recover` catches up.
        """
        with self._lending:
            if self._urgent:
                return None
            try:
                with self._alone() as indexer:
                    staff = self._staff()
                    indexing = self._indexing(indexer)
                    done = work(staff.readers[0], indexing)
                    self._parts.library.forget()
                    indexing.finish(Task())
                    return done
            except StoreLocked:
                return None

    def close(self) -> None:
        """End the processes. Waits for a running call: cancel it first."""
        with self._is_running:
            # Idle, with all they did on the disk: to end each of them politely takes a twentieth of a second.
            for worker in (*self._readers, self._converter, self._indexer):
                if worker is not None:
                    worker.kill()

    @contextlib.contextmanager
    def _first(self) -> Iterator[None]:
        """Go before whoever borrows; wait until one who has borrowed gives back."""
        with self._counting:
            self._urgent += 1
        try:
            with self._lending:
                pass
            yield
        finally:
            with self._counting:
                self._urgent -= 1

    @contextlib.contextmanager
    def _alone(self, patience_s: float = 0.0) -> Iterator[Worker]:
        """Keep every other writer out; lend the indexer."""
        with locked(self._parts.paths.root / _LOCK, patience_s, _BUSY), self._is_running:
            if self._indexer is None:
                self._indexer = self._engines.make_indexer(self._parts.paths.search_index)
            try:
                yield self._indexer
            finally:
                self._parts.library.forget()

    def _staff(self) -> Staff:
        limits, paths = self._config.read_limits, self._parts.paths
        sandbox = Sandbox(reads=(paths.originals, paths.editions))
        while len(self._readers) < self._config.reader_count:
            self._readers.append(self._engines.make_reader(limits, sandbox))
        if self._converter is None:
            # DjVu is read by programs of its own.
            sandbox = Sandbox(reads=(paths.originals,), runs_programs=True)
            self._converter = self._engines.make_converter(limits, sandbox)
        return Staff(self._readers, self._converter)

    def _restore_editions(self, task: Task) -> None:
        staff, limits = self._staff(), self._config.read_limits
        stores, paths = self._parts.stores, self._parts.paths
        restore_editions(stores, paths, staff.converter, staff.readers[0], limits, task)

    def _indexing(self, indexer: Worker) -> Indexing:
        return Indexing(indexer, self._parts.library, self._config, self._parts.stores.documents.mark_indexed)

    def _rebuild(self, indexer: Worker, task: Task) -> int:
        return rebuild_index(indexer, self._parts.stores.documents, self._parts.library, self._config, task)

    def _sweep(self) -> None:
        self._parts.stores.originals.sweep()
        self._parts.stores.editions.sweep()

    def _tidy(self) -> None:
        self._sweep()
        for copies in self._parts.copies:
            copies.align()
