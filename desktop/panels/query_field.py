"""The field in which a query is written, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import Palette, icon


class QueryField(QLineEdit):
    """The search field.

    Signals:
        left_downwards(): The reader pressed Down: to the results.
        escaped(): The reader pressed Escape.
        history_requested(): The reader wants to see past and saved searches.
        saving_requested(): The reader wants to keep this query, or to change the one that is kept.
    """

    left_downwards = Signal()
    escaped = Signal()
    history_requested = Signal()
    saving_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("query")
        self.setPlaceholderText(self.tr("Искать слово в любой форме"))
        self.setAccessibleName(self.tr("Запрос"))
        # Files dropped here belong to the window, not into the field.
        self.setAcceptDrops(False)
        self._is_saved, self._has_history, self._palette_roles = False, False, palette
        self._lens = QAction(self.tr("Поиск по архиву"), self)
        self._history = QAction(self.tr("Прежние и сохранённые запросы (↓ в пустом поле)"), self)
        self._star = QAction(self)
        self._wipe = QAction(self.tr("Очистить (Esc)"), self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        for action in (self._wipe, self._star, self._history):
            self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._wipe.triggered.connect(self.escaped)
        self._star.triggered.connect(self.saving_requested)
        self._history.triggered.connect(self.history_requested)
        self.textChanged.connect(self._show_actions)
        self.show_saved(is_saved=False)
        self.set_palette_roles(palette)
        self._show_actions()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        self._palette_roles = palette
        self._lens.setIcon(icon("search", palette.muted, 16))
        self._wipe.setIcon(icon("x", palette.muted, 16))
        self._history.setIcon(icon("clock", palette.muted, 16))
        self._draw_star()

    def offer_history(self, *, there_is: bool) -> None:
        """Offer past and saved searches, if there are any."""
        self._has_history = there_is
        self._show_actions()

    def show_saved(self, *, is_saved: bool) -> None:
        """Show whether this query is kept."""
        self._is_saved = is_saved
        self._star.setText(
            self.tr("Сохранённый запрос: переименовать или удалить (Ctrl+D)")
            if is_saved
            else self.tr("Сохранить запрос (Ctrl+D)")
        )
        self._draw_star()

    def show_wrong(self, *, wrong: bool) -> None:
        """Draw the border of the field in the colour of errors, or not."""
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave downwards, to past searches when nothing is written; clear with Escape."""
        if event.key() == Qt.Key.Key_Down and self._has_history and not self.text():
            self.history_requested.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _show_actions(self) -> None:
        has_text = bool(self.text().strip())
        self._wipe.setVisible(bool(self.text()))
        self._star.setVisible(has_text)
        # Beside a query there is room for what belongs to it, and no more.
        self._history.setVisible(self._has_history and not self.text())

    def _draw_star(self) -> None:
        colours = self._palette_roles
        drawing = ("star-full", colours.accent) if self._is_saved else ("star", colours.muted)
        self._star.setIcon(icon(*drawing, 16))
