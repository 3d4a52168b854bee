"""The text view in the window: in the place of the pages, in step with them, lit and selected as they are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer

from desktop.pageview.book_text import USUAL_SIZE_PX
from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer
from desktop.settings import TEXT_SIZE
from desktop.windows.main import MainWindow
from index.model.document import Document
from index.model.hit import Match
from index.model.span import Span

# The hidden pages follow when the text comes to rest: so that one goes back to them, and jumps begin there.
_REST_MS: Final = 150
# What stands above the line that was at the top of the text.
_ABOVE_PT: Final = 12.0


class Texting(QObject):
    """Connects the text view with the pages of one window.

    The pages stay the ones who hold marks and selection, whichever of both is seen: a span is a span, so that
    every command on the page works on the text.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._text, self._pages = window.columns.text, window.columns.pages
        self._reader = window.presenters.reader
        self._is_leading = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._lead)
        self._text.set_size(window.presenters.settings.get(TEXT_SIZE))
        self._connect_text()
        self._connect_pages()

    @property
    def is_shown(self) -> bool:
        """Whether the text is shown instead of the pages."""
        return self._window.columns.shows_text

    def switch(self) -> None:
        """Show the text or the pages, as the switch says; what is read stays in sight."""
        shown = self._window.actions_table["text_view"].isChecked()
        self._window.columns.show_text(shown=shown)
        if shown:
            self._load(self._reader.document)
            self._text.setFocus()
        else:
            # Once they are shown: pages catch up then with what they were asked for while they were hidden.
            self._lead()
            self._text.show_document(None)
            self._pages.setFocus()
        for part in (self._window.columns.bar, self._window.columns.contents):
            part.show_page(self._window.columns.page_index)
        self._show_size()

    def _connect_text(self) -> None:
        text = self._text
        text.selection_changed.connect(self._pages.select)
        text.selection_finished.connect(self._pages.selection_finished)
        text.mark_clicked.connect(self._pages.mark_clicked)
        text.menu_requested.connect(self._pass_menu)
        text.bar_requested.connect(self._pages.bar_requested)
        text.size_changed.connect(self._on_sized)
        text.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())

    def _connect_pages(self) -> None:
        reader, pages = self._reader, self._pages
        reader.document_changed.connect(self._on_document_changed)
        reader.current_changed.connect(self._on_current)
        reader.matches_changed.connect(self._light_current)
        reader.revealed.connect(self._reveal)
        pages.marks_changed.connect(self._light)
        pages.selection_changed.connect(self._select)
        pages.place_asked.connect(self._follow)

    def _on_document_changed(self, document: Document | None, _edition: object) -> None:
        if self.is_shown:
            self._load(document)

    def _load(self, document: Document | None) -> None:
        self._text.show_document(document)
        for layer in Layer:
            self._light(layer)
        self._light_current()
        self._text.select(self._pages.selected_span())
        if document is not None and (place := self._pages.top_place) is not None:
            self._follow(place)

    def _light(self, layer: Layer) -> None:
        if self.is_shown:
            self._text.set_marks(layer, tuple(self._pages.lights.marks(layer)))

    def _on_current(self, match: Match | None) -> None:
        self._light_current()
        if match is not None:
            self._reveal(match.span)

    def _light_current(self) -> None:
        if not self.is_shown:
            return
        number = self._reader.current_number
        self._text.set_current(self._reader.matches[number - 1].span if number else None)

    def _reveal(self, span: Span) -> None:
        if self.is_shown:
            self._text.reveal(span)

    def _select(self, span: Span | None) -> None:
        if self.is_shown and span != self._text.selected_span():
            self._text.select(span)

    def _pass_menu(self, offset: int, where: QPoint) -> None:
        """Ask for the menu of where the words at an offset stand on the pages."""
        document = self._text.text_document
        if document is None or offset >= len(document.text):
            return
        if quads := document.text_map.quads(Span(offset, offset + 1)):
            box = quads[0].bounds
            place = Place(quads[0].page_index, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
            self._pages.menu_requested.emit(place, where)

    def _follow(self, place: Place) -> None:
        """Show in the text what stands at a place of the pages."""
        document = self._text.text_document
        if not self.is_shown or self._is_leading or document is None:
            return
        page = document.pages[place.page_index]
        if place.y_pt + _ABOVE_PT > page.height_pt and page.page_number < len(document.pages):
            # The gap below a page is the beginning of the next one.
            page, place = document.pages[page.page_number], Place(page.page_number, 0, 0)
        nearest = None
        if place.y_pt > 0:
            nearest = document.text_map.nearest(page.page_index, 0, place.y_pt + _ABOVE_PT)
        self._text.show_offset(page.span.start if nearest is None else nearest.start)

    def _lead(self) -> None:
        """Show on the pages what is at the top of the text."""
        document = self._text.text_document
        if document is None or not document.text:
            return
        top = self._text.top_offset()
        quads = document.text_map.quads(Span(top, min(top + 1, len(document.text))))
        place = Place(self._text.page_index, 0, 0)
        if quads:
            page = document.pages[quads[0].page_index]
            place = Place(page.page_index, page.width_pt / 2, quads[0].bounds.top - _ABOVE_PT)
        self._is_leading = True
        self._pages.go_to_place(place)
        self._is_leading = False

    def _on_sized(self, size_px: int) -> None:
        self._window.presenters.settings.set(TEXT_SIZE, size_px)
        self._show_size()

    def _show_size(self) -> None:
        if self._reader.document is None:
            return
        factor = self._text.size_px / USUAL_SIZE_PX if self.is_shown else self._pages.zoom_factor
        self._window.columns.bar.show_zoom(factor)
