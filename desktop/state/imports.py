"""The import: files on their way into the archive, what became of them, and what waits."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.state.counts import figure
from index.errors import ArchiveError
from index.model.document import DocumentId
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from index.tasks import Cancelled, Task
from index.text.wording import sentence_case

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.archive import Archive

_JOB: Final = "import"
_CALM_S: Final = 0.1
"""Time between two signs of progress: a thousand files that are known already end in a second."""
KEPT: Final = frozenset({ImportStatus.IMPORTED, ImportStatus.NEW_VERSION, ImportStatus.PARTIAL})
"""How files end that are in the archive afterwards and were not there before."""


class Imports(QObject):
    """Presenter of the running import. One runs at a time; what comes meanwhile waits its turn.

    Args:
        archive: Where the files go.
        jobs: Runs the import.
        parent: Owner.

    Signals:
        started(): An import began.
        progressed(ImportProgress): It got on; at most ten times a second, so not every file is told of.
        document_added(): Documents are in the archive that were not there before.
        document_renewed(DocumentId): A document of the archive was read again.
        ended(ImportReport): It ended, by itself or because it was stopped.
        failed(ArchiveError): It could not go on at all; what it had taken in is safe.
        catching_up(int, int): What an earlier run left unfinished is being done: so many of so many.
        caught_up(int): It is done; so many documents.
        postponed(): Files were chosen while that goes on; they come next.
    """

    started = Signal()
    progressed = Signal(object)
    document_added = Signal()
    document_renewed = Signal(str)
    ended = Signal(object)
    failed = Signal(object)
    catching_up = Signal(int, int)
    caught_up = Signal(int)
    postponed = Signal()
    _progressed_in_job = Signal(object, bool)
    _renewed_in_job = Signal(object)

    def __init__(self, archive: Archive, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self._task = Task()
        self._is_running = False
        self._is_catching_up = self._has_caught_up = False
        self._waiting: list[Path] = []
        self._waiting_again: list[DocumentId] = []
        self._report: ImportReport | None = None
        self._amends: ImportReport | None = None
        self._progressed_in_job.connect(self._on_progress)
        self._renewed_in_job.connect(self._on_renewed)

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._is_running

    @property
    def last_report(self) -> ImportReport | None:
        """What became of the files of the last import since the start."""
        return self._report

    def start(self, paths: Iterable[Path], again: Iterable[DocumentId] = ()) -> None:
        """Import files and folders, after those that are being read now. Does not block.

        Args:
            paths: The files and folders.
            again: Documents of the archive to read once more, before the files.
        """
        chosen, documents = list(paths), list(again)
        if not (chosen or documents):
            return
        if self._is_running or not self._has_caught_up:
            self._waiting += chosen
            self._waiting_again += documents
            if self._is_running or self._is_catching_up:
                self.postponed.emit()
            self.catch_up()
            return
        self._is_running = True
        self._task = Task()
        self._jobs.run(
            _JOB, lambda task: self._ingest(chosen, documents, task), self._on_ended, self._on_failed
        )
        self.started.emit()

    def unlock(self, password: str, paths: Sequence[Path] = ()) -> bool:
        """Try a password on files; `ended` then tells of them.

        Does not block.

        Args:
            password: The password; it is tried on all that is read until the program ends.
            paths: The files; the locked ones of the last report if none are named, which is then amended.

        Returns:
            False if nothing is tried, because files are being read already.
        """
        self._archive.keyring.add(password)
        if self._is_running or (self._report is None and not paths):
            return False
        if paths or self._report is None:
            self.start(paths)
            return True
        self._amends = self._report
        self.start(*self._report.to_unlock)
        return True

    def catch_up(self) -> None:
        """Finish, once, what a killed import left; nothing is taken in before. Does not block."""
        if self._has_caught_up or self._is_catching_up:
            return
        self._is_catching_up = True
        ours = self._task = Task(report=self.catching_up.emit)
        self._jobs.run(
            "recover", lambda _job: self._archive.recover(ours), self._on_caught_up, self._on_not_caught_up
        )

    def cancel(self) -> None:
        """Stop after the files being read now; those already taken in stay."""
        self._waiting.clear()
        self._waiting_again.clear()
        self._task.cancel()

    def _ingest(self, paths: list[Path], again: list[DocumentId], job: Task) -> ImportReport:
        """Run in a job thread. The import has a task of its own, so that a stopped one is still heard."""
        ours, began = self._task, time.monotonic()
        ended: list[FileReport] = []
        told_at, is_news = float("-inf"), False

        def tell(progress: ImportProgress) -> None:
            nonlocal told_at, is_news
            if job.is_cancelled:
                ours.cancel()
            if progress.latest is not None:
                ended.append(progress.latest)
                is_news = is_news or progress.latest.status in KEPT
                if progress.latest.status is ImportStatus.READ_AGAIN:
                    self._renewed_in_job.emit(progress.latest.document_id)
            if time.monotonic() - told_at >= _CALM_S or progress.done == progress.total:
                self._progressed_in_job.emit(progress, is_news)
                told_at, is_news = time.monotonic(), False

        try:
            return self._archive.ingest(paths, ours, tell, again)
        except Cancelled:
            return ImportReport(tuple(ended), time.monotonic() - began, was_cancelled=True)

    @Slot(object, bool)
    def _on_progress(self, progress: ImportProgress, is_news: bool) -> None:
        if not self._is_running:
            return
        self.progressed.emit(progress)
        if is_news:
            self.document_added.emit()

    @Slot(object)
    def _on_renewed(self, document_id: DocumentId) -> None:
        self.document_renewed.emit(document_id)

    def _on_ended(self, report: ImportReport) -> None:
        self._is_running = False
        amends, self._amends = self._amends, None
        self._report = report if amends is None else amends.amended(report)
        self.ended.emit(self._report)
        self._start_waiting()

    def _on_failed(self, error: Exception) -> None:
        self._is_running = False
        self._amends = None
        if isinstance(error, ArchiveError):
            self.failed.emit(error)
        else:
            self._jobs.failed.emit(_JOB, error)
        self._start_waiting()

    def _on_caught_up(self, count: int) -> None:
        self._is_catching_up, self._has_caught_up = False, True
        self.caught_up.emit(count)
        self._start_waiting()

    def _on_not_caught_up(self, error: Exception) -> None:
        self._is_catching_up, self._has_caught_up = False, True
        self._jobs.failed.emit("recover", error)
        self._start_waiting()

    def _start_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        again, self._waiting_again = self._waiting_again, []
        self.start(waiting, again)


def time_left(seconds: float) -> str:
    """Return how long it may still take, as people say it: «меньше минуты», «~3 мин»."""
    if seconds < 60:
        return QCoreApplication.translate("Imports", "меньше минуты")
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("Imports", "~{minutes} мин").format(minutes=minutes)
    return QCoreApplication.translate("Imports", "~{hours} ч").format(hours=round(minutes / 60))


def summary(report: ImportReport) -> str:
    """Return one line about an import that has ended."""
    translate = QCoreApplication.translate
    kept = sum(report.count(status) for status in KEPT)
    counts = (
        (translate("Imports", "добавлено документов: {count}"), kept),
        (translate("Imports", "из них не полностью: {count}"), report.count(ImportStatus.PARTIAL)),
        (translate("Imports", "уже были в архиве: {count}"), report.count(ImportStatus.DUPLICATE)),
        (translate("Imports", "прочитано заново: {count}"), report.count(ImportStatus.READ_AGAIN)),
        (translate("Imports", "не принято: {count}"), report.count(ImportStatus.REFUSED)),
    )
    said = [words.format(count=figure(count)) for words, count in counts if count]
    if report.was_cancelled:
        said.insert(0, translate("Imports", "импорт остановлен"))
    if not said:
        return translate("Imports", "Документов не нашлось: добавлять нечего.")
    return sentence_case(" · ".join(said))
