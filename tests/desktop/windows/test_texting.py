from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.selection_bar import SelectionBar
from desktop.settings import TEXT_SIZE
from index.model.annotation import HighlightColor
from index.model.span import Span
from tests.desktop.pageview.papers import paper, span_of
from tests.helpers.fakes import FakeArchive

BOOK = paper(
    *[[f"Страница номер {number} о воде.", "", *["Слово о хлебе.", ""] * 25] for number in range(12)]
)


@pytest.fixture
def book(qtbot: QtBot, archive: FakeArchive, desktop: Desktop) -> Desktop:
    """The window with a book of twelve pages open, as text."""
    archive.add(BOOK, Path("/nowhere.pdf"))
    reader = desktop.presenters.reader
    reader.open_document(BOOK.id)
    qtbot.waitUntil(lambda: reader.document == BOOK)
    desktop.window.columns.pages.go_to_page(4)
    qtbot.wait(0)
    desktop.window.actions_table["text_view"].trigger()
    return desktop


def test_the_place_is_kept_there_and_back(qtbot: QtBot, book: Desktop) -> None:
    columns = book.window.columns
    assert columns.text.isVisible()
    assert not columns.pages.isVisible()
    assert BOOK.text[columns.text.top_offset() :].startswith("Страница номер 4")
    columns.text.show_offset(span_of(BOOK, "Страница номер 8").start)
    book.window.actions_table["text_view"].trigger()
    assert columns.pages.isVisible()
    place = columns.pages.top_place
    assert place is not None
    assert place.page_index == 8
    assert abs(place.y_pt - 50) < 20


def test_pages_that_are_asked_for_are_shown_as_text(qtbot: QtBot, book: Desktop) -> None:
    text, actions = book.window.columns.text, book.window.actions_table
    actions["last_page"].trigger()
    assert BOOK.pages[11].span.start <= text._offset_at(text.viewport().rect().bottomRight())
    qtbot.waitUntil(lambda: book.window.columns.bar._pages.text().endswith("12"))
    actions["back"].trigger()
    qtbot.waitUntil(lambda: BOOK.text[text.top_offset() :].startswith("Страница номер 4"))


def test_a_hit_is_lit_and_shown(qtbot: QtBot, book: Desktop) -> None:
    search, text = book.presenters.search, book.window.columns.text
    with qtbot.waitSignal(search.answered):
        search.ask("страница")
    assert text.extraSelections()
    search.open_match(0, 9)
    qtbot.waitUntil(lambda: text.page_index == 9)
    assert text._lights.current == span_of(BOOK, "Страница", BOOK.pages[9].span.start)


def test_commands_work_on_what_is_selected_in_the_text(qtbot: QtBot, book: Desktop) -> None:
    text, actions, notes = book.window.columns.text, book.window.actions_table, book.presenters.notes
    span = span_of(BOOK, "номер 4")
    text.setTextCursor(text._cursor(span))
    assert actions["highlight"].isEnabled()
    with qtbot.waitSignal(notes.added):
        actions["highlight"].trigger()
    qtbot.waitUntil(lambda: bool(notes.marks()) and not notes.is_busy)
    assert notes.marks()[0].anchor.span == span
    assert notes.marks()[0].color is HighlightColor.YELLOW
    assert text.selected_span() is None
    assert not actions["highlight"].isEnabled()


def test_letters_are_made_larger_and_stay_so(book: Desktop) -> None:
    columns = book.window.columns
    size, zoom = columns.text.size_px, columns.pages.zoom_factor
    book.window.actions_table["zoom_in"].trigger()
    assert columns.text.size_px > size
    assert columns.pages.zoom_factor == zoom
    assert book.presenters.settings.get(TEXT_SIZE) == columns.text.size_px
    book.window.actions_table["text_view"].trigger()
    assert columns.bar._zoom.text().startswith(str(round(zoom * 100)))


def test_another_document_is_shown_as_text(qtbot: QtBot, book: Desktop, archive: FakeArchive) -> None:
    other = archive.documents()[1]
    book.presenters.reader.open_document(other.id)
    text = book.window.columns.text
    qtbot.waitUntil(lambda: text.text_document is not None and text.text_document.id == other.id)
    assert text.toPlainText() == archive.document(other.id).text
    book.presenters.reader.close_document()
    assert not text.isVisible()


def test_a_fact_is_lit_in_the_text(book: Desktop) -> None:
    span = Span(BOOK.pages[2].span.start, BOOK.pages[2].span.start + 8)
    book.presenters.reader.light_fact(span)
    text = book.window.columns.text
    assert span in [
        Span(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in text.extraSelections()
    ]


def test_the_page_told_above_is_that_of_the_text(qtbot: QtBot, book: Desktop) -> None:
    columns = book.window.columns
    assert columns.bar._page.text() == "5"
    # Pages so small that several are seen at once.
    columns.pages.set_zoom(0.1)
    qtbot.waitUntil(lambda: columns.pages.page_index != columns.text.page_index)
    assert columns.bar._page.text() == "5"


def test_the_menu_of_the_text_is_that_of_the_pages(qtbot: QtBot, book: Desktop) -> None:
    text, span = book.window.columns.text, span_of(BOOK, "хлебе", BOOK.pages[4].span.start)
    text.menu_requested.emit(span.start + 1, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert text.selected_span() == span
    menu.close()


def test_the_bar_of_a_selection_is_below_it_in_the_text(book: Desktop) -> None:
    text, span = book.window.columns.text, span_of(BOOK, "номер 4")
    book.window.resize(1800, 900)
    text.setTextCursor(text._cursor(span))
    text.selection_finished.emit(span, QPoint(10, 10))
    bar = book.window.findChild(SelectionBar)
    (line,) = text.selected_areas()
    assert bar.isVisible()
    assert 0 <= bar.y() - text.viewport().mapTo(book.window, line.toRect().bottomLeft()).y() < 30
