"""Back and forward through the places of the archive, by command and with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from desktop.actions.command import When
from desktop.pageview.layout import Place
from desktop.state.places import Stop
from desktop.windows.main import MainWindow


class Placing(QObject):
    """Connects the places with the pages of one window.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._places = window, window.presenters.places
        self._pages = window.columns.pages
        self._places.follow(self._here)
        self._places.changed.connect(self._enable)
        self._places.arrived.connect(self._show)
        # Presses that nobody between the pointer and the window wanted come here.
        window.installEventFilter(self)
        self._enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: the buttons of the mouse that browsers go back and forward with."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() is Qt.MouseButton.BackButton:
                self._places.go_back()
                return True
            if event.button() is Qt.MouseButton.ForwardButton:
                self._places.go_forward()
                return True
        return super().eventFilter(watched, event)

    def _here(self) -> Stop | None:
        document, place = self._pages.document, self._pages.top_place
        if document is None or place is None:
            return None
        return Stop(document.id, place.page_index, place.x_pt, place.y_pt)

    def _show(self, stop: Stop) -> None:
        self._pages.go_to_place(Place(stop.page_index, stop.x_pt, stop.y_pt))

    def _enable(self) -> None:
        actions = self._window.actions_table
        actions.change_state(When.BACK, holds=self._places.can_go_back)
        actions.change_state(When.FORWARD, holds=self._places.can_go_forward)
