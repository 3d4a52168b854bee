"""What the mouse does on the pages: selecting by dragging, words, paragraphs, clicks on marks."""

from __future__ import annotations

import time
from typing import Final, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.selecting import Selecting
from desktop.pageview.words import Unit, offset_near
from index.model.document import Document
from index.model.span import Span

_AUTO_SCROLL_MS: Final = 25
# Beyond the edge pages move faster the further the pointer is away.
_AUTO_SCROLL_RATE: Final = 0.35
_FASTEST_PX: Final = 90


class Pages(Protocol):
    """What a pointer needs to know of the page view, and may do with it."""

    @property
    def document(self) -> Document | None:
        """The document on the desk."""

    def viewport(self) -> QWidget:
        """The widget on which the mouse moves."""

    def verticalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages up and down."""

    def horizontalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages sideways."""

    def place_at(self, point: QPointF) -> Place | None:
        """Return what is at a point of the viewport."""

    def mark_at(self, place: Place) -> tuple[Layer, Mark] | None:
        """Return the topmost mark at a place."""

    def selected_span(self) -> Span | None:
        """Return what is selected."""

    def select(self, span: Span | None) -> None:
        """Select a passage."""


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
        self._selecting: Selecting | None = None
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self._at = QPointF()
        self._double_clicked = (0.0, QPointF())
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_AUTO_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    def reset(self) -> None:
        """Forget a movement that has begun."""
        self._scrolling.stop()
        self._selecting, self._pressed_at, self._is_dragging = None, None, False

    def press(self, event: QMouseEvent) -> None:
        """A button went down: a selection may begin here, or be extended to here with Shift."""
        document = self._view.document
        if event.button() is not Qt.MouseButton.LeftButton or document is None:
            event.ignore()
            return
        self._pressed_at, self._is_dragging = event.position(), False
        selected = self._view.selected_span()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selected is not None:
            if self._selecting is None:
                self._selecting = Selecting(document.text)
                self._selecting.begin_with(selected)
            self._is_dragging = True
            self._extend(event.position())
            return
        self._selecting = Selecting(document.text)
        if self._is_third_click(event):
            self._begin(event.position(), Unit.PARAGRAPH)
        else:
            self._view.select(None)

    def double_click(self, event: QMouseEvent) -> None:
        """The second click: the word under it is selected."""
        document = self._view.document
        if event.button() is not Qt.MouseButton.LeftButton or document is None:
            event.ignore()
            return
        self._double_clicked = time.monotonic(), event.globalPosition()
        self._pressed_at = event.position()
        self._selecting = Selecting(document.text)
        self._begin(event.position(), Unit.WORD)

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
            self._begin(self._pressed_at, Unit.WORD)
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

    def _is_third_click(self, event: QMouseEvent) -> bool:
        when, where = self._double_clicked
        hints = QGuiApplication.styleHints()
        is_soon = time.monotonic() - when < hints.mouseDoubleClickInterval() / 1000
        return is_soon and (event.globalPosition() - where).manhattanLength() < hints.startDragDistance()

    def _begin(self, point: QPointF, unit: Unit) -> None:
        offset = self._offset(point)
        if offset is not None and self._selecting is not None:
            self._is_dragging = True
            self._view.select(self._selecting.begin(offset, unit))

    def _extend(self, point: QPointF) -> None:
        offset = self._offset(point)
        if offset is not None and self._selecting is not None:
            self._view.select(self._selecting.extend(offset))

    def _offset(self, point: QPointF) -> int | None:
        """Return the offset of the character nearest to a point, on the page at its height."""
        place, document = self._view.place_at(point), self._view.document
        if place is None or document is None:
            return None
        return offset_near(document, place.page_index, place.x_pt, place.y_pt)

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
                bar.setValue(bar.value() + round(by + (1 if by > 0 else -1)))
        self._extend(self._inside(self._at))

    def _inside(self, point: QPointF) -> QPointF:
        """Return the point of the viewport nearest to a point beyond its edge."""
        rect = self._view.viewport().rect()
        return QPointF(
            min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom())
        )

    def _show_cursor(self) -> None:
        place, document = self._view.place_at(self._at), self._view.document
        shape = Qt.CursorShape.ArrowCursor
        if place is not None and document is not None:
            found = self._view.mark_at(place)
            if found is not None and found[0] is Layer.NOTES:
                shape = Qt.CursorShape.PointingHandCursor
            elif document.text_map.at(place.page_index, place.x_pt, place.y_pt) is not None:
                shape = Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)
