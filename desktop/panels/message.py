"""What a panel says when it has nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.panels.labels import PlainLabel


class PanelMessage(QWidget):
    """A sentence, a quieter one below it, and a button to try again if that may help.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = PlainLabel(wraps=True)
        self._hint = PlainLabel(role="muted", wraps=True)
        self.retry = QPushButton(self.tr("Попробовать ещё раз"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.retry.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._title.text()

    def say(self, title: str, hint: str, *, retry: bool = False) -> None:
        """Say it, and offer to try again or not."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.retry.setVisible(retry)
