from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Zoom
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document
from index.model.span import Span
from tests.desktop.pageview.papers import PaperRenderer, span_of
from tests.desktop.pageview.seen import point, settle, wheel
from tests.desktop.qt import press_key

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_pages_fit_the_width_at_first(view: PageView) -> None:
    width = view._layout.page_width(0)
    assert width == pytest.approx(view.viewport().width() - 28)
    assert view.horizontalScrollBar().maximum() == 0


def test_zooming_with_the_wheel_keeps_what_is_under_the_pointer(qtbot: QtBot, view: PageView) -> None:
    view.go_to_page(3)
    at = QPointF(300, 200)
    before = view.place_at(at)
    with qtbot.waitSignal(view.zoom_changed):
        wheel(view, at, 3)
    after = view.place_at(at)
    assert after.page_index == before.page_index
    assert after.x_pt == pytest.approx(before.x_pt, abs=1)
    assert after.y_pt == pytest.approx(before.y_pt, abs=1)
    assert view.zoom == view.zoom_factor


def test_zoom_stays_within_its_limits(view: PageView) -> None:
    wheel(view, QPointF(300, 200), 100)
    assert view.zoom_factor == 8.0
    wheel(view, QPointF(300, 200), -200)
    assert view.zoom_factor == 0.1


def test_zoom_steps_and_fitting(view: PageView) -> None:
    view.set_zoom(1.0)
    view.zoom_in()
    assert view.zoom_factor == 1.1
    view.zoom_out()
    view.zoom_out()
    assert view.zoom_factor == 0.9
    view.set_zoom(Zoom.FIT_PAGE)
    assert view._layout.page_height(0) == pytest.approx(view.viewport().height() - 28)


def test_a_wider_window_shows_wider_pages_at_the_same_place(qtbot: QtBot, view: PageView) -> None:
    view.go_to_page(4)
    width = view._layout.page_width(0)
    place = view.place_at(QPointF(300, view.viewport().height() / 3))
    view.resize(1000, 600)
    assert view._layout.page_width(0) == pytest.approx(width + 300)
    again = view.place_at(QPointF(300, view.viewport().height() / 3))
    assert again.page_index == place.page_index
    assert again.y_pt == pytest.approx(place.y_pt, abs=1.5)


def test_the_beginning_stays_in_sight_whatever_size_the_window_takes(view: PageView) -> None:
    view.verticalScrollBar().setValue(0)
    view.resize(1000, 600)
    assert view.verticalScrollBar().value() == 0
    view.resize(500, 700)
    assert view.verticalScrollBar().value() == 0


def test_a_higher_window_leaves_the_top_where_it_is(view: PageView) -> None:
    view.go_to_page(4)
    before = view.verticalScrollBar().value()
    view.resize(700, 800)
    assert view.verticalScrollBar().value() == pytest.approx(before, abs=1)


def test_going_to_a_page_makes_it_the_current_one(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.page_changed) as changed:
        view.go_to_page(5)
    assert changed.args == [5]
    assert view.page_index == 5
    view.go_to_page(99)
    assert view.page_index == 5


def test_at_the_end_the_last_page_is_the_current_one(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.page_changed) as changed:
        press_key(view, KEY.Key_End)
    assert changed.args == [9]


def test_keys_move_the_pages(view: PageView) -> None:
    bar = view.verticalScrollBar()
    assert press_key(view, KEY.Key_Down)
    step = bar.value()
    assert 20 < step < 100
    press_key(view, KEY.Key_Up)
    assert bar.value() == 0
    press_key(view, KEY.Key_PageDown)
    window = bar.value()
    assert view.viewport().height() * 0.8 < window < view.viewport().height()
    press_key(view, KEY.Key_Space)
    assert bar.value() == 2 * window
    press_key(view, KEY.Key_Space, SHIFT)
    press_key(view, KEY.Key_PageUp)
    assert bar.value() == 0
    press_key(view, KEY.Key_End)
    assert bar.value() == bar.maximum()
    press_key(view, KEY.Key_Home, CTRL)
    assert bar.value() == 0


