"""The text view: a document's words in a size one likes, with everything that is lit on the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QTextLine
from PySide6.QtWidgets import QWidget

from desktop.pageview.book_text import BookText
from desktop.pageview.inks import inks
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.text_lights import TextLights
from desktop.theme import Palette
from index.model.document import Document
from index.model.span import Span

# Above and below the window: blocks whose lights are put on, too. Scrolling rarely gets beyond them.
_AROUND: Final = 24


class TextView(BookText):
    """The text view.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        selection_changed(Span | None): Other text is selected by the reader.
        selection_finished(Span, QPoint): The reader has let go of a selection; where, in global coordinates.
        mark_clicked(Layer, str, QPoint): A click on a mark: its layer, its id, where in global coordinates.
        menu_requested(int, QPoint): The reader wants the menu of an offset; where, in global coordinates.
        bar_requested(): The reader asks by keys what can be done with the selection.
        page_changed(int), size_changed(int): See `BookText`.
    """

    selection_changed = Signal(object)
    selection_finished = Signal(object, QPoint)
    mark_clicked = Signal(object, str, QPoint)
    menu_requested = Signal(int, QPoint)
    bar_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Текст документа"))
        self.setPlaceholderText(
            self.tr("В этом документе нет текста: распознайте страницы или вернитесь к ним.")
        )
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self._lights, self._lit_part = TextLights(), Span(0, 0)
        self._is_showing = False
        self._pressed_at: QPoint | None = None
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._on_selected)
        self.set_palette_roles(palette)
        self.show_document(None)

    def set_palette_roles(self, palette: Palette) -> None:
        """Take the colours of a theme."""
        self._inks = inks(palette)
        self._margin.set_palette_roles(palette)
        self._light()

    def show_document(self, document: Document | None) -> None:
        """Show the text of a document from its beginning; nothing is lit on it yet."""
        self._lights.clear()
        self._is_showing = True
        super().show_document(document)
        self._is_showing = False
        self._light()

    def set_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Light these passages in a layer, instead of the ones before."""
        self._lights.set_marks(layer, marks)
        self._light()

    def set_current(self, span: Span | None) -> None:
        """Light the current match more strongly."""
        self._lights.current = span
        self._light()

    def select(self, span: Span | None) -> None:
        """Select a passage without telling anybody; nothing for None."""
        self._is_showing = True
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor if span is None else self._cursor(span))
        self._is_showing = False

    def selected_span(self) -> Span | None:
        """Return what is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(
            self._offsets.offset(cursor.selectionStart()), self._offsets.offset(cursor.selectionEnd())
        )

    def selected_areas(self) -> tuple[QRectF, ...]:
        """Return where in the viewport the selection is seen, line by line."""
        cursor = self.textCursor()
        return tuple(self._lines(cursor.selectionStart(), cursor.selectionEnd()))

    def _lines(self, start: int, stop: int) -> Iterator[QRectF]:
        for block, place in self.blocks_in_sight():
            layout, first = block.layout(), block.position()
            for line in map(layout.lineAt, range(layout.lineCount())):
                begin = max(start - first, line.textStart())
                end = min(stop - first, line.textStart() + line.textLength())
                if begin < end:
                    left, right = _x(line, begin), _x(line, end)
                    yield QRectF(place.left() + left, place.top() + line.y(), right - left, line.height())

    def _on_scrolled(self) -> None:
        super()._on_scrolled()
        first, last = self._seen()
        seen = Span(self._offsets.offset(first.position()), self._offsets.offset(last.position()))
        if not (self._lit_part.start <= seen.start and seen.stop <= self._lit_part.stop):
            self._light()

    def _light(self) -> None:
        """Put on the lights of what is in sight and a little around it."""
        first, last = self._seen()
        for _ in range(_AROUND):
            first = first.previous() if first.previous().isValid() else first
            last = last.next() if last.next().isValid() else last
        start, stop = first.position(), last.position() + last.length()
        self._lit_part = Span(self._offsets.offset(start), self._offsets.offset(stop))
        self.setExtraSelections(list(self._lights.formats(self._lit_part, self._inks, self._cursor)))

    def _on_selected(self) -> None:
        if not self._is_showing:
            self.selection_changed.emit(self.selected_span())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: other blocks are in sight."""
        super().resizeEvent(event)
        self._light()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: now there is something in sight."""
        super().showEvent(event)
        self._fit_column()
        self._light()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: a press may become a click on a mark; other buttons are for others."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the selection is finished, or it was a click."""
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed_at is None:
            return
        where = event.globalPosition().toPoint()
        if (span := self.selected_span()) is not None:
            self.selection_finished.emit(span, where)
        elif (found := self._lights.mark_at(self._offset_at(pressed_at))) is not None:
            layer, mark = found
            self.mark_clicked.emit(layer, mark.id, where)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: ask for the menu of what is pointed at; by keys, for what can be done with the selection."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self._offset_at(event.pos()), event.globalPos())
        elif self.selected_span() is not None:
            self.bar_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: Space turns the page, Escape lets go of the selection; the rest moves the caret."""
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if back else 1) * max(1, bar.pageStep() - 1))
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)


def _x(line: QTextLine, position: int) -> float:
    # Typed as an object; it is a place and the position that it belongs to.
    x, _position = cast("tuple[float, int]", line.cursorToX(position))
    return x
