from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.selection_bar import SelectionBar
from desktop.pageview.layout import Place, Spread
from desktop.pageview.marks import Layer
from index.model.reading import LeftOff
from index.model.span import Span
from tests.desktop.pageview.papers import paper, span_of
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive, document

BOOK = paper(
    *[[f"Страница номер {number} о воде.", "", *["Слово о хлебе.", ""] * 17] for number in range(12)]
)


@pytest.fixture
def book(qtbot: QtBot, archive: FakeArchive, desktop: Desktop) -> Desktop:
    """The window with a book of twelve pages open in two places."""
    archive.add(BOOK, Path("/nowhere.pdf"))
    reader = desktop.presenters.reader
    reader.open_document(BOOK.id)
    qtbot.waitUntil(lambda: reader.document == BOOK)
    desktop.window.columns.pages.go_to_page(4)
    desktop.window.actions_table["beside"].trigger()
    qtbot.wait(0)
    return desktop


def put_talks_beside(qtbot: QtBot, desktop: Desktop) -> None:
    with qtbot.waitSignal(desktop.presenters.beside.lights_changed):
        desktop.presenters.beside.open(TALKS.id)


def test_the_second_place_begins_where_the_first_one_is(qtbot: QtBot, book: Desktop) -> None:
    here, there = book.window.columns.pages, book.window.columns.beside.pages
    qtbot.waitUntil(lambda: here.page_index == there.page_index == 4)
    assert abs(here.width() - there.width()) < 3
    there.set_zoom(0.5)
    there.go_to_page(9)
    qtbot.waitUntil(lambda: there.page_index == 9)
    assert here.page_index == 4
    assert here.zoom_factor != 0.5


def test_both_places_of_a_document_are_lit_and_selected_alike(qtbot: QtBot, book: Desktop) -> None:
    here, there = book.window.columns.pages, book.window.columns.beside.pages
    with qtbot.waitSignal(book.presenters.search.answered):
        book.presenters.search.ask("страница")
    assert tuple(there.lights.marks(Layer.HITS)) == tuple(here.lights.marks(Layer.HITS)) != ()
    span = span_of(BOOK, "номер 4")
    there.select(span)
    assert here.selected_span() == span
    with qtbot.waitSignal(book.presenters.notes.added):
        book.window.actions_table["highlight"].trigger()
    assert there.selected_span() is None
    assert [mark.span for mark in there.lights.marks(Layer.NOTES)] == [span]


def test_commands_change_the_size_where_the_keyboard_is(book: Desktop) -> None:
    here, there = book.window.columns.pages, book.window.columns.beside.pages
    sizes = here.zoom_factor, there.zoom_factor
    there.setFocus()
    book.window.actions_table["zoom_in"].trigger()
    assert here.zoom_factor == sizes[0]
    assert there.zoom_factor > sizes[1]


def test_selecting_in_another_document_makes_it_the_open_one_in_its_place(
    qtbot: QtBot, book: Desktop
) -> None:
    columns = book.window.columns
    put_talks_beside(qtbot, book)
    right = columns.beside.mapTo(book.window, QPoint(0, 0)).x()
    assert right > columns.pages.mapTo(book.window, QPoint(0, 0)).x()
    span = Span(0, 5)
    columns.beside.pages.select(span)
    columns.beside.pages.selection_finished.emit(span, QPoint(10, 10))
    assert book.presenters.reader.document == TALKS
    assert book.presenters.beside.document == BOOK
    assert columns.pages.selected_span() == span
    assert columns.pages.mapTo(book.window, QPoint(0, 0)).x() == pytest.approx(right, abs=2)
    qtbot.waitUntil(lambda: columns.beside.pages.page_index == 4)


def test_the_second_place_is_closed_by_the_switch_and_with_the_document(book: Desktop) -> None:
    columns, actions = book.window.columns, book.window.actions_table
    assert columns.beside.isVisible()
    actions["beside"].trigger()
    assert not columns.beside.isVisible()
    actions["beside"].trigger()
    book.presenters.reader.close_document()
    assert not columns.beside.isVisible()
    assert not actions["beside"].isChecked()


