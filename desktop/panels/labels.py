"""Small words on the window: labels that show plain text only and cut what is too long."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class PlainLabel(QLabel):
    """A label of plain text with a role of the style sheet.

    Args:
        text: What it says.
        role: "heading", "muted", "error", "problem", "title", "lead", "badge" or empty.
        wraps: Whether long text goes over several lines.
        parent: Owner.
    """

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wraps)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label of one line that is cut with dots where it does not fit; the tooltip has it whole.

    Args:
        text: What it says.
        role: See `PlainLabel`.
        parent: Owner.
        least_px: Width below which nothing is shown rather than a few letters.
        hugs: Whether the label is as wide as its words where there is room, instead of taking all room.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        least_px: int = 0,
        hugs: bool = False,
    ) -> None:
        self._least_px = least_px
        super().__init__(text, role, parent)
        wide = QSizePolicy.Policy.Preferred if hugs else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self.setToolTip(escape(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that lets anything shrink the label."""
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, cut to the width there is."""
        if self.width() < self._least_px:
            return
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        place = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        alignment, role = int(self.alignment()), self.foregroundRole()
        self.style().drawItemText(painter, place, alignment, self.palette(), self.isEnabled(), cut, role)


def hairline(parent: QWidget | None = None) -> QWidget:
    """Return a horizontal line of one pixel."""
    line = QWidget(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
