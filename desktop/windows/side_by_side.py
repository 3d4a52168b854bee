"""Two places side by side in the window: lit alike, each with its own place and size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect

from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer, Mark
from desktop.state.page_names import PageNames
from desktop.windows.main import MainWindow
from desktop.windows.noting import note_mark
from index.model.document import Document
from index.model.hit import Match
from index.model.span import Span


class SideBySide(QObject):
    """Connects the second place with the first one.

    In two places of one document a selection is one and the same, and so is what is done with it. In another
    document, what is selected makes it the open one: the two exchange their parts, and stay where they are.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._beside = window, window.presenters.beside
        self._panel, self._pages = window.columns.beside, window.columns.pages
        self._there = self._panel.pages
        self._beside.changed.connect(self._show)
        self._beside.lights_changed.connect(self._light_all)
        self._panel.exchange_requested.connect(self.exchange)
        self._panel.close_requested.connect(self._beside.close)
        self._pages.marks_changed.connect(self._light_as_here)
        self._pages.selection_changed.connect(self._select_there)
        self._there.selection_changed.connect(self._select_here)
        self._there.selection_finished.connect(self._finish_selection)
        self._there.mark_clicked.connect(self._pass_click)
        self._there.menu_requested.connect(self._pass_menu)
        self._there.bar_requested.connect(self._pass_keys)
        self._panel.margin.note_clicked.connect(self._pass_note)
        reader = window.presenters.reader
        reader.current_changed.connect(self._frame)
        reader.document_changed.connect(lambda _document, _edition: self._light_all())
        self._show(self._beside.document, self._beside.edition)

    def switch(self) -> None:
        """Open the second place where the first one is, or close it, as the switch says."""
        if not self._window.actions_table["beside"].isChecked():
            self._beside.close()
            return
        place = self._pages.top_place
        self._beside.open_same()
        if place is not None:
            self._there.go_to_place(place)

    def exchange(self) -> None:
        """Make the document of the second place the open one; on the screen nothing moves."""
        here, there = self._pages, self._there
        stands = (here.left_off(), there.left_off())
        zooms = (here.zoom, there.zoom)
        self._beside.exchange()
        self._window.columns.reading.exchange_sides()
        for view, stand, zoom in ((there, stands[0], zooms[0]), (here, stands[1], zooms[1])):
            view.set_zoom(zoom)
            view.take_up(stand)

    def _show(self, document: Document | None, edition: Path | None) -> None:
        panel, there = self._panel, self._there
        self._window.actions_table.check("beside", on=document is not None)
        self._window.columns.reading.show_beside(shown=document is not None)
        if document is None or edition is None:
            there.clear()
            return
        if there.document is not None and there.document.id == document.id:
            there.renew_document(document)
        else:
            there.show_document(document, edition, self._beside.left_off)
        panel.show_document(document.title, PageNames(document.pages), is_same=self._beside.is_same)
        self._light_all()

    def _light_all(self) -> None:
        if (document := self._beside.document) is None:
            return
        self._panel.show_document(document.title, PageNames(document.pages), is_same=self._beside.is_same)
        if self._beside.is_same:
            for layer in Layer:
                self._light_as_here(layer)
            self._there.set_current(self._pages.lights.current)
            self._there.select(self._pages.selected_span())
            return
        self._there.set_marks(Layer.HITS, [Mark(match.span) for match in self._beside.matches])
        self._there.set_marks(Layer.FACT, ())
        self._there.set_marks(Layer.NOTES, [note_mark(one) for one in self._beside.annotations])
        self._there.set_current(None)

    def _light_as_here(self, layer: Layer) -> None:
        if self._beside.is_same:
            self._there.set_marks(layer, tuple(self._pages.lights.marks(layer)))

    def _frame(self, match: Match | None) -> None:
        if self._beside.is_same:
            self._there.set_current(match.span if match is not None else None)

    def _select_there(self, span: Span | None) -> None:
        if self._beside.is_same:
            self._there.select(span)

    def _select_here(self, span: Span | None) -> None:
        if self._beside.is_same:
            self._pages.select(span)

    def _finish_selection(self, span: Span, where: QPoint) -> None:
        if not self._beside.is_same:
            self.exchange()
            self._pages.select(span)
            self._pages.setFocus()
        self._pages.selection_finished.emit(span, where)

    def _pass_click(self, layer: Layer, mark_id: str, where: QPoint) -> None:
        if self._beside.is_same:
            self._pages.mark_clicked.emit(layer, mark_id, where)
        else:
            self.exchange()

    def _pass_menu(self, place: Place, where: QPoint) -> None:
        if not self._beside.is_same:
            self.exchange()
        self._pages.menu_requested.emit(place, where)

    def _pass_keys(self) -> None:
        # What is selected in another document has made it the open one already.
        if self._beside.is_same:
            self._pages.bar_requested.emit()

    def _pass_note(self, note_id: str, beside: QRect) -> None:
        if self._beside.is_same:
            self._window.columns.margin.note_clicked.emit(note_id, beside)
        else:
            self.exchange()
