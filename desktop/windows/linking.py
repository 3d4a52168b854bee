"""Links of documents: to a place of the document at once, out of it only after the reader has agreed.

The program itself opens no connection; what is agreed to is handed to the system's browser.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from desktop.pageview.layout import Place
from desktop.pageview.links import PageLinks
from desktop.pageview.view import PageView
from desktop.state.page_names import PageNames
from desktop.windows.main import MainWindow
from index.model.document import Document
from index.model.link import PageLink

_SCHEMES: Final = frozenset({"http", "https", "mailto", "ftp"})
"""What a browser or a mail program opens; a file or a program is nothing a document may open."""


class Linking(QObject):
    """Follows links in both places of one window.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        presenters, columns = window.presenters, window.columns
        self._here = PageLinks(presenters.renderer, columns.pages)
        self._there = PageLinks(presenters.renderer, columns.beside.pages)
        self._here.followed.connect(lambda link: self._follow(link, columns.pages))
        self._there.followed.connect(lambda link: self._follow(link, columns.beside.pages))
        presenters.reader.document_changed.connect(lambda *shown: _watch(self._here, *shown))
        presenters.beside.changed.connect(lambda *shown: _watch(self._there, *shown))
        _watch(self._here, presenters.reader.document, presenters.reader.edition)
        _watch(self._there, presenters.beside.document, presenters.beside.edition)

    def _follow(self, link: PageLink, view: PageView) -> None:
        if link.page_index is None:
            self._ask(link.address)
            return
        document = view.document
        if document is None or link.page_index >= len(document.pages):
            return
        if view is self._window.columns.pages:
            self._window.presenters.places.leave()
        view.go_to_page(link.page_index)
        if link.y_pt:
            width = document.pages[link.page_index].width_pt
            view.go_to_place(Place(link.page_index, width / 2, link.y_pt))

    def _ask(self, address: str) -> None:
        """Ask whether to hand an address to the system."""
        url = QUrl(address)
        translate = QCoreApplication.translate
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(translate("Links", "Ссылка из документа"))
        if not url.isValid() or url.scheme().lower() not in _SCHEMES:
            box.setText(translate("Links", "Эта ссылка ведёт не на страницу в сети: её нельзя открыть."))
            box.setInformativeText(address)
            box.addButton(translate("Links", "Закрыть"), QMessageBox.ButtonRole.RejectRole)
            box.open()
            return
        box.setText(translate("Links", "Открыть ссылку в браузере?"))
        remark = translate("Links", "Сама Читальня в сеть не выходит.")
        box.setInformativeText(f"{address}\n\n{remark}")
        agreed = box.addButton(translate("Links", "Открыть"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(translate("Links", "Отмена"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        agreed.clicked.connect(lambda: QDesktopServices.openUrl(url))
        box.open()


def _watch(links: PageLinks, document: Document | None, edition: Path | None) -> None:
    pages = document.pages if document is not None else ()
    links.open(str(edition) if edition is not None else "", PageNames(pages))
