"""Pages on the ground with their pictures: which are needed, and what is painted until they have come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.pageview.customer import Customer
from desktop.pageview.ground import Ground
from desktop.pageview.layout import READING_HEIGHT, Place, Zoom
from desktop.pageview.pictures import Pictures
from desktop.pageview.sizes import PageSizes
from index.model.document import Page

# A jump shows what was there before until the first pictures of the new place have come, for so long at most:
# a page that flashes white is worse than one that comes a moment later. Likewise what comes in pieces.
_PATIENCE_MS: Final = 60


class Surface(Ground):
    """Knows which pictures are needed; how it is moved is the business of `Desk`.

    Args:
        renderer: Makes the pictures; owned by somebody else.
        parent: Owner.

    Signals:
        page_changed(int): Another page is the current one.
        zoom_changed(float): See `Ground`.
    """

    page_changed = Signal(int)

    def __init__(self, renderer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_index = 0
        self._pictures = Pictures(renderer, self)
        self._pictures.arrived.connect(self._on_picture)
        # Scrolling asks once for each turn of the event loop, however many steps it had.
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up_waiting)
        self._has_nothing = False

    @property
    def page_index(self) -> int:
        """The current page: the one at a third of the height of the window; at the very end, the last one."""
        return self._page_index

    @property
    def is_sharp(self) -> bool:
        """Whether everything on screen is drawn at its full resolution."""
        return not self._asking.isActive() and self._pictures.is_sharp

    @property
    def top_place(self) -> Place | None:
        """What is in the middle of the upper edge of the window; None on an empty desk."""
        return self.place_at(QPointF(self.viewport().width() / 2, 0))

    def lay_out(self, pages: Sequence[Page], path: str) -> None:
        """Put the pages of another file on the desk, and show the first one; no pages clear the desk."""
        self._pages, self._sizes = pages, PageSizes(pages)
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

    def _set_zoom(self, zoom: Zoom | float, fixed: QPointF) -> None:
        super()._set_zoom(zoom, fixed)
        # While the old pictures are painted in the new size, the new ones are drawn already.
        self._pictures.want(self.glance)

    def _on_turned(self, quarters: int) -> None:
        self._pictures.turn(quarters)

    def _repaint(self) -> None:
        """Paint the window anew, unless it waits for the first picture of another place."""
        if not self._has_nothing:
            self.viewport().update()

    def _give_up_waiting(self) -> None:
        self._has_nothing = False
        self.viewport().update()

    def _look_again(self) -> None:
        self._asking.start()
        if all(map(self._pictures.has, self.glance.pages)):
            self._has_nothing = False
            self.viewport().update()
            return
        self._pictures.want(self.glance)
        if not self._patience.isActive():
            self._has_nothing = True
            self._patience.start()

    def _ask(self) -> None:
        glance = self.glance
        self._pictures.want(glance)
        if len(self._layout):
            is_end = 0 < self._hitbar.maximum() == self._hitbar.value()
            page_index = self._layout.page_at(glance.seen.top() + glance.seen.height() * READING_HEIGHT)
            if is_end:
                self._make_current(len(self._layout) - 1)
            elif not self._layout.is_beside(page_index, self._page_index):
                self._make_current(page_index)

    def _make_current(self, page_index: int) -> None:
        if page_index != self._page_index:
            self._page_index = page_index
            self.page_changed.emit(page_index)

    def _on_picture(self, page_index: int) -> None:
        pages = self.glance.pages
        if page_index not in pages:
            return
        if self._pictures.is_sharp or (self._has_nothing and all(map(self._pictures.has, pages))):
            self._patience.stop()
            self._has_nothing = False
            self.viewport().repaint()
        elif not self._patience.isActive():
            self._patience.start()
