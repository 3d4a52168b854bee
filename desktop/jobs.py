"""The only module that starts threads.

A job is a plain function of the core that runs in a pool; its result comes back in the thread of the window.
Of jobs with the same key only the newest counts: older ones are cancelled and what they still say is dropped.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from index.tasks import Cancelled, Task

log = logging.getLogger(__name__)
R = TypeVar("R")
# Enough for an import, an extraction of facts, a search and a document being opened at once: all of them wait
# for processes or SQLite most of the time.
_THREADS = 6
# Whoever has read something waits for its turn, five milliseconds unless told otherwise: a search reads a
# hundred times, and would take half a second beside an import.
_TURN_S = 0.0005


class _Job(QObject):
    """One call; lives in the window's thread, `ended` is emitted from the pool's."""

    ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.task = Task()


class _Work(QRunnable):
    def __init__(self, job: _Job, call: Callable[[Task], object]) -> None:
        super().__init__()
        self._job, self._call = job, call

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._call(self._job.task)
        except Cancelled:
            self._job.task.cancel()
        except Exception as caught:  # noqa: BLE001 - the boundary: handed to the window's thread
            error = caught
        self._job.ended.emit(self._job, result, error)


@dataclass(frozen=True, slots=True)
class _Listener:
    key: str
    done: Callable[[object], None]
    failed: Callable[[Exception], None] | None


class Jobs(QObject):
    """Runs calls in a pool and delivers their results in the window's thread.

    Signals:
        failed(str, Exception): A job with that key ended with an error nobody else listens for.
    """

    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        sys.setswitchinterval(_TURN_S)
        self._newest: dict[str, _Job] = {}
        self._listeners: dict[_Job, _Listener] = {}

    def run(
        self,
        key: str,
        call: Callable[[Task], R],
        done: Callable[[R], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Start `call` in the pool; an older job with the same key is cancelled and muted.

        Args:
            key: What the job is for ("search").
            call: Function of the core; gets a `Task` for progress and cancellation. Runs in a pool thread.
            done: Receives the result in the window's thread.
            failed: Receives the error in the window's thread; without it the `failed` signal does.

        Returns:
            The task of the job, to cancel it. Does not block.
        """
        self.cancel(key)
        job = _Job(self)
        self._newest[key] = job
        self._listeners[job] = _Listener(key, done, failed)  # type: ignore[arg-type]  # paired with call's result
        job.ended.connect(self._on_ended)
        self._pool.start(_Work(job, call))
        return job.task

    def cancel(self, key: str) -> None:
        """Cancel and mute the newest job with that key, if any runs."""
        if job := self._newest.pop(key, None):
            job.task.cancel()

    def is_running(self, key: str) -> bool:
        """Whether a job with that key runs and will be heard."""
        return key in self._newest

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs, cancelled jobs included."""
        return not self._listeners

    def shutdown(self, wait_ms: int = 10_000) -> bool:
        """Cancel everything, wait for it and drop what it says. Blocks; returns whether all ended in time."""
        for job in self._listeners:
            job.task.cancel()
        self._newest.clear()
        return self._pool.waitForDone(wait_ms)

    @Slot(object, object, object)
    def _on_ended(self, job: _Job, result: object, error: Exception | None) -> None:
        listener = self._listeners.pop(job)
        job.deleteLater()
        if self._newest.get(listener.key) is not job:
            return
        del self._newest[listener.key]
        if error is not None:
            log.debug("job %s failed", listener.key, exc_info=error)
            if listener.failed is not None:
                listener.failed(error)
            else:
                self.failed.emit(listener.key, error)
        elif not job.task.is_cancelled:
            listener.done(result)
