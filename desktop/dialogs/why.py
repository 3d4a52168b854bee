"""A small window beside an entry that says why it is there. Its words can be selected and copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.labels import plain_label
from desktop.dialogs.note_editor import place_beside
from desktop.state.reasons import Reason

_WIDTH_PX: Final = 400
_MOST_PX: Final = 420


class WhyPopup(QDialog):
    """Says why an entry is there; a click elsewhere or Escape closes it.

    Args:
        title: The entry.
        reasons: What is said of it.
        parent: The window it belongs to.
    """

    def __init__(self, title: str, reasons: Sequence[Reason], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Почему это здесь"))
        self.setObjectName("whyPopup")
        self.setFixedWidth(_WIDTH_PX)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_selectable(plain_label(title, "lead", wraps=True)), 0, 0, 1, 2)
        for row, reason in enumerate(reasons, 1):
            grid.addWidget(plain_label(reason.about, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(plain_label(reason.words, wraps=True)), row, 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(scroll)
        height = grid.totalHeightForWidth(_WIDTH_PX - 2)
        self.setFixedHeight(min(_MOST_PX, height + 2))

    def open_beside(self, rect: QRect) -> None:
        """Show it beside a rectangle of the screen."""
        self.move(place_beside(self.size(), rect))
        self.show()


def _selectable(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
