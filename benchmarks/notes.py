"""Two thousand notes in the window and in the archive: `python -m benchmarks.notes [--notes N]`.

The real panel, offscreen, over real archives: one whose notes are spread over forty documents, one whose
notes are all in one. Told are the times

    open      from the click on «Все документы», or the opening of the document, until the list is painted
    type      from each letter typed into the field until the list is painted with what it finds
    edit      of a change until it is kept: committed in the database and written to its sidecar

The median, the 95th of a hundred and the longest by the clock, the median of what the processor had to do for
it; and how many changes are kept in a second.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication  # noqa: TID251 - a program of its own

from benchmarks.filled import fill
from benchmarks.generated import documents
from benchmarks.results import percentile
from desktop.jobs import Jobs
from desktop.panels.message import PanelMessage
from desktop.panels.notes import NotesPanel
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.theme import PALETTES, ThemeName
from index.archive import Archive
from index.model.annotation import HighlightColor, Pen
from index.model.document import DocumentId
from index.model.span import Span

DOCUMENTS: Final = 40
PAGES: Final = 400
EDITS: Final = 100
_PATIENCE_S: Final = 60.0
_LOOK_S: Final = 0.001
_SIZE: Final = (320, 800)
_QUERIES: Final = ("договор о воде", "премьер-министр", "сумма", "#срочн", '"левый берег"')


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, each time, in milliseconds: by the clock, and of the processor."""

    what: str
    taken: tuple[tuple[float, float], ...]

    @property
    def ms(self) -> list[float]:
        """By the clock, the shortest first."""
        return sorted(clock for clock, _processor in self.taken)

    def __str__(self) -> str:
        ordered, busy = self.ms, sorted(processor for _clock, processor in self.taken)
        figures = (percentile(ordered, 0.5), percentile(ordered, 0.95), ordered[-1], percentile(busy, 0.5))
        return f"{self.what:42} {len(ordered):6}" + "".join(f"{one:9.1f}" for one in figures)


class Watch:
    """Tells how much time has passed, and how much of the processor this program has had since."""

    def __init__(self) -> None:
        self._start = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Return both in milliseconds."""
        clock, processor = self._start
        return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


class Painted(QObject):
    """Reads a watch when the list, or what stands in its place, has been painted with what is waited for.

    Attributes:
        read: What the watch said; None as long as that has not come.
    """

    def __init__(self, panel: NotesPanel) -> None:
        super().__init__(panel)
        self.read: tuple[float, float] | None = None
        self._watch, self._is_there = Watch(), _never
        for part in (panel.list.viewport(), *panel.findChildren(PanelMessage)):
            part.installEventFilter(self)

    def wait_for(self, is_there: Callable[[], bool]) -> None:
        """Begin."""
        self.read, self._watch, self._is_there = None, Watch(), is_there

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See whether what is painted now is it; the watch is read when it has been painted."""
        if event.type() == QEvent.Type.Paint and self.read is None and self._is_there():
            QTimer.singleShot(0, self, self.stop)
        return False

    def stop(self) -> tuple[float, float]:
        """Read the watch, once."""
        self.read = self.read or self._watch.read()
        return self.read


def _never() -> bool:
    return False


