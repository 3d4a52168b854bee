"""A document's words, set as in a book: the column, its margin with the pages, and how it is moved.

A widget of Qt's own for plain text, so that screen readers read it. Opening a book takes .04 s: what nobody
looks at is not laid out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop.pageview.headings import headings
from desktop.pageview.layout import READING_HEIGHT
from desktop.pageview.offsets import TextOffsets
from desktop.pageview.page_margin import MARGIN_PX, PageMargin
from desktop.pageview.spacing import BookLayout
from index.model.document import Document
from index.model.span import Span

USUAL_SIZE_PX: Final = 17
SMALLEST_SIZE_PX, LARGEST_SIZE_PX = 12, 40
_SIZES_PX: Final = (12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 36, 40)
# Lines of more letters are hard to follow back to the next one.
_LINE_EMS: Final = 38
_TOP_PX: Final = 20
_RIGHT_PX: Final = 24
# No margin takes more than this part of a narrow view.
_NARROW: Final = 7
_FAMILIES: Final = ["PT Serif", "Noto Serif", "Source Serif 4", "Georgia", "Liberation Serif", "DejaVu Serif"]


class BookText(QPlainTextEdit):
    """The words of a document.

    Args:
        parent: Owner.

    Signals:
        page_changed(int): The text of another page is looked at.
        size_changed(int): The letters have another size, in pixels.
    """

    page_changed = Signal(int)
    size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("textView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Lines are broken to the width there is; what Qt remembers of wider ones must not move the column.
        across = self.horizontalScrollBar()
        across.rangeChanged.connect(lambda _least, _most: across.setMaximum(0))
        self._document: Document | None = None
        self._offsets = TextOffsets("")
        self._starts: list[int] = []
        self._page_index = 0
        self._size_px = USUAL_SIZE_PX
        self._margin = PageMargin(self, self)
        words = QTextDocument(self)
        words.setUndoRedoEnabled(False)
        words.setDocumentLayout(BookLayout(words))
        words.setDefaultFont(self._font())
        self.setDocument(words)
        self.updateRequest.connect(self._on_update)

    @property
    def text_document(self) -> Document | None:
        """The document that is shown."""
        return self._document

    @property
    def page_index(self) -> int:
        """The page whose text is at a third of the height of the window."""
        return self._page_index

    @property
    def size_px(self) -> int:
        """Height of the letters."""
        return self._size_px

    def show_document(self, document: Document | None) -> None:
        """Show the text of a document from its beginning; none for None."""
        self._document = document
        text = document.text if document is not None else ""
        pages = document.pages if document is not None else ()
        self._offsets = TextOffsets(text)
        self._starts = [page.span.start for page in pages]
        self._page_index = 0
        self.document().setPlainText(text)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for span in headings(document) if document is not None else ():
            self._cursor(span).mergeCharFormat(bold)
        begun = [(self._offsets.position(page.span.start), page) for page in pages if len(page.span)]
        self._margin.show_pages(begun, pages)

    def set_size(self, size_px: int) -> None:
        """Show letters of that size; what is at the top of the window stays there."""
        size_px = min(max(size_px, SMALLEST_SIZE_PX), LARGEST_SIZE_PX)
        if size_px == self._size_px:
            return
        top = self.top_offset()
        self._size_px = size_px
        self.document().setDefaultFont(self._font())
        self._fit_column()
        self.show_offset(top)
        self.size_changed.emit(size_px)

    def step_size(self, *, up: bool) -> None:
        """Show letters one step larger or smaller."""
        sizes = [size for size in _SIZES_PX if (size > self._size_px if up else size < self._size_px)]
        if sizes:
            self.set_size(sizes[0] if up else sizes[-1])

    def reveal(self, span: Span) -> None:
        """Bring a passage into sight, at a third of the height; nothing moves when it is there already."""
        position = self._offsets.position(span.start)
        first, last = self._seen()
        block = self.document().findBlock(position)
        if not (first.blockNumber() < block.blockNumber() < last.blockNumber()):
            self._scroll_to(position, self.viewport().height() * READING_HEIGHT)

    def go_to_page(self, page_index: int) -> None:
        """Show where the text of a page begins."""
        if 0 <= page_index < len(self._starts):
            self.show_offset(self._starts[page_index])

    def show_offset(self, offset: int) -> None:
        """Show the line with the character at an offset at the top of the window."""
        self._scroll_to(self._offsets.position(offset), 0)

    def top_offset(self) -> int:
        """Return the offset of the first character of the first line in sight."""
        return self._offset_at(QPoint(1, 1))

    def blocks_in_sight(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks of which something is seen, and their places in the viewport."""
        block, top = self.firstVisibleBlock(), self.contentOffset().y()
        while block.isValid() and top <= self.viewport().height():
            bounds = self.document().documentLayout().blockBoundingRect(block)
            yield block, QRectF(QPointF(0, top), QSizeF(bounds.width(), bounds.height()))
            top += bounds.height()
            block = block.next()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setFamilies([*_FAMILIES, font.family()])
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(self._size_px)
        return font

    def _cursor(self, span: Span) -> QTextCursor:
        # What is lit may be of a document that is on its way.
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._offsets.position(span.start), last))
        cursor.setPosition(min(self._offsets.position(span.stop), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _offset_at(self, point: QPoint) -> int:
        return self._offsets.offset(self.cursorForPosition(point).position())

    def _scroll_to(self, position: int, below_px: float) -> None:
        """Scroll until the line with a character lies so far below the upper edge, or nearly so."""
        layout = self.document().documentLayout()
        block = self.document().findBlock(position)
        if not block.isValid():
            return
        layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        above = line.y() - below_px if line.isValid() else -below_px
        while above < 0 and block.previous().isValid():
            block = block.previous()
            above += layout.blockBoundingRect(block).height()
        lines = range(block.layout().lineCount())
        below = (number for number in lines if block.layout().lineAt(number).y() >= above - 0.5)
        number = next(below, len(lines))
        self.verticalScrollBar().setValue(block.firstLineNumber() + number)

    def _seen(self) -> tuple[QTextBlock, QTextBlock]:
        seen = [block for block, _place in self.blocks_in_sight()]
        return (seen[0], seen[-1]) if seen else (self.document().begin(), self.document().begin())

    def _on_update(self, _rect: QRect, dy: int) -> None:
        """Follow the text as it is scrolled."""
        self._margin.update()
        if dy:
            self._on_scrolled()

    def _on_scrolled(self) -> None:
        """Find out which page is looked at."""
        offset = self._offset_at(QPoint(1, round(self.viewport().height() * READING_HEIGHT)))
        page_index = max(0, bisect_right(self._starts, offset) - 1)
        if page_index != self._page_index:
            self._page_index = page_index
            self.page_changed.emit(page_index)

    def _fit_column(self) -> None:
        """Keep lines short enough to read, the column in the middle."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        beside = max(0, room - _LINE_EMS * self._size_px) // 2
        left, right = (min(most, room // _NARROW) for most in (MARGIN_PX, _RIGHT_PX))
        self.setViewportMargins(max(left, beside), _TOP_PX, max(right, beside), 0)
        place = self.viewport().geometry()
        self._margin.setGeometry(0, place.top(), place.left(), place.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the column is as wide as there is room; what is at the top stays there."""
        top = self.top_offset()
        # First, since Qt breaks lines to the width there is then.
        self._fit_column()
        super().resizeEvent(event)
        self.show_offset(top)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the style sheet has a say about small letters, not about these."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.document().setDefaultFont(self._font())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the wheel scrolls; with Ctrl it changes the size of the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if by := event.angleDelta().y():
                self.step_size(up=by > 0)
            event.accept()
        else:
            super().wheelEvent(event)
