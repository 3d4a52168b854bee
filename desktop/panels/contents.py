"""The column beside the pages: the table of contents of the document, and its pages as small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.panels.outline import OutlineView
from desktop.panels.thumbnails import ThumbnailList
from desktop.state.page_names import PageNames

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pageview.customer import Customer
    from desktop.theme import Palette
    from index.model.document import Document


class ContentsPanel(QTabWidget):
    """The column of contents and pages.

    Args:
        customer: Gets the small pictures made; this panel's own.
        palette: Colours.
        parent: Owner.

    Signals:
        page_requested(int): The reader wants that page.
    """

    page_requested = Signal(int)

    def __init__(self, customer: Customer, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contents")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.outline = OutlineView(palette)
        self.thumbnails = ThumbnailList(customer, palette)
        self.addTab(self.outline, self.tr("Содержание"))
        self.addTab(self.thumbnails, self.tr("Страницы"))
        self.outline.page_requested.connect(self.page_requested)
        self.thumbnails.page_requested.connect(self.page_requested)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.outline.set_palette_roles(palette)
        self.thumbnails.set_palette_roles(palette)

    def show_document(self, document: Document | None, edition: Path | None) -> None:
        """Show another document by its edition; None for none."""
        pages = document.pages if document is not None else ()
        names = PageNames(pages)
        self.outline.show_outline(document.outline if document is not None else (), names)
        self.thumbnails.show_pages(pages, names, str(edition) if edition is not None else "")

    def show_page(self, page_index: int) -> None:
        """Light the page that is looked at, and its section."""
        self.outline.show_page(page_index)
        self.thumbnails.show_page(page_index)
