"""Asks under which name a search is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.labels import plain_label

_WIDTH_PX: Final = 380


class SearchNameDialog(QDialog):
    """A field for a name.

    Args:
        query: The query that is kept.
        name: The name it has; empty when it is not kept yet.
        parent: The window it belongs to.

    Signals:
        name_entered(str): The reader wants this name.
        forget_requested(): The reader does not want to keep it any more.
    """

    name_entered = Signal(str)
    forget_requested = Signal()

    def __init__(self, query: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Сохранённый запрос") if name else self.tr("Сохранить запрос"))
        self.field = QLineEdit(name or query)
        self.field.setAccessibleName(self.tr("Название запроса"))
        self.field.selectAll()
        keep = QPushButton(self.tr("Сохранить"))
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        if name:
            self.forget = QPushButton(self.tr("Удалить"))
            self.forget.clicked.connect(self._forget)
            foot.addWidget(self.forget)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        words = plain_label(self.tr("Название"))
        words.setFixedWidth(_WIDTH_PX)
        column.addWidget(words)
        column.addWidget(self.field)
        if name and name != query:
            column.addWidget(plain_label(query, "muted", wraps=True))
        column.addSpacing(8)
        column.addLayout(foot)

    def _keep(self) -> None:
        self.name_entered.emit(self.field.text().strip())
        self.accept()

    def _forget(self) -> None:
        self.forget_requested.emit()
        self.accept()
