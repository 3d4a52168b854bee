"""How many documents have no facts yet, and their extraction when the reader does not want to wait."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.state.inquiry import Inquiry
from index.errors import ArchiveError

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.fact_background import FactsBackground
    from index.archive import Archive
    from index.tasks import Task

log = logging.getLogger(__name__)
_HOLD: Final = "extracting"
_REST_MS: Final = 300
_RECOUNT_MS: Final = 3_000
"""In the background one document follows another: the count follows calmly."""


class Extracted(NamedTuple):
    """What came of an extraction.

    Attributes:
        done: Of how many documents the facts are known now.
        failed: Of how many they could not be had; each says why when it is opened.
    """

    done: int
    failed: int


class Extracting(QObject):
    """Presenter of what is missing in the views over the archive. Nothing here blocks.

    Args:
        archive: Extracts and keeps the facts.
        jobs: Runs the extraction.
        background: Extracts them anyway, in its own time; it waits meanwhile.
        parent: Owner.

    Attributes:
        work: The extraction: its progress, or what came of it.

    Signals:
        changed(): Something of the above is different.
        extended(): Facts of further documents are known.
    """

    changed = Signal()
    extended = Signal()

    def __init__(
        self, archive: Archive, jobs: Jobs, background: FactsBackground, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._background = archive, background
        self._count = Inquiry(jobs, "facts-missing", self)
        self.work = Inquiry(jobs, "facts-extracting", self)
        self._known = 0
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        for timer in (self._soon, self._later):
            timer.timeout.connect(self.look)
        self._count.changed.connect(self._on_counted)
        self.work.changed.connect(self._on_worked)
        background.progressed.connect(lambda _done, _total: self._look_later())

    @property
    def missing(self) -> int:
        """How many documents have no facts yet, as far as is known."""
        return self._known

    def look(self) -> None:
        """Count them anew."""
        self._count.ask(lambda _task: len(self._archive.documents_without_facts()))

    def look_soon(self) -> None:
        """Count them when what is in sight has its answer: that comes first."""
        self._soon.start()

    def start(self) -> None:
        """Extract the facts of all documents that have none."""
        self._background.hold(_HOLD)
        self.work.ask(self._extract)

    def stop(self) -> None:
        """Break off; what is extracted stays, and the background goes on."""
        self.work.stop()

    def _look_later(self) -> None:
        if self._known and not self._later.isActive():
            self._later.start()

    def _on_counted(self) -> None:
        found = self._count.result
        if not self._count.is_running and found is not None and found != self._known:
            has_fewer, self._known = found < self._known, found
            self.changed.emit()
            if has_fewer and not self.work.is_running:
                self.extended.emit()

    def _on_worked(self) -> None:
        if not self.work.is_running:
            self._background.release(_HOLD)
            self.look()
        self.changed.emit()

    def _extract(self, task: Task) -> Extracted:
        documents, failed = self._archive.documents_without_facts(), 0
        for done, document_id in enumerate(documents):
            task.checkpoint()
            task.report(done, len(documents))
            try:
                self._archive.facts(document_id, task)
            except ArchiveError as error:
                log.warning("no facts of %s: %s", document_id, error)
                failed += 1
        return Extracted(len(documents) - failed, failed)
