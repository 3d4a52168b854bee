"""Recognising scanned pages: a long quiet job that can be stopped at any moment and goes on where it was.

    page ──► recogniser's process ──► kept at once (index.store.recognition)
    document with new pages ──► read again, annotations moved, indexed (index.ingest.renewal)

The page the reader looks at comes first, then the rest of its document, then the others. A document is read
again when all its pages are done, when as many wait as it has already, and when the job is stopped: a book of
600 pages some ten times in all, and its first pages can be searched after seconds. Imports go first.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from index.config import ArchivePaths
from index.errors import DocumentUnknown, ImportFailed
from index.ingest.engines import Engines
from index.ingest.intake import Intake
from index.ingest.renewal import Renewal
from index.keyring import Keyring
from index.model.document import DocumentId
from index.model.recognition import (
    PageToRecognise,
    RecognisedPage,
    Recogniser,
    RecognitionProgress,
    RecognitionReport,
)
from index.pdf import installing
from index.pdf.recogniser import RecogniseRequest
from index.pdf.tesseract import choose_languages
from index.sandbox import Sandbox
from index.store.library import Library
from index.store.locks import locked
from index.store.recognition import RecognitionStore
from index.tasks import Cancelled, Task
from index.workers import Event, Finished, Told, Worker, wait_any

log = logging.getLogger(__name__)
_LOCK: Final = "recognition.lock"
_BUSY: Final = "Страницы этого архива уже распознаёт другая программа или другое окно (процесс {pid})."
_POLL_S: Final = 0.25
_STAND_BACK_S: Final = 0.5
_FIRST_PAGES: Final = 4
"""Pages after which a document is read again for the first time."""

Focus = Callable[[], PageToRecognise | None]
"""Tells which page the reader looks at, from any thread; None when no document is open."""


@dataclass(frozen=True, slots=True)
class RecognitionWish:
    """What is to be recognised.

    Attributes:
        document_ids: These documents; None for all.
        languages: In these languages, also what was recognised in others before; empty for the usual ones.
        again: Also what could not be recognised before.
        focus: Tells what comes first.
    """

    document_ids: tuple[DocumentId, ...] | None = None
    languages: tuple[str, ...] = ()
    again: bool = False
    focus: Focus = lambda: None


@dataclass(frozen=True, slots=True)
class Keepers:
    """What a recognition works with.

    Attributes:
        store: Where pages are kept.
        library: Titles.
        intake: Tells when an import wants the machine.
        renewal: Reads documents again.
        keyring: Passwords to try on documents that need one.
    """

    store: RecognitionStore
    library: Library
    intake: Intake
    renewal: Renewal
    keyring: Keyring


class Recognition:
    """Recognises the pages of one archive. One job at a time; any thread may call it, calls block.

    Args:
        paths: The archive's folders.
        keepers: What it works with.
        engines: Makes the processes and finds the program.
        count: Pages recognised at once.
    """

    def __init__(self, paths: ArchivePaths, keepers: Keepers, engines: Engines, count: int) -> None:
        self._paths, self._keepers, self._engines, self._count = paths, keepers, engines, count
        self._workers: list[Worker] = []
        self._is_running = threading.Lock()
        self._running: Task | None = None
        self._closing = Task()

    def recogniser(self) -> Recogniser | None:
        """Return the program; None when it is not installed. Blocks for some 20 ms."""
        return self._engines.find_recogniser()

    def waiting(self, document_ids: Iterable[DocumentId] | None = None) -> tuple[PageToRecognise, ...]:
        """Return the scanned pages that were not recognised yet, of these documents or of all."""
        return self._keepers.store.waiting(document_ids)

    def run(
        self,
        wish: RecognitionWish,
        task: Task,
        on_progress: Callable[[RecognitionProgress], None] | None = None,
    ) -> RecognitionReport:
        """Recognise pages until none waits or `task` is cancelled; what was done by then stays.

        Args:
            wish: What is to be recognised.
            task: Stops the job: pages under way are left for the next time.
            on_progress: Told of each page and of each document whose text has changed, in this thread.

        Raises:
            RecogniserMissing: If the program or one of the languages is not there, and pages wait.
            StoreLocked: If another recognition of this archive is running.
            StoreError: If pages cannot be kept.
            SearchIndexError: If the index cannot be written; `recover` catches up.
        """
        with locked(self._paths.root / _LOCK, 0.0, _BUSY), self._is_running:
            self._running = task
            run = _Run(self._keepers, task, self._closing, on_progress or _nobody)
            try:
                pages = self._keepers.store.waiting(wish.document_ids, wish.languages, again=wish.again)
                if pages:
                    run.recognise(_Queue(pages, wish.focus), self._desks(wish.languages))
                return run.finish()
            finally:
                self._running = None

    def close(self) -> None:
        """Stop what runs, without taking its pages into the text, and end the processes."""
        self._closing.cancel()
        if (running := self._running) is not None:
            running.cancel()
        with self._is_running:
            for worker in self._workers:
                worker.close()

    def _desks(self, wanted: tuple[str, ...]) -> list[_Desk]:
        recogniser = self._engines.find_recogniser()
        if recogniser is None:
            raise installing.missing()
        languages = choose_languages(recogniser.languages, wanted)
        # Without Russian data nothing of a Russian archive comes out right.
        lacking = tuple(code for code in wanted or ("rus",) if code not in languages)
        if lacking:
            raise installing.language_missing(lacking, recogniser.languages)
        # A program that is none of the system's is seen as well, and so is its data.
        data = os.environ.get("TESSDATA_PREFIX")
        folders = (self._paths.originals, self._paths.editions, *([Path(data)] if data else []))
        reads = (*folders, Path(recogniser.program))
        while len(self._workers) < self._count:
            self._workers.append(self._engines.make_recogniser(Sandbox(reads, runs_programs=True)))
        request = RecogniseRequest("", 0, recogniser, languages, self._keepers.keyring.passwords)
        return [_Desk(worker, self._readable, request) for worker in self._workers]

    def _readable(self, document_id: DocumentId) -> Path:
        """Return the PDF that shows a document."""
        return self._paths.edition(document_id, self._keepers.library.summary(document_id).media)


class _Queue:
    """The pages that wait, and which of them comes next."""

    def __init__(self, pages: Iterable[PageToRecognise], focus: Focus) -> None:
        self._documents: dict[DocumentId, list[int]] = {}
        for page in pages:
            self._documents.setdefault(page.document_id, []).append(page.page_index)
        self._focus = focus

    def __len__(self) -> int:
        return sum(map(len, self._documents.values()))

    def holds(self, document_id: DocumentId) -> bool:
        """Whether pages of a document wait."""
        return document_id in self._documents

    def take(self) -> PageToRecognise:
        """Take the next page: the one looked at, those after it, those before it, then other documents."""
        focus = self._focus()
        document_id = next(iter(self._documents))
        start = 0
        if focus is not None and focus.document_id in self._documents:
            document_id, start = focus.document_id, focus.page_index
        pages = self._documents[document_id]
        position = next((i for i, page_index in enumerate(pages) if page_index >= start), 0)
        page_index = pages.pop(position)
        if not pages:
            del self._documents[document_id]
        return PageToRecognise(document_id, page_index)


class _Desk:
    """One worker and the page it has."""

    def __init__(
        self, worker: Worker, readable: Callable[[DocumentId], Path], request: RecogniseRequest
    ) -> None:
        self.worker, self._readable, self._request = worker, readable, request
        self.page: PageToRecognise | None = None

    @property
    def engine(self) -> str:
        return self._request.recogniser.engine(self._request.languages)

    def begin(self, page: PageToRecognise) -> None:
        path = str(self._readable(page.document_id))
        self.page = page
        self.worker.send(replace(self._request, path=path, page_index=page.page_index))

    def leave(self) -> None:
        if self.page is not None:
            self.worker.kill()
            self.page = None


class _Run:
    """One job. Used by one thread."""

    def __init__(
        self,
        keepers: Keepers,
        task: Task,
        closing: Task,
        on_progress: Callable[[RecognitionProgress], None],
    ) -> None:
        self._store, self._library = keepers.store, keepers.library
        self._intake, self._renewal = keepers.intake, keepers.renewal
        self._task, self._closing, self._on_progress = task, closing, on_progress
        self._began_at = time.monotonic()
        self._busy_s = 0.0
        self._total = self._recognised = self._failed = self._lost = 0
        self._title = ""
        self._unread = self._store.unread()
        self._taken_in: dict[DocumentId, int] = {}
        self._given_up: set[DocumentId] = set()
        self._renewed: dict[DocumentId, None] = {}

    def recognise(self, queue: _Queue, desks: Sequence[_Desk]) -> None:
        """Go through the queue until it is empty or the task is cancelled."""
        self._total = len(queue)
        self._tell()
        try:
            while (queue or any(desk.page for desk in desks)) and not self._task.is_cancelled:
                began = time.monotonic()
                stands_back = self._occupy(queue, desks)
                if stands_back and not any(desk.page for desk in desks):
                    time.sleep(_STAND_BACK_S)
                    continue
                wait_any([desk.worker for desk in desks], _POLL_S)
                for desk in desks:
                    self._hear(desk)
                self._busy_s += time.monotonic() - began
                if not stands_back:
                    self._renew_due(queue, desks)
        finally:
            for desk in desks:
                desk.leave()

    def finish(self) -> RecognitionReport:
        """Take what was recognised into the texts, unless the archive is being closed; return the report."""
        was_stopped = self._task.is_cancelled
        for document_id in list(self._unread):
            while not (self._closing.is_cancelled or self._renew(document_id) or self._task.is_cancelled):
                # An import goes first; what is kept is safe meanwhile.
                time.sleep(_STAND_BACK_S)
        return RecognitionReport(
            pages=self._recognised,
            failed=self._failed,
            documents=tuple(self._renewed),
            lost_notes=self._lost,
            seconds=time.monotonic() - self._began_at,
            was_stopped=was_stopped,
        )

    def _occupy(self, queue: _Queue, desks: Sequence[_Desk]) -> bool:
        """Give free workers pages; True if an import goes first and they get none."""
        free = [desk for desk in desks if desk.page is None]
        if not free or not queue:
            return False
        if self._intake.is_wanted():
            return True
        for desk in free:
            if queue:
                desk.begin(queue.take())
        return False

    def _hear(self, desk: _Desk) -> None:
        for event in desk.worker.events():
            page = desk.page
            if page is None or isinstance(event, Told):
                continue
            desk.page = None
            self._keep(page, desk.engine, event)
            self._title = self._library.summary(page.document_id).title
            self._tell()

    def _keep(self, page: PageToRecognise, engine: str, event: Event) -> None:
        if isinstance(event, Finished):
            recognised: RecognisedPage = event.result
            self._store.put(page.document_id, recognised)
            self._recognised += 1
            self._unread[page.document_id] = self._unread.get(page.document_id, 0) + 1
            return
        assert not isinstance(event, Told)
        log.warning("page %d of %s not recognised: %s", page.page_index + 1, page.document_id, event.error)
        self._store.put_failure(page.document_id, page.page_index, engine, str(event.error))
        self._failed += 1

    def _renew_due(self, queue: _Queue, desks: Sequence[_Desk]) -> None:
        under_way = {desk.page.document_id for desk in desks if desk.page is not None}
        for document_id, count in list(self._unread.items()):
            is_complete = not queue.holds(document_id) and document_id not in under_way
            is_much = count >= max(_FIRST_PAGES, self._taken_in.get(document_id, 0))
            if is_complete or is_much:
                self._renew(document_id)

    def _renew(self, document_id: DocumentId) -> bool:
        """Read a document again; False if that has to wait."""
        if document_id in self._given_up:
            return True
        try:
            renewed = self._renewal.renew(document_id, self._closing)
        except (ImportFailed, DocumentUnknown, Cancelled) as error:
            log.warning("document %s not read again: %s", document_id, error)
            self._given_up.add(document_id)
            return True
        if renewed is None:
            return False
        count = self._unread.pop(document_id, 0)
        self._taken_in[document_id] = self._taken_in.get(document_id, 0) + count
        self._renewed[document_id] = None
        self._lost += renewed.lost_notes
        self._tell(document_id)
        return True

    def _tell(self, renewed: DocumentId | None = None) -> None:
        done = self._recognised + self._failed
        seconds = self._busy_s / done * (self._total - done) if done else None
        self._on_progress(RecognitionProgress(done, self._total, seconds, self._title, renewed))


def _nobody(_progress: RecognitionProgress) -> None:
    """Stand in for a listener."""
