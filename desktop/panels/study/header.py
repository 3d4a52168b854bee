"""Heads of columns whose mark of order stands free of their words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

_SIZE_PX: Final = 7.0
_INSET_PX: Final = 10.0


class StudyHeader(QHeaderView):
    """A row of heads. The triangle points up when the least or the first comes first.

    Qt draws it at the right end, over the words of heads that are set to the right.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(  # noqa: N802 - Qt's name
        self, option: QStyleOptionHeader, logical_index: int
    ) -> None:
        """Leave Qt's own triangle out."""
        super().initStyleOptionForIndex(option, logical_index)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, logical_index: int
    ) -> None:
        """Draw a head, with a triangle on the side away from its words."""
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()
        if self.isSortIndicatorShown() and logical_index == self.sortIndicatorSection():
            self._draw_order(painter, rect, is_right=not self._is_set_right(logical_index))

    def _is_set_right(self, section: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return bool(int(alignment or 0) & int(Qt.AlignmentFlag.AlignRight))

    def _draw_order(self, painter: QPainter, rect: QRect, *, is_right: bool) -> None:
        middle = QPointF(
            rect.right() - _INSET_PX if is_right else rect.left() + _INSET_PX, rect.center().y() + 0.5
        )
        up = -1 if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else 1
        half, tall = _SIZE_PX / 2, up * _SIZE_PX / 3
        corners = (QPointF(-half, -tall), QPointF(half, -tall), QPointF(0, tall))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Text))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        painter.restore()
