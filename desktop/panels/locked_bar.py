"""The bar above pages that a password keeps shut."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.panels.labels import PlainLabel
from desktop.panels.one_bar import DeskBar


class LockedBar(DeskBar):
    """Says that the pages are locked and what works all the same; offers to open them.

    Signals:
        password_requested(): The reader wants to enter the password.
    """

    password_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lockedBar", parent)
        words = PlainLabel(
            self.tr("Страницы закрыты паролем. Текст, поиск, факты и заметки доступны и без него."),
            wraps=True,
        )
        button = QPushButton(self.tr("Ввести пароль…"))
        button.clicked.connect(self.password_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(words, 1)
        row.addWidget(button)
