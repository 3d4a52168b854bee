"""Quiet remarks about what is not searched: a line under an answer, a bar above the pages."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.labels import ElidedLabel
from desktop.panels.one_bar import DeskBar
from desktop.theme import Palette, icon


class UnsearchedLine(QPushButton):
    """One line that can be clicked; not there when it has nothing to say, cut where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""
        self.hide()

    @property
    def words(self) -> str:
        """What it says, uncut."""
        return self._words

    def say(self, words: str) -> None:
        """Say something else, or nothing."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(escape(words))
        self._cut()
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the words to the width there is."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = max(20, self.width() - 28)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))


class UnsearchedBar(DeskBar):
    """The remark above the pages of a document of which not everything is searched.

    Signals:
        details_requested(): The reader wants to know more.
        recognise_requested(): The reader wants the pictures recognised.
        dismissed(): The reader has seen enough.
    """

    details_requested = Signal()
    recognise_requested = Signal()
    dismissed = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__("unsearchedBar", parent)
        self._drawing = QLabel()
        self._words = ElidedLabel("", "", hugs=True)
        self._recognise = chip_button(self.tr("Распознать"))
        details = QPushButton(self.tr("Подробнее"))
        details.setProperty("role", "link")
        self._close = QToolButton()
        self._close.setIconSize(QSize(14, 14))
        self._close.setToolTip(self.tr("Скрыть"))
        self._close.setAccessibleName(self.tr("Скрыть"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(8)
        for part in (self._drawing, self._words, details, self._recognise):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self._close)
        for button in (self._recognise, details, self._close):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        details.clicked.connect(self.details_requested)
        self._recognise.clicked.connect(self.recognise_requested)
        self._close.clicked.connect(self.dismissed)
        self.set_palette_roles(palette)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._drawing.setPixmap(icon("circle-alert", palette.accent, 15).pixmap(15, 15))
        self._close.setIcon(icon("x", palette.muted, 14))

    def say(self, words: str, *, can_recognise: bool) -> None:
        """Say something else, or nothing."""
        self._words.setText(words)
        self._recognise.setVisible(can_recognise)
        self.want(wanted=bool(words))
