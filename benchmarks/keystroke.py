"""From the last letter of a query to its results on the screen: `python -m benchmarks.keystroke`.

The real window, offscreen, on a generated archive of 100,000 pages that is kept with `--folder`. Queries of
one and two words, phrases and prefixes are typed as key events; the time runs from the last one until the
list of results has been painted with the answer. Told is also how long the search itself took, and how long
the program waits after a keystroke for the next one. First while nothing else goes on, then while press
releases are imported.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget  # noqa: TID251 - a program of its own

from benchmarks.analysed import prepare, read_counts
from benchmarks.filled import fill
from benchmarks.generated import read_kept
from benchmarks.questions import Drawer
from benchmarks.results import percentile
from benchmarks.until_searchable import make_releases
from desktop.app import Desktop
from desktop.settings import Settings
from index.archive import Archive
from index.model.hit import Answer

QUERIES: Final = 60
RELEASES: Final = 400
_PATIENCE_S: Final = 600.0
_LOOK_MS: Final = 20


def typed(pages: int, folder: Path, count: int) -> list[str]:
    """Return so many queries whose words are in the archive."""
    drawer = Drawer(read_counts(prepare(folder, pages)))
    chance = random.Random(pages)  # noqa: S311 - chance, not secrets
    kinds: dict[str, Callable[[list[str]], str]] = {
        "middling word": lambda words: words[0],
        "common word": lambda words: words[0],
        "three common words": lambda words: " ".join(words[:2]),
        "phrase, frequent": lambda words: f"«{' '.join(words)}»",
    }
    found = []
    for question in drawer.questions():
        if question.kind in kinds:
            found.append(kinds[question.kind](_words(question.node)))
        elif question.kind == "prefix":
            found.append(f"{question.node[1]}*")
    return chance.sample(found, min(count, len(found)))


def _words(node: list[object]) -> list[str]:
    kind, *rest = node
    if kind == "word":
        return [str(rest[1])]
    if kind == "phrase":
        assert isinstance(rest[2], list)
        return [str(form) for form in rest[2]]
    return [word for part in rest if isinstance(part, list) for word in _words(part)]


def filled(folder: Path, pages: int) -> Path:
    """Return the folder of a searchable archive of so many pages; made unless it is there."""
    root, texts = folder / f"archive-{pages}", prepare(folder, pages).texts
    if not root.exists():
        unfinished = folder / f"archive-{pages}.new"
        fill(unfinished, read_kept(texts))
        unfinished.rename(root)
    with Archive(root) as archive:
        archive.recover()
    return root


@dataclass(slots=True)
class Times:
    """What was measured, in milliseconds.

    Attributes:
        painted: From the last keystroke until the results were painted.
        searched: What the answer says of itself.
        documents: How many documents were found, in all.
    """

    painted: list[float] = field(default_factory=list)
    searched: list[float] = field(default_factory=list)
    documents: int = 0


class Eye(QObject):
    """Sees when the answer to a query is painted."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        panel = desktop.window.columns.search
        self._lists: Sequence[QWidget] = (panel.hits.viewport(), panel)
        for widget in self._lists:
            widget.installEventFilter(self)
        desktop.presenters.search.answered.connect(self._on_answered)
        self.answer: Answer | None = None
        self.painted_at = 0.0

    def blink(self) -> None:
        """Forget what was seen."""
        self.answer, self.painted_at = None, 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first painting after the answer; of the list, unless nothing was found."""
        if event.type() is QEvent.Type.Paint and self.answer is not None and not self.painted_at:
            wanted = self._lists[0] if self.answer.hits else self._lists[1]
            if watched is wanted:
                # The widget paints when this returns; what it takes belongs to the keystroke.
                watched.removeEventFilter(self)
                QApplication.sendEvent(watched, event)
                watched.installEventFilter(self)
                self.painted_at = time.perf_counter()
                return True
        return super().eventFilter(watched, event)

    def _on_answered(self, answer: Answer) -> None:
        self.answer = answer


class Bench:
    """One window on one archive."""

    def __init__(self, application: QApplication, root: Path, settings: Path) -> None:
        self._application = application
        self.desktop = Desktop(application, lambda: Archive.open(root), Settings(settings))
        self._eye: Eye | None = None

    def open(self) -> None:
        """Show the window, and wait until it has done what it does when it opens."""
        desktop = self.desktop
        desktop.show()
        self._until(lambda: hasattr(desktop, "presenters") and desktop.presenters.library.is_loaded)
        desktop.window.resize(1366, 768)
        # Facts are a work of their own, not measured here.
        desktop.presenters.facts.background.hold("benchmark")
        self._until(lambda: not any(map(desktop.presenters.jobs.is_running, ("recover", "library"))))
        self._eye = Eye(desktop)

    def type_all(self, queries: Sequence[str], *, until: Callable[[], bool] | None = None) -> Times:
        """Type each query; with `until`, again and again, until it is so."""
        times = Times()
        while True:
            for query in queries:
                self._type(query, times)
                if until is not None and until():
                    return times
            if until is None:
                return times

    def start_import(self, folder: Path) -> Callable[[], bool]:
        """Begin to import a folder; return whether that has ended."""
        ended: list[object] = []
        imports = self.desktop.presenters.imports
        imports.ended.connect(ended.append)
        imports.failed.connect(lambda error: sys.exit(str(error)))
        imports.start([folder])
        return lambda: bool(ended)

    def _type(self, query: str, times: Times) -> None:
        eye, widget = self._eye, self.desktop.window.columns.search.field
        assert eye is not None
        widget.clear()
        self.desktop.presenters.search.clear()
        for letter in query[:-1]:
            _press(widget, letter)
        self._until(lambda: not self.desktop.presenters.jobs.is_running("search"))
        eye.blink()
        began = time.perf_counter()
        _press(widget, query[-1])
        self._until(lambda: eye.painted_at > 0 and eye.answer is not None and eye.answer.query == query)
        assert eye.answer is not None
        times.painted.append((eye.painted_at - began) * 1000)
        times.searched.append(eye.answer.elapsed_ms)
        times.documents += eye.answer.documents

    def _until(self, is_so: Callable[[], bool]) -> None:
        # The window sleeps until something happens, as it does for a person; a slow clock wakes it to look.
        end, clock = time.perf_counter() + _PATIENCE_S, QTimer(interval=_LOOK_MS)
        clock.start()
        while not is_so():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                sys.exit("gave up waiting")


def _press(widget: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def rows(name: str, times: Times) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{name}: {len(times.painted)} queries, {times.documents:,} documents found in all"
    for what, values in (("until painted", times.painted), ("the search itself", times.searched)):
        numbers = "  ".join(f"{label} {percentile(values, part):7.1f}" for label, part in _PARTS)
        yield f"  {what:20}{numbers} ms"


_PARTS: Final = (("p50", 0.5), ("p95", 0.95), ("max", 1.0))


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep texts and archive here")
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--releases", type=int, default=RELEASES)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="chitalnya-keystroke-") as made:
        scratch = Path(made)
        folder = chosen.folder or scratch
        queries, root = typed(chosen.pages, folder, chosen.queries), scratch / "archive"
        # What is kept stays as it is.
        shutil.copytree(filled(folder, chosen.pages), root)
        make_releases(scratch / "releases", chosen.releases)
        application = QApplication([])
        application.setStyle("Fusion")
        bench = Bench(application, root, scratch / "settings.ini")
        try:
            bench.open()
            print(f"{chosen.pages:,} pages; a rest after the keystroke (`desktop.state.pace`) is counted")
            for line in rows("at rest", bench.type_all(queries)):
                print(line, flush=True)
            has_ended = bench.start_import(scratch / "releases")
            for line in rows("while importing", bench.type_all(queries, until=has_ended)):
                print(line, flush=True)
        finally:
            bench.desktop.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
