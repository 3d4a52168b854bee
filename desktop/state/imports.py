"""The import: files on their way into the archive, what became of them, and what waits."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.state.counts import figure
from index.errors import ArchiveError
from index.keyring import Keyring
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
        keyring: Passwords to try on files that need one.

    Signals:
        started(): An import began.
        progressed(ImportProgress): It got on; at most ten times a second, so not every file is told of.
        document_added(): Documents are in the archive that were not there before.
        ended(ImportReport): It ended, by itself or because it was stopped.
        failed(ArchiveError): It could not go on at all; what it had taken in is safe.
        catching_up(int, int): What an earlier run left unfinished is being done: so many of so many.
        caught_up(int): It is done; so many documents.
        postponed(): Files were chosen while that goes on; they come next.
    """

    started = Signal()
    progressed = Signal(object)
    document_added = Signal()
    ended = Signal(object)
    failed = Signal(object)
    catching_up = Signal(int, int)
    caught_up = Signal(int)
    postponed = Signal()
    _progressed_in_job = Signal(object, bool)

    def __init__(
        self, archive: Archive, jobs: Jobs, parent: QObject | None = None, keyring: Keyring | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._keyring = archive, jobs, keyring or Keyring()
        self._task = Task()
        self._is_running = False
        self._is_catching_up = self._has_caught_up = False
        self._waiting: list[Path] = []
        self._report: ImportReport | None = None
        self._amends: ImportReport | None = None
        self._progressed_in_job.connect(self._on_progress)

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._is_running

    @property
    def last_report(self) -> ImportReport | None:
        """What became of the files of the last import since the start."""
        return self._report

    def start(self, paths: Iterable[Path]) -> None:
        """Import files and folders, after those that are being read now. Does not block."""
        chosen = list(paths)
        if not chosen:
            return
        if self._is_running or not self._has_caught_up:
            self._waiting += chosen
            if self._is_running or self._is_catching_up:
                self.postponed.emit()
            self.catch_up()
            return
        self._is_running = True
        self._task = Task()
        self._jobs.run(_JOB, lambda task: self._ingest(chosen, task), self._on_ended, self._on_failed)
        self.started.emit()

    def unlock(self, password: str) -> bool:
        """Try a password on the locked files of the last report; `ended` then has it amended.

        Does not block. Returns False if nothing is tried, because files are being read already.
        """
        self._keyring.add(password)
        if self._report is None or self._is_running:
            return False
        self._amends = self._report
        self.start(Path(file.path) for file in self._report.locked)
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
        self._task.cancel()

    def _ingest(self, paths: list[Path], job: Task) -> ImportReport:
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
            if time.monotonic() - told_at >= _CALM_S or progress.done == progress.total:
                self._progressed_in_job.emit(progress, is_news)
                told_at, is_news = time.monotonic(), False

        try:
            return self._archive.ingest(paths, ours, tell, self._keyring.passwords)
        except Cancelled:
            return ImportReport(tuple(ended), time.monotonic() - began, was_cancelled=True)

    @Slot(object, bool)
    def _on_progress(self, progress: ImportProgress, is_news: bool) -> None:
        if not self._is_running:
            return
        self.progressed.emit(progress)
        if is_news:
            self.document_added.emit()

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
        self.start(waiting)


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
        (translate("Imports", "не принято: {count}"), report.count(ImportStatus.REFUSED)),
    )
    said = [words.format(count=figure(count)) for words, count in counts if count]
    if report.was_cancelled:
        said.insert(0, translate("Imports", "импорт остановлен"))
    if not said:
        return translate("Imports", "Документов не нашлось: добавлять нечего.")
    return sentence_case(" · ".join(said))
