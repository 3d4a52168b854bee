"""Progress and cancellation of long work, without knowing who is listening."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field


class Cancelled(Exception):  # noqa: N818 - being asked to stop is not an error
    """The reader asked the running task to stop."""


def _nobody(done: int, total: int) -> None:
    """Stand in for a listener."""


@dataclass(slots=True)
class Task:
    """The handle that long work receives: it reports progress and learns that it should stop."""

    report: Callable[[int, int], None] = _nobody
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint. Safe from any thread; does not block."""
        self._stop.set()

    def checkpoint(self, done: int = 0, total: int = 0) -> None:
        """Report progress (`done` of `total`; 0 of 0 when unknown), or stop.

        Raises:
            Cancelled: If the work was asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        if total:
            self.report(done, total)
