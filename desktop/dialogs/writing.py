"""Asks for a few words: a title, a label, or a note to a document or collection as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label

_WIDTH_PX: Final = 420
_NOTE_PX: Final = 150


class WritingDialog(QDialog):
    """A field, and what it is about above it.

    Args:
        title: Of the window.
        about: What the words are for.
        parent: The window it belongs to.

    Signals:
        written(str): The reader wants these words kept.
    """

    written = Signal(str)

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.keep = QPushButton(self.tr("Сохранить"))
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._keep)
        cancel = QPushButton(self.tr("Отмена"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 18)
        self._column.setSpacing(10)
        self._column.addWidget(plain_label(about, "muted", wraps=True))
        self._column.addLayout(foot)

    def words(self) -> str:
        """Return what stands in the field."""
        raise NotImplementedError

    def _put(self, field: QWidget, name: str) -> None:
        field.setAccessibleName(name)
        self._column.insertWidget(1, field)
        field.setFocus()

    def _keep(self) -> None:
        self.written.emit(self.words())
        self.accept()


class LineDialog(WritingDialog):
    """Asks for one line.

    Args:
        title: Of the window, and what the field is called.
        about: What the words are for.
        words: What stands in the field at first.
        known: Words that are completed.
        parent: The window it belongs to.
    """

    def __init__(
        self, title: str, about: str, words: str, known: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(title, about, parent)
        self.field = QLineEdit(words)
        if known:
            completer = QCompleter(list(known), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.field.setCompleter(completer)
        self._put(self.field, title)
        self.field.selectAll()
        self.field.textChanged.connect(lambda: self.keep.setEnabled(bool(self.words())))
        self.keep.setEnabled(bool(self.words()))

    def words(self) -> str:
        """Return what stands in the field."""
        return self.field.text().strip()


class NoteDialog(WritingDialog):
    """Asks for a note; an empty one takes the old one away.

    Args:
        title: Of the window, and what the field is called.
        about: What the note is about.
        note: The note there is.
        parent: The window it belongs to.
    """

    def __init__(self, title: str, about: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(title, about, parent)
        self.field = QPlainTextEdit(note)
        self.field.setPlaceholderText(self.tr("О чём помнить, что проверить, для чего это нужно"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(_NOTE_PX)
        self._put(self.field, title)

    def words(self) -> str:
        """Return the note."""
        return self.field.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep with Ctrl+Enter: Enter alone begins another line."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        else:
            super().keyPressEvent(event)