def test_a_document_of_the_list_is_opened_beside(qtbot: QtBot, book: Desktop) -> None:
    documents = book.window.columns.search.documents
    documents.show_row(documents.documents.row_of(TALKS.id))
    menu = documents.menu()
    (beside,) = [action for action in menu.actions() if action.text() == "Открыть рядом"]
    with qtbot.waitSignal(book.presenters.beside.lights_changed):
        beside.trigger()
    assert book.presenters.beside.document == TALKS
    menu.deleteLater()


def test_the_second_place_has_a_margin_of_its_own(qtbot: QtBot, book: Desktop) -> None:
    columns, notes = book.window.columns, book.presenters.notes
    book.window.resize(2400, 900)
    book.window.actions_table["show_margin"].trigger()
    with qtbot.waitSignal(notes.added):
        notes.add(span_of(BOOK, "номер 4"), note="Сверить")
    columns.beside.pages.reveal(span_of(BOOK, "номер 4"))
    qtbot.waitUntil(lambda: [note for note, _box in columns.beside.margin.shown] == [notes.marks()[0].id])
    with qtbot.waitSignal(columns.margin.note_clicked):
        columns.beside.margin.note_clicked.emit(notes.marks()[0].id, QRect())


def test_the_bar_of_a_selection_is_where_the_selection_was_made(qtbot: QtBot, book: Desktop) -> None:
    columns = book.window.columns
    span = span_of(BOOK, "номер 4")
    book.window.resize(2400, 900)
    columns.beside.pages.setFocus()
    columns.beside.pages.select(span)
    columns.beside.pages.go_to_page(4)
    columns.pages.go_to_page(9)
    columns.beside.pages.selection_finished.emit(span, QPoint(10, 10))
    bar = book.window.findChild(SelectionBar)
    assert bar.isVisible()
    (line,) = columns.beside.pages.selected_areas()
    top = columns.beside.pages.viewport().mapTo(book.window, line.toRect().topLeft()).y()
    assert abs(bar.y() - top) < 80
    columns.beside.pages.go_to_page(6)
    assert not bar.isVisible()


def test_the_menu_of_the_second_place_is_that_of_the_document(qtbot: QtBot, book: Desktop) -> None:
    columns, span = book.window.columns, span_of(BOOK, "Страница")
    columns.beside.pages.menu_requested.emit(Place(0, 60, 56), QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert columns.pages.selected_span() == columns.beside.pages.selected_span() == span
    menu.close()


def test_turned_pages_stay_turned_when_documents_change_places(qtbot: QtBot, book: Desktop) -> None:
    columns = book.window.columns
    put_talks_beside(qtbot, book)
    columns.beside.pages.turn(1)
    columns.beside.exchange_requested.emit()
    assert (columns.pages.document, columns.pages.turns) == (TALKS, 1)
    assert (columns.beside.pages.document, columns.beside.pages.turns) == (BOOK, 0)


def test_another_document_stands_beside_as_it_was_left(
    qtbot: QtBot, archive: FakeArchive, book: Desktop
) -> None:
    other = document("d", "Слово о воде. " * 80, pages=10)
    archive.add(other)
    archive.left_off.note(other.id, LeftOff(6, 300.0, 0.0, 0))
    with qtbot.waitSignal(book.presenters.beside.lights_changed):
        book.presenters.beside.open(other.id)
    qtbot.waitUntil(lambda: book.window.columns.beside.pages.page_index == 6)


def test_pages_lie_alike_in_both_places(book: Desktop) -> None:
    columns, actions = book.window.columns, book.window.actions_table
    actions["spread_facing"].trigger()
    assert columns.pages.spread is columns.beside.pages.spread is Spread.FACING
    columns.beside.pages.setFocus()
    actions["turn_right"].trigger()
    assert (columns.pages.turns, columns.beside.pages.turns) == (0, 1)
