"""The strip above the pages of a document with scans: what cannot be searched, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.panels.one_bar import DeskBar
from desktop.state.counts import Noun, counted
from desktop.state.recognition import RecognitionPresenter
from index.pdf.installing import ways_to_install


class ScanStrip(DeskBar):
    """Offers to recognise the open document, or says how to install what that needs.

    Args:
        recognition: What waits.
        parent: Owner.

    Signals:
        copied(): The command of the installation is on the clipboard.
    """

    copied = Signal()

    def __init__(self, recognition: RecognitionPresenter, parent: QWidget | None = None) -> None:
        super().__init__("scanStrip", parent)
        self._recognition = recognition
        self._words = PlainLabel("", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._command = ElidedLabel("", "muted")
        self.begin = chip_button(self.tr("Распознать"))
        self.copy = chip_button(self.tr("Скопировать команду"))
        self.again = chip_button(self.tr("Проверить снова"))
        self.close_button = chip_button(self.tr("Не сейчас"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 7, 10, 7)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self.begin.clicked.connect(recognition.recognise_document)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(recognition.look)
        self.close_button.clicked.connect(recognition.decline)
        recognition.changed.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._words.text()} {self._command.text()}".strip()

    def _show(self) -> None:
        recognition = self._recognition
        self.want(wanted=recognition.is_offered)
        if not recognition.is_offered:
            return
        pages = counted(recognition.waiting_here, Noun.PAGE)
        words = self.tr("{pages} без текста: поиск видит только изображение.").format(pages=pages)
        is_possible = recognition.is_possible
        if not is_possible:
            advice = self.tr(
                "Чтобы распознавать страницы, установите свободную программу Tesseract с русским языком."
            )
            words = f"{words} {advice}"
        ways = "; ".join(f"{way.system}: {way.command}" for way in ways_to_install())
        self._command.setText("" if is_possible else ways)
        self._words.setText(words)
        self._arrange(is_possible=is_possible)
        self._command.setVisible(not is_possible)
        self.begin.setVisible(is_possible)
        self.copy.setVisible(not is_possible)
        self.again.setVisible(not is_possible)

    def _arrange(self, *, is_possible: bool) -> None:
        """Put all in one row; or words, command and buttons in a row each, where one is too short."""
        grid = self._grid
        for part in (self._words, self._command, self.begin, self.copy, self.again, self.close_button):
            grid.removeWidget(part)
        if is_possible:
            grid.addWidget(self._words, 0, 0)
            grid.addWidget(self.begin, 0, 1)
            grid.addWidget(self.close_button, 0, 2)
            return
        grid.addWidget(self._words, 0, 0, 1, 4)
        grid.addWidget(self._command, 1, 0, 1, 4)
        for column, button in enumerate((self.copy, self.again, self.close_button), 1):
            grid.addWidget(button, 2, column)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(ways_to_install()[0].command)
        self.copied.emit()
