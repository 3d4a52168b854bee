"""From acknowledged documents to the search index: batches to the process that writes it."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from index.config import IndexConfig
from index.errors import IndexDamaged, IndexLocked, IndexOutdated, SearchIndexError, StoreError
from index.model.document import DocumentId
from index.search.requests import AddDocuments, Compact, FinishRebuild, IndexDocument, Request, StartRebuild
from index.store.documents import DocumentStore
from index.store.library import Library
from index.tasks import Cancelled, Task
from index.workers import Event, Finished, Told, Worker, WorkerDied, wait_any

log = logging.getLogger(__name__)

_BATCH_CHARACTERS: Final = 8_000_000
_BATCH_DOCUMENTS: Final = 512
"""What stands in line when the indexer is free goes in one commit: each has its own cost, merges included."""
_LOCK_PATIENCE_S: Final = 60.0
"""How long the orphan of a killed program may still hold the index."""
_PAUSE_S: Final = 0.25


class Indexing:
    """Hands documents to the indexer in batches and tells what it has committed. One thread at a time.

    A batch on which the indexer dies is halved until the document at fault stands alone; that one is given
    up and told to `log`. When the index itself is damaged or of another version, `broken` says so and
    nothing more is sent: everything has to be built again.

    Args:
        worker: The indexer.
        library: Where titles and texts come from.
        config: How large or how old a batch has to be.
        on_confirmed: Told which documents are in the index, on the disk.
        generation: The rebuild to write to; empty for the current index.
    """

    def __init__(
        self,
        worker: Worker,
        library: Library,
        config: IndexConfig,
        on_confirmed: Callable[[Sequence[DocumentId]], None],
        generation: str = "",
    ) -> None:
        self._worker, self._library, self._config = worker, library, config
        self._on_confirmed, self._generation = on_confirmed, generation
        self._waiting: deque[DocumentId] = deque()
        self._batches: deque[list[DocumentId]] = deque()
        self._sent: list[DocumentId] = []
        self._oldest_at = 0.0
        self._not_before = 0.0
        self._locked_since: float | None = None
        self.broken: SearchIndexError | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left that could still be sent or confirmed."""
        return not self._sent and (self.broken is not None or not (self._waiting or self._batches))

    def prepare(self) -> None:
        """Let the indexer's process start, as there will be something for it to do. Does not wait for it."""
        self._worker.prewarm()

    def add(self, document_ids: Iterable[DocumentId]) -> None:
        """Stand documents in line. Does not block."""
        if not self._waiting:
            self._oldest_at = time.monotonic()
        self._waiting.extend(document_ids)

    def step(self, *, is_last: bool = False) -> None:
        """Take in what the indexer confirmed, and send the next batch if it is due. Does not wait for it.

        Args:
            is_last: Whether to send what there is, however little and young.

        Raises:
            SearchIndexError: If the disk refuses, or another program does not let go of the index.
        """
        for event in self._worker.events():
            self._take_in(event)
        if self._worker.is_busy or self.broken is not None or time.monotonic() < self._not_before:
            return
        if self._waiting and not self._batches and (is_last or self._is_due()):
            self._batches.append(self._next_batch())
        if self._batches:
            self._send(self._batches.popleft())

    def finish(self, task: Task, on_step: Callable[[], None] | None = None) -> None:
        """Block until everything is confirmed or given up.

        Args:
            task: Cancels; the indexer is then ended, and what is not confirmed is in the index or not.
            on_step: Called now and then.

        Raises:
            Cancelled: If `task` was cancelled.
            SearchIndexError: As `step`.
        """
        is_any = not self.is_done
        while not self.is_done:
            self.step(is_last=True)
            if on_step is not None:
                on_step()
            if task.is_cancelled:
                self._worker.kill()
                raise Cancelled
            if self._worker.is_busy:
                wait_any([self._worker], _PAUSE_S)
            else:
                time.sleep(max(0.0, self._not_before - time.monotonic()))

        if is_any and self.broken is None:
            # Everything is in the index; that searches get faster may fail, or wait for the next time.
            with contextlib.suppress(SearchIndexError, WorkerDied, Cancelled):
                self._worker.call(Compact(self._generation), task)

    def _is_due(self) -> bool:
        age_s = time.monotonic() - self._oldest_at
        return len(self._waiting) >= self._config.commit_documents or age_s >= self._config.commit_seconds

    def _next_batch(self) -> list[DocumentId]:
        size = min(len(self._waiting), _BATCH_DOCUMENTS)
        self._oldest_at = time.monotonic()
        return [self._waiting.popleft() for _ in range(size)]

    def _send(self, batch: list[DocumentId]) -> None:
        loaded: list[IndexDocument] = []
        characters = 0
        while batch and characters < _BATCH_CHARACTERS:
            document_id = batch.pop(0)
            try:
                loaded.append(self._loaded(document_id))
            except StoreError as error:
                self._give_up(document_id, error)
                continue
            characters += len(loaded[-1].text)
        if batch:
            self._batches.appendleft(batch)
        if loaded:
            self._sent = [document.id for document in loaded]
            self._worker.send(AddDocuments(tuple(loaded), self._generation))

    def _loaded(self, document_id: DocumentId) -> IndexDocument:
        summary = self._library.summary(document_id)
        text = self._library.text(document_id)
        starts = tuple(page.span.start for page in self._library.pages(document_id))
        return IndexDocument(
            document_id, summary.title, summary.file_name, summary.date, text, summary.number, starts
        )

    def _take_in(self, event: Event) -> None:
        if isinstance(event, Told):
            return
        sent, self._sent = self._sent, []
        if isinstance(event, Finished):
            self._locked_since = None
            self._on_confirmed(sent)
        else:
            self._cope(event.error, sent)

    def _cope(self, error: Exception, sent: list[DocumentId]) -> None:
        if isinstance(error, IndexLocked):
            self._batches.appendleft(sent)
            self._wait_for_lock(error)
        elif isinstance(error, IndexDamaged | IndexOutdated) and not self._generation:
            self._batches.appendleft(sent)
            self.broken = error
        elif isinstance(error, SearchIndexError) and not isinstance(error, IndexDamaged):
            raise error
        elif len(sent) > 1:
            middle = len(sent) // 2
            self._batches.extendleft((sent[middle:], sent[:middle]))
        else:
            self._give_up(sent[0], error)

    def _wait_for_lock(self, error: IndexLocked) -> None:
        """Try again in a moment: only the orphan of a killed program, at its last commit, can hold it."""
        now = time.monotonic()
        self._locked_since = self._locked_since or now
        if now - self._locked_since > _LOCK_PATIENCE_S:
            raise error
        self._not_before = now + _PAUSE_S

    def _give_up(self, document_id: DocumentId, error: Exception) -> None:
        log.error("document %s cannot be indexed: %s", document_id, error)


