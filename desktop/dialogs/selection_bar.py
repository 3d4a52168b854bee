"""The small bar beside selected text: markers, a note, a fact, copy, search."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.dialogs.swatch import Swatch
from desktop.theme import Palette, icon
from index.model.annotation import HighlightColor

_ICON_PX: Final = 16
# The pointer lets go within a line: half of that stays uncovered.
_GAP_PX: Final = 18


class SelectionBar(QFrame):
    """The small bar beside selected text. It takes neither focus nor the mouse from the page.

    Args:
        palette: Colours.
        parent: The window over which it floats.

    Signals:
        color_chosen(HighlightColor): Mark the selection with that marker.
        note_requested(): Mark it and write a note.
        fact_requested(): Add a fact or a name.
        copy_requested(): Copy its words.
        search_requested(): Look for its words in the archive.
    """

    color_chosen = Signal(object)
    note_requested = Signal()
    fact_requested = Signal()
    copy_requested = Signal()
    search_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget) -> None:
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
            swatch.clicked.connect(lambda _checked=False, chosen=color: self.color_chosen.emit(chosen))
            self._swatches.addButton(swatch)
            row.addWidget(swatch)
        row.addSpacing(5)
        for name, words, signal in (
            ("sticky-note", self.tr("Выделить и написать заметку (Ctrl+N)"), self.note_requested),
            ("list-plus", self.tr("Добавить факт или имя (Ctrl+Shift+F)"), self.fact_requested),
            ("copy", self.tr("Копировать (Ctrl+C)"), self.copy_requested),
            ("search", self.tr("Искать выделенное в архиве (Ctrl+E)"), self.search_requested),
        ):
            button = QToolButton(self)
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(signal)
            self._buttons.append((button, name))
            row.addWidget(button)
        self.set_palette_roles(palette)
        self.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for swatch in self._swatches.buttons():
            if isinstance(swatch, Swatch):
                swatch.set_palette_roles(palette)
        for button, name in self._buttons:
            button.setIcon(icon(name, palette.muted, _ICON_PX))

    def show_beside(self, where: QPoint, within: QRect, last_color: HighlightColor) -> None:
        """Show the bar under a point, or above it where there is no room; with a ring around the last marker.

        Args:
            where: Where the selection ended, in global coordinates.
            within: The area it must not leave, in the coordinates of its parent.
            last_color: The marker used last.
        """
        for swatch in self._swatches.buttons():
            if isinstance(swatch, Swatch):
                swatch.setChecked(swatch.color is last_color)
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        spot = parent.mapFromGlobal(where)
        left = min(max(within.left() + 4, spot.x() - self.width() // 2), within.right() - self.width() - 4)
        top = spot.y() + _GAP_PX
        if top + self.height() > within.bottom():
            top = spot.y() - _GAP_PX - self.height()
        self.move(left, top)
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
