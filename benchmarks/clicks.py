"""From a click to painted pages over the archive: `python -m benchmarks.clicks [--documents 10000]`.

The archive of `benchmarks.overview` in the real window, offscreen unless there is a screen. A click does what
it does: a page is wanted, the archive is asked in a job, the answer is shown, and the window painted before
the clock stops. Told are the clock, and processor time of all threads, since other programs may run: the
first time, and the best of five. Nothing is extracted meanwhile.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

from benchmarks.overview import DOCUMENTS, put, written
from benchmarks.profiles import NAMES
from desktop.app import Desktop
from desktop.settings import Settings
from desktop.state.study_questions import Sought, Topic
from desktop.windows.study import StudyWindow
from index.archive import Archive
from index.config import ArchivePaths
from index.ingest.engines import Engines
from index.model.overview import NameKind
from index.store.database import Database
from index.store.names import ORGANISATION, PERSON

RUNS: Final = 5
SIZE: Final = 1366, 768
_REASON: Final = "benchmark"


class Took(NamedTuple):
    """Milliseconds by the clock, and of all processors."""

    clock: float
    processor: float


class Clicker:
    """A study window whose pages are clicked.

    Args:
        desktop: The program, furnished.
    """

    def __init__(self, desktop: Desktop) -> None:
        desktop.presenters.facts.background.hold(_REASON)
        self._study = desktop.presenters.study
        desktop.window.actions_table["study_facts"].trigger()
        (self._window,) = desktop.window.findChildren(StudyWindow)
        self._window.resize(*SIZE)

    def look(self, topic: Topic, period: str = "") -> Took:
        """Ask for a page anew; return how long it took until it was painted."""
        self._study.part(period)
        self._study.forget_facts()
        return self._timed(topic, lambda: self._window.show_topic(topic))

    def seek(self, name: str, kind: NameKind) -> Took:
        """Ask for the page of somebody."""
        self._window.show_topic(Topic.LINES)
        self._study.forget_facts()
        return self._timed(Topic.ENTITY, lambda: self._go_to(name, kind))

    def _go_to(self, name: str, kind: NameKind) -> None:
        self._study.seek(Sought(name, kind))
        self._window.show_topic(Topic.ENTITY)

    def _timed(self, topic: Topic, click: Callable[[], None]) -> Took:
        inquiry, loop = self._study.inquiry(topic), QEventLoop()
        clock, processor = time.perf_counter(), time.process_time()
        click()
        inquiry.changed.connect(loop.quit)
        while inquiry.is_running:
            loop.exec()
        inquiry.changed.disconnect(loop.quit)
        self._window.repaint()
        return Took((time.perf_counter() - clock) * 1e3, (time.process_time() - processor) * 1e3)


def main() -> int:
    """Generate, click, print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    count = parser.parse_args().documents
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        _fill(root, count)
        desktop = Desktop(application, lambda: Archive.open(root), Settings(Path(folder) / "settings.ini"))
        loop = QEventLoop()
        desktop.furnished.connect(loop.quit)
        desktop.show()
        loop.exec()
        try:
            _click(Clicker(desktop))
        finally:
            desktop.shut_down()
    return 0


def _fill(root: Path, count: int) -> None:
    facts, paths = dict(written(root, count)), ArchivePaths(root)
    database = Database(paths.database, paths.backups)
    put(database, facts, Engines().facts_version())
    database.close()


def _click(clicker: Clicker) -> None:
    person, rare, body = NAMES[PERSON][0], NAMES[PERSON][500], NAMES[ORGANISATION][0]
    clicks: tuple[tuple[str, Callable[[], Took]], ...] = (
        ("the most named person", lambda: clicker.seek(person, NameKind.PERSON)),
        ("a person named once in a while", lambda: clicker.seek(rare, NameKind.PERSON)),
        ("the most named body", lambda: clicker.seek(body, NameKind.ORGANISATION)),
        ("dates", lambda: clicker.look(Topic.DATES)),
        ("dates of a year", lambda: clicker.look(Topic.DATES, "2001")),
        ("deadlines", lambda: clicker.look(Topic.PROMISES)),
        ("disagreements", lambda: clicker.look(Topic.DISAGREEMENTS)),
        ("quotes", lambda: clicker.look(Topic.QUOTES)),
        ("meetings", lambda: clicker.look(Topic.MEETINGS)),
    )
    print(f"{'ms from click to painted':<34}{'first':>8}{'best':>8}{'processor: first':>18}{'best':>8}")
    for said, click in clicks:
        first, again = click(), [click() for _ in range(RUNS)]
        best, least = min(one.clock for one in again), min(one.processor for one in again)
        print(f"{said:<34}{first.clock:8.0f}{best:8.0f}{first.processor:18.0f}{least:8.0f}")


if __name__ == "__main__":
    sys.exit(main())
