from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.caret import caret_rect
from desktop.pageview.layout import Spread, Zoom
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.view import PageView
from index.model.span import Span
from tests.desktop.pageview.papers import paper, span_of
from tests.desktop.pageview.seen import words
from tests.desktop.qt import LEFT, NONE, click, double_click, drag, mouse, press_key

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_dragging_selects_letters(qtbot: QtBot, view: PageView) -> None:
    start, end = edge(view, "абзац", 1), edge(view, "водных-ресурсах", 3)
    with qtbot.waitSignals([view.selection_changed, view.selection_finished]):
        drag(view, start, (start + end) / 2, end)
    assert view.selected_text() == "бзац о вод"


def test_dragging_after_a_double_click_selects_words(view: PageView) -> None:
    start, end = words(view, "абзац"), words(view, "водных-ресурсах")
    click(view, start)
    mouse(view, QEvent.Type.MouseButtonDblClick, start)
    mouse(view, QEvent.Type.MouseMove, end)
    mouse(view, QEvent.Type.MouseButtonRelease, end)
    assert view.selected_text() == "абзац о водных-ресурсах"


def test_dragging_upwards_selects_too(view: PageView) -> None:
    drag(view, edge(view, "границах", 8), edge(view, "абзац", 0))
    assert view.selected_text() == "абзац о водных-ресурсах и границах"


def test_a_selection_runs_over_the_page_break(view: PageView) -> None:
    start = span_of(view.document, "сотрудничество стран через")
    text = view.document.text
    view.reveal(start)
    view.verticalScrollBar().setValue(round(view._layout.top(1) - 300))
    near = text.rindex("строка 29", 0, start.start)
    drag(view, edge(view, "сотрудничество", 0, near), edge(view, "край", 4))
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


def test_further_clicks_select_the_sentence_and_the_paragraph(qtbot: QtBot, view: PageView) -> None:
    document = paper(["Первая фраза. Вторая фраза", "до конца строки. Третья.", "", "Другой абзац."])
    view.show_document(document, Path("paper.pdf"))
    qtbot.waitUntil(lambda: view.is_sharp)
    at = words(view, "Вторая")
    double_click(view, at)
    assert view.selected_text() == "Вторая"
    click(view, at)
    assert view.selected_text() == "Вторая фраза до конца строки."
    mouse(view, QEvent.Type.MouseButtonDblClick, at)
    mouse(view, QEvent.Type.MouseButtonRelease, at)
    assert view.selected_text() == "Первая фраза. Вторая фраза до конца строки. Третья."


def test_a_double_click_beside_the_text_means_no_word(view: PageView) -> None:
    view.select(span_of(view.document, "абзац"))
    double_click(view, words(view, "абзац") + QPointF(0, -40))
    assert view.selected_span() is None


def test_dragging_twice_from_one_place_selects_letters_both_times(view: PageView) -> None:
    for _ in range(2):
        drag(view, edge(view, "абзац", 1), edge(view, "водных-ресурсах", 3))
        assert view.selected_text() == "бзац о вод"


def test_clicks_at_other_places_are_not_counted_together(view: PageView) -> None:
    double_click(view, words(view, "абзац"))
    click(view, words(view, "границах"))
    assert view.selected_span() is None


def test_the_word_that_is_asked_about_is_selected_unless_it_is_already(view: PageView) -> None:
    view.choose_at(words(view, "абзац"))
    assert view.selected_text() == "абзац"
    view.select(span_of(view.document, "абзац о водных-ресурсах"))
    view.choose_at(words(view, "водных-ресурсах"))
    assert view.selected_text() == "абзац о водных-ресурсах"
    view.choose_at(words(view, "Первый"))
    assert view.selected_text() == "Первый"


def test_asking_about_a_note_selects_nothing(view: PageView) -> None:
    view.set_marks(Layer.NOTES, [Mark(span_of(view.document, "абзац"), "yellow", "n1")])
    view.choose_at(words(view, "абзац"))
    assert view.selected_span() is None


def test_asking_beside_the_text_leaves_the_selection_alone(view: PageView) -> None:
    view.choose_at(words(view, "абзац") + QPointF(0, -40))
    assert view.selected_span() is None


def test_the_key_of_the_menu_asks_only_where_something_is_selected(qtbot: QtBot, view: PageView) -> None:
    with qtbot.assertNotEmitted(view.bar_requested):
        ask(view)
    view.select(span_of(view.document, "границах"))
    with qtbot.waitSignal(view.bar_requested):
        ask(view)
    assert view.selected_text() == "границах"


def ask(view: PageView) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), view.mapToGlobal(QPoint(9, 9)))
    QApplication.sendEvent(view, event)


def edge(view: PageView, text: str, count: int, start: int = 0) -> QPointF:
    """Return the point behind the first letters of a word."""
    found = span_of(view.document, text, start)
    rect = caret_rect(view, view.lines, found.start + count)
    assert rect is not None
    return rect.center()


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


def test_pages_shown_singly_turn_over_while_a_selection_is_dragged_beyond_the_edge(
    qtbot: QtBot, view: PageView
) -> None:
    view.set_spread(Spread.SINGLE)
    view.set_zoom(Zoom.FIT_PAGE)
    mouse(view, QEvent.Type.MouseButtonPress, words(view, "абзац"))
    below = QPointF(300, view.viewport().height() + 200)
    mouse(view, QEvent.Type.MouseMove, below)
    qtbot.waitUntil(lambda: view.page_index >= 1)
    mouse(view, QEvent.Type.MouseButtonRelease, below)
    assert {quad.page_index for quad in view.document.text_map.quads(view.selected_span())} >= {0, 1}


def test_copying_takes_the_words_of_the_text(view: PageView) -> None:
    QGuiApplication.clipboard().setText("before")
    press_key(view, KEY.Key_C, CTRL, "c")
    assert QGuiApplication.clipboard().text() == "before"
    view.select(span_of(view.document, "водных-ресурсах и границах"))
    press_key(view, KEY.Key_C, CTRL, "c")
    assert QGuiApplication.clipboard().text() == "водных-ресурсах и границах"
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_paragraphs_are_copied_as_such_and_without_blanks_around(view: PageView) -> None:
    text = view.document.text
    view.select(Span(text.index(" стран."), text.index("Второй") + 7))
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "стран.\nВторой"
    assert copied.html() == "<p>стран.</p><p>Второй</p>"


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


def test_the_pointer_tells_text_from_what_is_none_between_words_too(view: PageView) -> None:
    between = (edge(view, "абзац", 5) + edge(view, "о водных", 0)) / 2
    for at, shape in ((between, Qt.CursorShape.IBeamCursor), (QPointF(600, 8), Qt.CursorShape.ArrowCursor)):
        mouse(view, QEvent.Type.MouseMove, at, NONE)
        assert view.viewport().cursor().shape() is shape


def test_a_pressed_left_button_elsewhere_is_no_selection(view: PageView) -> None:
    mouse(view, QEvent.Type.MouseMove, words(view, "абзац"), LEFT)
    assert view.selected_span() is None