def test_foreign_keys_are_left_to_others(view: PageView) -> None:
    assert not press_key(view, KEY.Key_Escape)
    assert not press_key(view, KEY.Key_F3)
    assert not press_key(view, KEY.Key_Down, CTRL)
    assert view.verticalScrollBar().value() == 0


def test_a_far_passage_comes_to_a_third_of_the_height(qtbot: QtBot, view: PageView) -> None:
    span = span_of(view.document, "строка 25", len(view.document.text) // 2)
    view.reveal(span)
    settle(qtbot, view)
    assert point(view, span).y() == pytest.approx(view.viewport().height() / 3, abs=12)


def test_a_passage_in_sight_stays_where_it_is(qtbot: QtBot, view: PageView) -> None:
    view.reveal(span_of(view.document, "строка 5"))
    settle(qtbot, view)
    assert view.verticalScrollBar().value() == 0


def test_a_near_passage_glides_into_sight(qtbot: QtBot, view: PageView) -> None:
    span = span_of(view.document, "строка 29")
    view.reveal(span)
    assert view._glide.is_running
    settle(qtbot, view)
    assert point(view, span).y() == pytest.approx(view.viewport().height() / 3, abs=12)


def test_a_passage_is_brought_into_sight_sideways_too(qtbot: QtBot, view: PageView) -> None:
    view.set_zoom(6.0)
    span = span_of(view.document, "сотрудничество")
    view.reveal(span)
    settle(qtbot, view)
    assert 0 < point(view, span, 0).x() < point(view, span, 1).x() < view.viewport().width()
    assert 0 < point(view, span).y() < view.viewport().height()


def test_what_is_revealed_before_the_window_is_shown_is_seen_when_it_is(
    qtbot: QtBot, document: Document, paper_renderer: PaperRenderer
) -> None:
    view = PageView(paper_renderer, PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(view)
    view.show_document(document, Path("paper.pdf"))
    span = span_of(document, "строка 25", len(document.text) // 2)
    view.reveal(span)
    view.resize(900, 500)
    view.show()
    qtbot.waitExposed(view)
    settle(qtbot, view)
    assert point(view, span).y() == pytest.approx(500 / 3, abs=25)


def test_a_span_without_place_reveals_nothing(view: PageView) -> None:
    view.reveal(Span(0, 0))
    assert view.verticalScrollBar().value() == 0


def test_a_movement_of_the_reader_ends_the_glide(view: PageView) -> None:
    view.reveal(span_of(view.document, "строка 29"))
    assert view._glide.is_running
    press_key(view, KEY.Key_Home)
    assert not view._glide.is_running
    assert view.verticalScrollBar().value() == 0


def test_the_wheel_scrolls(view: PageView) -> None:
    wheel(view, QPointF(300, 200), -1, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 50


def test_a_long_passage_begins_high_up(qtbot: QtBot, view: PageView) -> None:
    view.go_to_page(2)
    start = view.document.pages[4].span.start
    view.reveal(Span(start, start + 1200))
    settle(qtbot, view)
    top = point(view, Span(start, start + 5)).y()
    assert 0 < top < view.viewport().height() * 0.2


def pinch(view: PageView, at: QPointF, by: float) -> None:
    """Send what a touch pad reports of two fingers moving apart."""
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(view.viewport().mapToGlobal(at)),
        by,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)


def test_pinching_zooms_about_the_fingers(view: PageView) -> None:
    view.go_to_page(3)
    at = QPointF(300, 200)
    before, factor = view.place_at(at), view.zoom_factor
    pinch(view, at, 0.25)
    assert view.zoom_factor == pytest.approx(factor * 1.25)
    after = view.place_at(at)
    assert after.page_index == before.page_index
    assert after.y_pt == pytest.approx(before.y_pt, abs=1)
