"""How the lines of a plain text are spaced: as in a book rather than as in a program."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout

_LINE: Final = 1.35
"""From one line to the next, in heights of the font."""
_PARAGRAPH: Final = 0.6
"""Between paragraphs, in the same."""


class BookLayout(QPlainTextDocumentLayout):
    """Lays out a block when somebody looks at it, as Qt's own does, and then moves its lines apart.

    Qt's plain text knows no spacing; its rich text does, but lays out a book in .7 s instead of .03 s.
    """

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """Qt's: lay out a block if need be, and return its place, relative to its own top."""
        bounds = super().blockBoundingRect(block)
        if not block.isValid() or not block.isVisible():
            return bounds
        layout = block.layout()
        count = layout.lineCount()
        if not count:
            return bounds
        height = layout.lineAt(0).height()
        step = round(height * _LINE)
        if count > 1 and layout.lineAt(count - 1).y() != (count - 1) * step:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), number * step))
        return QRectF(bounds.x(), bounds.y(), bounds.width(), count * step + round(height * _PARAGRAPH))
