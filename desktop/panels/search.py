"""The middle column: the field, how the query was read, what it found; the library while nothing is asked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.hits import RowKind
from desktop.panels.labels import PlainLabel
from desktop.panels.nothing import NothingFound
from desktop.panels.part_head import PartHead
from desktop.panels.results import DocumentList, HitList
from desktop.panels.search_head import SearchHead
from desktop.panels.unsearched import UnsearchedLine
from desktop.state.counts import Noun, counted
from desktop.state.facets import FacetsPresenter
from desktop.state.library import Library
from desktop.state.parts import Part, Section
from desktop.state.search import Search
from desktop.theme import Palette
from index.errors import ArchiveError
from index.model.document import Document, DocumentSummary
from index.model.hit import Answer

# The list below is what everything is for: it keeps more than half of the column.
_FACETS_SHARE: Final = 0.42


class SearchPanel(QWidget):
    """The middle column.

    Signals:
        document_requested(DocumentId): The reader wants a document of the library.
    """

    document_requested = Signal(str)

    def __init__(
        self,
        search: Search,
        library: Library,
        facets: FacetsPresenter,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search, self._library = search, library
        self.head = SearchHead(search, facets, palette)
        self.field = self.head.field
        self.documents = DocumentList(palette, library.filing)
        self.hits = HitList(palette, library.filing)
        self.part = PartHead(library, palette)
        self.nothing = NothingFound()
        self._empty_part = PlainLabel("", "muted", wraps=True)
        self._empty_part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._empty_part.setContentsMargins(28, 48, 28, 0)
        self._pages = QStackedWidget()
        self.unsearched = UnsearchedLine()
        self._lay_out()
        self._connect()
        self.set_palette_roles(palette)
        self.field.setText(search.text)
        self.hits.hits.set_answer(search.answer)
        self._show_state()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.head.set_palette_roles(palette)
        for view in (self.documents, self.hits):
            view.rows.set_palette_roles(palette)
            view.viewport().update()
        self.nothing.set_palette_roles(palette)
        self.part.set_palette_roles(palette)

    def show_open(self, document: Document | None) -> None:
        """Mark the open document in both lists."""
        document_id = document.id if document is not None else None
        for view in (self.documents, self.hits):
            view.rows.open_document = document_id
            view.viewport().update()

    def ask(self, text: str) -> None:
        """Put a query into the field, and ask it at once."""
        self._search.ask(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the list its share of the height."""
        super().resizeEvent(event)
        self.head.section.limit_to(round(event.size().height() * _FACETS_SHARE))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.part)
        column.addWidget(self._pages, 1)
        column.addWidget(self.unsearched)
        for page in (self.documents, self.hits, self.nothing, self._empty_part):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        search, library = self._search, self._library
        self.field.textEdited.connect(search.type)
        self.field.returnPressed.connect(search.open_first)
        self.field.escaped.connect(self._escape)
        self.field.left_downwards.connect(self.enter_list)
        self.nothing.query_suggested.connect(search.ask)
        for view in (self.documents, self.hits):
            view.left_upwards.connect(self.field.setFocus)
        self.documents.row_opened.connect(self._open_document)
        self.hits.row_opened.connect(self._open_row)
        self.hits.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        search.answered.connect(self._on_answered)
        search.refreshed.connect(self._on_refreshed)
        search.refused.connect(self._on_refused)
        search.cleared.connect(self._show_state)
        search.moved.connect(self._on_moved)
        library.changed.connect(self._show_state)
        library.section_changed.connect(self._on_section_changed)

    def enter_list(self) -> None:
        """Go to the list with the keyboard."""
        view = self._pages.currentWidget()
        if isinstance(view, DocumentList | HitList) and view.model().rowCount():
            view.setFocus()
            view.show_row(max(0, view.currentIndex().row()))

    def _escape(self) -> None:
        self.field.clear()
        self._search.clear()

    def _open_document(self, number: int) -> None:
        document = self.documents.documents.index(number).data(Qt.ItemDataRole.UserRole)
        if isinstance(document, DocumentSummary):
            self.document_requested.emit(document.id)

    def _open_row(self, number: int) -> None:
        row = self.hits.hits.row_at(number)
        if row.kind is RowKind.MORE_HITS:
            self._search.show_more()
        elif row.kind is RowKind.MORE_PASSAGES:
            self.hits.hits.expand(row.hit)
        else:
            self._search.open_match(row.hit, self.hits.hits.first_match(row))

    def _on_section_changed(self, _section: Part) -> None:
        if self._search.text:
            self._escape()
        self.documents.scrollToTop()
        self._show_state()

    def _on_answered(self, answer: Answer) -> None:
        self.hits.hits.set_answer(answer)
        self.hits.scrollToTop()
        self._show_state()

    def _on_refreshed(self, answer: Answer) -> None:
        scrolled = self.hits.verticalScrollBar().value()
        self.hits.hits.set_answer(answer, keep_expanded=True)
        self.hits.verticalScrollBar().setValue(scrolled)
        self._show_state()

    def _on_refused(self, error: ArchiveError) -> None:
        self._show_state()
        self.field.show_wrong(wrong=True)
        self.head.say_problems((error.user_message, error.hint))

    def _on_scrolled(self, value: int) -> None:
        """Ask for more a screen before the end."""
        bar = self.hits.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep():
            self._search.show_more()

    def _on_moved(self, hit: int, match: int) -> None:
        row = self.hits.hits.row_of(hit, match) if match >= 0 else -1
        if row >= 0:
            if self.hits.hits.row_at(row).kind is RowKind.MORE_PASSAGES:
                self.hits.hits.expand(hit)
                row = self.hits.hits.row_of(hit, match)
            if self.hits.currentIndex().row() != row:
                self.hits.show_row(row)

    def _show_state(self) -> None:
        """Show what belongs to the state of search and library."""
        self.field.show_wrong(wrong=False)
        answer = self._search.answer
        self.part.show_part(is_wanted=answer is None and not self._search.text)
        if answer is not None:
            self._show_answer(answer)
        elif not self._search.text:
            self._show_library()
        else:
            self.head.show_without_answer("")

    def _show_answer(self, answer: Answer) -> None:
        self.head.show_answer(answer)
        if answer.hits:
            self._pages.setCurrentWidget(self.hits)
        else:
            self.nothing.set_answer(answer, has_documents=not self._library.is_empty)
            self._pages.setCurrentWidget(self.nothing)

    def _show_library(self) -> None:
        self.hits.hits.set_answer(None)
        shown = self._library.documents()
        self.documents.documents.set_documents(shown)
        self.head.show_without_answer(counted(len(shown), Noun.DOCUMENT) if self._library.is_loaded else "")
        if shown or not self._library.is_loaded:
            self._pages.setCurrentWidget(self.documents)
            return
        self._empty_part.setText(_words_of_nothing(self._library.section))
        self._pages.setCurrentWidget(self._empty_part)


def _words_of_nothing(section: Part) -> str:
    """Return what to say of a part of the library that holds no document."""
    translate = QCoreApplication.translate
    if not isinstance(section, Section):
        return translate(
            "SearchPanel",
            "Здесь пока пусто. Перетащите документы из списка на коллекцию "
            "или выберите «В коллекцию» в меню документа.",
        )
    return {
        Section.ALL: translate(
            "SearchPanel", "В архиве пока нет документов. Перетащите сюда файлы или папки."
        ),
        Section.RECENT: translate("SearchPanel", "Здесь будут документы, которые вы открывали."),
        Section.STARRED: translate(
            "SearchPanel",
            "Здесь будут важные документы. Звезда появляется в строке документа под указателем; "
            "с клавиатуры — S.",
        ),
        Section.UNREAD: translate("SearchPanel", "Всё открыто хотя бы раз: непрочитанного нет."),
        Section.NOTED: translate("SearchPanel", "Здесь будут документы с вашими заметками."),
    }[section]
