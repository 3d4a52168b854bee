"""Who listens to whom in the main window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.actions.command import When
from desktop.pageview.marks import Layer, Mark
from desktop.settings import LAST_DOCUMENT
from desktop.state.page_names import PageNames
from desktop.windows.contents import Contents
from desktop.windows.deciding import Deciding
from desktop.windows.gaps import GapRemarks
from desktop.windows.linking import Linking
from desktop.windows.main import MainWindow
from desktop.windows.note_dialogs import NoteDialogs
from desktop.windows.noting import Noting
from desktop.windows.page_menu import PageMenu
from desktop.windows.paging import show_fit
from desktop.windows.placing import Placing
from desktop.windows.recognising import Recognising, show_renewed
from desktop.windows.searching import Searching
from desktop.windows.tabling import Tabling
from desktop.windows.undoing import UndoCommands
from desktop.windows.unlocking import connect_locked_pages
from index.errors import ArchiveError
from index.model.document import Document, DocumentId
from index.model.hit import Answer, Match
from index.model.reading import LeftOff
from index.model.span import Span


def connect_window(window: MainWindow) -> None:
    """Connect presenters and columns of a new window, and show what there is already."""
    _connect_leaving(window)
    _connect_document(window)
    _connect_card(window)
    _connect_lights(window)
    UndoCommands(window)
    Placing(window)
    Contents(window)
    Linking(window)
    PageMenu(window, Noting(window))
    NoteDialogs(window)
    Deciding(window)
    Tabling(window)
    _connect_search(window)
    Searching(window)
    _connect_library(window)
    _connect_imports(window)
    connect_locked_pages(window)
    GapRemarks(window)
    Recognising(window)


def open_last_document(window: MainWindow) -> None:
    """Open what was read when the program was closed."""
    reader, document_id = window.presenters.reader, DocumentId(window.presenters.settings.get(LAST_DOCUMENT))
    if reader.document is None and window.presenters.library.summary(document_id) is not None:
        reader.open_document(document_id)


def _connect_leaving(window: MainWindow) -> None:
    """Write down where a document is left; before another one takes its place."""
    pages, leaving_off = window.columns.pages, window.presenters.leaving_off

    def where() -> tuple[DocumentId, LeftOff] | None:
        left_off = pages.left_off()
        return None if pages.document is None or left_off is None else (pages.document.id, left_off)

    leaving_off.watch(where)
    window.presenters.reader.document_changed.connect(lambda _document, _edition: leaving_off.note())
    pages.verticalScrollBar().valueChanged.connect(leaving_off.note_soon)
    window.closing.connect(leaving_off.note)


def _connect_document(window: MainWindow) -> None:
    reader, pages, bar = window.presenters.reader, window.columns.pages, window.columns.bar
    actions, columns, facts = window.actions_table, window.columns, window.presenters.facts

    def show(document: Document | None, edition: Path | None) -> None:
        columns.show_desk(is_open=document is not None)
        columns.search.show_open(document)
        window.show_document_title(document.title if document is not None else "")
        actions.change_state(When.DOCUMENT, holds=document is not None)
        actions.change_state(When.SELECTION, holds=False)
        if document is not None and pages.document is not None and pages.document.id == document.id:
            # The same document with another text: the reader stays where he is.
            pages.renew_document(document)
            return
        bar.show_document(PageNames(document.pages if document is not None else ()))
        if document is None or edition is None:
            pages.clear()
            bar.show_zoom(0)
            return
        pages.show_document(document, edition, reader.left_off)
        bar.show_zoom(pages.zoom_factor)
        window.presenters.library.remember_opened(document.id)

    def show_page() -> None:
        if reader.document is not None:
            bar.show_page(columns.page_index)

    def show_zoom(factor: float) -> None:
        bar.show_zoom(factor if reader.document is not None else 0)
        show_fit(window)

    def go_to(page_index: int) -> None:
        window.presenters.places.leave()
        pages.go_to_page(page_index)
        pages.setFocus()

    def count_facts() -> None:
        window.columns.name_tab(0, facts.entry_count)

    reader.document_changed.connect(show)
    for view in (pages, columns.text):
        view.page_changed.connect(show_page)
    pages.zoom_changed.connect(show_zoom)
    bar.page_requested.connect(go_to)
    facts.changed.connect(count_facts)
    show(reader.document, reader.edition)
    show_fit(window)
    count_facts()


def _connect_card(window: MainWindow) -> None:
    card, library, search = window.presenters.card, window.presenters.library, window.presenters.search
    card.failed.connect(window.status.say)
    card.renamed.connect(window.show_document_title)
    window.presenters.deciding.changed.connect(card.follow_decisions)
    card.relisted.connect(library.refresh_soon)
    card.relisted.connect(search.refresh_soon)
    window.presenters.imports.ended.connect(card.follow_index)


def _connect_lights(window: MainWindow) -> None:
    reader, pages, bar = window.presenters.reader, window.columns.pages, window.columns.bar

    def light_matches() -> None:
        pages.set_marks(Layer.HITS, [Mark(match.span) for match in reader.matches])
        if not reader.current_number:
            pages.set_current(None)
        bar.show_place(reader.current_number, len(reader.matches))

    def show_current(match: Match | None) -> None:
        pages.set_current(match.span if match is not None else None)
        bar.show_place(reader.current_number, len(reader.matches))
        if match is not None:
            pages.reveal(match.span)

    def light_fact(span: Span | None) -> None:
        pages.set_marks(Layer.FACT, [Mark(span)] if span is not None else [])

    def point_at(spans: tuple[Span, ...]) -> None:
        pages.set_marks(Layer.FACT, [Mark(span) for span in spans])

    def map_facts() -> None:
        entries = [entry for group in window.presenters.facts.groups for entry in group.entries]
        pages.set_facts(span for entry in entries if entry.facts for span in entry.spans)

    def select(span: Span | None) -> None:
        window.actions_table.change_state(When.SELECTION, holds=span is not None)

    reader.matches_changed.connect(light_matches)
    reader.current_changed.connect(show_current)
    reader.revealed.connect(pages.reveal)
    reader.fact_changed.connect(light_fact)
    window.presenters.facts.pointed.connect(point_at)
    window.presenters.facts.changed.connect(map_facts)
    pages.selection_changed.connect(select)
    light_matches()
    map_facts()


def _connect_search(window: MainWindow) -> None:
    search, actions = window.presenters.search, window.actions_table

    def answered(answer: Answer) -> None:
        actions.change_state(When.HITS, holds=bool(answer.hits))

    def without_hits(_error: ArchiveError | None = None) -> None:
        actions.change_state(When.HITS, holds=False)

    def ended(by: int) -> None:
        window.status.say(
            QCoreApplication.translate("MainWindow", "Это последнее найденное место.")
            if by > 0
            else QCoreApplication.translate("MainWindow", "Это первое найденное место.")
        )

    search.answered.connect(answered)
    search.refreshed.connect(answered)
    search.refused.connect(without_hits)
    search.cleared.connect(without_hits)
    search.ended.connect(ended)
    facets = window.presenters.facets
    window.presenters.facts.background.progressed.connect(lambda _done, _total: facets.follow_facts())
    facets.opened.connect(lambda wanted: actions.check("refine", on=wanted))
    if search.answer is not None:
        answered(search.answer)


def _connect_library(window: MainWindow) -> None:
    library, reader = window.presenters.library, window.presenters.reader

    def welcome() -> None:
        if library.is_loaded:
            window.show_welcome(is_empty=library.is_empty and not window.presenters.imports.is_running)

    library.changed.connect(welcome)
    window.presenters.imports.started.connect(welcome)
    window.presenters.imports.ended.connect(welcome)
    window.columns.library.document_requested.connect(reader.open_document)
    window.columns.search.document_requested.connect(reader.open_document)
    welcome()


def _connect_imports(window: MainWindow) -> None:
    imports, actions = window.presenters.imports, window.actions_table
    library, search, background = (
        window.presenters.library,
        window.presenters.search,
        window.presenters.facts.background,
    )

    def running() -> None:
        actions.change_state(When.IMPORTING, holds=imports.is_running)
        actions.change_state(When.REPORT, holds=imports.last_report is not None)

    def finish() -> None:
        running()
        library.refresh()
        search.refresh()

    imports.started.connect(running)
    imports.started.connect(lambda: background.hold("import"))
    imports.document_added.connect(library.refresh_soon)
    imports.document_added.connect(search.refresh_soon)
    imports.document_renewed.connect(lambda document_id: show_renewed(window, document_id))
    for ended in (imports.ended, imports.failed):
        ended.connect(finish)
        ended.connect(lambda: background.release("import"))
        ended.connect(background.start)
    window.paths_dropped.connect(imports.start)
    running()
