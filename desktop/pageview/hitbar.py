"""The scroll bar of the page view: a map of everything that is lit in the document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.theme import Palette


class Lane(Enum):
    """Where across the bar marks stand: what is lit for different reasons does not cover one another."""

    MIDDLE = "middle"
    LEFT = "left"
    RIGHT = "right"


class BarMark(NamedTuple):
    """A mark of the map.

    Attributes:
        place: A fraction of the height of the desk.
        color: Its colour.
        lane: Where across the bar it stands.
    """

    place: float
    color: QColor
    lane: Lane = Lane.MIDDLE


_MARK_PX: Final = 2.5
# Left and right end of each lane, as parts of the width of the bar.
_LANES: Final = {Lane.MIDDLE: (0.27, 0.73), Lane.LEFT: (0.0, 0.22), Lane.RIGHT: (0.74, 1.0)}
_CURRENT_PX: Final = 4.0
_CURRENT_INSET_PX: Final = 1.0
_ROUNDING_PX: Final = 1.2
_STYLE: Final = """
QScrollBar {{ background: {desk}; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {active}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def bar_style(palette: Palette) -> str:
    """Return the style sheet of the scroll bars around the desk."""
    handle, active = QColor(palette.muted), QColor(palette.muted)
    handle.setAlphaF(0.35)
    active.setAlphaF(0.6)
    return _STYLE.format(desk=palette.desk, handle=_css(handle), active=_css(active))


class HitBar(QScrollBar):
    """A vertical scroll bar that shows where marks are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: Sequence[BarMark] = ()
        self._current: BarMark | None = None
        self._map: QPixmap | None = None

    def set_marks(self, marks: Sequence[BarMark], current: BarMark | None) -> None:
        """Show these marks, the last ones on top, and more visibly the current one."""
        self._marks, self._current = marks, current
        self._map = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the map is drawn anew."""
        super().resizeEvent(event)
        self._map = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: paint the bar, then the map over it."""
        super().paintEvent(event)
        if not self._marks and self._current is None:
            return
        ratio = self.devicePixelRatioF()
        if self._map is None or self._map.devicePixelRatio() != ratio:
            self._map = self._drawn(ratio)
        QPainter(self).drawPixmap(0, 0, self._map)

    def _drawn(self, ratio: float) -> QPixmap:
        """Return the map. The bar is painted at every step of scrolling, marks may be thousands."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Thousands of marks fall on a few hundred rows: each row is painted once.
        rows = {
            (round(mark.place * self.height()), mark.color.rgba(), mark.lane): mark for mark in self._marks
        }
        for (row, _, lane), mark in rows.items():
            left, right = (part * self.width() for part in _LANES[lane])
            self._draw_mark(painter, row, mark.color, _MARK_PX, (left, right))
        if self._current is not None:
            row, ends = round(self._current.place * self.height()), (_CURRENT_INSET_PX, self.width() - 1)
            self._draw_mark(painter, row, self._current.color, _CURRENT_PX, ends)
        painter.end()
        return picture

    def _draw_mark(
        self, painter: QPainter, row: int, color: QColor, thickness_px: float, ends: tuple[float, float]
    ) -> None:
        top = min(max(0.0, row - thickness_px / 2), self.height() - thickness_px)
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(ends[0], top, ends[1] - ends[0], thickness_px), _ROUNDING_PX, _ROUNDING_PX
        )


def _css(color: QColor) -> str:
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"
