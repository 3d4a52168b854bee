"""Boxes for the kinds of facts, with one for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from index.facts.wording import GroupKey

_COLUMNS: Final = 3
_SPACING_PX: Final = 18


class KindBoxes(QWidget):
    """Which kinds of facts the reader wants; all of them at first.

    Args:
        names: The names of the kinds, in their order.
        parent: Owner.

    Attributes:
        everything: The box for all of them.
        boxes: The box of each.

    Signals:
        changed(): Other kinds are chosen.
    """

    changed = Signal()

    def __init__(self, names: Mapping[GroupKey, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {key: QCheckBox(name) for key, name in names.items()}
        self.everything = QCheckBox(self.tr("Все виды"), tristate=True)
        self.everything.setCheckState(Qt.CheckState.Checked)
        self.everything.clicked.connect(self._turn_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.everything)
        grid = QGridLayout()
        grid.setHorizontalSpacing(_SPACING_PX)
        rows = -(-len(self.boxes) // _COLUMNS)
        for number, box in enumerate(self.boxes.values()):
            box.setChecked(True)
            box.toggled.connect(self._on_toggled)
            grid.addWidget(box, number % rows, number // rows)
        column.addLayout(grid)

    @property
    def chosen(self) -> frozenset[GroupKey]:
        """The kinds that are wanted."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _turn_all(self) -> None:
        """Choose all kinds; if they are chosen already, none, to begin from."""
        wanted = len(self.chosen) < len(self.boxes)
        for box in self.boxes.values():
            box.setChecked(wanted)
        self._on_toggled()

    def _on_toggled(self) -> None:
        states = {0: Qt.CheckState.Unchecked, len(self.boxes): Qt.CheckState.Checked}
        self.everything.setCheckState(states.get(len(self.chosen), Qt.CheckState.PartiallyChecked))
        self.changed.emit()
