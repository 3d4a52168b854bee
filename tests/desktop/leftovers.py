"""What a test of the window may not leave behind: threads, processes, windows."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE_S = 3.0


@dataclass(frozen=True)
class Surroundings:
    """What is there at one moment."""

    threads: frozenset[int]
    processes: frozenset[int]
    windows: frozenset[QWidget]


def look_around() -> Surroundings:
    """Return the Python threads, child processes and visible windows there are now."""
    return Surroundings(
        frozenset(thread.ident or 0 for thread in _threads()),
        frozenset(process.pid for process in _processes()),
        frozenset(_windows()),
    )


def leftovers(before: Surroundings) -> list[str]:
    """Return what was added since, after giving it a moment to go; names, for people."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found = [f"thread {t.name}" for t in _threads() if t.ident not in before.threads]
        found += [f"process {_name(p)}" for p in _processes() if p.pid not in before.processes]
        found += [f"window {w!r}" for w in _windows() if w not in before.windows]
        if not found or time.monotonic() > until:
            return found
        QCoreApplication.processEvents()
        threading.Event().wait(0.01)


def _threads() -> list[threading.Thread]:
    # A thread of Qt's that has run Python stays in Python's list after its end: the system knows better.
    running = {thread.id for thread in psutil.Process().threads()}
    return [t for t in threading.enumerate() if not _is_foreign(t) or t.native_id in running]


def _is_foreign(thread: threading.Thread) -> bool:
    return type(thread).__name__ == "_DummyThread"


def _processes() -> list[psutil.Process]:
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if process.is_running() and "resource_tracker" not in _name(process)
    ]


def _name(process: psutil.Process) -> str:
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return "zombie"
        return " ".join(process.cmdline())
    except psutil.Error:
        return "gone"


def _windows() -> list[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
