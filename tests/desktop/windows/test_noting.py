"""What the reader marks in the window: words in several ways, points of a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.pageview.layout import Place
from desktop.windows.noting import Noting
from desktop.windows.page_menu import PageMenu
from index.model.annotation import AnnotationKind
from index.model.span import Span
from tests.desktop.windows.conftest import TALKS


class Room:
    """A window with a document on the desk."""

    def __init__(self, desktop: Desktop, qtbot: QtBot) -> None:
        self.desktop, self.qtbot, self.notes = desktop, qtbot, desktop.presenters.notes
        self.pages, self.actions = desktop.window.columns.pages, desktop.window.actions_table
        desktop.presenters.reader.open_document(TALKS.id)
        qtbot.waitUntil(lambda: self.pages.document is not None)

    def wait(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.notes.marks()) == count and not self.notes.is_busy)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def entries(self, place: Place) -> dict[str, object]:
        menu = self.desktop.window.findChild(PageMenu).menu(place, QPoint(10, 10))
        return {action.text().replace("&", ""): action for action in menu.actions()}


@pytest.fixture
def room(desktop: Desktop, qtbot: QtBot) -> Room:
    return Room(desktop, qtbot)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("highlight", AnnotationKind.HIGHLIGHT),
        ("underline", AnnotationKind.UNDERLINE),
        ("strike", AnnotationKind.STRIKE),
    ],
)
def test_selected_words_are_marked_as_asked(room: Room, command: str, kind: AnnotationKind) -> None:
    room.pages.select(Span(2, 16))
    room.actions[command].trigger()
    room.wait(1)
    [made] = room.notes.marks()
    assert (made.kind, made.anchor.quote) == (kind, "сотрудничестве")
    assert room.pages.selected_span() is None


def test_free_note_and_bookmark_stand_on_the_page_that_is_seen(room: Room) -> None:
    room.actions["free_note"].trigger()
    room.wait(1)
    room.actions["bookmark"].trigger()
    room.wait(2)
    assert {one.kind for one in room.notes.marks()} == {AnnotationKind.NOTE, AnnotationKind.BOOKMARK}
    assert all(one.point is not None and one.anchor.page_index == 0 for one in room.notes.marks())
    assert len(list(room.pages.lights.signs(0))) == 2


def test_menu_of_an_empty_place_offers_what_can_be_put_there(room: Room) -> None:
    offered = [words for words in room.entries(Place(0, 300, 300)) if words]
    assert offered == ["Заметка в этом месте…", "Закладка в этом месте", "Таблицы на странице"]


def test_menu_of_a_note_changes_and_deletes_it(room: Room) -> None:
    place = Place(0, 200, 120)
    room.entries(place)["Закладка в этом месте"].trigger()
    room.wait(1)
    entries = room.entries(place)
    assert list(entries)[:2] == ["Изменить заметку…", "Удалить заметку"]
    entries["Удалить заметку"].trigger()
    room.wait(0)


def test_note_put_in_a_place_stands_there(room: Room) -> None:
    room.entries(Place(1, 200, 120))["Заметка в этом месте…"].trigger()
    room.wait(1)
    [made] = room.notes.marks()
    assert made.point is not None
    assert (made.anchor.page_index, made.point.x, made.point.y) == (1, 200, 120)
    assert room.desktop.window.findChild(Noting) is not None
