"""Pages under one another, seen through a window that can be moved over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.pageview.customer import Customer
from desktop.pageview.hitbar import HitBar
from desktop.pageview.keys import STEP_PX
from desktop.pageview.layout import (
    READING_HEIGHT,
    PageLayout,
    PageSizes,
    Place,
    Zoom,
    fitting_factor,
)
from desktop.pageview.pictures import Glance, Pictures
from index.model.document import Page


class Surface(QAbstractScrollArea):
    """Knows where pages lie and which pictures are needed; how it is moved is the business of `Desk`.

    Args:
        renderer: Makes the pictures; owned by somebody else.
        parent: Owner.

    Signals:
        page_changed(int): Another page is the current one.
        zoom_changed(float): The zoom factor is another.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, renderer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = PageSizes(())
        self._zoom: Zoom | float = Zoom.FIT_WIDTH
        self._layout = PageLayout(self._sizes, 1.0, 0.0)
        self._page_index = 0
        self._pictures = Pictures(renderer, self)
        self._pictures.arrived.connect(self._on_picture)
        self._hitbar = HitBar(self)
        # Scrolling asks once for each turn of the event loop, however many steps it had.
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
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
    def page_index(self) -> int:
        """The current page: the one at a third of the height of the window; at the very end, the last one."""
        return self._page_index

    @property
    def is_sharp(self) -> bool:
        """Whether everything on screen is drawn at its full resolution."""
        return not self._asking.isActive() and self._pictures.is_sharp

    @property
    def glance(self) -> Glance:
        """What is seen of the desk now."""
        size = self.viewport().size()
        x, y = self.horizontalScrollBar().value(), self._hitbar.value()
        return Glance(self._layout, QRectF(x, y, size.width(), size.height()), self.devicePixelRatioF())

    def lay_out(self, pages: Sequence[Page], path: str) -> None:
        """Put the pages of another file on the desk, and show the first one; no pages clear the desk."""
        self._sizes = PageSizes(pages)
        self._page_index = 0
        self._pictures.open(path)
        self._relayout()
        policies = Qt.ScrollBarPolicy
        # Always there, lest fitting pages make it come and go. Resizes the window onto the desk.
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if pages else policies.ScrollBarAlwaysOff)
        self._scroll(0, 0)
        self.page_changed.emit(0)

    def draw_again(self) -> None:
        """Try once more to draw pages that could not be drawn."""
        self._pictures.try_again()
        self._look_again()

    def place_at(self, point: QPointF) -> Place | None:
        """Return what is at a point of the viewport, on a page or beside it; None on an empty desk."""
        if not len(self._layout):
            return None
        seen = self.glance.seen
        return self._layout.place(point.x() + seen.left(), point.y() + seen.top())

    def point_of(self, place: Place) -> QPointF:
        """Return where in the viewport a place is; it may be outside."""
        return QPointF(*self._layout.position(place)) - self.glance.seen.topLeft()

    @property
    def top_place(self) -> Place | None:
        """What is in the middle of the upper edge of the window; None on an empty desk."""
        return self.place_at(QPointF(self.viewport().width() / 2, 0))

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

    def _keep(self, place: Place, point: QPointF) -> None:
        """Scroll so that a place is at a point of the viewport."""
        x, y = self._layout.position(place)
        self._scroll(round(x - point.x()), round(y - point.y()))

    def _relayout(self) -> None:
        size = self.viewport().size()
        factor = (
            fitting_factor(self._sizes, self._zoom, size.width(), size.height())
            if isinstance(self._zoom, Zoom)
            else self._zoom
        )
        self._layout = PageLayout(self._sizes, factor, size.width())
        bars = (
            (self._hitbar, size.height(), self._layout.height),
            # Half a pixel too much is not worth a scroll bar.
            (self.horizontalScrollBar(), size.width(), self._layout.width - 0.5),
        )
        for bar, window, desk in bars:
            bar.setPageStep(max(1, window))
            bar.setRange(0, max(0, round(desk - window)) if len(self._layout) else 0)
        self._on_laid_out()
        self._look_again()

    def _on_laid_out(self) -> None:
        """Called when pages have other places."""

    def _scroll(self, x: int, y: int) -> None:
        self.horizontalScrollBar().setValue(x)
        self._hitbar.setValue(y)
        self._look_again()

    def _look_again(self) -> None:
        self.viewport().update()
        self._asking.start()

    def _ask(self) -> None:
        glance = self.glance
        self._pictures.want(glance)
        if len(self._layout):
            is_end = 0 < self._hitbar.maximum() == self._hitbar.value()
            height = glance.seen.height() * (1 if is_end else READING_HEIGHT)
            page_index = self._layout.page_at(glance.seen.top() + height)
            if page_index != self._page_index:
                self._page_index = page_index
                self.page_changed.emit(page_index)

    def _on_picture(self, page_index: int) -> None:
        if page_index in self.glance.pages:
            self.viewport().update()

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
        """Qt's: pixels may be others on this screen."""
        super().showEvent(event)
        self._look_again()

    def event(self, event: QEvent) -> bool:
        """Qt's: another screen has other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._look_again()
        return super().event(event)
