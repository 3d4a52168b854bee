"""From a click on a result to its page on the screen with the words lit: `python -m benchmarks.opening`.

The real window, offscreen, on a generated archive that is kept with `--folder` (`benchmarks.filled`), among
whose documents some press releases are really imported: those have pages to be shown. Their results are
opened one after the other, each when nothing is left to do for the one before; the time runs from the order
to open until the page has been painted sharp, with its matches lit and one of them the current one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget  # noqa: TID251 - a program of its own

from benchmarks.generated import PAGES_A_DOCUMENT
from benchmarks.keystroke import filled
from benchmarks.results import percentile
from benchmarks.until_searchable import make_releases
from desktop.app import Desktop
from desktop.settings import Settings
from index.archive import Archive

DOCUMENTS: Final = 10_000
RELEASES: Final = 60
QUERY: Final = "(год ИЛИ вода ИЛИ страна ИЛИ договор ИЛИ работа)"
_PATIENCE_S: Final = 600.0
_LOOK_MS: Final = 2
_REST_S: Final = 0.3


class Eye(QObject):
    """Sees when a widget was painted last."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.painted_at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the end of a paint."""
        if event.type() is not QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        watched.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self.painted_at = time.perf_counter()
        return True


class Bench:
    """One window on one archive."""

    def __init__(self, application: QApplication, root: Path, settings: Path) -> None:
        self._application = application
        self.desktop = Desktop(application, lambda: Archive.open(root), Settings(settings))
        self.desktop.show()
        self._until(lambda: hasattr(self.desktop, "presenters") and self.desktop.presenters.library.is_loaded)
        self.desktop.window.resize(1366, 768)
        # Facts are a work of their own, not measured here.
        self.desktop.presenters.facts.background.hold("benchmark")
        jobs = self.desktop.presenters.jobs
        self._until(lambda: not any(map(jobs.is_running, ("recover", "library", "wall"))))

    def take_in(self, folder: Path) -> None:
        """Import a folder."""
        ended: list[object] = []
        imports = self.desktop.presenters.imports
        imports.ended.connect(ended.append)
        imports.start([folder])
        self._until(lambda: bool(ended))

    def open_all(self, query: str) -> list[float]:
        """Open each result of a query that has pages to show; return the times in milliseconds."""
        presenters, pages = self.desktop.presenters, self.desktop.window.columns.pages
        search, reader = presenters.search, presenters.reader
        search.ask(query)
        self._until(lambda: search.answer is not None and search.answer.query == query)
        while search.has_more:
            search.show_more()
            self._until(lambda: not presenters.jobs.is_running("search"))
        eye, times = Eye(pages.viewport()), list[float]()
        assert search.answer is not None
        for position, hit in enumerate(search.answer.hits):
            self._rest()
            began = time.perf_counter()
            search.open_match(position)

            def is_there(document_id: str = hit.document.id, began: float = began) -> bool:
                is_open = reader.document is not None and reader.document.id == document_id
                return is_open and pages.is_sharp and eye.painted_at > began and bool(reader.current_number)

            self._until(is_there)
            times.append((eye.painted_at - began) * 1000)
        return times

    def _rest(self) -> None:
        """Let the program end what it does for an open document: facts, card, neighbouring pages."""
        presenters, since = self.desktop.presenters, time.perf_counter()
        self._until(
            lambda: (
                presenters.jobs.is_idle
                and presenters.renderer.is_idle
                and time.perf_counter() - since > _REST_S
            )
        )

    def _until(self, is_so: Callable[[], bool]) -> None:
        end, clock = time.perf_counter() + _PATIENCE_S, QTimer(interval=_LOOK_MS)
        clock.start()
        while not is_so():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                sys.exit("gave up waiting")


def main() -> int:
    """Measure, and print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--releases", type=int, default=RELEASES)
    parser.add_argument("--folder", type=Path, help="keep texts and archive here")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="chitalnya-opening-") as made:
        scratch = Path(made)
        root = scratch / "archive"
        # What is kept stays as it is.
        shutil.copytree(filled(chosen.folder or scratch, chosen.documents * PAGES_A_DOCUMENT), root)
        make_releases(scratch / "releases", chosen.releases)
        application = QApplication([])
        application.setStyle("Fusion")
        bench = Bench(application, root, scratch / "settings.ini")
        try:
            bench.take_in(scratch / "releases")
            times = bench.open_all(f"папка:releases {QUERY}")
        finally:
            bench.desktop.shut_down()
    numbers = "  ".join(f"{label} {percentile(times, part):.0f}" for label, part in _PARTS)
    print(f"{chosen.documents:,} documents, {len(times)} results opened: {numbers} ms")
    return 0


_PARTS: Final = (("p50", 0.5), ("p95", 0.95), ("max", 1.0))


if __name__ == "__main__":
    sys.exit(main())
