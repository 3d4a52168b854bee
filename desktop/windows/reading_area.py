"""What stands below the bar of the reader: the table of contents, the pages, and other pages beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.panels.contents import ContentsPanel
from desktop.settings import CONTENTS_TAB, CONTENTS_WIDTH, Settings

_CONTENTS_PX: Final = 190
_LEAST_CONTENTS_PX, _LEAST_PAGES_PX = 140, 180


class ReadingArea(QSplitter):
    """One of several views, the contents and the second place beside it, hidden until they are asked for.

    Args:
        contents: The column of contents.
        beside: The second place.
        views: The views; the first one is shown.
    """

    def __init__(self, contents: ContentsPanel, beside: QWidget, *views: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._contents, self._beside = contents, beside
        self._views = QStackedWidget()
        for view in views:
            self._views.addWidget(view)
        self._width = _CONTENTS_PX
        for part in (contents, self._views, beside):
            part.setMinimumWidth(_LEAST_CONTENTS_PX if part is contents else _LEAST_PAGES_PX)
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, int(part is not contents))
        self.splitterMoved.connect(self._on_moved)
        contents.hide()
        beside.hide()

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

    def show_beside(self, *, shown: bool) -> None:
        """Give the second place half of the room, to the right, or take it back."""
        if shown and not self._beside.isVisibleTo(self):
            self.addWidget(self._beside)
            room = self._views.width()
            self._beside.show()
            self.setSizes([self._contents.width(), room // 2, room - room // 2])
        elif not shown:
            self._beside.hide()

    def exchange_sides(self) -> None:
        """Let view and second place change sides; each takes the width that was there."""
        sizes = self.sizes()
        self.insertWidget(1, self._beside if self.indexOf(self._beside) == 2 else self._views)
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
