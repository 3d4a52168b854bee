from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.view import PageView
from index.model.span import Span
from tests.desktop.pageview.papers import span_of
from tests.desktop.pageview.seen import words
from tests.desktop.qt import LEFT, click, double_click, drag, mouse, press_key

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_dragging_selects_whole_words(qtbot: QtBot, view: PageView) -> None:
    start, end = words(view, "абзац"), words(view, "водных-ресурсах")
    with qtbot.waitSignals([view.selection_changed, view.selection_finished]):
        drag(view, start, (start + end) / 2, end)
    assert view.selected_text() == "абзац о водных-ресурсах"


def test_dragging_upwards_selects_too(view: PageView) -> None:
    drag(view, words(view, "границах"), words(view, "абзац"))
    assert view.selected_text() == "абзац о водных-ресурсах и границах"


def test_a_selection_runs_over_the_page_break(view: PageView) -> None:
    start = span_of(view.document, "сотрудничество стран через")
    text = view.document.text
    view.reveal(start)
    view.verticalScrollBar().setValue(round(view._layout.top(1) - 300))
    near = text.rindex("строка 29", 0, start.start)
    drag(view, words(view, "сотрудничество", near), words(view, "край"))
    assert view.selected_text() == "сотрудничество стран через край"
    pages = {quad.page_index for quad in view.document.text_map.quads(view.selected_span())}
    assert pages == {0, 1}


def test_a_click_clears_the_selection(qtbot: QtBot, view: PageView) -> None:
    view.select(span_of(view.document, "абзац"))
    with qtbot.waitSignal(view.selection_changed) as changed:
        click(view, QPointF(300, 500))
    assert changed.args == [None]
    assert view.selected_span() is None


def test_a_small_movement_is_a_click(view: PageView) -> None:
    at = words(view, "абзац")
    drag(view, at, at + QPointF(2, 1))
    assert view.selected_span() is None


def test_a_double_click_selects_the_word(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.selection_finished) as finished:
        double_click(view, words(view, "водных-ресурсах"))
    assert view.selected_text() == "водных-ресурсах"
    assert finished.args[0] == view.selected_span()
    assert isinstance(finished.args[1], QPoint)


def test_a_triple_click_selects_the_paragraph(view: PageView) -> None:
    at = words(view, "водных-ресурсах")
    double_click(view, at)
    click(view, at)
    assert view.selected_text() == "Первый абзац о водных-ресурсах и границах стран."


def test_a_click_with_shift_extends_the_selection(view: PageView) -> None:
    double_click(view, words(view, "абзац"))
    click(view, words(view, "границах"), modifiers=SHIFT)
    assert view.selected_text() == "абзац о водных-ресурсах и границах"
    click(view, words(view, "Первый"), modifiers=SHIFT)
    assert view.selected_text() == "Первый абзац"


def test_a_click_with_shift_extends_what_others_selected(view: PageView) -> None:
    view.select(span_of(view.document, "абзац о"))
    click(view, words(view, "границах"), modifiers=SHIFT)
    assert view.selected_text() == "абзац о водных-ресурсах и границах"


def test_dragging_beyond_the_edge_scrolls_and_selects(qtbot: QtBot, view: PageView) -> None:
    bar = view.verticalScrollBar()
    mouse(view, QEvent.Type.MouseButtonPress, words(view, "абзац"))
    below = QPointF(300, view.viewport().height() + 200)
    mouse(view, QEvent.Type.MouseMove, below)
    first = view.selected_span().stop
    qtbot.waitUntil(lambda: bar.value() > 300)
    assert view.selected_span().stop > first
    mouse(view, QEvent.Type.MouseButtonRelease, below)
    stopped = bar.value()
    assert not view._pointer._scrolling.isActive()
    assert bar.value() == stopped


def test_copying_takes_the_words_of_the_text(view: PageView) -> None:
    QGuiApplication.clipboard().setText("before")
    press_key(view, KEY.Key_C, CTRL, "c")
    assert QGuiApplication.clipboard().text() == "before"
    view.select(span_of(view.document, "водных-ресурсах и границах"))
    press_key(view, KEY.Key_C, CTRL, "c")
    assert QGuiApplication.clipboard().text() == "водных-ресурсах и границах"
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_escape_clears_the_selection_once(view: PageView) -> None:
    view.select(span_of(view.document, "абзац"))
    assert press_key(view, KEY.Key_Escape)
    assert view.selected_span() is None
    assert not press_key(view, KEY.Key_Escape)


def test_everything_can_be_selected(view: PageView) -> None:
    press_key(view, KEY.Key_A, CTRL, "a")
    assert view.selected_text() == view.document.text


def test_a_selection_never_reaches_beyond_the_text(view: PageView) -> None:
    view.select(Span(5, 10**9))
    assert view.selected_span() == Span(5, len(view.document.text))
    view.select(Span(7, 7))
    assert view.selected_span() is None


def test_a_pressed_left_button_elsewhere_is_no_selection(view: PageView) -> None:
    mouse(view, QEvent.Type.MouseMove, words(view, "абзац"), LEFT)
    assert view.selected_span() is None
