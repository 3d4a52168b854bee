"""The hand that moves pages: with the middle button, with the space bar held down, or always."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

_LEFT: Final = Qt.MouseButton.LeftButton
_MIDDLE: Final = Qt.MouseButton.MiddleButton


class Hand:
    """The state of a hand over the pages.

    Args:
        area: What is moved.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._area = area
        self._is_tool = self._has_space = self._was_used = False
        self._pressed_at: QPointF | None = None
        self._began = 0, 0
        self._is_dragging = False

    @property
    def is_tool(self) -> bool:
        """Whether the left button always moves pages."""
        return self._is_tool

    @property
    def is_out(self) -> bool:
        """Whether the left button would move pages now."""
        return self._is_tool or self._has_space

    @property
    def is_holding(self) -> bool:
        """Whether a button is down that moves pages."""
        return self._pressed_at is not None

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

    def press(self, event: QMouseEvent) -> bool:
        """A button went down; return whether the hand has taken hold of the pages."""
        if event.button() is not _MIDDLE and not (event.button() is _LEFT and self.is_out):
            return False
        self._pressed_at, self._is_dragging = event.position(), False
        self._began = self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value()
        self._was_used = True
        self._show()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """The mouse moved; return whether this is the business of the hand."""
        if self._pressed_at is None:
            return self.is_out
        moved = event.position() - self._pressed_at
        self._is_dragging |= moved.manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if self._is_dragging:
            self._area.horizontalScrollBar().setValue(round(self._began[0] - moved.x()))
            self._area.verticalScrollBar().setValue(round(self._began[1] - moved.y()))
        return True

    def release(self) -> bool:
        """The button went up; return whether pages were moved: else it was a click."""
        was_dragging, self._pressed_at, self._is_dragging = self._is_dragging, None, False
        self._show()
        return was_dragging

    def _show(self) -> None:
        if self.is_holding:
            self._area.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.is_out:
            self._area.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._area.viewport().unsetCursor()
