"""One question put to the archive: its progress, its answer, or the words why there is none."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.wording import worded
from index.errors import ArchiveError

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.tasks import Task

log = logging.getLogger(__name__)

_BETWEEN_S: Final = 0.1
"""Progress is told ten times a second at most, however fast the work is."""


class Inquiry(QObject):
    """Runs one call of the core at a time; a newer one takes the place of an older one.

    The former answer stays until the next one is there, so that nothing flickers.

    Args:
        jobs: Runs the calls.
        key: Key of the jobs.
        parent: Owner.

    Signals:
        changed(): Something of the attributes below is different.
    """

    changed = Signal()
    _progressed = Signal(int, int, int)

    def __init__(self, jobs: Jobs, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._key = jobs, key
        self._result: Any = None
        self._problem: tuple[str, str] = ("", "")
        self._progress: tuple[int, int] | None = None
        self._number = 0
        self._was_stopped = False
        self._progressed.connect(self._on_progressed)

    @property
    def result(self) -> Any:  # noqa: ANN401 - whatever the call returns
        """The newest answer; None before the first one, and after a problem."""
        return self._result

    @property
    def problem(self) -> tuple[str, str]:
        """Why there is no answer, and what to do about it; empty when all is well."""
        return self._problem

    @property
    def progress(self) -> tuple[int, int] | None:
        """How much of the work is done, and of how much; None while that is unknown."""
        return self._progress

    @property
    def was_stopped(self) -> bool:
        """Whether there is no answer because the reader did not want to wait for it."""
        return self._was_stopped

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._jobs.is_running(self._key)

    def ask(self, call: Callable[[Task], object]) -> None:
        """Run a call of the core; an older one is broken off. Does not block."""
        self._number += 1
        number = self._number
        self._progress, self._was_stopped = None, False

        def work(task: Task) -> object:
            task.report = self._reporter(number)
            return call(task)

        self._jobs.run(self._key, work, self._take, self._on_failed)
        self.changed.emit()

    def stop(self) -> None:
        """Break off what runs as the reader wishes; a former answer would be that to another question."""
        self._forget(was_stopped=True)

    def clear(self) -> None:
        """Break off what runs, and forget the answer."""
        self._forget(was_stopped=False)

    def _forget(self, *, was_stopped: bool) -> None:
        self._jobs.cancel(self._key)
        self._result, self._problem, self._progress = None, ("", ""), None
        self._was_stopped = was_stopped
        self.changed.emit()

    def _reporter(self, number: int) -> Callable[[int, int], None]:
        told = 0.0

        def report(done: int, total: int) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= _BETWEEN_S:
                told = now
                self._progressed.emit(number, done, total)

        return report

    def _on_progressed(self, number: int, done: int, total: int) -> None:
        if number == self._number and self.is_running:
            self._progress = (done, total)
            self.changed.emit()

    def _take(self, result: object) -> None:
        self._result, self._problem, self._progress = result, ("", ""), None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._result, self._progress = None, None
        self._problem = words_of(error)
        self.changed.emit()


def words_of(error: Exception) -> tuple[str, str]:
    """Return what a reader is told of an error: what happened, and what to do."""
    if isinstance(error, ArchiveError):
        return worded(error.user_message), worded(error.hint)
    if isinstance(error, OSError):
        return (
            QCoreApplication.translate("Study", "Файл не записан: {reason}.").format(
                reason=error.strerror or error
            ),
            QCoreApplication.translate("Study", "Выберите другую папку или освободите место."),
        )
    log.error("a study failed", exc_info=error)
    return (
        QCoreApplication.translate("Study", "Не получилось."),
        QCoreApplication.translate("Study", "Подробности записаны в журнал программы. Документы целы."),
    )
