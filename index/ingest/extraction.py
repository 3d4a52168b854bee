"""Facts on demand: stored ones at once, others from the extractor's process, the open document first."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from index.errors import ArchiveError
from index.facts.request import FactsRequest
from index.model.document import DocumentId
from index.model.fact import DocumentFacts
from index.model.table import Table
from index.store.facts import FactStore, Shown
from index.store.library import Library
from index.tasks import Cancelled, Task
from index.workers import Worker, WorkerDied

Decided = Callable[[DocumentId, str, DocumentFacts], Shown]
FindTables = Callable[[DocumentId, Task], tuple[Table, ...]]

_CHARACTERS_PER_S: Final = 20_000
"""A careful guess of the extractor's speed, to tell long documents from short ones."""
_PATIENCE_S: Final = 2.0
"""How much work is let finish rather than thrown away: a killed extractor has to load its models again."""
_POLL_S: Final = 0.25
_WARMING: Final = FactsRequest(
    "Председатель Совета Иван Петров сообщил, что 5 мая 2020 года на ремонт выделено 2 млн рублей.\n"
    "Отделу кадров поручено до конца квартала подготовить договор. «Работы начаты», – сказал Петров."
)
"""Has something for most rules: their tables are loaded by the first text that needs them."""


@dataclass(slots=True)
class _Turn(Task):
    """The task of one extraction: stops when its caller or a more urgent one says so, unless nearly done."""

    caller: Task | None = None
    ends_at: float = 0.0
    is_background: bool = False

    @property
    def is_cancelled(self) -> bool:
        wants_to_stop = self._stop.is_set() or (self.caller is not None and self.caller.is_cancelled)
        is_nearly_done = abs(time.monotonic() - self.ends_at) < _PATIENCE_S
        return wants_to_stop and not is_nearly_done


class Extraction:
    """Extracts facts one document at a time, in one worker. Any thread may call it; calls block.

    Args:
        facts: Where facts are kept.
        library: Where texts come from.
        version: Tells the version of the rules.
        make_worker: Makes the worker; called with the first text that needs it.
        decided: Returns what the rules found in a document with this text as the reader decided.
        tables: Returns a document's tables with figures.
    """

    def __init__(
        self,
        facts: FactStore,
        library: Library,
        version: Callable[[], str],
        make_worker: Callable[[], Worker],
        decided: Decided,
        tables: FindTables,
    ) -> None:
        self._facts, self._library, self._version = facts, library, version
        self._make_worker, self._decided, self._tables = make_worker, decided, tables
        self._worker: Worker | None = None
        self._free = threading.Condition()
        self._running: _Turn | None = None
        self._urgent = 0
        self._closed = False

    def facts(
        self, document_id: DocumentId, task: Task | None = None, *, is_background: bool = False
    ) -> DocumentFacts:
        """Return the facts of a document as the reader decided, extracting them if the rules have not yet.

        Those of a text that is read anew meanwhile are extracted once more, from the new one; so are those
        that are counted from a date that the reader corrects meanwhile.
        A background call stands back while others wait, and starts again after it was interrupted by one.

        Raises:
            Cancelled: If `task` was cancelled or the archive was closed.
            DocumentUnknown: If there is no such document.
            ArchiveError: If the extractor died of this document.
        """
        while True:
            text = self._library.text(document_id)
            stored = self._facts.get(document_id, self._version())
            if stored is not None:
                shown = self._decided(document_id, text, stored)
                if self._facts.complete(document_id, text, shown):
                    return shown.facts
                self._library.forget()
                continue
            written = self._facts.own_date(document_id)
            turn = _Turn(caller=task, is_background=is_background)
            with contextlib.suppress(Cancelled), self._taking(turn) as worker:
                # Of a text that is read anew meanwhile the tables may be newer: then nothing is kept of it.
                request = FactsRequest(text, self._tables(document_id, turn), written)
                turn.ends_at = time.monotonic() + len(text) / _CHARACTERS_PER_S
                facts = _called(worker, request, turn)
                shown = self._decided(document_id, text, facts)
                if self._facts.put(document_id, text, facts, shown, written):
                    return shown.facts
                self._library.forget()
            if self._closed or (task is not None and task.is_cancelled):
                raise Cancelled

    def stored(self, document_id: DocumentId) -> DocumentFacts | None:
        """Return what the rules found in a document if they are done, without the reader's decisions."""
        return self._facts.get(document_id, self._version())

    def warm_up(self, task: Task | None = None) -> None:
        """Start the worker and let it load its models, so that the first document need not wait. Blocks.

        Raises:
            Cancelled: If `task` was cancelled or the archive was closed.
            ArchiveError: If the worker cannot do its work.
        """
        turn = _Turn(caller=task, is_background=True)
        with self._taking(turn) as worker:
            # Whoever needs the worker meanwhile lets it finish: that is what he would wait for, too.
            turn.ends_at = time.monotonic() + _PATIENCE_S
            _called(worker, _WARMING, turn)

    def close(self) -> None:
        """Stop what runs and end the worker; waiting calls end with `Cancelled`."""
        with self._free:
            self._closed = True
            if self._running is not None:
                self._running.ends_at = float("inf")
                self._running.cancel()
            self._free.notify_all()
            self._free.wait_for(lambda: self._running is None)
            if self._worker is not None:
                self._worker.close()

    @contextlib.contextmanager
    def _taking(self, turn: _Turn) -> Iterator[Worker]:
        """Wait for the worker; it is ours until the block ends."""
        with self._free:
            self._urgent += not turn.is_background
            try:
                self._interrupt(turn)
                while not self._may_run(turn):
                    if self._closed or (turn.caller is not None and turn.caller.is_cancelled):
                        raise Cancelled
                    self._free.wait(_POLL_S)
            finally:
                self._urgent -= not turn.is_background
            if self._closed:
                raise Cancelled
            self._running = turn
            if self._worker is None:
                self._worker = self._make_worker()
        try:
            yield self._worker
        finally:
            with self._free:
                self._running = None
                self._free.notify_all()

    def _interrupt(self, turn: _Turn) -> None:
        if self._running is not None and self._running.is_background and not turn.is_background:
            self._running.cancel()

    def _may_run(self, turn: _Turn) -> bool:
        return self._running is None and not (turn.is_background and self._urgent)


def _called(worker: Worker, request: FactsRequest, turn: _Turn) -> DocumentFacts:
    try:
        facts: DocumentFacts = worker.call(request, turn)
    except WorkerDied as error:
        raise ArchiveError(
            "Факты этого документа извлечь не удалось: вспомогательный процесс его не выдержал. Архив цел.",
            "Документ можно читать, искать в нём и делать заметки.",
        ) from error
    return facts
