"""The column of contents in the window: opened by command, in step with the pages, a way to jump."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.pageview.marks import Layer
from desktop.settings import SHOW_CONTENTS
from desktop.windows.main import MainWindow
from index.model.document import Document


class Contents(QObject):
    """Connects the column of contents with the pages of one window.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel, self._pages = window.columns.contents, window.columns.pages
        self._document: Document | None = None
        reader = window.presenters.reader
        self._panel.page_requested.connect(self._go_to)
        for view in (self._pages, window.columns.text):
            view.page_changed.connect(self._show_page)
        self._pages.marks_changed.connect(self._show_dots)
        reader.document_changed.connect(self._show_document)
        self._show_document(reader.document, reader.edition)

    def _show_document(self, document: Document | None, edition: Path | None) -> None:
        is_same = document is not None and self._document is not None and document.id == self._document.id
        self._document = document
        if not is_same:
            self._panel.show_document(document, edition)
        shown = document is not None and self._window.presenters.settings.get(SHOW_CONTENTS)
        self._window.columns.reading.show_contents(shown=shown)
        self._show_dots()

    def _show_page(self) -> None:
        self._panel.show_page(self._window.columns.page_index)

    def _go_to(self, page_index: int) -> None:
        self._window.presenters.places.leave()
        self._pages.go_to_page(page_index)

    def _show_dots(self) -> None:
        """Tell the small pages what is lit on them: matches first, then the colours of notes."""
        dots: dict[int, dict[str, None]] = {}
        if self._document is not None:
            for layer in (Layer.HITS, Layer.NOTES):
                for mark in self._pages.lights.marks(layer):
                    page_index = self._document.text_map.page_at(mark.span.start)
                    dots.setdefault(page_index, {})[mark.role or layer.value] = None
        self._panel.thumbnails.show_dots({page: tuple(roles) for page, roles in dots.items()})
