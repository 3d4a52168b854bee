"""What stands below the bar of the reader: the pages, and their table of contents beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.panels.contents import ContentsPanel
from desktop.settings import CONTENTS_TAB, CONTENTS_WIDTH, Settings

_CONTENTS_PX: Final = 190
_LEAST_CONTENTS_PX, _LEAST_PAGES_PX = 140, 180


class ReadingArea(QSplitter):
    """The contents, hidden until they are asked for, and one of several views of a document.

    Args:
        contents: The column of contents.
        views: The views; the first one is shown.
    """

    def __init__(self, contents: ContentsPanel, *views: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._contents = contents
        self._views = QStackedWidget()
        for view in views:
            self._views.addWidget(view)
        self._width = _CONTENTS_PX
        for part, least in ((contents, _LEAST_CONTENTS_PX), (self._views, _LEAST_PAGES_PX)):
            part.setMinimumWidth(least)
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)
        contents.hide()

    def show_view(self, view: QWidget) -> None:
        """Show one of the views instead of the others."""
        self._views.setCurrentWidget(view)

    def show_contents(self, *, shown: bool) -> None:
        """Open the column of contents as wide as it was, or put it away."""
        self._contents.setVisible(shown)
        if shown:
            sizes = self.sizes()
            sizes[0], sizes[1] = self._width, max(0, sizes[0] + sizes[1] - self._width)
            self.setSizes(sizes)

    def remember(self, settings: Settings) -> None:
        """Write down how the column of contents stands."""
        settings.set(CONTENTS_TAB, self._contents.currentIndex())
        settings.set(CONTENTS_WIDTH, self._width if self._width != _CONTENTS_PX else 0)

    def restore(self, settings: Settings) -> None:
        """Let it stand as it was written down."""
        self._contents.setCurrentIndex(settings.get(CONTENTS_TAB))
        self._width = settings.get(CONTENTS_WIDTH) or _CONTENTS_PX

    def _on_moved(self) -> None:
        if self._contents.isVisible():
            self._width = self._contents.width()