def _carried_out(worker: Worker, request: Request, task: Task) -> Any:  # noqa: ANN401 - what requests answer
    """Have a request carried out, as soon as the orphan of a killed program lets go of the index."""
    ends_at = time.monotonic() + _LOCK_PATIENCE_S
    while True:
        try:
            return worker.call(request, task)
        except IndexLocked:
            if time.monotonic() > ends_at:
                raise
            time.sleep(_PAUSE_S)


def rebuild_index(
    worker: Worker, documents: DocumentStore, library: Library, config: IndexConfig, task: Task
) -> int:
    """Build the search index anew beside the old one and swap it in; return its number of documents. Blocks.

    Args:
        worker: The indexer.
        documents: What the archive holds.
        library: Where titles and texts come from.
        config: As `Indexing`.
        task: Progress in documents; cancellation, after which the old index is still there.

    Raises:
        Cancelled: If `task` was cancelled.
        SearchIndexError: If the index cannot be written.
    """
    ids = documents.ids()
    confirmed: list[DocumentId] = []
    generation: str = _carried_out(worker, StartRebuild(), task)
    indexing = Indexing(worker, library, config, confirmed.extend, generation)
    indexing.add(ids)
    indexing.finish(task, lambda: task.checkpoint(len(confirmed), len(ids)))
    _carried_out(worker, FinishRebuild(generation), task)
    documents.mark_only_indexed(confirmed)
    return len(confirmed)
