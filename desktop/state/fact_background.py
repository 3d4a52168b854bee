"""Extracts the facts of documents nobody has opened yet, while nothing else is going on."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.archive import Archive
    from index.model.document import DocumentId

log = logging.getLogger(__name__)
_KEY = "facts-background"
_QUIET_MS = 2_000


class FactsBackground(QObject):
    """Goes through `documents_without_facts`, one at a time; whoever needs the machine holds it up.

    A document that is being extracted when somebody holds it up is cancelled; the archive itself lets finish
    what is nearly done.

    A document whose extraction fails is left alone until the next start of the program; it says why when it
    is opened.

    Args:
        archive: Extracts and keeps the facts.
        jobs: Runs the extraction.
        parent: Owner.
        quiet_ms: How long nothing must have happened before it goes on.

    Signals:
        progressed(int, int): So many documents are done, of so many; equal numbers at the end.
    """

    progressed = Signal(int, int)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        quiet_ms: int = _QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self._holds: set[str] = set()
        self._waiting: deque[DocumentId] = deque()
        self._failed: set[DocumentId] = set()
        self._done = 0
        self._is_wanted = False
        self._is_listed = False
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._quiet.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, or look for new documents after an import. Does not block."""
        self._is_wanted, self._is_listed = True, False
        self._wait()

    def hold(self, reason: str) -> None:
        """Pause until the same reason is released: an import runs, somebody waits for facts."""
        self._holds.add(reason)
        self._quiet.stop()
        self._jobs.cancel(_KEY)

    def release(self, reason: str) -> None:
        """Go on after a while, unless another reason holds."""
        self._holds.discard(reason)
        self._wait()

    @property
    def is_held(self) -> bool:
        """Whether somebody holds it up."""
        return bool(self._holds)

    def _wait(self) -> None:
        if self._is_wanted and not self._holds:
            self._quiet.start()

    def _go_on(self) -> None:
        if self._holds or self._jobs.is_running(_KEY):
            return
        if not self._is_listed:
            self._jobs.run(_KEY, lambda _task: self._archive.documents_without_facts(), self._on_listed)
        elif self._waiting:
            document_id = self._waiting[0]
            self._jobs.run(
                _KEY,
                lambda task: self._archive.facts(document_id, task, is_background=True),
                lambda _facts: self._on_done(document_id),
                lambda error: self._on_failed(document_id, error),
            )
        else:
            self._is_wanted = False

    def _on_listed(self, documents: tuple[DocumentId, ...]) -> None:
        self._is_listed = True
        self._waiting = deque(document for document in documents if document not in self._failed)
        self._done = 0
        if self._waiting:
            self.progressed.emit(0, len(self._waiting))
        self._go_on()

    def _on_failed(self, document_id: DocumentId, error: Exception) -> None:
        log.warning("no facts of %s: %s", document_id, error)
        self._failed.add(document_id)
        self._on_done(document_id)

    def _on_done(self, document_id: DocumentId) -> None:
        if self._waiting and self._waiting[0] == document_id:
            self._waiting.popleft()
            self._done += 1
            self.progressed.emit(self._done, self._done + len(self._waiting))
        self._go_on()
