"""The desk: a surface that is moved and zoomed by hand, by wheel, by keys and by name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from desktop.pageview.customer import Customer
from desktop.pageview.hand import Hand
from desktop.pageview.keys import STEP_PX, move_by_key
from desktop.pageview.layout import GAP_PX, READING_HEIGHT, Place, Zoom, next_step
from desktop.pageview.motion import Glide
from desktop.pageview.surface import Surface
from index.model.reading import LeftOff

_FOREIGN: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_WHEEL_ZOOM: Final = 1.0015
"""For each of the 120 units of a turn of the wheel: one turn is a fifth more."""

# Movements further than this many windows are jumps: pages flying past are of no use to anybody.
_LONGEST_GLIDE: Final = 1.5
# What is nearer to the edges of the window than these parts of its height is not comfortably in sight.
_NEAR_TOP: Final = 0.08
_NEAR_BOTTOM: Final = 0.2
_MARGIN_PX: Final = 24
_NOTCH: Final = 120
"""What a wheel reports of one notch."""
_PUSH_PX: Final = 100
"""How far fingers must push beyond the edge of a page that is shown alone before it turns over."""


class Desk(Surface):
    """Shows pages; knows nothing of text. Arguments and the other signals are those of `Surface`.

    Signals:
        menu_requested(Place, QPoint): The reader wants the menu of a place; where, in global coordinates.
        place_asked(Place): Somebody asked for a page or a place by name; it is at the top of the window now.
    """

    menu_requested = Signal(object, QPoint)

    place_asked = Signal(object)

    def __init__(self, renderer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self._glide = Glide(self, self._hitbar)
        self._hand, self._pushed = Hand(self), 0.0
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    @property
    def hand(self) -> Hand:
        """What moves the pages with the mouse."""
        return self._hand

    def set_zoom(self, zoom: Zoom | float) -> None:
        """Show pages in that size; the middle of the window stays where it is."""
        self._zoom_around(zoom, QPointF(self.viewport().rect().center()))

    def zoom_in(self) -> None:
        """Show pages one step larger."""
        self.set_zoom(next_step(self.zoom_factor, up=True))

    def zoom_out(self) -> None:
        """Show pages one step smaller."""
        self.set_zoom(next_step(self.zoom_factor, up=False))

    def go_to_page(self, page_index: int) -> None:
        """Show the top of a page, with the gap above it: there stands how sure its recognised text is."""
        if 0 <= page_index < len(self._layout):
            self._glide.stop()
            self._hitbar.setValue(round(self._layout.top(page_index) - GAP_PX))
            self._make_current(page_index)
            self.place_asked.emit(Place(page_index, 0, 0))

    def go_to_place(self, place: Place) -> None:
        """Show a place in the middle of the upper edge of the window: where `top_place` found it."""
        if 0 <= place.page_index < len(self._layout):
            self._glide.stop()
            self._keep(place, QPointF(self.viewport().width() / 2, 0))
            self._make_current(place.page_index)
            self.place_asked.emit(place)

    def take_up(self, left_off: LeftOff | None) -> None:
        """Let pages stand as they were left; where they stand, for None."""
        super().take_up(left_off)
        if left_off is not None and (place := self.top_place) is not None:
            self.place_asked.emit(place)

    def bring(self, area: QRectF) -> None:
        """Scroll until an area of the desk is comfortably in sight; not at all when it is.

        It comes to lie at a third of the height, higher up when it is long. Close by, the pages glide there;
        else they jump.
        """
        seen, across = self.glance.seen, self.horizontalScrollBar()
        if area.left() < seen.left() or area.right() > seen.right():
            fits = area.width() <= seen.width()
            left = area.center().x() - seen.width() / 2 if fits else area.left() - _MARGIN_PX
            across.setValue(round(left))
        comfort = seen.adjusted(0, seen.height() * _NEAR_TOP, 0, -seen.height() * _NEAR_BOTTOM)
        if comfort.top() <= area.top() and area.bottom() <= comfort.bottom():
            return
        # A long passage begins higher up, so that more of it is seen.
        room = 1 - _NEAR_BOTTOM - area.height() / max(1.0, seen.height())
        target = round(area.top() - seen.height() * max(_NEAR_TOP, min(READING_HEIGHT, room)))
        target = round(self._layout.settled(target))
        target = max(self._hitbar.minimum(), min(target, self._hitbar.maximum()))
        if abs(target - self._hitbar.value()) > seen.height() * _LONGEST_GLIDE:
            self._glide.stop()
            self._hitbar.setValue(target)
        else:
            self._glide.to(target)

    def _zoom_around(self, zoom: Zoom | float, fixed: QPointF) -> None:
        self._glide.stop()
        self._set_zoom(zoom, fixed)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: pinching zooms."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_around(self.zoom_factor * (1 + event.value()), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                return True
        return super().viewportEvent(event)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Zoom around two fingers, and follow them."""
        before, now = (
            self.viewport().mapFromGlobal(at) for at in (pinch.lastCenterPoint(), pinch.centerPoint())
        )
        self._zoom_around(self.zoom_factor * pinch.scaleFactor(), before)
        across, down = now.x() - before.x(), now.y() - before.y()
        self._scroll(round(self.horizontalScrollBar().value() - across), round(self._hitbar.value() - down))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the wheel scrolls; with Ctrl it zooms around the pointer."""
        self._glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.angleDelta().y() or event.pixelDelta().y()
            self._zoom_around(self.zoom_factor * _WHEEL_ZOOM**by, event.position())
            event.accept()
        elif self._layout.is_paged and event.angleDelta().y():
            self._push(event)
            event.accept()
        elif not event.pixelDelta().isNull():
            # Touch pads say exactly how far.
            delta = event.pixelDelta()
            self._scroll(self.horizontalScrollBar().value() - delta.x(), self._hitbar.value() - delta.y())
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: ask for the menu of a place; of the middle of what is seen, when a key asks for it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.viewport().rect().center() if by_key else event.pos()
        if (place := self.place_at(QPointF(point))) is not None:
            self.menu_requested.emit(place, self.viewport().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: arrows, Page Up and Down, Home and End. Space waits: the mouse may move pages with it."""
        self._glide.stop()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & _FOREIGN:
            self._hand.take_space()
        elif not move_by_key(event, self._hitbar, self.horizontalScrollBar(), self._step):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: Space and Shift+Space, unless the mouse was used meanwhile."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            event.ignore()
        elif self._hand.leave_space():
            move_by_key(event, self._hitbar, self.horizontalScrollBar(), self._step)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: where the space bar is let go of is not seen any more."""
        super().focusOutEvent(event)
        self._hand.leave_space()

    def _step(self, by: float) -> None:
        self._hitbar.setValue(round(self._layout.stepped(self._hitbar.value(), by)))

    def _push(self, event: QWheelEvent) -> None:
        """Move a page that is shown alone; turn it over when it is pushed beyond its edge."""
        by = -float(event.pixelDelta().y() or event.angleDelta().y() / _NOTCH * 3 * STEP_PX)
        seen = self._layout.settled(self._hitbar.value())
        is_edge = self._layout.stepped(seen, by / abs(by)) != seen + by / abs(by)
        if not is_edge:
            self._pushed = 0.0
            self._step(by)
        elif event.phase() is not Qt.ScrollPhase.ScrollMomentum:
            self._pushed = by if self._pushed * by < 0 else self._pushed + by
            if abs(self._pushed) >= _PUSH_PX:
                self._pushed = 0.0
                self._step(by)
