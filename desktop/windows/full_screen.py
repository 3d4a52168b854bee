"""Reading on the whole screen: nothing but pages, and a small way back that comes with the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.panels.labels import PlainLabel
from desktop.state.counts import figure
from desktop.windows.main import MainWindow
from index.text.wording import NBSP

_SHOWN_MS: Final = 2_500
_MARGIN_PX: Final = 14
# What is of no use without the parts that are hidden.
_LEAVING: Final = ("find", "find_selection", "save_search", "history", "refine", "show_library", "show_side")


class WayBack(QFrame):
    """A small bar at the upper edge: where one is, and a button that leads back.

    Args:
        screen: Over what it floats.
    """

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self.setObjectName("selectionBar")
        self._place = PlainLabel("", "muted")
        self.button = QToolButton(self)
        self.button.setText(self.tr("Выйти из полного экрана (F11)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self._place)
        row.addWidget(self.button)
        self._rest = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._rest.timeout.connect(self._hide)
        self.hide()

    def come(self, page_index: int, page_count: int) -> None:
        """Show for a moment: on which page of how many the reader is."""
        words = self.tr("стр. {page} из {pages}")
        self._place.setText(
            words.format(page=figure(page_index + 1), pages=figure(page_count)).replace(" ", NBSP)
        )
        self.adjustSize()
        over = self.parentWidget()
        assert over is not None
        self.move((over.width() - self.width()) // 2, _MARGIN_PX)
        self.show()
        self.raise_()
        self._rest.start()

    def _hide(self) -> None:
        if self.underMouse():
            self._rest.start()
        else:
            self.hide()


class FullScreen(QObject):
    """Hides everything but the pages, and brings it back as it was.

    Without an open document the window fills the screen as it is.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._widths: list[int] = []
        self._way_back = WayBack(window)
        self._way_back.button.clicked.connect(self.leave)
        window.installEventFilter(self)
        columns = window.columns
        for view in (columns.pages, columns.text, columns.beside.pages):
            view.viewport().installEventFilter(self)
        for read in (columns.pages, columns.text):
            read.page_changed.connect(self._show_page)
        window.language_chosen.connect(self.leave)
        window.presenters.reader.document_changed.connect(self._follow_document)
        for command in _LEAVING:
            window.actions_table[command].triggered.connect(self.leave)

    def toggle(self) -> None:
        """Fill the screen with the pages, or go back to the window."""
        if self._window.isFullScreen():
            self.leave()
        else:
            self._enter()

    def leave(self) -> None:
        """Go back to the window."""
        if self._window.isFullScreen():
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._show_all()

    def _enter(self) -> None:
        window, columns = self._window, self._window.columns
        if window.presenters.reader.document is not None:
            parts = (window.menuBar(), window.statusBar(), columns.library, columns.search, columns.side)
            self._widths = columns.sizes()
            self._hidden = [part for part in (*parts, columns.bar) if part.isVisible()]
            for part in self._hidden:
                part.hide()
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        window.actions_table.check("full_screen")
        if self._hidden:
            columns.focus_in_use()
            self._come()

    def _show_all(self) -> None:
        hidden, self._hidden = self._hidden, []
        for part in hidden:
            part.show()
        if hidden:
            self._window.columns.setSizes(self._widths)
        self._way_back.hide()
        self._window.actions_table.check("full_screen", on=False)

    def _come(self) -> None:
        document = self._window.presenters.reader.document
        if self._hidden and document is not None:
            self._way_back.come(self._window.columns.page_index, len(document.pages))

    def _show_page(self, _page_index: int) -> None:
        if self._way_back.isVisible():
            self._come()

    def _follow_document(self, document: object, _edition: object) -> None:
        if document is None and self._hidden:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: the pointer brings the way back; Escape, closing and the desktop itself lead back."""
        kind = event.type()
        if kind is QEvent.Type.MouseMove and watched is not self._window:
            self._come()
        elif kind is QEvent.Type.Resize and watched is not self._window:
            self._show_page(0)
        elif kind is QEvent.Type.KeyPress and watched is self._window and self._window.isFullScreen():
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        elif kind is QEvent.Type.Close and watched is self._window:
            # The columns are remembered as they stand.
            self._show_all()
        elif kind is QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            self._show_all()
        return super().eventFilter(watched, event)
