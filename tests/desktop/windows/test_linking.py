from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.pageview.layout import Place
from index.model.geometry import Rect
from index.model.link import PageLink
from tests.desktop.pageview.papers import paper
from tests.desktop.qt import NONE, click, drag, mouse
from tests.helpers.fakes import FakeArchive

BOOK = paper(*[[f"Страница номер {number} о воде."] for number in range(12)])
INNER = PageLink(Rect(50, 200, 150, 220), 7, 50.0)
OUTER = PageLink(Rect(50, 300, 150, 320), address="https://example.org/?a=<b>")
ODD = PageLink(Rect(50, 400, 150, 420), address="file:///etc/passwd")


@pytest.fixture
def book(qtbot: QtBot, archive: FakeArchive, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The window with a book open whose first page has three links."""
    renderer = desktop.presenters.renderer
    monkeypatch.setattr(
        renderer,
        "ask_links",
        lambda path, page: renderer.links_found.emit(path, page, () if page else (INNER, OUTER, ODD)),
    )
    archive.add(BOOK, Path("/nowhere.pdf"))
    reader = desktop.presenters.reader
    reader.open_document(BOOK.id)
    qtbot.waitUntil(lambda: reader.document == BOOK)
    return desktop


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the system."""
    addresses: list[str] = []

    def take(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return addresses


def middle(desktop: Desktop, link: PageLink) -> QPoint:
    area = link.area
    place = Place(0, (area.left + area.right) / 2, (area.top + area.bottom) / 2)
    return desktop.window.columns.pages.point_of(place).toPoint()


def test_the_pointer_tells_a_link(book: Desktop) -> None:
    pages = book.window.columns.pages
    mouse(pages, QEvent.Type.MouseMove, middle(book, INNER), NONE)
    assert pages.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    mouse(pages, QEvent.Type.MouseMove, pages.point_of(Place(0, 400, 260)).toPoint(), NONE)
    assert pages.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor


def test_an_inner_link_is_followed_and_one_comes_back(qtbot: QtBot, book: Desktop) -> None:
    pages = book.window.columns.pages
    click(pages, middle(book, INNER))
    qtbot.waitUntil(lambda: pages.page_index == 7)
    qtbot.wait(0)
    book.window.actions_table["back"].trigger()
    qtbot.waitUntil(lambda: pages.page_index == 0)


def test_what_is_dragged_over_a_link_is_selected(qtbot: QtBot, book: Desktop) -> None:
    start = middle(book, INNER)
    drag(book.window.columns.pages, start, start + QPoint(30, 0), start + QPoint(60, 0))
    qtbot.wait(20)
    assert book.window.columns.pages.page_index == 0


def test_an_outer_link_is_opened_only_when_the_reader_agrees(book: Desktop, opened: list[str]) -> None:
    for answer, handed in (("Отмена", []), ("Открыть", [OUTER.address])):
        click(book.window.columns.pages, middle(book, OUTER))
        (box,) = [one for one in book.window.findChildren(QMessageBox) if one.isVisible()]
        assert OUTER.address in box.informativeText()
        assert box.textFormat() is Qt.TextFormat.PlainText
        assert opened == []
        (button,) = [one for one in box.findChildren(QPushButton) if one.text() == answer]
        button.click()
        assert [QUrl(one) for one in opened] == [QUrl(one) for one in handed]


def test_a_link_to_a_file_is_never_opened(book: Desktop, opened: list[str]) -> None:
    click(book.window.columns.pages, middle(book, ODD))
    (box,) = [one for one in book.window.findChildren(QMessageBox) if one.isVisible()]
    (button,) = box.findChildren(QPushButton)
    button.click()
    assert opened == []
