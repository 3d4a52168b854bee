"""One field of a form about a fact, with the button that takes words from the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.state.fact_fields import Field, FieldKind, choices, label
from desktop.state.fact_form import Filled
from desktop.theme import Palette, icon
from index.model.span import Span

_LINES_PX: Final = 62
_INSET_PX: Final = 7
_ICON_PX: Final = 16
_Editor = QLineEdit | QPlainTextEdit | QComboBox


class FactField(QWidget):
    """A field with its button.

    Args:
        field: What it holds.
        names: Whom the document names: offered while somebody is typed.
        palette: Colours.
        parent: Owner.

    Signals:
        words_requested(): The selected words of the page are to go into it.
    """

    words_requested = Signal()

    def __init__(
        self, field: Field, names: Sequence[str], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._picked: tuple[Span, ...] = ()
        self.editor = self._made(names)
        self.editor.setAccessibleName(label(field.name))
        self._problem = plain_label("", "error", wraps=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.editor, 1)
        self.take = QToolButton(self)
        self.take.setIcon(icon("highlighter", palette.muted, _ICON_PX, faded=palette.line))
        self.take.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.take.setToolTip(self.tr("Взять выделенные слова"))
        self.take.setAccessibleName(f"{self.take.toolTip()}: {label(field.name)}")
        self.take.clicked.connect(self.words_requested)
        self.take.setVisible(field.kind is not FieldKind.CHOICE)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.setFocusProxy(self.editor)

    def filled(self) -> Filled:
        """Return what it holds."""
        if isinstance(self.editor, QComboBox):
            return Filled(str(self.editor.currentData() or ""))
        if isinstance(self.editor, QPlainTextEdit):
            return Filled(self.editor.toPlainText(), self._picked)
        return Filled(self.editor.text(), self._picked)

    def fill(self, filled: Filled) -> None:
        """Show this."""
        self._picked = filled.picked
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(filled.text)))
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(filled.text)
        else:
            self.editor.setText(filled.text)
            self.editor.setCursorPosition(0)

    def put(self, words: str, span: Span) -> None:
        """Take words of the page: to the names that are there, or instead of what is there."""
        if self.field.kind is FieldKind.NAMES:
            before = self.filled()
            lines = [*filter(None, before.text.split("\n")), words]
            self.fill(Filled("\n".join(lines), (*before.picked, span)))
        else:
            self.fill(Filled(words, (span,)))
        self.complain("")
        self.editor.setFocus()

    def complain(self, words: str) -> None:
        """Say what is the matter; nothing is when the words are empty."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)

    def _made(self, names: Sequence[str]) -> _Editor:
        kind = self.field.kind
        if kind is FieldKind.CHOICE:
            box = QComboBox()
            for value, words in choices(self.field.name):
                box.addItem(words, value)
            return box
        if kind in {FieldKind.CLAUSE, FieldKind.NAMES}:
            lines = QPlainTextEdit(tabChangesFocus=True)
            lines.setFixedHeight(_LINES_PX)
            lines.document().setDocumentMargin(_INSET_PX)
            lines.setPlaceholderText(self.tr("Каждое имя с новой строки") if kind is FieldKind.NAMES else "")
            return lines
        line = QLineEdit()
        if kind is FieldKind.NAME:
            completer = QCompleter(QStringListModel(list(names), self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        line.setPlaceholderText(
            {
                FieldKind.SUM: "4,5 млрд долларов",
                FieldKind.PERCENT: "7,5 %",
                FieldKind.DAY: "15 ноября 2021",
                FieldKind.DEADLINE: self.tr("до конца года"),
                FieldKind.LENGTH: self.tr("полтора года"),
            }.get(kind, "")
        )
        return line
