"""Asks for one of many things, with a field to find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
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

_SIZE: Final = (560, 460)
_DETAIL_PX: Final = 190
_PAUSE_MS: Final = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: The thing.
        text: What it is called.
        detail: What tells it from others of that name.
    """

    value: object
    text: str
    detail: str = ""


class ChooseDialog(QDialog):
    """Things to choose one from. Which of them are offered for the words in the field, others say.

    Args:
        title: Of the window.
        lead: What is asked.
        button: What the choice does.
        parent: The window it belongs to.

    Signals:
        asked(str): Other words stand in the field: offer what they mean.
        chosen(object): This one.
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, title: str, lead: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._take = QPushButton(button)
        self._take.setProperty("role", "primary")
        self._take.setDefault(True)
        self._take.clicked.connect(self._choose)
        self.field = QLineEdit(placeholderText=self.tr("Найти"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.field.text()))
        self.field.textChanged.connect(self._pause.start)
        self.field.installEventFilter(self)
        self.list = _made_list(title)
        self.list.itemActivated.connect(self._choose)
        self._nothing = plain_label(self.tr("Ничего не подошло"), "muted")
        cancel = QPushButton(self.tr("Отмена"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._nothing)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(plain_label(lead, "lead", wraps=True))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.offer(())
        self.field.setFocus()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these things, and no others."""
        self.list.clear()
        for choice in choices:
            item = QTreeWidgetItem((choice.text, choice.detail))
            item.setToolTip(0, escape(choice.text))
            item.setToolTip(1, escape(choice.detail))
            item.setData(0, Qt.ItemDataRole.UserRole, choice)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        self._go_to(0)
        self._take.setEnabled(bool(choices))
        self._nothing.setVisible(not choices)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let arrows in the field move in the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self._go_to(self.list.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            choice: Choice = item.data(0, Qt.ItemDataRole.UserRole)
            self.chosen.emit(choice.value)
            self.accept()


def _made_list(spoken: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("names")
    made.setAccessibleName(spoken)
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(1, _DETAIL_PX)
    return made
