"""Entries of the library column."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.panels.labels import PlainLabel
from desktop.state.counts import figure


class SectionButton(QPushButton):
    """An entry of the column: drawing, name, and a count at the right edge."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "section")
        self.setIconSize(QSize(17, 17))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = text
        self._count = PlainLabel()
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.addStretch()
        row.addWidget(self._count)
        self._cut()

    def set_count(self, count: int) -> None:
        """Show a number at the right."""
        self._count.setText(figure(count))
        self.setAccessibleName(f"{self._text}: {count}")
        self._cut()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002, N802 - Qt's name
        """Cut the name to the width there is."""
        self._cut()

    def _cut(self) -> None:
        has_icon = not self.icon().isNull()
        room = self.width() - 24 - (25 if has_icon else 0)
        if self._count.text():
            # A chosen name is bold, and then a little wider than it measures here.
            room = int((room - self._count.sizeHint().width() - 8) * 0.94)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, max(20, room))
        self.setText((f"  {cut}" if has_icon else cut).replace("&", "&&"))
