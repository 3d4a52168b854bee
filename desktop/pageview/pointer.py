"""What the mouse does on the pages: selecting by dragging and by repeated clicks, clicks on marks."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QScrollBar

from desktop.pageview.marks import Layer
from desktop.pageview.pages import Pages
from desktop.pageview.words import Unit

_AUTO_SCROLL_MS: Final = 25
# Beyond the edge pages move faster the further the pointer is away.
_AUTO_SCROLL_RATE: Final = 0.35
_FASTEST_PX: Final = 90
_CLICKS: Final = (Unit.CHARACTER, Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH)
"""By what one, two, three and four clicks select."""


class Pointer(QObject):
    """The state of the mouse over the pages.

    Args:
        view: The view.
        parent: Owner.

    Signals:
        selection_finished(Span, QPoint): A selection was let go of; where, in global coordinates.
        mark_clicked(Layer, str, QPoint): A click on a mark: its layer, its id, where in global coordinates.
    """

    selection_finished = Signal(object, QPoint)
    mark_clicked = Signal(object, str, QPoint)

    def __init__(self, view: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self._at = QPointF()
        self._clicks, self._clicked = 0, (0.0, QPointF())
        self._pushed: dict[QScrollBar, float] = {}
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_AUTO_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    def reset(self) -> None:
        """Forget a movement that has begun."""
        self._scrolling.stop()
        self._pressed_at, self._is_dragging, self._clicks = None, False, 0

    def press(self, event: QMouseEvent) -> None:
        """A button went down: a selection may begin here, or be extended to here with Shift.

        Repeated clicks select the word, the sentence, the paragraph.
        """
        if event.button() is not Qt.MouseButton.LeftButton or self._view.document is None:
            event.ignore()
            return
        self._pressed_at, self._is_dragging = event.position(), False
        self._count(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._view.selected_span() is not None:
            self._is_dragging = True
            self._extend(event.position())
        elif self._clicks > 1 and self._is_on_text(event.position()):
            self._begin(event.position(), _CLICKS[min(self._clicks, len(_CLICKS)) - 1])
        else:
            caret = self._offset(event.position(), Unit.CHARACTER)
            self._view.select(None)
            if caret is not None:
                self._view.selecting.begin(caret, Unit.CHARACTER)

    def choose(self, point: QPointF) -> None:
        """Select the word under a point, unless it is selected already, or marked: somebody asks about it."""
        place = self._view.place_at(point)
        found = None if place is None else self._view.mark_at(place)
        if found is not None and found[0] is Layer.NOTES:
            return
        letter, selected = self._offset(point, Unit.WORD), self._view.selected_span()
        if letter is None or not self._is_on_text(point):
            return
        if selected is None or not selected.start <= letter < selected.stop:
            self._view.select(self._view.selecting.begin(letter, Unit.WORD))

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved: with the button down, the selection grows; else the cursor tells what is below."""
        self._at = event.position()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor()
            return
        if not self._is_dragging:
            moved = (event.position() - self._pressed_at).manhattanLength()
            if moved < QGuiApplication.styleHints().startDragDistance():
                return
            # What was dragged is no click: pressing there once more is the first one.
            self._clicks = 0
            self._begin(self._pressed_at, Unit.CHARACTER)
        self._extend(self._inside(event.position()))
        beyond = not self._view.viewport().rect().contains(event.position().toPoint())
        if beyond and not self._scrolling.isActive():
            self._scrolling.start()
        elif not beyond:
            self._scrolling.stop()

    def release(self, event: QMouseEvent) -> None:
        """The button went up: the selection is finished, or it was a click."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            event.ignore()
            return
        self._scrolling.stop()
        self._pushed.clear()
        self._pressed_at = None
        where = event.globalPosition().toPoint()
        if self._is_dragging:
            self._is_dragging = False
            selected = self._view.selected_span()
            if selected is not None:
                self.selection_finished.emit(selected, where)
            return
        place = self._view.place_at(event.position())
        found = None if place is None else self._view.mark_at(place)
        if found is not None:
            layer, mark = found
            self.mark_clicked.emit(layer, mark.id, where)

    def _count(self, event: QMouseEvent) -> None:
        """Count clicks that follow each other at one place; every second one comes as a double click."""
        (when, where), now, here = self._clicked, time.monotonic(), event.globalPosition()
        hints = QGuiApplication.styleHints()
        is_soon = now - when < hints.mouseDoubleClickInterval() / 1000
        is_near = (here - where).manhattanLength() < hints.startDragDistance()
        self._clicks = self._clicks + 1 if is_soon and is_near else 1
        if event.type() is QEvent.Type.MouseButtonDblClick:
            # Qt has its own idea of what is soon, and here it is right.
            self._clicks += self._clicks % 2
        self._clicked = now, here

    def _is_on_text(self, point: QPointF) -> bool:
        """Whether a point is on a line: clicks on a picture or in the margin mean no word."""
        place = self._view.place_at(point)
        return place is not None and self._view.lines.is_on_line(place)

    def _begin(self, point: QPointF, unit: Unit) -> None:
        offset = self._offset(point, unit)
        if offset is not None:
            self._is_dragging = True
            self._view.select(self._view.selecting.begin(offset, unit))

    def _extend(self, point: QPointF) -> None:
        selecting = self._view.selecting
        offset = self._offset(point, selecting.unit)
        if offset is not None:
            self._view.select(selecting.extend(offset))

    def _offset(self, point: QPointF, unit: Unit) -> int | None:
        """Return the caret, or for larger units the letter, that a point means; None beside all text."""
        place = self._view.place_at(point)
        if place is None or self._view.document is None:
            return None
        lines = self._view.lines
        return lines.caret_at(place) if unit is Unit.CHARACTER else lines.letter_at(place)

    def _scroll_on(self) -> None:
        """Follow a pointer that is held beyond the edge."""
        rect = self._view.viewport().rect()
        for bar, position, low, high in (
            (self._view.verticalScrollBar(), self._at.y(), rect.top(), rect.bottom()),
            (self._view.horizontalScrollBar(), self._at.x(), rect.left(), rect.right()),
        ):
            beyond = min(0.0, position - low) + max(0.0, position - high)
            by = max(-_FASTEST_PX, min(beyond * _AUTO_SCROLL_RATE, _FASTEST_PX))
            if by:
                pushed = self._pushed.get(bar, 0.0)
                # Pages shown singly do not move a little: they are pushed until they turn over.
                pushed = by + (pushed if pushed * by > 0 else 0.0)
                before = bar.value()
                bar.setValue(before + round(pushed + (1 if by > 0 else -1)))
                self._pushed[bar] = pushed if bar.value() == before else 0.0
        self._extend(self._inside(self._at))

    def _inside(self, point: QPointF) -> QPointF:
        """Return the point of the viewport nearest to a point beyond its edge."""
        rect = self._view.viewport().rect()
        return QPointF(
            min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom())
        )

    def _show_cursor(self) -> None:
        place = self._view.place_at(self._at)
        shape = Qt.CursorShape.ArrowCursor
        if place is not None:
            found = self._view.mark_at(place)
            if found is not None and found[0] is Layer.NOTES:
                shape = Qt.CursorShape.PointingHandCursor
            elif self._view.lines.is_on_line(place):
                shape = Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)
