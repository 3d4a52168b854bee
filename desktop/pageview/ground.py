"""Pages as they lie, seen through a window that can be moved over them; nothing is painted yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.pageview.hitbar import HitBar
from desktop.pageview.keys import STEP_PX
from desktop.pageview.layout import (
    GAP_PX,
    READING_HEIGHT,
    PageLayout,
    Place,
    Spread,
    Zoom,
    fitting_factor,
)
from desktop.pageview.pictures import Glance
from desktop.pageview.sizes import PageSizes
from index.model.document import Page
from index.model.reading import LeftOff


class Ground(QAbstractScrollArea):
    """Knows where pages lie, how large they are and how they are turned.

    Args:
        parent: Owner.

    Signals:
        zoom_changed(float): The zoom factor is another.
        laid_out(): Pages have other places.
    """

    zoom_changed = Signal(float)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._sizes = PageSizes(())
        self._spread = Spread.CONTINUOUS
        self._zoom: Zoom | float = Zoom.FIT_WIDTH
        self._layout = PageLayout(self._sizes, 1.0, 0.0)
        self._left_off: LeftOff | None = None
        self._hitbar = HitBar(self)
        self.setVerticalScrollBar(self._hitbar)
        self.setCornerWidget(QWidget(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self._hitbar, self.horizontalScrollBar()):
            bar.setSingleStep(STEP_PX)

    @property
    def zoom(self) -> Zoom | float:
        """What was chosen: a way to fit, or a factor."""
        return self._zoom

    @property
    def zoom_factor(self) -> float:
        """How large pages are: 1 is 96 logical pixels to an inch."""
        return self._layout.factor

    @property
    def spread(self) -> Spread:
        """How pages lie."""
        return self._spread

    @property
    def turns(self) -> int:
        """By how many quarters pages are turned, clockwise: 0 to 3."""
        return self._sizes.turns

    @property
    def glance(self) -> Glance:
        """What is seen of the desk now."""
        size = self.viewport().size()
        x, y = self.horizontalScrollBar().value(), self._layout.settled(self._hitbar.value())
        return Glance(self._layout, QRectF(x, y, size.width(), size.height()), self.devicePixelRatioF())

    def reserve_right(self, width_px: int) -> None:
        """Leave room to the right of the pages; what is being read stays where it is."""
        self.setViewportMargins(0, 0, width_px, 0)

    def set_spread(self, spread: Spread) -> None:
        """Let pages lie otherwise; what is being read stays where it is."""
        if spread is not self._spread:
            self._spread = spread
            self._lay_anew()

    def turn(self, quarters: int) -> None:
        """Turn all pages clockwise by so many quarters; what is being read stays where it is."""
        if quarters % 4:
            self._sizes = PageSizes(self._pages, (self.turns + quarters) % 4)
            self._on_turned(quarters % 4)
            self._lay_anew()

    def left_off(self) -> LeftOff | None:
        """Return how pages stand in the window, so that they can stand so again; None on an empty desk."""
        place = self.place_at(self._upper_middle())
        return None if place is None else LeftOff(place.page_index, place.x_pt, place.y_pt, self.turns)

    def take_up(self, left_off: LeftOff | None) -> None:
        """Let pages stand as they were left; where they stand, for None."""
        # The window may have no size yet: done again when it has.
        self._left_off = None if self.isVisible() else left_off
        if left_off is None:
            return
        self.turn(left_off.turns - self.turns)
        if 0 <= left_off.page_index < len(self._layout):
            place = Place(left_off.page_index, left_off.x_pt, left_off.y_pt)
            self._keep(place, self._upper_middle())

    def place_at(self, point: QPointF) -> Place | None:
        """Return what is at a point of the viewport, on a page or beside it; None on an empty desk."""
        if not len(self._layout):
            return None
        seen = self.glance.seen
        return self._layout.place(point.x() + seen.left(), point.y() + seen.top())

    def point_of(self, place: Place) -> QPointF:
        """Return where in the viewport a place is; it may be outside."""
        return QPointF(*self._layout.position(place)) - self.glance.seen.topLeft()

    def _set_zoom(self, zoom: Zoom | float, fixed: QPointF) -> None:
        """Zoom so that what is at a point of the viewport stays there."""
        place, before = self.place_at(fixed), self._layout.factor
        self._zoom = zoom
        self._relayout()
        if not isinstance(zoom, Zoom):
            # What can be shown, should more or less be asked for.
            self._zoom = self._layout.factor
        if place is not None:
            self._keep(place, fixed)
        if self._layout.factor != before:
            self.zoom_changed.emit(self._layout.factor)

    def _lay_anew(self) -> None:
        reading = QPointF(self.viewport().width() / 2, self.viewport().height() * READING_HEIGHT)
        self._set_zoom(self._zoom, reading)

    def _upper_middle(self) -> QPointF:
        # Below the gap, when a page has been gone to.
        return QPointF(self.viewport().width() / 2, GAP_PX)

    def _keep(self, place: Place, point: QPointF) -> None:
        """Scroll so that a place is at a point of the viewport."""
        x, y = self._layout.position(place)
        self._scroll(round(x - point.x()), round(y - point.y()))

    def _relayout(self) -> None:
        size = self.viewport().size()
        factor = (
            fitting_factor(self._sizes, self._zoom, size.width(), size.height(), self._spread)
            if isinstance(self._zoom, Zoom)
            else self._zoom
        )
        self._layout = PageLayout(self._sizes, factor, size.width(), size.height(), self._spread)
        bars = (
            (self._hitbar, size.height(), self._layout.height),
            # Half a pixel too much is not worth a scroll bar.
            (self.horizontalScrollBar(), size.width(), self._layout.width - 0.5),
        )
        for bar, window, desk in bars:
            bar.setPageStep(max(1, window))
            bar.setRange(0, max(0, round(desk - window)) if len(self._layout) else 0)
        self.laid_out.emit()
        self._look_again()

    def _scroll(self, x: int, y: int) -> None:
        self.horizontalScrollBar().setValue(x)
        self._hitbar.setValue(y)
        self._look_again()

    def _on_turned(self, quarters: int) -> None:
        """Called when pages are about to be laid out anew, turned clockwise by so many quarters."""

    def _look_again(self) -> None:
        """Called when something else may be seen."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, ARG002 - Qt's name
        """Qt's: the desk has moved under the window."""
        self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: keep the place; where passages are read, when pages change their size, else at the top.

        The very beginning stays in sight: what is said above the first page is not cut when a bar goes.
        """
        before, old = self._layout.factor, event.oldSize()
        middle = max(0, old.width()) / 2
        top = self.place_at(QPointF(middle, 0))
        reading = self.place_at(QPointF(middle, max(0, old.height()) * READING_HEIGHT))
        is_beginning = self._hitbar.value() == self._hitbar.minimum()
        self._relayout()
        middle = self.viewport().width() / 2
        if top is not None and reading is not None:
            if self._layout.factor == before:
                self._keep(top, QPointF(middle, 0))
            else:
                self._keep(reading, QPointF(middle, self.viewport().height() * READING_HEIGHT))
        if is_beginning:
            self._hitbar.setValue(self._hitbar.minimum())
        if self._layout.factor != before:
            self.zoom_changed.emit(self._layout.factor)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: pixels may be others on this screen; do what had to wait for a window."""
        super().showEvent(event)
        self.take_up(self._left_off)
        self._look_again()

    def event(self, event: QEvent) -> bool:
        """Qt's: another screen has other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._look_again()
        return super().event(event)
