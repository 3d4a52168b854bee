"""The main window: puts the columns together and remembers how they stood; decides nothing.

The window is shown in two steps, so that it is there at once: first an empty one in its colours, with the
grounds of its columns, then, after that was painted, everything that stands in it. What the second step needs
is therefore imported where it is needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop.settings import GEOMETRY, LAST_DOCUMENT, Settings
from desktop.theme import Palette
from desktop.windows.looks import Looks
from desktop.windows.skeleton import LEAST_WIDTH, draw_skeleton

if TYPE_CHECKING:
    from desktop.actions.actions import Actions
    from desktop.panels.drop import DropOverlay
    from desktop.panels.status import StatusLine
    from desktop.panels.welcome import WelcomePage
    from desktop.windows.columns import Columns
    from desktop.windows.presenters import Presenters

_FIRST_SIZE: Final = (1500, 930)
_LEAST_SIZE: Final = (LEAST_WIDTH, 520)


class MainWindow(QMainWindow):
    """The main window.

    Args:
        settings: How it stood when it was closed.
        looks: Colours.

    Attributes:
        presenters: What is shown; this and the parts below are there once the window is furnished.
        actions_table: The commands.
        columns: Library, search, pages, facts and notes.
        welcome: What is shown while the archive is empty.
        status: The line at the bottom.

    Signals:
        painted(): The window was painted for the first time.
        closing(): The reader closes the window.
        language_chosen(str): The reader wants the window in that language: "ru" or "en".
        gaps_requested(): The reader wants to know what is not searched.
        paths_dropped(list[Path]): Files and folders were let go over the window.
    """

    painted = Signal()
    closing = Signal()
    language_chosen = Signal(str)
    gaps_requested = Signal()
    paths_dropped = Signal(list)

    presenters: Presenters
    actions_table: Actions
    columns: Columns
    welcome: WelcomePage
    status: StatusLine
    _pages: QStackedWidget
    _veil: DropOverlay

    def __init__(self, settings: Settings, looks: Looks) -> None:
        super().__init__()
        self._settings, self.looks = settings, looks
        self._was_painted = self._is_furnished = False
        self.setWindowTitle("Читальня")
        self.setMinimumSize(*_LEAST_SIZE)
        room = self.screen().availableSize()
        self.resize(
            min(_FIRST_SIZE[0], int(room.width() * 0.94)), min(_FIRST_SIZE[1], int(room.height() * 0.92))
        )
        if geometry := settings.get(GEOMETRY):
            self.restoreGeometry(QByteArray.fromHex(geometry.encode("ascii", "replace")))

    def furnish(self, presenters: Presenters) -> None:
        """Put everything into the window. The application must be dressed and speak its language already."""
        from desktop.actions.actions import Actions
        from desktop.panels.drop import DropOverlay
        from desktop.panels.recognition_line import RecognitionLine
        from desktop.panels.status import StatusLine
        from desktop.panels.welcome import WelcomePage
        from desktop.windows.columns import Columns
        from desktop.windows.menus import fill_menu_bar, looks_menu
        from desktop.windows.sample import sample_files

        looks, self.presenters = self.looks, presenters
        self.actions_table = Actions(looks.draw, self)
        bar = self.menuBar()
        self.columns = Columns(
            presenters, self.actions_table, looks_menu(self.actions_table, bar), looks.palette
        )
        self.welcome = WelcomePage(has_sample=bool(sample_files()))
        self.status = StatusLine(presenters.imports)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.columns)
        self._pages.addWidget(self.welcome)
        self._veil = DropOverlay(looks.palette, self)
        self._is_furnished = True
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(RecognitionLine(presenters.recognition))
        self.statusBar().addWidget(self.status, 1)
        fill_menu_bar(bar, self.actions_table)
        self.addActions(list(self.actions_table.all()))
        looks.changed.connect(self.set_palette_roles)
        self.set_palette_roles(looks.palette)
        self.show_document_title("")
        self.columns.restore(self._settings)
        self.columns.search.field.setFocus()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.setWindowIcon(self.looks.draw_window_icon())
        self.columns.set_palette_roles(palette)
        self.columns.bar.looks_button.setIcon(self.looks.draw("contrast"))
        self.welcome.set_palette_roles(palette)
        self._veil.set_palette_roles(palette)
        self.actions_table.redraw(self.looks.draw)

    def show_welcome(self, *, is_empty: bool) -> None:
        """Show the first page while the archive is empty, the columns otherwise."""
        self._pages.setCurrentWidget(self.welcome if is_empty else self.columns)

    def show_document_title(self, title: str) -> None:
        """Name the open document in the title of the window and above its pages."""
        name = self.tr("Читальня")
        self.setWindowTitle(f"{title} — {name}" if title else name)
        self.columns.bar.show_title(title)

    def remember(self) -> None:
        """Write down how the window stands and what is being read."""
        settings = self._settings
        settings.set(GEOMETRY, bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        if self._is_furnished:
            document = self.presenters.reader.document
            self.columns.remember(settings)
            settings.set(LAST_DOCUMENT, document.id if document is not None else "")
        settings.sync()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell, once, that there is something to see."""
        super().paintEvent(event)
        if not self._is_furnished:
            painter = QPainter(self)
            draw_skeleton(painter, self.rect(), self.looks.palette, self._settings)
            painter.end()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember everything and go; nothing is asked, since nothing is unsaved."""
        self.remember()
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the veil over the whole window."""
        super().resizeEvent(event)
        if self._is_furnished:
            self._veil.setGeometry(self._pages.geometry())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take local files and folders, and say so."""
        if paths := self._veil.paths_of(event.mimeData()):
            event.acceptProposedAction()
            self._veil.show_over(self._pages, paths)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Lift the veil."""
        self._veil.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on what was let go."""
        self._veil.hide()
        paths: list[Path] = self._veil.paths_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.paths_dropped.emit(paths)
