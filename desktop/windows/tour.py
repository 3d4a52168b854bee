"""A walk through the program without a screen: import, search, open, light a fact, take a picture.

The same presenters and the same window as with a screen; nothing is staged.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.panels.fact_group import heading
from desktop.state.facts import FactsState
from desktop.windows.main import MainWindow
from desktop.windows.sample import SAMPLE_QUERY, SampleTour
from index.errors import ArchiveError
from index.model.report import ImportReport

_SIZE_PX: Final = (1500, 930)
_LOOK_MS: Final = 50
_PATIENCE_S: Final = 120.0
_HITS_TOLD: Final = 5
_FACTS_TOLD: Final = 8


class Tour(QObject):
    """Walks through the window of a running program and tells on stdout what there is to see.

    Args:
        window: The window; furnished when the walk starts.
        folder: Where the picture goes; made if need be.
        parent: Owner.

    Signals:
        ended(int): The walk is over; exit code.
    """

    ended = Signal(int)

    def __init__(self, window: MainWindow, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._began = 0.0

    def start(self) -> None:
        """Begin, in a furnished window. Does not block."""
        self._window.resize(*_SIZE_PX)
        self._presenters = self._window.presenters
        sample = SampleTour(self._presenters, self._window.columns.search, self)
        sample.opened.connect(lambda: self._wait("страница", self._is_page_shown, self._light_fact))
        sample.failed.connect(self._fail)
        self._presenters.imports.ended.connect(self._tell_import)
        self._presenters.imports.failed.connect(self.fail)
        sample.start()

    def fail(self, error: ArchiveError) -> None:
        """End the walk: there is nothing to walk through."""
        self._fail(f"{error.user_message} {error.hint}".strip())

    def _tell_import(self, report: ImportReport) -> None:
        _say(f"Образец: файлов {len(report.files)}, {report.seconds:.1f} с")

    def _is_page_shown(self) -> bool:
        reader = self._presenters.reader
        return reader.document is not None and self._window.columns.pages.is_sharp

    def _is_fact_there(self) -> bool:
        return self._presenters.facts.state in {FactsState.READY, FactsState.FAILED}

    def _light_fact(self) -> None:
        self._tell_hits()
        self._wait("факты", self._is_fact_there, self._show_fact)

    def _show_fact(self) -> None:
        facts = self._presenters.facts
        entries = [entry for group in facts.groups for entry in group.entries]
        if not entries:
            self._fail("Фактов в документе не нашлось.")
            return
        _say("")
        _say("Факты:")
        for group in facts.groups[:_FACTS_TOLD]:
            named = "; ".join(entry.title for entry in group.entries[:3])
            _say(f"  {heading(group.key)}: {named}")
        facts.activate(entries[0])
        self._wait("страница с фактом", self._is_page_shown, self._take_picture)

    def _take_picture(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / "window.png"
        if not self._window.grab().save(str(path)):
            self._fail(f"Снимок не записан: {path}")
            return
        _say("")
        _say(f"Снимок окна: {path.resolve()}")
        self.ended.emit(0)

    def _tell_hits(self) -> None:
        answer = self._presenters.search.answer
        assert answer is not None
        _say(f"Запрос: {SAMPLE_QUERY}")
        _say(f"Понят так: {answer.read_as}")
        _say(f"Документов {answer.documents}, мест {answer.matches}, {answer.elapsed_ms:.0f} мс")
        for hit in answer.hits[:_HITS_TOLD]:
            pages = sorted({match.page_index + 1 for match in hit.matches})
            _say(f"  {hit.document.title}")
            _say(f"    мест {len(hit.matches)}, страницы {', '.join(map(str, pages))}")
            _say(f"    {hit.passages[0].snippet.text}")

    def _wait(self, what: str, is_there: Callable[[], bool], then: Callable[[], None]) -> None:
        """Go on when something is there; give up when it does not come."""
        self._began = time.monotonic()
        timer = QTimer(self)
        timer.setInterval(_LOOK_MS)

        def look() -> None:
            if is_there():
                timer.stop()
                then()
            elif time.monotonic() - self._began > _PATIENCE_S:
                timer.stop()
                self._fail(f"Не дождались: {what}")

        timer.timeout.connect(look)
        timer.start()

    def _fail(self, why: str) -> None:
        sys.stderr.write(f"{why}\n")
        self.ended.emit(1)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
