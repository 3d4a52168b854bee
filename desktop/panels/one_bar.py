"""The place above the pages for a remark about the open document: one at a time, the most pressing first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class DeskBar(QWidget):
    """A bar that has something to say, or not; whether it is seen is for `OneBar` to decide.

    Args:
        name: For the style sheet.
        parent: Owner.

    Signals:
        wanted_changed(): It has something to say, or nothing any more.
    """

    wanted_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_wanted = False
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """Whether it has something to say, seen or not."""
        return self._is_wanted

    def want(self, *, wanted: bool) -> None:
        """Ask for the place above the pages, or give it up."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self.wanted_changed.emit()


class OneBar(QWidget):
    """Shows the first of some bars that has something to say; takes no room if none has.

    Args:
        bars: The bars, the most pressing first.
        parent: Owner.
    """

    def __init__(self, *bars: DeskBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
            bar.wanted_changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        first = next((bar for bar in self._bars if bar.is_wanted), None)
        for bar in self._bars:
            bar.setVisible(bar is first)
        self.setVisible(first is not None)
