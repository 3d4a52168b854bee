"""Small buttons that stand in lines and strips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def chip_button(text: str) -> QPushButton:
    """Return a button that looks like a chip of the facts: for what can be done about a line of words."""
    button = QPushButton(text)
    button.setProperty("role", "chip")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
