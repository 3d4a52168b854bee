"""A few buttons of which exactly one is pressed: a choice whose alternatives are all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.panels.labels import PlainLabel


class Choice(QWidget):
    """One of several values.

    Args:
        name: What is chosen.
        entries: Words and value of each.
        parent: Owner.

    Signals:
        changed(): Another one was chosen.
    """

    changed = Signal()

    def __init__(self, name: str, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for _, value in entries]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(PlainLabel(name, "muted"))
        row.addSpacing(4)
        for position, (words, _) in enumerate(entries):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(not position)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button, position)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: str) -> None:
        """Choose a value."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _on_toggled(self, _position: int, checked: bool) -> None:
        if checked:
            self.changed.emit()
