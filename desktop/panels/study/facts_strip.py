"""Says of how many documents the facts are not extracted yet, and extracts them if the reader wishes."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted, figure
from desktop.state.extracting import Extracting

_BAR_PX: Final = 160


class FactsStrip(QFrame):
    """A line above the views over the archive; there only while something is missing in them.

    Args:
        extracting: The presenter.
        parent: Owner.
    """

    def __init__(self, extracting: Extracting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extracting, self._is_wanted = extracting, False
        self.setObjectName("factsStrip")
        self.words = PlainLabel(wraps=True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(_BAR_PX)
        self._bar.setAccessibleName(self.tr("Сколько документов прочитано"))
        self.go, self.stop = QPushButton(self.tr("Извлечь сейчас")), QPushButton(self.tr("Остановить"))
        self.go.clicked.connect(extracting.start)
        self.stop.clicked.connect(extracting.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self._bar)
        for button in (self.go, self.stop):
            button.setProperty("role", "link")
            row.addWidget(button)
        extracting.changed.connect(self._follow)
        extracting.work.changed.connect(self._follow)
        self._follow()

    def want(self, *, wanted: bool) -> None:
        """Say it where it matters, or not."""
        self._is_wanted = wanted
        self._follow()

    def _follow(self) -> None:
        work, missing = self._extracting.work, self._extracting.missing
        self.setVisible(self._is_wanted and (work.is_running or missing > 0))
        for widget in (self._bar, self.stop):
            widget.setVisible(work.is_running)
        self.go.setVisible(not work.is_running)
        if work.is_running:
            done, total = work.progress or (0, missing)
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            words = self.tr("Извлекаю факты: {done} из {total}")
            self.words.setText(words.format(done=figure(done), total=figure(total)))
        elif work.result is not None and work.result.failed:
            words = self.tr("Факты не удалось извлечь: {documents}. Почему — скажет сам документ.")
            self.words.setText(words.format(documents=counted(work.result.failed, Noun.DOCUMENT)))
        else:
            words = self.tr("Здесь ещё не всё: {documents} без извлечённых фактов.")
            self.words.setText(words.format(documents=counted(missing, Noun.DOCUMENT)))
