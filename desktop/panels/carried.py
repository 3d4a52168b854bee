"""The picture of what is being dragged."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.state.counts import Noun, counted

_PAD_X = 12
_HEIGHT = 26


def carried_picture(widget: QWidget, count: int) -> QPixmap:
    """Return a chip that says how many documents are dragged, in the colours of a widget."""
    words, scale = counted(count, Noun.DOCUMENT), widget.devicePixelRatioF()
    width = widget.fontMetrics().horizontalAdvance(words) + 2 * _PAD_X
    made = QPixmap(round(width * scale), round(_HEIGHT * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    colours = widget.palette()
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 1))
    painter.setBrush(colours.color(QPalette.ColorRole.Base))
    frame = QRectF(0.5, 0.5, width - 1, _HEIGHT - 1)
    painter.drawRoundedRect(frame, _HEIGHT / 2, _HEIGHT / 2)
    painter.setPen(colours.color(QPalette.ColorRole.Text))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.end()
    return made
