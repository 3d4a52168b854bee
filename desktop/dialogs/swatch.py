"""A round button in the colour of a marker."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.state.markers import marker_name, marker_tone
from desktop.theme import Palette
from index.model.annotation import HighlightColor

_SIZE: Final = 28
_RADIUS: Final = 8.0
_RING: Final = 11.5


class Swatch(QAbstractButton):
    """One of a row of marker colours; the checked one has a ring.

    Args:
        color: The marker.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, color: HighlightColor, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = color
        self._roles = palette
        self.setCheckable(True)
        self.setAccessibleName(marker_name(color))
        self.setToolTip(marker_name(color))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the button with its ring."""
        return QSize(_SIZE, _SIZE)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the disc, the ring of the checked one, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        tone = marker_tone(self._roles, self.color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(self._roles.text), 1.6))
            painter.drawEllipse(centre, _RING, _RING)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(self._roles.accent), 2.0 if self.hasFocus() else 1.2))
            painter.drawEllipse(centre, _RING, _RING)
