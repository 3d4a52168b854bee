"""The columns of the main window, put together; what they do is connected elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.actions.actions import Actions
from desktop.pageview.layout import Zoom
from desktop.pageview.margin import Margin
from desktop.pageview.text_view import TextView
from desktop.pageview.view import PageView
from desktop.panels.beside import BesidePanel
from desktop.panels.card import CardPanel
from desktop.panels.contents import ContentsPanel
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
    FOLDED,
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
from desktop.windows.reading_area import ReadingArea
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
        self.text, self.shows_text = TextView(palette), False
        self.beside = BesidePanel(presenters.renderer.customer(self), palette)
        self.contents = ContentsPanel(presenters.renderer.customer(self), palette)
        self.reading = ReadingArea(self.contents, self.beside, self.nothing, self.pages, self.text)
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
        column.addWidget(_stacked(self.reading, self.table), 1)
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
            self.text,
            self.contents,
            self.beside,
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
        settings.set(FOLDED, self.library.collections.tree.folded)
        self.reading.remember(settings)
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
        self.library.collections.tree.fold(settings.get(FOLDED))
        self.library.setVisible(settings.get(SHOW_LIBRARY))
        self.side.setVisible(settings.get(SHOW_SIDE))
        self.show_margin(shown=settings.get(SHOW_MARGIN))
        self.reading.restore(settings)
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
        """Show what is read, or the page that says that nothing is open."""
        view = self.text if self.shows_text else self.pages
        self.reading.show_view(view if is_open else self.nothing)

    def show_text(self, *, shown: bool) -> None:
        """Show the text of what is read, or its pages."""
        self.shows_text = shown
        self.show_desk(is_open=self.pages.document is not None)

    def show_margin(self, *, shown: bool) -> None:
        """Show notes beside their passages, in both places, or do not."""
        for margin in (self.margin, self.beside.margin):
            margin.open(wanted=shown)

    def zoom(self, *, up: bool) -> None:
        """Show what is read one step larger or smaller."""
        if self.in_use is self.text:
            self.text.step_size(up=up)
        elif up:
            self.focused.zoom_in()
        else:
            self.focused.zoom_out()

    @property
    def focused(self) -> PageView:
        """The pages whose size commands change: those of the second place while the keyboard is there."""
        return self.beside.pages if self.beside.pages.hasFocus() else self.pages

    @property
    def page_index(self) -> int:
        """The page that is read, as text or as it is."""
        shown, here = self.text.text_document, self.pages.document
        # The pages are the first to have another document.
        is_text = self.shows_text and shown is not None and here is not None and shown.id == here.id
        return (self.text if is_text else self.pages).page_index

    @property
    def in_use(self) -> PageView | TextView:
        """Where the reader is: the second place while the keyboard is there, else the text or the pages."""
        return self.text if self.shows_text and self.focused is self.pages else self.focused

    def focus_in_use(self) -> None:
        """Let the keyboard act where the reader is."""
        self.in_use.setFocus()


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
