"""How smooth the window stays while the program works: `python -m benchmarks.smooth [--why 40]`.

The real window, offscreen, scrolls an open document all the time. Told are the times between two turns of its
event loop, which a fast timer counts, and between two frames of the pages: at rest, while files are imported,
while one book is, while pages are recognised, while tables are looked for. All in one run. With `--why`, a
second thread looks where the window's thread and the others are whenever a turn is late by so many
milliseconds, and the places seen most often are printed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

from benchmarks.corpus import REAL, TYPESET, need_data
from benchmarks.ocr import scan
from benchmarks.results import percentile
from desktop.app import Desktop
from desktop.settings import Settings
from desktop.state.facts import FactsState
from desktop.state.recognition import RecognitionState
from index.archive import Archive
from index.model.document import DocumentId

READ = "sgpro1991_GNVLC_p1-60.pdf"
BOOK = "lo_book.pdf"
TICK_MS, FRAME_MS, STEP_PX = 1, 16, 40
REST_S, LONGEST_S = 8.0, 240.0
TABLES = 60
_LOOK_S, _DEPTH = 0.005, 6


def row(name: str, seconds: list[float]) -> str:
    """Return a line of the table, in milliseconds."""
    p50, p99, worst = (percentile(seconds, part) * 1e3 for part in (0.5, 0.99, 1.0))
    return f"{name:26} p50 {p50:7.1f}   p99 {p99:7.1f}   max {worst:7.1f} ms   n {len(seconds)}"


class Pulse(QObject):
    """Counts the turns of the event loop and the frames of the pages, and scrolls."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._pages = desktop.window.columns.pages
        self._pages.viewport().installEventFilter(self)
        self.turned_at = time.perf_counter()
        self._painted_at = self.turned_at
        self.turns: list[float] = []
        self.frames: list[float] = []
        for interval, slot in ((TICK_MS, self._turn), (FRAME_MS, self._scroll)):
            timer = QTimer(self, interval=interval, timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(slot)
            timer.start()

    def begin(self) -> None:
        """Count anew."""
        self.turned_at = self._painted_at = time.perf_counter()
        self.turns, self.frames = [], []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note each frame."""
        if event.type() is QEvent.Type.Paint:
            now = time.perf_counter()
            self.frames.append(now - self._painted_at)
            self._painted_at = now
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        now = time.perf_counter()
        self.turns.append(now - self.turned_at)
        self.turned_at = now

    def _scroll(self) -> None:
        bar = self._pages.verticalScrollBar()
        bar.setValue((bar.value() + STEP_PX) % max(1, bar.maximum()))


class Lookout(threading.Thread):  # noqa: TID251 - it watches the jobs, and is none
    """Notes what the threads are at whenever a turn is late. It needs the interpreter's lock as they do."""

    def __init__(self, pulse: Pulse, late_s: float) -> None:
        super().__init__(daemon=True)
        self._pulse, self._late_s = pulse, late_s
        self._window = threading.main_thread().ident
        self.seen: Counter[str] = Counter()

    def run(self) -> None:
        """Look until the program ends."""
        while True:
            time.sleep(_LOOK_S)
            if time.perf_counter() - self._pulse.turned_at > self._late_s:
                self._look()

    def _look(self) -> None:
        # No frame may be kept when this returns: what it holds, as a painter, would outlive it.
        for thread, frame in sys._current_frames().items():  # noqa: SLF001 - there is no other way to see them
            if thread != self.ident:
                self.seen[("window  " if thread == self._window else "another ") + places(frame)] += 1


def places(frame: FrameType | None) -> str:
    """Return where a thread is: the innermost places first."""
    found: list[str] = []
    while frame is not None and len(found) < _DEPTH:
        code = frame.f_code
        found.append(f"{Path(code.co_filename).stem}.{code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(found)


class Bench:
    """One window on one archive."""

    def __init__(self, application: QApplication, folder: Path, late_ms: float | None) -> None:
        self._application, self._folder = application, folder
        self.desktop = Desktop(
            application, lambda: Archive.open(folder / "archive"), Settings(folder / "settings.ini")
        )
        self._late_ms = late_ms
        self._pulse: Pulse | None = None
        self._lookout: Lookout | None = None

    def open(self) -> None:
        """Show the window, with a document to scroll."""
        desktop = self.desktop
        desktop.show()
        self._until(lambda: hasattr(desktop, "presenters") and desktop.presenters.library.is_loaded)
        desktop.window.resize(1366, 768)
        self._import([REAL / READ])
        [document] = desktop.presenters.library.documents()
        desktop.presenters.reader.open_document(document.id)
        self._until(lambda: desktop.presenters.reader.document is not None)
        # Facts are a work of their own, not measured here.
        facts = desktop.presenters.facts
        self._until(lambda: facts.state in {FactsState.READY, FactsState.FAILED})
        facts.background.hold("benchmark")
        self._pulse = Pulse(desktop)
        if self._late_ms is not None:
            self._lookout = Lookout(self._pulse, self._late_ms / 1000)
            self._lookout.start()

    def measure(self, name: str, work: Callable[[], None]) -> None:
        """Print the gaps while something goes on."""
        assert self._pulse is not None
        if self._lookout is not None:
            self._lookout.seen.clear()
        self._pulse.begin()
        began = time.perf_counter()
        work()
        seconds = time.perf_counter() - began
        turns, frames = self._pulse.turns, self._pulse.frames
        late = sum(gap > 0.05 for gap in turns)
        print(f"{name} ({seconds:.0f} s)")
        print(row("  turns", turns), f"  p99.9 {percentile(turns, 0.999) * 1e3:.1f}   over 50 ms: {late}")
        print(row("  frames", frames), flush=True)
        if self._lookout is not None:
            for place, count in self._lookout.seen.most_common(12):
                print(f"    {count:4} {place}")

    def rest(self) -> None:
        """Do nothing but scroll."""
        until = time.perf_counter() + REST_S
        self._until(lambda: time.perf_counter() > until)

    def import_folder(self) -> None:
        """Import the real files."""
        self._import([REAL])

    def import_book(self) -> None:
        """Import the book."""
        self._import([TYPESET / BOOK])

    def recognise(self) -> None:
        """Recognise what was scanned."""
        recognition = self.desktop.presenters.recognition
        recognition.recognise(self._document("scan.pdf"))
        self._until(lambda: recognition.state is RecognitionState.IDLE)

    def find_tables(self) -> None:
        """Look for the tables of page after page."""
        tables = self.desktop.presenters.tables
        found: list[int] = []
        tables.found.connect(lambda _tables, page_index: found.append(page_index))
        for page_index in range(TABLES):
            tables.find(page_index)
            self._until(lambda wanted=page_index: wanted in found)  # type: ignore[misc]  # a default argument

    def import_scan(self) -> None:
        """Import pages that were scanned."""
        path = scan(TYPESET / "lo_plain.pdf", self._folder / "scan.pdf", 150)
        self._import([path])

    def _document(self, file_name: str) -> DocumentId:
        found = (one.id for one in self.desktop.presenters.library.documents() if one.file_name == file_name)
        return next(found)

    def _import(self, paths: list[Path]) -> None:
        imports, library = self.desktop.presenters.imports, self.desktop.presenters.library
        ended: list[object] = []
        imports.ended.connect(ended.append)
        imports.failed.connect(lambda error: sys.exit(str(error)))
        imports.start(paths)
        self._until(lambda: bool(ended))
        library.refresh()
        self._until(lambda: not self.desktop.presenters.jobs.is_running("library"))

    def _until(self, is_so: Callable[[], bool]) -> None:
        end = time.perf_counter() + LONGEST_S
        while not is_so():
            self._application.processEvents()
            time.sleep(0.0002)
            if time.perf_counter() > end:
                sys.exit("gave up waiting")


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--why", type=float, metavar="MS", help="show what goes on when a turn is so late")
    parser.add_argument(
        "--only", nargs="*", default=("folder", "book", "recognition", "tables"), help="parts to measure"
    )
    chosen = parser.parse_args()
    need_data()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(application, Path(scratch), chosen.why)
        try:
            bench.open()
            bench.measure("at rest", bench.rest)
            if "folder" in chosen.only:
                bench.measure("importing files", bench.import_folder)
            if "book" in chosen.only:
                bench.measure("importing a book of 614 pages", bench.import_book)
            if "recognition" in chosen.only:
                bench.import_scan()
                bench.measure("recognising", bench.recognise)
            if "tables" in chosen.only:
                bench.measure(f"tables of {TABLES} pages", bench.find_tables)
        finally:
            bench.desktop.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
