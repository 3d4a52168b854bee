"""The desk with a text on it: what is selected there, by mouse, by keys or by others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.pageview.clipping import clip, offer
from desktop.pageview.customer import Customer
from desktop.pageview.desk import Desk
from desktop.pageview.keyboard import Keyboard
from desktop.pageview.layout import Place
from desktop.pageview.lights import Lights
from desktop.pageview.lines import Lines
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.passages import seen_areas
from desktop.pageview.pointer import Pointer
from desktop.pageview.selecting import Selecting
from desktop.pageview.words import Unit, unit_at
from index.model.document import Document
from index.model.span import Span
from index.model.textmap import TextMap


class TextDesk(Desk):
    """Pages on which text is selected; what they show is the business of `PageView`.

    Args:
        renderer: Makes the pictures; owned by somebody else.
        parent: Owner.

    Signals:
        selection_changed(Span | None): Other text is selected.
        selection_finished(Span, QPoint): The reader has let go of a selection; where, in global coordinates.
        mark_clicked(Layer, str, QPoint): A click on a mark: its layer, its id, where in global coordinates.
        bar_requested(): The reader asks by keys what can be done with the selection.
    """

    selection_changed = Signal(object)
    selection_finished = Signal(object, QPoint)
    mark_clicked = Signal(object, str, QPoint)
    bar_requested = Signal()

    def __init__(self, renderer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self._document: Document | None = None
        self._lights, self._lines, self._selecting = Lights(TextMap((), ())), Lines(None), Selecting("")
        self._pointer, self._keyboard = Pointer(self, self), Keyboard(self)
        self._pointer.selection_finished.connect(self.selection_finished)
        self._pointer.mark_clicked.connect(self.mark_clicked)
        self._pointer.selection_finished.connect(lambda: offer(self.selected_text()))
        self.viewport().setMouseTracking(True)

    @property
    def document(self) -> Document | None:
        """The document on the desk."""
        return self._document

    @property
    def lights(self) -> Lights:
        """What is lit on it."""
        return self._lights

    @property
    def lines(self) -> Lines:
        """Its lines."""
        return self._lines

    @property
    def selecting(self) -> Selecting:
        """The selection in the making, in step with what is selected."""
        return self._selecting

    def current_span(self) -> Span | None:
        """Return the current match."""
        return self._lights.current

    def selected_span(self) -> Span | None:
        """Return what is selected."""
        return self._lights.selection

    def selected_areas(self) -> tuple[QRectF, ...]:
        """Return where in the viewport the selection is seen, line by line."""
        return tuple(seen_areas(self, self._lights, self.glance.pages))

    def browse(self, *, wanted: bool) -> None:
        """Let arrows move a caret through the text, or let them scroll."""
        self._keyboard.browse(wanted=wanted)

    def select(self, span: Span | None) -> None:
        """Select a passage; nothing for None or an empty span."""
        if self._document is not None and span is not None:
            span = Span(min(span.start, len(self._document.text)), min(span.stop, len(self._document.text)))
        chosen = span if span is not None and len(span) else None
        if chosen is None:
            self._selecting.begin(self._selecting.caret, Unit.CHARACTER)
        elif chosen != self._selecting.selected:
            self._selecting.begin_with(chosen)
        if chosen != self._lights.selection:
            self._lights.selection = chosen
            self.viewport().update()
            self.selection_changed.emit(chosen)

    def select_unit(self, unit: Unit) -> None:
        """Extend the selection to whole words, sentences or paragraphs; begin one where there is none."""
        self._keyboard.widen(lambda letter: unit_at(self._selecting.text, letter, unit))

    def select_lines(self) -> None:
        """Extend the selection to whole lines, as `select_unit` does."""

        def line_at(letter: int) -> Span:
            line = self._lines.line_at(letter)
            return Span(letter, letter) if line is None else line.span

        self._keyboard.widen(line_at)

    def choose_at(self, point: QPointF) -> None:
        """Select the word at a point of the viewport, unless the selection is there."""
        self._pointer.choose(point)

    def clear_selection(self) -> None:
        """Select nothing, and show no caret where the selection was."""
        self._keyboard.rest()
        self.select(None)

    def selected_text(self) -> str:
        """Return the selected words as the document's text has them."""
        span = self._lights.selection
        return "" if span is None or self._document is None else self._document.text[span.start : span.stop]

    def copy(self) -> None:
        """Put the selected words on the clipboard; leave it alone when nothing is selected."""
        clip(self.selected_text())

    def mark_at(self, place: Place) -> tuple[Layer, Mark] | None:
        """Return the topmost mark at a place."""
        return self._lights.mark_at(place)

    def _take(self, document: Document | None) -> None:
        """Begin anew with another document, or with another reading of it: nothing is lit or selected."""
        self._pointer.reset()
        self._keyboard.rest()
        had_selection = self._lights.selection is not None
        text, text_map = ("", TextMap((), ())) if document is None else (document.text, document.text_map)
        self._document, self._lights = document, Lights(text_map, text)
        self._lines, self._selecting = Lines(document), Selecting(text)
        if had_selection:
            self.selection_changed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: select, copy, move the caret (`Keyboard`); the rest scrolls."""
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the key for it asks what to do with the selection; the mouse opens the menu of a place."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.selected_span() is not None:
            self.bar_requested.emit()
        else:
            super().contextMenuEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._keyboard.rest()
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the second, the fourth click; see `Pointer`."""
        self._pointer.press(event)
