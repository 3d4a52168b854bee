"""How a passage is marked: in which colour, and highlighted, underlined or struck out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.dialogs.swatch import Swatch
from desktop.state.markers import kind_name
from desktop.theme import Palette, icon
from index.model.annotation import AnnotationKind, HighlightColor
from index.text.wording import sentence_case

_ICON_PX: Final = 16
_DRAWINGS: Final = {
    AnnotationKind.HIGHLIGHT: "highlighter",
    AnnotationKind.UNDERLINE: "underline",
    AnnotationKind.STRIKE: "strikethrough",
}


class MarkChoice(QWidget):
    """A row of colours and three buttons; one of each is chosen.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        color_chosen(HighlightColor): The marker is to be this one.
        kind_chosen(AnnotationKind): The passage is to be marked so.
    """

    color_chosen = Signal(object)
    kind_chosen = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors, self._kinds = QButtonGroup(self), QButtonGroup(self)
        self._swatches = [Swatch(color, palette) for color in HighlightColor]
        self._buttons = {kind: QToolButton() for kind in _DRAWINGS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for swatch in self._swatches:
            self._colors.addButton(swatch)
            row.addWidget(swatch)
            swatch.clicked.connect(lambda _checked=False, color=swatch.color: self.color_chosen.emit(color))
        row.addStretch()
        for kind, button in self._buttons.items():
            button.setCheckable(True)
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(sentence_case(kind_name(kind)))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda _checked=False, one=kind: self.kind_chosen.emit(one))
            self._kinds.addButton(button)
            row.addWidget(button)
        self.set_palette_roles(palette)

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons, from left to right."""
        return [*self._swatches, *self._buttons.values()]

    def show_mark(self, color: HighlightColor, kind: AnnotationKind) -> None:
        """Show what is chosen; what marks no words has no choice of how."""
        for swatch in self._swatches:
            swatch.setChecked(swatch.color is color)
        for one, button in self._buttons.items():
            button.setVisible(kind.is_of_words)
            button.setChecked(one is kind)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for swatch in self._swatches:
            swatch.set_palette_roles(palette)
        for kind, button in self._buttons.items():
            button.setIcon(icon(_DRAWINGS[kind], palette.muted, _ICON_PX, on=palette.accent))
