"""Small buttons that stand in lines and strips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton


def chip_button(text: str) -> QPushButton:
    """Return a button that looks like a chip of the facts: for what can be done about a line of words."""
    button = QPushButton(text)
    button.setProperty("role", "chip")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def toggle_button(text: str) -> QToolButton:
    """Return a button that stays pressed while something holds."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("role", "toggle")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
