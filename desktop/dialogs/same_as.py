"""Asks who of a document's names is the same as another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.state.counts import Noun, counted
from desktop.state.fact_fields import kind_name
from index.model.fact import Entity
from index.text.wording import searchable

_SIZE: Final = (420, 440)
_MOST: Final = 200
"""Names shown at once; words in the field find the others."""


class SameAsDialog(QDialog):
    """Names to choose one from, with a field to find it. The chosen name is the one that stays.

    Args:
        entity: Who is the same as somebody.
        others: Whom it may be; those of its kind are offered first.
        parent: The window it belongs to.

    Signals:
        chosen(Entity): This one.
    """

    chosen = Signal(object)

    def __init__(self, entity: Entity, others: Sequence[Entity], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Это тот же, что…"))
        self.resize(*_SIZE)
        self._others = sorted(
            others, key=lambda other: (other.type != entity.type, -len(other.mentions), other.name)
        )
        self._merge = QPushButton(self.tr("Объединить"))
        self._merge.setProperty("role", "primary")
        self._merge.setDefault(True)
        self._merge.clicked.connect(self._choose)
        self.field = QLineEdit(placeholderText=self.tr("Найти имя"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Имена документа"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(lambda item: self._merge.setEnabled(item is not None))
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        lead = self.tr("«{name}» — это на самом деле:").format(name=entity.name)
        column.addWidget(plain_label(lead, "lead", wraps=True))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._fill()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let arrows in the field move in the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = searchable(self.field.text()).split()
        self.list.clear()
        found = (one for one in self._others if all(word in searchable(one.name) for word in words))
        for one, _nth in zip(found, range(_MOST), strict=False):
            count = counted(len(one.mentions), Noun.PLACE)
            item = QListWidgetItem(f"{one.name}\n{kind_name(one.type.value)} · {count}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
        self.list.setCurrentRow(0)
        self._merge.setEnabled(self.list.count() > 0)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
