"""How wide the columns are, and the grounds they are painted on before they are there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.settings import COLUMNS, SHOW_LIBRARY, SHOW_SIDE, Settings
from desktop.theme import Palette

LEAST_WIDTHS: Final = (150, 260, 320, 230)
"""Library, search, pages, side: less than this makes no sense."""
LEAST_WIDTH: Final = sum(LEAST_WIDTHS) + len(LEAST_WIDTHS) - 1
"""Of the window: all columns and the lines between them."""

# Library, search and side columns by the width of the window; between these they grow evenly. The pages have
# the rest.
_SHARES: Final = (
    (1100, (190, 280, 280)),
    (1366, (212, 300, 306)),
    (1600, (226, 350, 320)),
    (2560, (280, 470, 430)),
)
_MENU_PX: Final = 28
_BAR_PX: Final = 46
_STATUS_PX: Final = 27
_FIELD_PX: Final = 38


def shared_out(width: int) -> tuple[int, int, int, int]:
    """Return the widths of the four columns in a window of that width, before the reader moves them."""
    library, search, side = (
        round(_interpolated([(at, shares[i]) for at, shares in _SHARES], width)) for i in range(3)
    )
    return library, search, max(LEAST_WIDTHS[2], width - library - search - side), side


def draw_skeleton(painter: QPainter, area: QRect, palette: Palette, settings: Settings) -> None:
    """Draw the grounds of menu, columns and status line, and the outline of the search field."""
    widths = list(settings.get(COLUMNS))
    if len(widths) != len(LEAST_WIDTHS):
        widths = list(shared_out(area.width()))
    widths[0] *= settings.get(SHOW_LIBRARY)
    widths[3] *= settings.get(SHOW_SIDE)
    widths[2] = area.width() - widths[0] - widths[1] - widths[3]
    painter.fillRect(area, QColor(palette.window))
    columns = QRect(area.left(), area.top() + _MENU_PX, area.width(), area.height() - _MENU_PX - _STATUS_PX)
    left = columns.left()
    for width, ground in zip(widths, (palette.side, palette.panel, palette.desk, palette.panel), strict=True):
        painter.fillRect(left, columns.top(), width, columns.height(), QColor(ground))
        left += width
        painter.fillRect(left - 1, columns.top(), 1, columns.height(), QColor(palette.line))
    pages = widths[0] + widths[1]
    painter.fillRect(pages, columns.top(), widths[2] - 1, _BAR_PX, QColor(palette.panel))
    painter.fillRect(QRect(0, columns.bottom() + 1, area.width(), _STATUS_PX), QColor(palette.panel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    field = QRectF(widths[0] + 12.5, columns.top() + 11.5, widths[1] - 26, _FIELD_PX)
    painter.drawRoundedRect(field, 9, 9)


def _interpolated(points: Sequence[tuple[float, float]], at: float) -> float:
    """Return the height at `at` of the line through `points`, which are in order; level beyond its ends."""
    for (left, low), (right, high) in pairwise(points):
        if at <= right:
            return low + (high - low) * max(0.0, at - left) / (right - left)
    return points[-1][1]
