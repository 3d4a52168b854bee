from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.settings import SHOW_CONTENTS
from index.model.document import OutlineEntry
from tests.desktop.qt import click, press_key, type_text
from tests.desktop.windows.conftest import OTHER, TALKS
from tests.helpers.fakes import FakeArchive, document

LABELS = ("i", "ii", "1", "2", "3", "4", "5", "6", "7", "8")


@pytest.fixture
def book(qtbot: QtBot, archive: FakeArchive, desktop: Desktop) -> Desktop:
    """The window with a book of ten pages open."""
    made = document("d", "Слово о воде. " * 80, pages=len(LABELS))
    pages = tuple(replace(page, label=label) for page, label in zip(made.pages, LABELS, strict=True))
    outline = (OutlineEntry("Предисловие", 0, 0), OutlineEntry("Вода", 5, 0))
    archive.add(replace(made, pages=pages, outline=outline))
    open_document(qtbot, desktop, made.id)
    return desktop


def open_document(qtbot: QtBot, desktop: Desktop, document_id: str) -> None:
    reader = desktop.presenters.reader
    reader.open_document(document_id)  # type: ignore[arg-type]  # any text will do
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == document_id)
    qtbot.wait(0)


def go_to(qtbot: QtBot, desktop: Desktop, typed: str) -> None:
    desktop.window.actions_table["go_to_page"].trigger()
    field = desktop.window.columns.bar.findChild(QLineEdit, "pageNumber")
    field.selectAll()
    type_text(field, typed)
    press_key(field, Qt.Key.Key_Return)
    # What follows in the same turn of the loop belongs to the same jump.
    turn = QTimer(singleShot=True, interval=0)
    with qtbot.waitSignal(turn.timeout):
        turn.start()


def at(desktop: Desktop) -> int:
    return desktop.window.columns.pages.page_index


def test_a_page_is_gone_to_by_label_and_by_number(qtbot: QtBot, book: Desktop) -> None:
    bar = book.window.columns.bar
    go_to(qtbot, book, "4")
    qtbot.waitUntil(lambda: at(book) == 5)
    assert (bar._page.text(), bar._pages.text().split()) == ("4", ["(6)", "/", "10"])
    go_to(qtbot, book, "(4)")
    qtbot.waitUntil(lambda: at(book) == 3)
    go_to(qtbot, book, "II")
    qtbot.waitUntil(lambda: at(book) == 1)


def test_one_goes_back_by_key_and_by_mouse_over_documents(qtbot: QtBot, book: Desktop) -> None:
    window, actions = book.window, book.window.actions_table
    assert not actions["back"].isEnabled()
    go_to(qtbot, book, "4")
    qtbot.waitUntil(lambda: at(book) == 5)
    open_document(qtbot, book, OTHER.id)
    open_document(qtbot, book, TALKS.id)
    click(window.columns.pages, window.columns.pages.viewport().rect().center(), Qt.MouseButton.BackButton)
    qtbot.waitUntil(lambda: window.columns.pages.document == OTHER)
    qtbot.wait(0)
    actions["back"].trigger()
    qtbot.waitUntil(lambda: at(book) == 5)
    actions["back"].trigger()
    qtbot.waitUntil(lambda: at(book) == 0)
    assert not actions["back"].isEnabled()
    click(window.columns.pages, window.columns.pages.viewport().rect().center(), Qt.MouseButton.ForwardButton)
    qtbot.waitUntil(lambda: at(book) == 5)


def test_a_section_is_a_jump(qtbot: QtBot, book: Desktop) -> None:
    columns, actions = book.window.columns, book.window.actions_table
    assert not columns.contents.isVisible()
    actions["show_contents"].trigger()
    assert columns.contents.isVisible()
    assert book.presenters.settings.get(SHOW_CONTENTS)
    tree = columns.contents.outline.tree
    click(tree, tree.visualRect(tree.model().index(1, 0)).center())
    qtbot.waitUntil(lambda: at(book) == 5)
    assert tree.currentIndex().data() == "Вода"
    actions["back"].trigger()
    qtbot.waitUntil(lambda: at(book) == 0)


def test_contents_are_put_away_with_the_document(book: Desktop) -> None:
    book.window.actions_table["show_contents"].trigger()
    book.presenters.reader.close_document()
    assert not book.window.columns.contents.isVisible()
