"""Exports in the main window: what is offered, where the file goes, how it is found again."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.panels.fact_group import heading
from desktop.panels.row_list import RowList
from desktop.settings import LAST_FOLDER
from desktop.state.counts import Noun, counted
from desktop.state.exporting import AnyWish, CopiesWish, NotesWish, Scope
from desktop.state.parts import Section
from desktop.windows.gaps import folder_of
from desktop.windows.main import MainWindow
from index.facts.wording import GroupKey
from index.model.document import DocumentId

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.dialogs.exporting import ExportDialog, Offer

_UNFIT: Final = re.compile(r'[\\/:*?"<>|«»\x00-\x1f]+')
_LONGEST_NAME: Final = 60


class Exports(QObject):
    """Offers exports of facts and notes from the menu, from the facts panel and from the lists of documents.

    Args:
        window: The furnished main window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._exporting = window, window.presenters.exporting
        self._dialog: ExportDialog | None = None
        window.columns.facts.export_requested.connect(self.show_facts)
        for view in (window.columns.search.documents, window.columns.search.hits):
            view.menu_requested.connect(lambda menu, asked=view: self.offer_in(menu, asked))

    def show_facts(self, document_id: DocumentId | None = None) -> None:
        """Ask what to export of facts; a document, by default the open one, is what is offered first.

        While a file is being written, show how far it has got.
        """
        from desktop.dialogs.export_facts import ExportFactsDialog

        def made(offers: list[Offer]) -> ExportDialog:
            groups = {key: heading(key) for key in GroupKey}
            return ExportFactsDialog(self._exporting, offers, groups, self._window)

        self._show(document_id, made)

    def show_notes(self, document_id: DocumentId | None = None) -> None:
        """Ask what to export of notes, as `show_facts` does."""
        from desktop.dialogs.export_notes import ExportNotesDialog

        self._show(document_id, lambda offers: ExportNotesDialog(self._exporting, offers, self._window))

    def show_copies(self, document_id: DocumentId | None = None) -> None:
        """Ask what to mark in a copy of a document as a PDF, as `show_facts` does."""
        from desktop.dialogs.export_pdf import ExportPdfDialog

        answer = self._window.presenters.search.answer
        query = answer.query if answer is not None and answer.documents else ""
        self._show(document_id, lambda offers: ExportPdfDialog(self._exporting, offers, query, self._window))

    def _show(self, document_id: DocumentId | None, make: Callable[[list[Offer]], ExportDialog]) -> None:
        if self._dialog is not None:
            if self._exporting.is_running:
                self._dialog.activateWindow()
                return
            self._dialog.reject()
        offers = self.offers(document_id)
        if not offers:
            self._window.status.say(
                QCoreApplication.translate("Exports", "В архиве пока нет документов, записать нечего.")
            )
            return
        dialog = make(offers)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wished.connect(self._start)
        dialog.folder_requested.connect(self._show_folder)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.show()

    def offers(self, document_id: DocumentId | None = None) -> list[Offer]:
        """Return the documents among which the reader can choose, the nearest first."""
        from desktop.dialogs.exporting import Offer

        presenters, translate = self._window.presenters, QCoreApplication.translate
        library, reader, answer = presenters.library, presenters.reader, presenters.search.answer
        made = []
        near = document_id or (reader.document.id if reader.document is not None else None)
        if near is not None and (summary := library.summary(near)) is not None:
            words = translate("Exports", "Один документ: {title}").format(
                title=" ".join(summary.title.split())
            )
            made.append(Offer(words, Scope((near,))))
        if answer is not None and answer.documents:
            words = translate("Exports", "Найденное по запросу «{query}»: {documents}").format(
                query=answer.query, documents=counted(answer.documents, Noun.DOCUMENT)
            )
            made.append(Offer(words, Scope(query=answer.query)))
        elif library.section is not Section.ALL and (shown := library.documents()):
            words = translate("Exports", "Показанные в библиотеке: {documents}").format(
                documents=counted(len(shown), Noun.DOCUMENT)
            )
            made.append(Offer(words, Scope(tuple(one.id for one in shown))))
        if count := library.count(Section.ALL):
            words = translate("Exports", "Весь архив: {documents}").format(
                documents=counted(count, Noun.DOCUMENT)
            )
            made.append(Offer(words, Scope()))
        return made

    def offer_in(self, menu: QMenu, view: RowList) -> None:
        """Add to the menu of a list what can be exported of the document that is chosen in it."""
        chosen = view.chosen_documents()
        document_id = chosen[0] if len(chosen) == 1 else None
        if document_id is not None:
            beside = QCoreApplication.translate("Exports", "Открыть рядом")
            menu.addAction(beside, partial(self._window.presenters.beside.open, document_id))
            menu.addSeparator()
        for words, show in (
            (QCoreApplication.translate("Exports", "Экспорт фактов…"), self.show_facts),
            (QCoreApplication.translate("Exports", "Экспорт заметок…"), self.show_notes),
            (QCoreApplication.translate("Exports", "PDF с пометками…"), self.show_copies),
        ):
            menu.addAction(words, partial(show, document_id))

    def _start(self, wish: AnyWish) -> None:
        if path := self._chosen_path(wish):
            self._exporting.start(wish, path)

    def _chosen_path(self, wish: AnyWish) -> Path | None:
        settings, suffix = self._window.presenters.settings, _suffix(wish)
        translate = QCoreApplication.translate
        first = translate("Exports", "Факты")
        if isinstance(wish, NotesWish):
            first = translate("Exports", "Заметки")
        elif isinstance(wish, CopiesWish):
            first = translate("Exports", "С пометками")
        name = " ".join(_UNFIT.sub(" ", self._name(first, wish.scope)).split())[:_LONGEST_NAME].strip(" .")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._dialog or self._window,
            QCoreApplication.translate("Exports", "Куда записать"),
            str(Path(settings.get(LAST_FOLDER)) / f"{name}{suffix}"),
            f"*{suffix}",
        )
        if not chosen:
            return None
        path = Path(chosen)
        settings.set(LAST_FOLDER, str(path.parent))
        return path if path.suffix or not suffix else path.with_name(path.name + suffix)

    def _name(self, first: str, scope: Scope) -> str:
        """Return how the file may be called: by its one document, by the query, or by what it is."""
        one = scope.documents[0] if scope.documents is not None and len(scope.documents) == 1 else None
        summary = self._window.presenters.library.summary(one) if one is not None else None
        if summary is not None:
            return f"{first}, {Path(summary.file_name).stem}"
        return f"{first}, {scope.query}" if scope.query else first

    def _show_folder(self, path: Path) -> None:
        """Show the folder of the file; the file itself is never opened."""
        if (folder := folder_of(path)) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _forget(self) -> None:
        self._dialog = None


def _suffix(wish: AnyWish) -> str:
    """Return how the name of the file ends; folders have no suffix."""
    if isinstance(wish, CopiesWish):
        from index.exchange import pdf_copies

        is_one = wish.scope.documents is not None and len(wish.scope.documents) == 1
        return pdf_copies.SUFFIX if is_one else ""
    if isinstance(wish, NotesWish):
        from index.exchange import note_export

        return note_export.SUFFIXES[wish.format]
    from index.exchange import exporting

    return exporting.SUFFIXES[wish.format]
