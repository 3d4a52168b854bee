"""Where names stand in a picture of circles, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from index.model.overview import Node

_GAP_PX: Final = 4.0
_LONGEST_NAME: Final = 28


def placed_names(
    metrics: QFontMetricsF, room: QRectF, circles: Mapping[Node, QRectF]
) -> Iterator[tuple[Node, str, QRectF]]:
    """Yield names and their places: none covers another name or a circle; whose has no room has none.

    Args:
        metrics: Of the font.
        room: The picture.
        circles: Everybody's circle; who comes first has the choice of places.
    """
    taken = list(circles.values())
    for node, circle in circles.items():
        name = node.who.name
        if len(name) > _LONGEST_NAME:
            name = f"{name[: _LONGEST_NAME - 1]}\N{HORIZONTAL ELLIPSIS}"
        size = QRectF(0, 0, metrics.horizontalAdvance(name) + 2, metrics.height())
        for place in _around(circle, size):
            if room.contains(place) and not any(place.intersects(other) for other in taken):
                taken.append(place)
                yield node, name, place
                break


def _around(circle: QRectF, size: QRectF) -> Iterator[QRectF]:
    """Yield places for a name beside a circle: below, above, on the right, on the left, then askew."""
    across, down = circle.center().x() - size.width() / 2, circle.center().y() - size.height() / 2
    below, above = circle.bottom() + _GAP_PX / 2, circle.top() - size.height() - _GAP_PX / 2
    right, before = circle.right() + _GAP_PX, circle.left() - size.width() - _GAP_PX
    middle = circle.center().x()
    for left, top in (
        (across, below),
        (across, above),
        (right, down),
        (before, down),
        (middle, below),
        (middle, above),
        (middle - size.width(), below),
        (middle - size.width(), above),
    ):
        yield QRectF(left, top, size.width(), size.height())
