"""Where something small floats beside something that must stay in sight. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize

GAP_PX: Final = 8
"""Between what floats and what it belongs to."""

_EDGE_PX: Final = 4


def beside(areas: Sequence[QRect], size: QSize, within: QRect) -> QPoint:
    """Return the upper left corner of something that covers none of the areas and stays within a frame.

    It is under the last area, where the reader's hand is; else above the first one, under or above all of
    them, to the right or to the left. Where there is no room at all, as when everything is selected, it
    covers the areas at the lower edge.

    Args:
        areas: What must stay in sight, in reading order, such as the lines of a selection.
        size: Of what floats.
        within: The frame, in the coordinates of the areas.
    """
    room = within.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
    lowest = QPoint(within.center().x() - size.width() // 2, room.bottom() - size.height() + 1)
    for corner in _corners(areas, size):
        moved = QPoint(_kept(corner.x(), room.left(), room.right() - size.width() + 1), corner.y())
        place = QRect(moved, size)
        if room.contains(place) and not any(area.intersects(place) for area in areas):
            return moved
    return QPoint(_kept(lowest.x(), room.left(), room.right() - size.width() + 1), lowest.y())


def _corners(areas: Sequence[QRect], size: QSize) -> Iterator[QPoint]:
    """Yield the corners that come into question, the best first."""
    if not areas:
        return
    hull = QRect()
    for area in areas:
        hull = hull.united(area)
    half = size.width() // 2
    first, last = areas[0], areas[-1]
    above = size.height() + GAP_PX
    yield QPoint(last.center().x() - half, last.bottom() + 1 + GAP_PX)
    yield QPoint(first.center().x() - half, first.top() - above)
    yield QPoint(hull.center().x() - half, hull.bottom() + 1 + GAP_PX)
    yield QPoint(hull.center().x() - half, hull.top() - above)
    middle = last.center().y() - size.height() // 2
    yield QPoint(hull.right() + 1 + GAP_PX, middle)
    yield QPoint(hull.left() - size.width() - GAP_PX, middle)


def _kept(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))
