"""The small bar beside selected text: markers, a note, a fact, copy, copy with its source, search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.dialogs.placing import beside
from desktop.dialogs.swatch import Swatch
from desktop.theme import Palette, icon
from index.model.annotation import HighlightColor

_ICON_PX: Final = 16
_ARROW_PX: Final = 12
_ARROW_WIDTH_PX: Final = 24
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PRESSES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SelectionBar(QFrame):
    """The small bar beside selected text.

    It takes neither focus nor the mouse from the page unless it is asked for by keys: then arrows go from
    button to button, Enter presses one, Escape goes back to the page.

    Args:
        palette: Colours.
        styles: Ways to cite, for the arrow beside the button that does.
        parent: The window over which it floats.

    Signals:
        color_chosen(HighlightColor): Mark the selection with that marker.
        note_requested(): Mark it and write a note.
        fact_requested(): Add a fact or a name.
        copy_requested(): Copy its words.
        cite_requested(): Copy them with their source.
        search_requested(): Look for its words in the archive.
        left(): The bar had the focus and goes: the page is to have it again.
    """

    color_chosen = Signal(object)
    note_requested = Signal()
    fact_requested = Signal()
    copy_requested = Signal()
    cite_requested = Signal()
    search_requested = Signal()
    left = Signal()

    def __init__(self, palette: Palette, styles: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Что сделать с выделенным"))
        self._swatches = QButtonGroup(self)
        self._buttons: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(1)
        for color in HighlightColor:
            swatch = Swatch(color, palette, self)
            swatch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            swatch.installEventFilter(self)
            swatch.clicked.connect(lambda _checked=False, chosen=color: self.color_chosen.emit(chosen))
            self._swatches.addButton(swatch)
            row.addWidget(swatch)
        row.addSpacing(5)
        for name, words, signal in (
            ("sticky-note", self.tr("Выделить и написать заметку (Ctrl+N)"), self.note_requested),
            ("list-plus", self.tr("Добавить факт или имя (Ctrl+Shift+F)"), self.fact_requested),
            ("copy", self.tr("Копировать (Ctrl+C)"), self.copy_requested),
            ("text-quote", self.tr("Копировать со ссылкой (Ctrl+Shift+C)"), self.cite_requested),
            ("search", self.tr("Искать выделенное в архиве (Ctrl+E)"), self.search_requested),
        ):
            button = self._button(words)
            button.clicked.connect(signal)
            self._buttons.append((button, name))
            row.addWidget(button)
            if signal is self.cite_requested:
                row.addWidget(self._arrow(styles))
        self.set_palette_roles(palette)
        self.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for swatch in self._swatches.buttons():
            if isinstance(swatch, Swatch):
                swatch.set_palette_roles(palette)
        for button, name in self._buttons:
            button.setIcon(icon(name, palette.muted, _ICON_PX))

    def show_beside(self, areas: Sequence[QRect], within: QRect, last_color: HighlightColor) -> None:
        """Show the bar where it covers nothing of the selection; with a ring around the last marker.

        Args:
            areas: The lines of the selection that are seen, in the coordinates of its parent.
            within: The area it must not leave, likewise.
            last_color: The marker used last.
        """
        for swatch in self._swatches.buttons():
            if isinstance(swatch, Swatch):
                swatch.setChecked(swatch.color is last_color)
        self.adjustSize()
        self.move(beside(areas, self.size(), within))
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Go to the marker used last: the reader asked by keys."""
        checked = self._swatches.checkedButton() or self._swatches.buttons()[0]
        checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: arrows, Enter and Escape on a button; the bar goes when the focus goes elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, Qt.Key(event.key()))
        if isinstance(event, QFocusEvent) and event.lostFocus():
            focused, is_menu = self.window().focusWidget(), event.reason() is Qt.FocusReason.PopupFocusReason
            if not is_menu and (focused is None or not self.isAncestorOf(focused)):
                self.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: give the focus back before Qt gives it to whatever comes next."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.left.emit()
        super().hideEvent(event)

    def _on_key(self, watched: QObject, key: Qt.Key) -> bool:
        buttons = self.findChildren(QAbstractButton)
        if not isinstance(watched, QAbstractButton) or watched not in buttons:
            return False
        if key in _STEPS:
            buttons[(buttons.index(watched) + _STEPS[key]) % len(buttons)].setFocus()
        elif key in _PRESSES:
            watched.click()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.installEventFilter(self)
        return button

    def _arrow(self, styles: QMenu) -> QToolButton:
        """Return the button that offers ways to cite."""
        button = self._button(self.tr("Вид ссылки"))
        button.setIconSize(QSize(_ARROW_PX, _ARROW_PX))
        button.setFixedWidth(_ARROW_WIDTH_PX)
        button.setMenu(styles)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._buttons.append((button, "chevron-down"))
        return button
