from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.pageview.margin import Margin
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from tests.desktop.pageview.papers import paper, span_of

DOCUMENT = paper(["один два три", "четыре пять"], ["шесть семь"], [], ["восемь"])
LIGHT = PALETTES[ThemeName.LIGHT]


@pytest.fixture
def margin(view: PageView) -> Margin:
    made = Margin(view, LIGHT)
    view.show_document(DOCUMENT, Path("paper.pdf"))
    made.open(wanted=True)
    return made


def note(words: str, id_: str, text: str = "Заметка") -> Mark:
    return Mark(span_of(DOCUMENT, words), "blue", id_, text)


def test_margin_takes_its_room_from_the_pages_and_gives_it_back(view: PageView, margin: Margin) -> None:
    width = view.viewport().width()
    margin.open(wanted=False)
    assert view.viewport().width() > width


def test_notes_stand_at_the_height_of_their_passages(qtbot: QtBot, view: PageView, margin: Margin) -> None:
    margin.set_notes([note("четыре", "b"), note("один", "a")])
    qtbot.waitUntil(lambda: margin.width() > 100)
    (first, upper), (second, lower) = margin.shown
    assert (first, second) == ("a", "b")
    assert upper.bottom() < lower.top()


def test_notes_that_would_overlap_stand_below_one_another(
    qtbot: QtBot, view: PageView, margin: Margin
) -> None:
    margin.set_notes([note("один", "a", "Слово " * 40), note("два", "b", "Слово " * 40), note("три", "c")])
    qtbot.waitUntil(lambda: margin.width() > 100)
    boxes = [box for _id, box in margin.shown]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(boxes))


def test_marks_without_words_are_left_out(qtbot: QtBot, margin: Margin) -> None:
    margin.set_notes([note("один", "a", " "), note("два", "b")])
    qtbot.waitUntil(lambda: margin.width() > 100)
    assert [id_ for id_, _box in margin.shown] == ["b"]


def test_a_click_asks_for_the_note(qtbot: QtBot, margin: Margin) -> None:
    margin.set_notes([note("один", "a")])
    qtbot.waitUntil(lambda: margin.width() > 100 and bool(margin.shown))
    [(_id, box)] = margin.shown
    with qtbot.waitSignal(margin.note_clicked) as clicked:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=box.center())
    assert clicked.args[0] == "a"
    with qtbot.assertNotEmitted(margin.note_clicked):
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(2, margin.height() - 2))


def test_it_shows_what_is_lit_as_notes(qtbot: QtBot, view: PageView, margin: Margin) -> None:
    view.set_marks(Layer.NOTES, [note("один", "a")])
    view.set_marks(Layer.FACT, [note("два", "b")])
    qtbot.waitUntil(lambda: margin.width() > 100)
    assert [id_ for id_, _box in margin.shown] == ["a"]


def test_narrow_pages_need_all_their_room(view: PageView, margin: Margin) -> None:
    view.resize(300, 600)
    narrow = view.viewport().width()
    margin.open(wanted=False)
    assert view.viewport().width() == narrow
