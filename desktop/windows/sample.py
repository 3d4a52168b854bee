"""The sample archive: eight documents of our own that show a newcomer the whole program at work."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import as_file
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.panels.search import SearchPanel
from desktop.windows.presenters import Presenters
from index.model.hit import Answer
from index.model.report import ImportReport
from resources import resource

SAMPLE_QUERY: Final = "капельный полив"
"""What a newcomer is shown: two words that stand in most documents of the sample, in every case."""


def sample_files() -> tuple[str, ...]:
    """Return the names of the documents of the sample; none when it was left out of an installation."""
    folder = resource("sample")
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".pdf")))


class SampleTour(QObject):
    """Takes the sample in, asks a query and opens what it found: what a newcomer sees.

    Args:
        presenters: What is shown.
        panel: The column in which the query appears.
        parent: Owner.

    Signals:
        opened(): The best hit is open.
        failed(str): There is nothing to show, and why.
    """

    opened = Signal()
    failed = Signal(str)

    def __init__(self, presenters: Presenters, panel: SearchPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenters, self._panel = presenters, panel
        self._files = ExitStack()
        self._is_asking = False
        presenters.imports.ended.connect(self._on_imported)
        presenters.search.answered.connect(self._on_answered)

    def start(self) -> None:
        """Begin. Does not block."""
        folder = resource("sample")
        paths: list[Path] = [self._files.enter_context(as_file(folder / name)) for name in sample_files()]
        if not paths:
            self.failed.emit(self.tr("Образца архива нет в этой установке программы."))
            return
        self._is_asking = True
        self._presenters.imports.start(paths)

    def _on_imported(self, _report: ImportReport) -> None:
        self._files.close()
        if self._is_asking:
            self._panel.ask(SAMPLE_QUERY)

    def _on_answered(self, answer: Answer) -> None:
        if not self._is_asking:
            return
        self._is_asking = False
        if answer.hits:
            self._presenters.search.open_match(0, 0)
            self.opened.emit()
        else:
            self.failed.emit(self.tr("В образце ничего не нашлось."))
