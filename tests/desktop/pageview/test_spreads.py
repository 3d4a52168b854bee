"""Pages singly, in pairs and turned, in the view."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Place, Spread, Zoom
from desktop.pageview.view import PageView
from index.model.document import Document
from index.model.reading import LeftOff
from tests.desktop.pageview.papers import PaperRenderer, span_of
from tests.desktop.pageview.seen import color_at, point, settle, wheel
from tests.desktop.qt import press_key

NONE = Qt.KeyboardModifier.NoModifier
MIDDLE = QPointF(300, 200)


def test_a_single_page_turns_over_at_its_edge(qtbot: QtBot, view: PageView) -> None:
    view.set_zoom(Zoom.FIT_PAGE)
    view.set_spread(Spread.SINGLE)
    assert list(view.glance.pages) == [0]
    wheel(view, MIDDLE, -1, NONE)
    assert list(view.glance.pages) == [1]
    wheel(view, MIDDLE, 1, NONE)
    assert list(view.glance.pages) == [0]
    press_key(view, Qt.Key.Key_PageDown)
    assert list(view.glance.pages) == [1]


def test_a_tall_single_page_is_scrolled_before_it_turns_over(view: PageView) -> None:
    view.set_spread(Spread.SINGLE)
    seen = []
    for _ in range(6):
        wheel(view, MIDDLE, -1, NONE)
        seen.append(view.glance.pages[0])
    assert seen[0] == 0
    assert seen[-1] == 1
    assert seen == sorted(seen)


def test_what_is_read_stays_in_sight_when_pages_lie_otherwise(qtbot: QtBot, view: PageView) -> None:
    view.go_to_page(4)
    for spread in (Spread.FACING, Spread.SINGLE, Spread.CONTINUOUS):
        view.set_spread(spread)
        assert 4 in view.glance.pages


def test_the_right_one_of_facing_pages_can_be_the_current_one(qtbot: QtBot, view: PageView) -> None:
    view.set_spread(Spread.FACING)
    view.go_to_page(4)
    settle(qtbot, view)
    assert view.page_index == 4
    view.go_to_page(5)
    settle(qtbot, view)
    assert view.page_index == 5


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_passage_of_a_turned_page_is_brought_into_sight(qtbot: QtBot, view: PageView, turns: int) -> None:
    view.turn(turns)
    span = span_of(view.document, "строка 25", len(view.document.text) // 2)
    view.reveal(span)
    settle(qtbot, view)
    at = point(view, span)
    assert view.viewport().rect().contains(at.toPoint())
    assert view.place_at(at).page_index == view.document.text_map.quads(span)[0].page_index


def test_a_turned_page_is_drawn_turned(qtbot: QtBot, view: PageView, paper_renderer: PaperRenderer) -> None:
    paper_renderer.is_instant = False
    view.turn(1)
    qtbot.waitUntil(lambda: bool(paper_renderer.wanted))
    request = paper_renderer.wanted[0]
    assert request.turns == 1
    assert request.width_px > request.height_px


def test_four_turns_lead_back(view: PageView) -> None:
    view.go_to_page(3)
    place = view.place_at(MIDDLE)
    for _ in range(4):
        view.turn(1)
    assert view.turns == 0
    assert view.place_at(MIDDLE).page_index == place.page_index


def test_a_selection_on_a_turned_page_is_lit_there(qtbot: QtBot, view: PageView) -> None:
    view.turn(1)
    span = span_of(view.document, "водных-ресурсах")
    at = point(view, span)
    before = color_at(view, at)
    view.select(span)
    assert color_at(view, at) != before


def test_pages_stand_as_they_were_left(qtbot: QtBot, view: PageView, document: Document) -> None:
    view.turn(3)
    view.go_to_page(5)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
    left_off = view.left_off()
    view.show_document(document, Path("paper.pdf"), LeftOff(0, 0, 0))
    assert view.turns == 0
    view.show_document(document, Path("paper.pdf"), left_off)
    assert view.turns == 3
    found = view.left_off()
    assert found.page_index == left_off.page_index
    assert found.y_pt == pytest.approx(left_off.y_pt, abs=1)


def test_a_page_that_is_gone_is_not_gone_to(view: PageView, document: Document) -> None:
    view.show_document(document, Path("paper.pdf"), LeftOff(99, 0, 0))
    assert view.verticalScrollBar().value() == 0


def test_a_jump_shows_what_was_there_until_the_new_place_is_drawn(
    qtbot: QtBot, view: PageView, paper_renderer: PaperRenderer
) -> None:
    paper_renderer.color = 0xFF0000
    view.set_zoom(1.0)
    settle(qtbot, view)
    shown = view.window().screen().grabWindow(view.winId()).toImage()
    paper_renderer.is_instant = False
    view.go_to_page(8)
    assert view._has_nothing
    assert view.window().screen().grabWindow(view.winId()).toImage() == shown
    paper_renderer.draw()
    qtbot.waitUntil(lambda: not view._has_nothing)
    assert view.point_of(Place(8, 0, 0)).y() == pytest.approx(14, abs=1)
