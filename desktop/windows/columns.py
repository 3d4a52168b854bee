"""The columns of the main window, put together; what they do is connected elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.actions.actions import Actions
from desktop.pageview.layout import Zoom
from desktop.pageview.margin import Margin
from desktop.pageview.view import PageView
from desktop.panels.card import CardPanel
from desktop.panels.facts import FactsPanel
from desktop.panels.find_bar import FindBar
from desktop.panels.library import LibraryPanel
from desktop.panels.locked_bar import LockedBar
from desktop.panels.notes import NotesPanel
from desktop.panels.nothing import NothingOpen
from desktop.panels.one_bar import OneBar
from desktop.panels.reader_bar import ReaderBar
from desktop.panels.scan_strip import ScanStrip
from desktop.panels.search import SearchPanel
from desktop.panels.table import TablePanel
from desktop.panels.unsearched import UnsearchedBar
from desktop.settings import (
    COLUMNS,
    SHOW_CARD,
    SHOW_LIBRARY,
    SHOW_MARGIN,
    SHOW_SIDE,
    SIDE_TAB,
    ZOOM,
    Settings,
)
from desktop.state.counts import figure
from desktop.theme import Palette
from desktop.windows.presenters import Presenters
from desktop.windows.skeleton import LEAST_WIDTHS, shared_out


class Columns(QSplitter):
    """Library, search, pages, and facts with notes, side by side.

    Args:
        presenters: What is shown.
        actions: The commands of the bar above the pages.
        looks: The menu of looks.
        palette: Colours.
        parent: Owner.
    """

    def __init__(
        self,
        presenters: Presenters,
        actions: Actions,
        looks: QMenu,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.library = LibraryPanel(presenters.library, presenters.searches, palette)
        self.search = SearchPanel(presenters.search, presenters.library, presenters.facets, palette)
        self.bar = ReaderBar(actions, looks)
        self.find_bar = FindBar(presenters.finding, palette)
        self.locked = LockedBar()
        self.unsearched = UnsearchedBar(palette)
        self.scan_strip = ScanStrip(presenters.recognition)
        self.pages = PageView(presenters.renderer, palette)
        self.margin = Margin(self.pages, palette)
        self.nothing = NothingOpen()
        self.card = CardPanel(presenters.card, palette)
        self.facts = FactsPanel(presenters.facts, palette)
        self.notes = NotesPanel(presenters.notes, palette)
        self.table = TablePanel(presenters.tables, palette)
        self._desk = QStackedWidget()
        self._desk.addWidget(self.nothing)
        self._desk.addWidget(self.pages)
        self.side = QTabWidget()
        self.side.setObjectName("side")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side.setDocumentMode(True)
        self.side.addTab(_below(self.card, self.facts), self.tr("Факты"))
        self.side.addTab(self.notes, self.tr("Заметки"))
        reader = QWidget()
        column = QVBoxLayout(reader)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(OneBar(self.find_bar, self.locked, self.scan_strip, self.unsearched))
        column.addWidget(_stacked(self._desk, self.table), 1)
        self.setHandleWidth(1)
        for position, part in enumerate((self.library, self.search, reader, self.side)):
            part.setMinimumWidth(LEAST_WIDTHS[position])
            self.addWidget(part)
            self.setCollapsible(position, False)
            self.setStretchFactor(position, int(part is reader))
        self.is_moved = False
        self.splitterMoved.connect(self._on_moved)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for part in (
            self.library,
            self.search,
            self.find_bar,
            self.unsearched,
            self.pages,
            self.margin,
            self.nothing,
            self.card,
            self.facts,
            self.notes,
            self.table,
        ):
            part.set_palette_roles(palette)

    def remember(self, settings: Settings) -> None:
        """Write down how the columns stand."""
        if self.is_moved and self.isVisible():
            settings.set(COLUMNS, tuple(self.sizes()))
        settings.set(SIDE_TAB, self.side.currentIndex())
        settings.set(SHOW_CARD, self.card.is_unfolded)
        zoom = self.pages.zoom
        settings.set(ZOOM, zoom.value if isinstance(zoom, Zoom) else str(zoom))

    def restore(self, settings: Settings) -> None:
        """Let the columns stand as they were written down."""
        widths = settings.get(COLUMNS)
        if len(widths) == self.count():
            self.is_moved = True
            self.setSizes(list(widths))
        self.side.setCurrentIndex(settings.get(SIDE_TAB))
        self.card.unfold(wanted=settings.get(SHOW_CARD))
        self.library.setVisible(settings.get(SHOW_LIBRARY))
        self.side.setVisible(settings.get(SHOW_SIDE))
        self.margin.open(wanted=settings.get(SHOW_MARGIN))
        zoom = settings.get(ZOOM)
        self.pages.set_zoom(Zoom(zoom) if zoom in {one.value for one in Zoom} else _factor(zoom))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width out, unless the reader has done so."""
        super().resizeEvent(event)
        if not self.is_moved:
            self.setSizes(list(shared_out(event.size().width())))

    def _on_moved(self) -> None:
        self.is_moved = True

    def name_tab(self, position: int, count: int) -> None:
        """Show in the name of a tab (0 facts, 1 notes) how much there is in it."""
        name = self.tr("Факты") if position == 0 else self.tr("Заметки")
        self.side.setTabText(position, f"{name} {figure(count)}" if count else name)

    def show_desk(self, *, is_open: bool) -> None:
        """Show the pages, or the page that says that nothing is open."""
        self._desk.setCurrentWidget(self.pages if is_open else self.nothing)


def _factor(written: str) -> Zoom | float:
    try:
        return float(written)
    except ValueError:
        return Zoom.FIT_WIDTH


def _below(head: QWidget, body: QWidget) -> QWidget:
    """Return one part with another below it, which takes the room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return whole


def _stacked(pages: QWidget, table: QWidget) -> QSplitter:
    """Return the pages with the open table below them."""
    stack = QSplitter(Qt.Orientation.Vertical)
    stack.setHandleWidth(1)
    stack.setChildrenCollapsible(False)
    for part, share in ((pages, 3), (table, 2)):
        stack.addWidget(part)
        stack.setStretchFactor(stack.count() - 1, share)
    return stack
