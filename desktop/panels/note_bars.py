"""Lines above and below the list of notes: what waits for the reader, what is chosen, what has happened."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.panels.labels import ElidedLabel, PlainLabel, hairline
from desktop.state.counts import Noun, counted, figure
from desktop.theme import Palette, icon

_MARGIN: Final = 16
_UNDO_MS: Final = 10_000
_ICON_PX: Final = 16


class UnsureBar(QWidget):
    """How many notes wait for their place to be confirmed, and how many have none; not there without any.

    Signals:
        requested(): The reader wants to see to them.
    """

    requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = QLabel()
        self._words = PlainLabel(wraps=True)
        button = QPushButton(self.tr("Разобрать…"))
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self.requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 4, _MARGIN - 6, 4)
        row.setSpacing(8)
        row.addWidget(self._drawing)
        row.addWidget(self._words, 1)
        row.addWidget(button)
        self.set_palette_roles(palette)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, to_confirm: int, lost: int) -> None:
        """Say how many there are of each."""
        self._words.setText(unsure_words(to_confirm, lost))
        self.setVisible(bool(to_confirm or lost))

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._drawing.setPixmap(icon("circle-alert", palette.accent, 15).pixmap(15, 15))


class ChosenBar(QWidget):
    """How many notes are chosen, and what can be done with all of them.

    Signals:
        edit_requested(): A colour or tags for all of them.
        delete_requested(): Delete all of them.
        dismissed(): Choose none.
    """

    edit_requested = Signal()
    delete_requested = Signal()
    dismissed = Signal()

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self.edit = self._button(self.tr("Цвет и метки"), "pencil")
        self.edit.clicked.connect(self.edit_requested)
        self._delete = self._button(self.tr("Удалить"), "trash")
        self._delete.clicked.connect(self.delete_requested)
        self._close = self._button(self.tr("Снять выбор"), "x")
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 6, 8, 6)
        row.setSpacing(2)
        row.addWidget(self._words, 1)
        for button in (self.edit, self._delete, self._close):
            row.addWidget(button)
        _below_hairline(self, row)
        self.set_palette_roles(palette)
        self.hide()

    def say(self, count: int) -> None:
        """Say how many are chosen; with none it goes."""
        self._words.setText(self.tr("Выбрано: {count}").format(count=figure(count)))
        self.setVisible(count > 0)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for button in (self.edit, self._delete, self._close):
            button.setIcon(icon(button.objectName(), palette.muted, _ICON_PX))

    def _button(self, tip: str, drawing: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(drawing)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button


class NoticeBar(QWidget):
    """What has just happened: a deletion that can be undone for a while, or a failure."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = PlainLabel(wraps=True)
        self.undo = QPushButton(self.tr("Вернуть"))
        self.undo.setProperty("role", "link")
        self._close = QToolButton(self)
        self._close.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._close.setToolTip(self.tr("Скрыть"))
        self._close.setAccessibleName(self.tr("Скрыть"))
        self._close.clicked.connect(self.hide)
        self._end = QTimer(self, singleShot=True, interval=_UNDO_MS)
        self._end.timeout.connect(self.hide)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo)
        row.addWidget(self._close)
        _below_hairline(self, row)
        self.set_palette_roles(palette)
        self.hide()

    def offer_undo(self, text: str) -> None:
        """Say that something was deleted and how to bring it back, for a while."""
        self._say(text, "")
        self.undo.show()
        self._end.start()

    def tell(self, text: str) -> None:
        """Say what was done, for a while."""
        self._say(text, "")
        self.undo.hide()
        self._end.start()

    def complain(self, text: str) -> None:
        """Say that something went wrong, until it is read."""
        self._end.stop()
        self._say(text, "error")
        self.undo.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._close.setIcon(icon("x", palette.muted, _ICON_PX))

    def _say(self, text: str, role: str) -> None:
        self._text.setText(text)
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            self._text.style().polish(self._text)
        self.show()


def unsure_words(to_confirm: int, lost: int) -> str:
    """Return «3 места подтвердить, 1 без места»."""
    translate = QCoreApplication.translate
    parts = []
    if to_confirm:
        words = translate("UnsureBar", "{places} подтвердить")
        parts.append(words.format(places=counted(to_confirm, Noun.PLACE)))
    if lost:
        parts.append(translate("UnsureBar", "{count} без места").format(count=figure(lost)))
    return ", ".join(parts)


def _below_hairline(bar: QWidget, row: QHBoxLayout) -> None:
    column = QVBoxLayout(bar)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(hairline())
    column.addLayout(row)
