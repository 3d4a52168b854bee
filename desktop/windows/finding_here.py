"""Finding within the open document, in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.actions.command import When
from desktop.windows.main import MainWindow


class FindingHere(QObject):
    """Opens the bar above the pages, and lets the commands to the next place mean those that are lit.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._finding = window, window.presenters.finding
        window.columns.find_bar.left.connect(window.columns.focus_in_use)
        self._finding.opened_changed.connect(self._enable)
        self._finding.changed.connect(self._enable)

    def open(self) -> None:
        """Let the reader type what to find; selected words are found at once."""
        document = self._window.presenters.reader.document
        if document is None:
            return
        pages = self._window.columns.pages
        self._finding.open(document.pages[pages.page_index].span.start if document.pages else 0)
        self._window.columns.find_bar.begin(" ".join(pages.selected_text().split()))

    def step(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) place that is lit."""
        if self._finding.count:
            self._finding.step(by)
        else:
            self._window.presenters.search.step(by)

    def _enable(self) -> None:
        answer = self._window.presenters.search.answer
        holds = bool(self._finding.count) or (answer is not None and bool(answer.hits))
        self._window.actions_table.change_state(When.HITS, holds=holds)
