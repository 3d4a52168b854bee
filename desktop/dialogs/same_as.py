"""Asks who of a document's names is the same as another one."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import islice
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.state.counts import figure
from desktop.state.fact_fields import kind_name
from index.model.fact import Entity
from index.text.wording import searchable

_SIZE: Final = (480, 440)
_KIND_PX: Final = 132
_COUNT_PX: Final = 48
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
        self.list = _made_list(self.tr("Имена документа"))
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
            row = self.list.currentIndex().row() + step
            if step:
                self._go_to(row)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = searchable(self.field.text()).split()
        self.list.clear()
        found = (one for one in self._others if all(word in searchable(one.name) for word in words))
        for one in islice(found, _MOST):
            item = QTreeWidgetItem((one.name, kind_name(one.type.value), figure(len(one.mentions))))
            item.setToolTip(0, escape(one.name))
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        self._go_to(0)
        self._merge.setEnabled(self.list.topLevelItemCount() > 0)

    def _go_to(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))
            self.accept()


def _made_list(spoken: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("names")
    made.setAccessibleName(spoken)
    made.setColumnCount(3)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((1, _KIND_PX), (2, _COUNT_PX)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, width)
    return made
