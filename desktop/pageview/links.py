"""Links on the pages of one view: found on the page under the pointer, told, clicked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent

from desktop.pageview.marks import Layer
from desktop.pageview.renderer import PageRenderer
from desktop.pageview.tips import show_tip
from desktop.pageview.view import PageView
from desktop.state.page_names import PageNames
from index.model.link import PageLink

_LONGEST_TIP: Final = 120


class PageLinks(QObject):
    """Watches the mouse over a page view. Links are read when the pointer comes to a page, and then known.

    A press on a link may still become a selection: only a click without a movement follows it.

    Args:
        renderer: Reads the links.
        view: The view; owns this.

    Signals:
        followed(PageLink): The reader clicked on a link.
    """

    followed = Signal(object)

    def __init__(self, renderer: PageRenderer, view: PageView) -> None:
        super().__init__(view)
        self._renderer, self._view = renderer, view
        self._path = ""
        self._names = PageNames()
        self._known: dict[int, tuple[PageLink, ...]] = {}
        self._pressed_at: QPointF | None = None
        renderer.links_found.connect(self._on_found)
        view.viewport().installEventFilter(self)

    def open(self, path: str, names: PageNames) -> None:
        """Watch over the pages of another file; none for an empty path."""
        self._path, self._names = path, names
        self._known.clear()

    def link_at(self, point: QPointF) -> PageLink | None:
        """Return the link at a point of the viewport; None while the links of the page are not known."""
        place = self._view.place_at(point)
        if place is None or not self._path:
            return None
        if place.page_index not in self._known:
            self._renderer.ask_links(self._path, place.page_index)
        for link in self._known.get(place.page_index, ()):
            area = link.area
            if area.left <= place.x_pt <= area.right and area.top <= place.y_pt <= area.bottom:
                return link
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: the mouse over the viewport."""
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if isinstance(event, QHelpEvent) and (link := self.link_at(QPointF(event.pos()))) is not None:
            show_tip(self._told(link), event.globalPos(), self._view)
            return True
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, is_left = event.type(), event.button() is Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseMove and not event.buttons():
            if self.link_at(event.position()) is None:
                return False
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return True
        if kind is QEvent.Type.MouseButtonPress and is_left:
            self._pressed_at = event.position()
        elif kind is QEvent.Type.MouseButtonRelease and is_left:
            self._on_released(event.position())
        return False

    def _on_released(self, point: QPointF) -> None:
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is None or self._view.selected_span() is not None:
            return
        if (point - pressed_at).manhattanLength() >= QGuiApplication.styleHints().startDragDistance():
            return
        place = self._view.place_at(point)
        mark = None if place is None else self._view.mark_at(place)
        link = self.link_at(point)
        # A note on a link is opened: the reader has put it there.
        if link is not None and not (mark is not None and mark[0] is Layer.NOTES):
            self.followed.emit(link)

    def _told(self, link: PageLink) -> str:
        if link.page_index is None:
            address = link.address
            return address if len(address) <= _LONGEST_TIP else address[: _LONGEST_TIP - 1] + "…"
        if link.page_index >= len(self._names):
            return ""
        words = QCoreApplication.translate("PageView", "На страницу {name}")
        return words.format(name=self._names.name(link.page_index))

    def _on_found(self, path: str, page_index: int, links: tuple[PageLink, ...]) -> None:
        if path == self._path:
            self._known[page_index] = links
