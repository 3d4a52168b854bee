"""The head of the notes panel: whose notes, which words, in which order, sifted by what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.flow import FlowLayout
from desktop.panels.labels import PlainLabel
from desktop.panels.note_menus import fill_filter_menu, fill_order_menu, sieve_parts
from desktop.state.counts import Noun, counted, figure, window_language
from desktop.state.note_order import NoteGrouping
from desktop.state.notes import NotesPresenter
from desktop.theme import Palette, icon
from index.text.wording import position

_MARGIN: Final = 16
_PAUSE_MS: Final = 15
_ICON_PX: Final = 16


class NotesHead(QWidget):
    """Switches, a field, two menus, and what the list is sifted by.

    Args:
        notes: What is shown and told.
        palette: Colours.
        parent: Owner.

    Signals:
        list_wanted(): The reader goes from the field down to the list.
        carry_requested(): The reader wants notes to go over to a newer version of the open document.
        author_requested(): The reader wants to say how notes are signed.
    """

    list_wanted = Signal()
    carry_requested = Signal()
    author_requested = Signal()

    def __init__(self, notes: NotesPresenter, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes, self._finding = notes, notes.finding
        self._here = self._switch(self.tr("Этот документ"))
        self._all = self._switch(self.tr("Все документы"))
        self._scope = QButtonGroup(self)
        for button in (self._here, self._all):
            self._scope.addButton(button)
        self._here.setChecked(True)
        self.field = _Field(placeholderText=self.tr("Найти в заметках"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setToolTip(self.tr('Слова в любой форме, "слова подряд", #метка, -слово'))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.order = self._menu_button(self.tr("Порядок и группы"), "arrow-down-wide")
        self.filter = self._menu_button(self.tr("Отбор"), "list-filter")
        self._count = PlainLabel(role="muted")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._found = QWidget()
        self._lay_out()
        self._scope.buttonClicked.connect(lambda _button: self._look())
        self.field.textChanged.connect(self._pause.start)
        self.field.left_down.connect(self._leave)
        self._pause.timeout.connect(self._ask)
        self.order.menu().aboutToShow.connect(self._fill_order)
        self.filter.menu().aboutToShow.connect(lambda: fill_filter_menu(self.filter.menu(), self._finding))
        self._finding.changed.connect(self._show)
        self.set_palette_roles(palette)
        self._show()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self._draw()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 4)
        column.setSpacing(6)
        scopes = QHBoxLayout()
        scopes.setSpacing(4)
        scopes.addWidget(self._here)
        scopes.addWidget(self._all)
        scopes.addStretch()
        column.addLayout(scopes)
        self._search = QWidget()
        row = QHBoxLayout(self._search)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self.order)
        row.addWidget(self.filter)
        column.addWidget(self._search)
        below = QVBoxLayout(self._found)
        below.setContentsMargins(0, 0, 0, 2)
        below.setSpacing(4)
        below.addWidget(self._chips)
        below.addWidget(self._count)
        column.addWidget(self._found)

    def _switch(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        return button

    def _menu_button(self, tip: str, drawing: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(drawing)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMenu(QMenu(button))
        return button

    def _fill_order(self) -> None:
        menu = self.order.menu()
        fill_order_menu(menu, self._finding)
        menu.addSeparator()
        menu.addAction(self.tr("Перенести в новую версию…"), self.carry_requested.emit)
        menu.addAction(self.tr("Как подписывать заметки…"), self.author_requested.emit)

    def _look(self) -> None:
        self._finding.look(everywhere=self._all.isChecked())

    def _ask(self) -> None:
        self._finding.ask(self.field.text())

    def _leave(self) -> None:
        self._pause.stop()
        self._ask()
        self.list_wanted.emit()

    def _show(self) -> None:
        finding = self._finding
        here = len(self._notes.marks())
        name = self.tr("Этот документ")
        self._here.setText(f"{name} {figure(here)}" if here else name)
        total, found = len(finding.notes), len(finding.found)
        self._search.setVisible(total > 1 or finding.is_narrowed)
        self._found.setVisible(finding.is_narrowed)
        self._count.setText(
            self.tr("Найдено {found}").format(found=position(found, total, window_language()))
            if finding.is_narrowed
            else counted(total, Noun.NOTE)
        )
        self._show_parts()
        self._draw()

    def _show_parts(self) -> None:
        """Show what the list is sifted by as chips; a click on one lets everything of its kind in."""
        while (old := self._flow.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        parts = sieve_parts(self._finding)
        for name, without in parts:
            chip = chip_button(f"{name if len(name) <= 40 else name[:39] + '…'}  ×".replace("&", "&&"))
            chip.setAccessibleName(self.tr("Снять отбор: {name}").format(name=name))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(lambda _checked=False, sieve=without: self._finding.sift(sieve))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(parts))

    def _draw(self) -> None:
        roles, finding = self._roles, self._finding
        is_sifted = not finding.sieve.is_open
        is_grouped = finding.grouping is not NoteGrouping.NOTHING
        for button, stands_out in ((self.order, is_grouped), (self.filter, is_sifted)):
            colour = roles.accent if stands_out else roles.muted
            button.setIcon(icon(button.objectName(), colour, _ICON_PX))


class _Field(QLineEdit):
    """A field that is left downwards with an arrow or Enter.

    Signals:
        left_down(): The reader goes on below.
    """

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Down and Enter leave the field."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
