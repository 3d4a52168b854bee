"""Collections, stars, labels and what was read, in the main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from desktop.actions.command import When
from desktop.dialogs.writing import LineDialog, NoteDialog
from desktop.panels.document_menu import DocumentMenu, Documents
from desktop.panels.row_list import RowList
from desktop.state.counts import Noun, counted
from desktop.state.parts import clause_of
from desktop.state.progress import ReadingProgress
from desktop.windows.main import MainWindow
from index.model.catalogue import CollectionId
from index.model.document import DocumentId
from index.notes import arranging

_FILED: Final = frozenset({"collection", "label", "star", "state"})
"""Kinds of parts of a query that ask how documents are filed."""


class FilingDocuments(QObject):
    """Connects the presenter of collections and marks with lists, library column and commands of one window.

    Args:
        window: The furnished window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, presenters = window, window.presenters
        self._filing, self._library, self._search = presenters.filing, presenters.library, presenters.search
        self._progress = ReadingProgress(self._filing, presenters.reader, self._last_in_sight, self)
        columns = window.columns
        for view in (columns.search.documents, columns.search.hits):
            view.menu_requested.connect(lambda menu, asked=view: self._offer(menu, asked))
        columns.library.collections.note_requested.connect(self._write_about_collection)
        columns.library.labels.rename_requested.connect(self._rename_label)
        columns.search.part.note_requested.connect(self._write_about_collection)
        columns.pages.page_changed.connect(lambda _page_index: self._progress.move())
        columns.pages.verticalScrollBar().valueChanged.connect(lambda _value: self._progress.move())
        for said in (self._filing.failed, self._filing.told):
            said.connect(window.status.say)
        self._filing.changed.connect(self._follow)
        # What is typed is kept within the part that is shown.
        self._search.scope.within(lambda: clause_of(self._library.section, self._filing.catalogue))

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands on the open document do."""
        filing = self._filing
        return {
            "star_document": lambda: filing.toggle_star(self._open()),
            "read_document": lambda: filing.toggle_read(self._open()),
            "collect_document": lambda: self._pop_up(lambda made, menu: made.collections(menu)),
            "label_document": lambda: self._pop_up(lambda made, menu: made.labels(menu)),
            "note_document": lambda: self._write_about(self._open()),
            "rename_document": lambda: self._rename(self._open()),
            "new_collection": self._add_collection,
        }

    def _open(self) -> Documents:
        document = self._window.presenters.reader.document
        return () if document is None else (document.id,)

    def _last_in_sight(self) -> int:
        pages, document = self._window.columns.pages, self._window.presenters.reader.document
        if document is None or pages.document is None or pages.document.id != document.id:
            return 0
        bar = pages.verticalScrollBar()
        return len(document.pages) if bar.value() >= bar.maximum() else pages.page_index + 1

    def _follow(self) -> None:
        self._window.actions_table.change_state(When.UNDO, holds=self._window.presenters.notes.can_undo)
        answer = self._search.answer
        if answer is not None and any(chip.kind in _FILED for chip in answer.chips):
            # Other documents may answer now.
            self._search.refresh_soon()

    def _add_collection(self) -> None:
        # A hidden column would hide what was made, and the field for its name.
        if not self._window.columns.library.isVisible():
            self._window.actions_table["show_library"].trigger()
        self._filing.add_collection()

    def _menu_of(self, documents: Documents) -> DocumentMenu:
        return DocumentMenu(self._filing, documents, self._ask_label)

    def _pop_up(self, chosen: Callable[[DocumentMenu, QMenu], QMenu]) -> None:
        """Show one of the menus of the open document where the pointer is."""
        if documents := self._open():
            holder = QMenu(self._window)
            menu = chosen(self._menu_of(documents), holder)
            menu.aboutToHide.connect(holder.deleteLater)
            menu.popup(QCursor.pos())

    def _offer(self, menu: QMenu, view: RowList) -> None:
        """Put what can be done with the chosen documents before what others know."""
        documents = view.chosen_documents()
        if not documents:
            return
        mine = QMenu(menu)
        if len(documents) == 1:
            mine.addAction(self.tr("Открыть")).triggered.connect(
                lambda: self._window.presenters.reader.open_document(documents[0])
            )
            mine.addSeparator()
        self._menu_of(documents).fill(mine, self._library.section)
        if len(documents) == 1:
            mine.addSeparator()
            for words, call in (
                (self.tr("Заметка к документу…"), self._write_about),
                (self.tr("Переименовать…"), self._rename),
            ):
                mine.addAction(words).triggered.connect(lambda _=False, call=call: call(documents))
        before = menu.actions()[0] if menu.actions() else None
        for action in mine.actions():
            action.setParent(menu)
            menu.insertAction(before, action) if before is not None else menu.addAction(action)
        if before is not None:
            menu.insertSeparator(before)

    def _ask_label(self, documents: Documents) -> None:
        known = list(self._filing.catalogue.labels())
        dialog = LineDialog(self.tr("Новая метка"), self._about(documents), "", known, self._window)
        dialog.written.connect(lambda word: self._filing.do(arranging.labelled(documents, (word,))))
        dialog.open()

    def _write_about(self, documents: Documents) -> None:
        for one in documents:
            note = self._filing.marks(one).note
            dialog = NoteDialog(self.tr("Заметка к документу"), self._title(one), note, self._window)
            dialog.written.connect(lambda words, one=one: self._filing.do(arranging.noted(one, words)))
            dialog.open()

    def _write_about_collection(self, collection_id: str) -> None:
        id_ = CollectionId(collection_id)
        one = self._filing.catalogue.collections.get(id_)
        if one is not None:
            dialog = NoteDialog(self.tr("Заметка к коллекции"), one.name, one.note, self._window)
            dialog.written.connect(lambda words: self._filing.do(arranging.described(id_, words)))
            dialog.open()

    def _rename(self, documents: Documents) -> None:
        for one in documents:
            title = self._title(one)
            about = self.tr("Так документ будет называться в списках и в поиске. Сам файл не изменится.")
            dialog = LineDialog(self.tr("Название документа"), about, title, (), self._window)
            dialog.written.connect(lambda words, one=one: self._window.presenters.card.rename(one, words))
            dialog.open()

    def _rename_label(self, label: str) -> None:
        count = counted(self._library.labels().get(label, 0), Noun.IN_DOCUMENT)
        about = self.tr("Метка изменится в {documents}.").format(documents=count)
        dialog = LineDialog(self.tr("Название метки"), about, label, (), self._window)
        dialog.written.connect(lambda words: self._filing.do(arranging.relabelled(label, words)))
        dialog.open()

    def _about(self, documents: Documents) -> str:
        return self._title(documents[0]) if len(documents) == 1 else counted(len(documents), Noun.DOCUMENT)

    def _title(self, document_id: DocumentId) -> str:
        summary = self._library.summary(document_id)
        return "" if summary is None else " ".join(summary.title.split())