class Desk:
    """The panel over an archive.

    Args:
        application: Qt's own.
        archive: The archive.
    """

    def __init__(self, application: QApplication, archive: Archive) -> None:
        self._application = application
        self.jobs, self._owner = Jobs(), QObject()
        self.reader = Reader(archive, self.jobs, self._owner)
        self.notes = NotesPresenter(archive, self.jobs, self.reader, parent=self._owner)
        self.panel = NotesPanel(self.notes, PALETTES[ThemeName.LIGHT])
        self.panel.resize(*_SIZE)
        self.panel.show()
        self.painted = Painted(self.panel)
        application.processEvents()

    def time(self, act: Callable[[], object], is_there: Callable[[], bool]) -> tuple[float, float]:
        """Return how long it takes until something is there and the list is painted."""
        self.painted.wait_for(is_there)
        act()
        self.wait(lambda: self.painted.read is not None or (is_there() and not self.notes.finding.groups))
        # Where nothing was found before and nothing is found now, nothing is painted.
        return self.painted.stop()

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Let the window live until something is there."""
        until = time.monotonic() + _PATIENCE_S
        while not is_there():
            if time.monotonic() > until:
                raise TimeoutError
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            # Looking again and again would keep those from working who are waited for.
            time.sleep(_LOOK_S)

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self.wait(lambda: self.jobs.is_idle)

    def close(self) -> None:
        """End everything."""
        self.settle()
        for part in (self.panel, self._owner):
            # A list goes on measuring its cards as long as it is there.
            part.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.jobs.shutdown()


def make_archive(root: Path, notes: int, per_document: int) -> None:
    """Make an archive with notes of a sentence, each on twelve words of a document."""
    dice = random.Random(1)  # noqa: S311 - chance, not secrets
    count = -(-notes // per_document)
    fill(root, islice(documents(PAGES), count))
    tags = ("срочное", "вода", "сумма", "кто это", "проверить")
    with Archive(root) as archive:
        left = notes
        for summary in archive.documents():
            text = archive.document(summary.id).text
            step = max(1, (len(text) - 200) // per_document)
            starts = [number * step for number in range(min(left, per_document))]
            spans = [Span(start, start + 80) for start in starts]
            made = archive.notebook.annotate_all(summary.id, spans, Pen(HighlightColor.YELLOW))
            archive.notebook.restore_all(
                replace(
                    one,
                    color=dice.choice(list(HighlightColor)),
                    note=f"Сверить: {' '.join(text[one.anchor.span.stop :][:100].split())}",
                    tags=tuple(dice.sample(tags, dice.randrange(3))),
                )
                for one in made
            )
            left -= per_document


def typed(desk: Desk) -> Iterator[tuple[float, float]]:
    """Type queries letter by letter; yield how long each letter takes to be answered."""
    for query in _QUERIES:
        for length in range(1, len(query) + 1):
            yield _asked(desk, query[:length])
        _asked(desk, "")


def _asked(desk: Desk, words: str) -> tuple[float, float]:
    finding, field = desk.notes.finding, desk.panel.head.field
    return desk.time(lambda: field.setText(words), lambda: finding.query.text == words)


def opened(desk: Desk, notes: int, document: DocumentId | None) -> tuple[float, float]:
    """Open the list of a document, or of all; return how long it takes."""

    def act() -> None:
        if document is None:
            desk.notes.finding.look(everywhere=True)
        else:
            desk.reader.open_document(document)

    return desk.time(act, lambda: sum(len(group.notes) for group in desk.notes.finding.groups) == notes)


def edited(archive: Archive) -> Times:
    """Change notes; return how long each change takes."""
    notes, taken = archive.notebook.all(), []
    for number in range(EDITS):
        watch = Watch()
        archive.notebook.edit(notes[number * 7 % len(notes)].id, note=f"правка {number}")
        taken.append(watch.read())
    return Times("edit", tuple(taken))


@contextmanager
def filled(notes: int, per_document: int) -> Iterator[Archive]:
    """Let an archive live for a while."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "archive"
        make_archive(root, notes, per_document)
        with Archive(root) as archive:
            yield archive


def measure(application: QApplication, notes: int, rounds: int, *, everywhere: bool) -> Sequence[Times]:
    """Measure an archive."""
    per_document = -(-notes // DOCUMENTS) if everywhere else notes
    with filled(notes, per_document) as archive:
        document = None if everywhere else archive.documents()[0].id
        opening, letters = list[tuple[float, float]](), list[tuple[float, float]]()
        for number in range(rounds):
            desk = Desk(application, archive)
            opening.append(opened(desk, notes, document))
            desk.settle()
            if number == rounds - 1:
                # The dictionary is loaded by the first word that anybody looks for.
                _asked(desk, "слово")
                _asked(desk, "")
                letters = list(typed(desk))
            desk.close()
        return Times("open", tuple(opening)), Times("type", tuple(letters)), edited(archive)


def main() -> int:
    """Print the tables; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    for everywhere, name in ((True, f"spread over {DOCUMENTS} documents"), (False, "in one document")):
        print(f"{chosen.notes} notes {name}")
        print(f"{'ms':42} {'times':>6}{'p50':>9}{'p95':>9}{'max':>9}{'busy p50':>9}")
        found = measure(application, chosen.notes, chosen.rounds, everywhere=everywhere)
        for times in found:
            print(times)
        print(f"{'changes kept in a second':42} {1000 * EDITS / sum(found[-1].ms):6.0f}\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
