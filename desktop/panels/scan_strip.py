"""The strip above the pages of a document with scans: what cannot be searched, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted
from desktop.state.recognition import RecognitionPresenter
from index.pdf.installing import ways_to_install


class ScanStrip(QWidget):
    """Offers to recognise the open document, or says how to install what that needs.

    Args:
        recognition: What waits.
        parent: Owner.

    Signals:
        copied(): The command of the installation is on the clipboard.
    """

    copied = Signal()

    def __init__(self, recognition: RecognitionPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scanStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recognition = recognition
        self._words = PlainLabel("", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.begin = self._chip(self.tr("Распознать"))
        self.copy = self._chip(self.tr("Скопировать команду"))
        self.again = self._chip(self.tr("Проверить снова"))
        self.close_button = self._chip(self.tr("Не сейчас"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.begin, self.copy, self.again, self.close_button):
            row.addWidget(button)
        self.begin.clicked.connect(recognition.recognise_document)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(recognition.look)
        self.close_button.clicked.connect(recognition.decline)
        recognition.changed.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _show(self) -> None:
        recognition = self._recognition
        self.setVisible(recognition.is_offered)
        if not recognition.is_offered:
            return
        pages = counted(recognition.waiting_here, Noun.PAGE)
        words = self.tr("{pages} без текста: это изображения, поиск их не видит.").format(pages=pages)
        is_possible = recognition.is_possible
        if not is_possible:
            ways = "\n".join(f"{way.system}: {way.command}" for way in ways_to_install())
            advice = self.tr(
                "Чтобы распознать их, установите свободную программу Tesseract с русским языком."
            )
            words = f"{words} {advice}\n{ways}"
        self._words.setText(words)
        self.begin.setVisible(is_possible)
        self.copy.setVisible(not is_possible)
        self.again.setVisible(not is_possible)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(ways_to_install()[0].command)
        self.copied.emit()

    @staticmethod
    def _chip(text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "chip")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
