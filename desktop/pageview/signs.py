"""Signs at points of a page: a leaf for a free note, a ribbon for a bookmark."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from desktop.pageview.inks import Inks
from desktop.pageview.lights import line_role
from desktop.pageview.marks import SIGN_PT, Mark
from index.model.annotation import AnnotationKind

_LEAST_PX: Final = 13.0
_MOST_PX: Final = 30.0
"""Signs grow with the page within these limits: seen on a small one, hiding nothing on a large one."""
_FOLD: Final = 0.36
_LINES: Final = ((0.42, 0.78), (0.62, 0.6))
"""Heights of the lines of writing on a leaf, and where they end."""


def paint_sign(painter: QPainter, mark: Mark, to_window: QTransform, inks: Inks) -> None:
    """Paint the sign of a mark.

    Args:
        painter: In logical pixels of the window.
        mark: A mark with a point.
        to_window: From page space to the window.
        inks: Colours.
    """
    assert mark.point is not None
    middle = to_window.map(QPointF(mark.point.x_pt, mark.point.y_pt))
    size = min(max(_LEAST_PX, SIGN_PT * abs(to_window.m11() + to_window.m12())), _MOST_PX)
    box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    fill, edge = inks.lit.get(mark.role, inks.paper), inks.lit.get(line_role(mark.role), inks.text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(edge, max(1.0, size / 14))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if mark.kind is AnnotationKind.BOOKMARK:
        painter.setBrush(edge)
        painter.drawPath(_ribbon(box))
    else:
        _paint_leaf(painter, box, fill, edge)
    painter.restore()


def _paint_leaf(painter: QPainter, box: QRectF, fill: QColor, edge: QColor) -> None:
    fold = box.width() * _FOLD
    leaf = QPainterPath(box.topLeft())
    leaf.lineTo(box.right(), box.top())
    leaf.lineTo(box.right(), box.bottom() - fold)
    leaf.lineTo(box.right() - fold, box.bottom())
    leaf.lineTo(box.left(), box.bottom())
    leaf.closeSubpath()
    painter.setBrush(fill)
    painter.drawPath(leaf)
    corner = QPainterPath(QPointF(box.right(), box.bottom() - fold))
    corner.lineTo(box.right() - fold, box.bottom() - fold)
    corner.lineTo(box.right() - fold, box.bottom())
    corner.closeSubpath()
    painter.setBrush(edge)
    painter.drawPath(corner)
    for height, end in _LINES:
        y = box.top() + box.height() * (height - 0.14)
        painter.drawLine(
            QPointF(box.left() + box.width() * 0.22, y), QPointF(box.left() + box.width() * end, y)
        )


def _ribbon(box: QRectF) -> QPainterPath:
    inner = box.adjusted(box.width() * 0.18, 0, -box.width() * 0.18, 0)
    ribbon = QPainterPath(inner.topLeft())
    ribbon.lineTo(inner.topRight())
    ribbon.lineTo(inner.bottomRight())
    ribbon.lineTo(inner.center().x(), inner.bottom() - inner.height() * 0.28)
    ribbon.lineTo(inner.bottomLeft())
    ribbon.closeSubpath()
    return ribbon
