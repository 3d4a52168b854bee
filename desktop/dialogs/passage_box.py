"""A passage with the words around it, to be read and to take words from, with the mouse or with keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.theme import Palette
from index.model.span import Span

_HEIGHT_PX: Final = 92
_INSET_PX: Final = 8


class PassageBox(QPlainTextEdit):
    """Shows a part of the document's text; nothing can be written into it.

    Args:
        text: The document's text.
        shown: The part that is shown.
        passage: The part of that which is lit.
        palette: Colours.
        parent: Owner.

    Signals:
        words_selected(Span | None): Other words are selected, as a place in the document's text; or none.
    """

    words_selected = Signal(object)

    def __init__(
        self, text: str, shown: Span, passage: Span, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._shown = shown.of(text), shown
        self.setPlainText(self._words)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Место в тексте"))
        self.setFixedHeight(_HEIGHT_PX)
        self.document().setDocumentMargin(_INSET_PX)
        lit = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(self._to_qt(passage.start))
        cursor.setPosition(self._to_qt(passage.stop), QTextCursor.MoveMode.KeepAnchor)
        lit.cursor = cursor
        lit.format.setBackground(QColor(palette.fact))
        self.setExtraSelections([lit])
        self.setTextCursor(_at(cursor, self._to_qt(passage.start)))
        self.ensureCursorVisible()
        self.selectionChanged.connect(self._on_selected)

    def selected(self) -> Span | None:
        """Return the selected words, as a place in the document's text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self._from_qt(cursor.selectionStart()), self._from_qt(cursor.selectionEnd()))

    def _on_selected(self) -> None:
        self.words_selected.emit(self.selected())

    def _to_qt(self, offset: int) -> int:
        """Return the position in Qt's text, which counts UTF-16 units, of an offset in the document's."""
        return len(self._words[: offset - self._shown.start].encode("utf-16-le")) // 2

    def _from_qt(self, position: int) -> int:
        units = self._words.encode("utf-16-le")[: 2 * position]
        return self._shown.start + len(units.decode("utf-16-le", "ignore"))


def _at(cursor: QTextCursor, position: int) -> QTextCursor:
    moved = QTextCursor(cursor)
    moved.setPosition(position)
    return moved
