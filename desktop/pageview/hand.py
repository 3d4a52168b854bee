"""The hand that moves pages: with the middle button, with the space bar held down, or always."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_LEFT: Final = Qt.MouseButton.LeftButton
_MIDDLE: Final = Qt.MouseButton.MiddleButton


class Hand(QObject):
    """The state of a hand over the pages. What it takes, nobody else sees of the mouse.

    Args:
        area: What is moved; the owner.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._is_tool = self._has_space = self._was_used = self._is_dragging = self._lets_through = False
        self._press: QMouseEvent | None = None
        self._began = 0, 0
        area.viewport().installEventFilter(self)

    @property
    def is_out(self) -> bool:
        """Whether the left button would move pages now."""
        return self._is_tool or self._has_space

    @property
    def is_holding(self) -> bool:
        """Whether a button is down that moves pages."""
        return self._press is not None

    def set_tool(self, *, on: bool) -> None:
        """Let the left button move pages always, or no longer."""
        self._is_tool = on
        self._show()

    def take_space(self) -> None:
        """The space bar is down: the left button moves pages until it is let go of."""
        if not self._has_space:
            self._has_space, self._was_used = True, False

    def leave_space(self) -> bool:
        """The space bar was let go of; return whether it was meant as a key: nothing was moved meanwhile."""
        was_key = self._has_space and not self._was_used
        self._has_space = False
        self._show()
        return was_key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: take the mouse while pages are moved with it."""
        if isinstance(event, QMouseEvent) and not self._lets_through:
            kind = event.type()
            if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
                return self._take_hold(event)
            if kind is QEvent.Type.MouseMove:
                return self._move(event.position())
            if kind is QEvent.Type.MouseButtonRelease and self._press is not None:
                self._let_go(event)
                return True
        return super().eventFilter(watched, event)

    def _take_hold(self, event: QMouseEvent) -> bool:
        if event.button() is not _MIDDLE and not (event.button() is _LEFT and self.is_out):
            return False
        self._press, self._is_dragging, self._was_used = event.clone(), False, True
        self._began = self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value()
        self._show()
        return True

    def _move(self, at: QPointF) -> bool:
        if self._press is None:
            return self.is_out
        moved = at - self._press.position()
        self._is_dragging |= moved.manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if self._is_dragging:
            self._area.horizontalScrollBar().setValue(round(self._began[0] - moved.x()))
            self._area.verticalScrollBar().setValue(round(self._began[1] - moved.y()))
        return True

    def _let_go(self, release: QMouseEvent) -> None:
        """End; what was not moved was clicked on: let others see it."""
        press, self._press = self._press, None
        if press is not None and not self._is_dragging:
            self._lets_through = True
            for event in (press, release.clone()):
                QApplication.sendEvent(self._area.viewport(), event)
            self._lets_through = False
        self._show()

    def _show(self) -> None:
        if self.is_holding:
            self._area.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.is_out:
            self._area.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._area.viewport().unsetCursor()
