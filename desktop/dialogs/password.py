"""Asks for the password of locked files; says calmly when it does not fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.labels import plain_label

_WIDTH_PX: Final = 420


class PasswordDialog(QDialog):
    """A field for a password. It stays until somebody accepts it: elsewhere is seen whether it fits.

    Args:
        lead: What is locked, a sentence.
        parent: The window it belongs to.

    Signals:
        password_entered(str): The reader wants to try this one; the dialog waits for `refuse` or `accept`.
    """

    password_entered = Signal(str)

    def __init__(self, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Пароль"))
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Пароль"))
        self._field.textChanged.connect(self._on_typed)
        shows = QCheckBox(self.tr("Показать пароль"))
        shows.toggled.connect(self._show)
        self._said = plain_label("", "problem", wraps=True)
        promise = self.tr("Пароль помнится только до выхода из программы и нигде не записывается.")
        self._open = QPushButton(self.tr("Открыть"))
        self._open.setProperty("role", "primary")
        self._open.setDefault(True)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._try)
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        words = plain_label(lead, wraps=True)
        words.setFixedWidth(_WIDTH_PX)
        column.addWidget(words)
        column.addWidget(self._field)
        column.addWidget(shows)
        column.addWidget(self._said)
        column.addWidget(plain_label(promise, "muted", wraps=True))
        column.addSpacing(8)
        column.addLayout(foot)
        self._said.hide()

    @property
    def said(self) -> str:
        """What it says about the last try; empty when nothing."""
        return "" if self._said.isHidden() else self._said.text()

    def refuse(self, words: str) -> None:
        """Say that the password did not fit, and let the reader try another one."""
        self._say(words)
        self._set_waiting(waits=False)
        self._field.selectAll()
        self._field.setFocus()

    def _try(self) -> None:
        self._set_waiting(waits=True)
        self._say(self.tr("Проверяется…"))
        self.password_entered.emit(self._field.text())

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.adjustSize()

    def _set_waiting(self, *, waits: bool) -> None:
        self._field.setEnabled(not waits)
        self._open.setEnabled(not waits and bool(self._field.text()))

    def _on_typed(self, text: str) -> None:
        self._open.setEnabled(bool(text))
        self._say("")

    def _show(self, shows: bool) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shows else QLineEdit.EchoMode.Password)
