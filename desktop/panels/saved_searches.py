"""Saved searches, in the library column."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.panels.labels import PlainLabel
from desktop.panels.section_button import SectionButton
from desktop.state.searches import SearchesPresenter
from desktop.theme import Palette, icon
from index.model.study import SavedSearch

_UNDO_MS: Final = 12_000
_LEAST_UNDO_PX: Final = 60
_UNDO_FRAME_PX: Final = 24


class _SavedButton(SectionButton):
    """An entry; F2 renames it, Delete takes it away, the menu says so."""

    rename_requested = Signal()
    forget_requested = Signal()

    def __init__(self, saved: SavedSearch, parent: QWidget | None = None) -> None:
        super().__init__(saved.name, parent)
        self.setAccessibleName(self.tr("Сохранённый запрос: {name}").format(name=saved.name))
        self.setAccessibleDescription(self.tr("F2 — переименовать, Delete — удалить"))
        tip = saved.name if saved.name == saved.query else f"{saved.name}\n{saved.query}"
        self.setToolTip(escape(tip).replace("\n", "<br>"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Rename or take away."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Переименовать…"), self.rename_requested.emit)
        menu.addAction(self.tr("Удалить"), self.forget_requested.emit)
        menu.popup(self.mapToGlobal(spot))


class SavedSearches(QWidget):
    """A heading and an entry for each; not there when nothing is saved. One taken away can be brought back.

    Signals:
        rename_requested(SavedSearch): The reader wants to give it another name.
    """

    rename_requested = Signal(object)

    def __init__(self, presenter: SearchesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._roles = presenter, palette
        self._shown: tuple[SavedSearch, ...] = ()
        self._buttons: list[_SavedButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 0)
        self._column.setSpacing(1)
        heading = PlainLabel(self.tr("СОХРАНЁННЫЕ ЗАПРОСЫ"), "heading")
        heading.setContentsMargins(10, 0, 0, 4)
        self._column.addWidget(heading)
        self._undo = QPushButton()
        self._undo.setProperty("role", "link")
        self._undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self._undo.clicked.connect(self._restore)
        self._undo.hide()
        self._forgotten: SavedSearch | None = None
        self._fade = QTimer(self, singleShot=True, interval=_UNDO_MS)
        self._fade.timeout.connect(self._offer_nothing)
        presenter.forgotten.connect(self._offer_undo)
        presenter.changed.connect(self._show)
        self._show()

    @property
    def buttons(self) -> tuple[SectionButton, ...]:
        """The entries, in order."""
        return tuple(self._buttons)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        self._roles = palette
        for button in self._buttons:
            button.setIcon(icon("star", palette.muted, 17))

    def _show(self) -> None:
        saved = self._presenter.saved
        self.setVisible(bool(saved) or self._forgotten is not None)
        if saved == self._shown:
            return
        self._shown = saved
        focused = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), -1)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._column.removeWidget(self._undo)
        self._buttons = [self._made(one) for one in saved]
        self._column.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        if focused >= 0 and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()

    def _offer_undo(self, saved: SavedSearch) -> None:
        self._forgotten = saved
        words = self.tr("Вернуть «{name}»").format(name=saved.name)
        room = max(_LEAST_UNDO_PX, self.width() - _UNDO_FRAME_PX)
        cut = self._undo.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._undo.setText(cut.replace("&", "&&"))
        self._undo.setAccessibleName(words)
        self._undo.show()
        self._fade.start()

    def _offer_nothing(self) -> None:
        self._forgotten = None
        self._undo.hide()
        self._show()

    def _restore(self) -> None:
        saved = self._forgotten
        self._fade.stop()
        self._offer_nothing()
        if saved is not None:
            self._presenter.restore(saved)

    def _made(self, saved: SavedSearch) -> _SavedButton:
        button = _SavedButton(saved, self)
        button.setIcon(icon("star", self._roles.muted, 17))
        button.clicked.connect(partial(self._presenter.use, saved))
        button.rename_requested.connect(partial(self.rename_requested.emit, saved))
        button.forget_requested.connect(partial(self._presenter.forget, saved))
        self._column.addWidget(button)
        button.show()
        return button
