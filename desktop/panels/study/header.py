"""Heads of columns whose mark of order stands free of their words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from desktop.theme import TEXT_PX

_SIZE_PX: Final = 7.0
_PADDING_PX: Final = 11.0
"""Before the words, as the style sheet has it."""
_GAP_PX: Final = 8.0


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
        """Draw a head, with a triangle beside the words."""
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()
        if self.isSortIndicatorShown() and logical_index == self.sortIndicatorSection():
            self._draw_order(painter, rect, logical_index)

    def _draw_order(self, painter: QPainter, rect: QRect, section: int) -> None:
        across, model = Qt.Orientation.Horizontal, self.model()
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 1)
        font.setBold(True)
        words = QFontMetrics(font).horizontalAdvance(str(model.headerData(section, across)))
        beside = _PADDING_PX + words + _GAP_PX
        alignment = int(model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole) or 0)
        is_set_right = bool(alignment & int(Qt.AlignmentFlag.AlignRight))
        middle = QPointF(
            rect.right() - beside if is_set_right else rect.left() + beside, rect.center().y() + 0.5
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
