from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication

from desktop.pageview.caret import caret_rect
from desktop.pageview.layout import Spread, Zoom
from desktop.pageview.view import PageView
from desktop.pageview.words import Unit
from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from tests.desktop.pageview.papers import span_of
from tests.desktop.pageview.seen import words
from tests.desktop.qt import click, double_click, press_key

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def press(view: PageView, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = SHIFT) -> None:
    for key in keys:
        assert press_key(view, key, modifiers)


def test_without_a_match_selecting_begins_at_the_top_of_what_is_seen(view: PageView) -> None:
    press(view, KEY.Key_Right, KEY.Key_Right)
    assert view.selected_text() == "Пе"
    view.clear_selection()
    view.go_to_page(3)
    press(view, KEY.Key_Right, modifiers=SHIFT | CTRL)
    assert view.selected_text() == "строка"
    assert view.document.text_map.page_at(view.selected_span().start) == 3


def test_selecting_begins_at_the_current_match(view: PageView) -> None:
    view.set_current(span_of(view.document, "водных-ресурсах"))
    press(view, KEY.Key_Right, modifiers=SHIFT | CTRL)
    assert view.selected_text() == "водных-ресурсах и"
    view.clear_selection()
    press(view, KEY.Key_Left, modifiers=SHIFT | CTRL)
    assert view.selected_text() == "о водных-ресурсах"


def test_a_match_out_of_sight_is_not_where_selecting_begins(view: PageView) -> None:
    view.set_current(span_of(view.document, "водных-ресурсах"))
    view.go_to_page(3)
    press(view, KEY.Key_Right)
    assert view.document.text_map.page_at(view.selected_span().start) == 3


@pytest.mark.parametrize(
    ("keys", "modifiers", "selected"),
    [
        ([KEY.Key_Right], SHIFT, "абзац "),
        ([KEY.Key_Left], SHIFT, "абза"),
        ([KEY.Key_Left] * 6, SHIFT, " "),
        ([KEY.Key_Right], SHIFT | CTRL, "абзац о"),
        ([KEY.Key_Left] * 2, SHIFT | CTRL, "Первый "),
        ([KEY.Key_End], SHIFT, "абзац о водных-ресурсах и"),
        ([KEY.Key_Home], SHIFT, "Первый "),
        ([KEY.Key_Down], SHIFT, "абзац о водных-ресурсах и границах стр"),
        ([KEY.Key_Down] * 2, SHIFT | CTRL, "абзац о водных-ресурсах и границах стран."),
    ],
)
def test_a_selection_grows_from_where_it_was_begun(
    view: PageView, keys: list[Qt.Key], modifiers: Qt.KeyboardModifier, selected: str
) -> None:
    view.select(span_of(view.document, "абзац"))
    press(view, *keys[:1], modifiers=modifiers)
    for key in keys[1:]:
        press(view, key, modifiers=modifiers)
    assert view.selected_text().partition("\n")[0] == selected


def test_lines_keep_their_column_of_letters(view: PageView) -> None:
    start = span_of(view.document, "строка 1 про").stop
    view.select(Span(start - 3, start))
    press(view, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up)
    assert view.selected_text().endswith("строка 2 про")
    press(view, KEY.Key_Up)
    assert view.selected_text() == "про"


def test_lines_go_on_over_the_page_break(view: PageView) -> None:
    start = span_of(view.document, "строка 29 про").stop
    view.select(Span(start - 3, start))
    press(view, KEY.Key_Down)
    assert {quad.page_index for quad in view.document.text_map.quads(view.selected_span())} == {0, 1}


@pytest.mark.parametrize("spread", Spread)
@pytest.mark.parametrize("turns", range(4))
def test_the_caret_is_followed_however_pages_lie(view: PageView, spread: Spread, turns: int) -> None:
    view.set_spread(spread)
    view.set_zoom(Zoom.FIT_PAGE)
    view.turn(turns)
    start = span_of(view.document, "строка 27 про").stop
    view.select(Span(start - 3, start))
    press(view, *[KEY.Key_Down] * 4)
    assert view.document.text_map.page_at(view.selecting.caret) == 1
    rect = view._keyboard.caret_rect
    assert rect is not None
    assert QRectF(view.viewport().rect()).contains(rect)


def test_everything_after_and_before_the_place_can_be_selected(view: PageView) -> None:
    text, start = view.document.text, span_of(view.document, "абзац").start
    view.select(span_of(view.document, "абзац"))
    press(view, KEY.Key_End, modifiers=SHIFT | CTRL)
    assert view.selected_span() == Span(start, len(text))
    press(view, KEY.Key_Home, modifiers=SHIFT | CTRL)
    assert view.selected_span() == Span(0, start)


def test_a_window_at_a_time_is_selected_and_scrolled(view: PageView) -> None:
    view.select(span_of(view.document, "абзац"))
    bar = view.verticalScrollBar()
    press(view, KEY.Key_PageDown)
    assert bar.value() > 300
    rect = caret_rect(view, view.lines, view.selecting.caret)
    assert rect is not None
    assert 0 <= rect.top() <= view.viewport().height()
    press(view, *[KEY.Key_PageUp] * 4)
    assert view.selected_span() == Span(0, span_of(view.document, "абзац").start)


def test_the_pages_follow_the_end_that_moves(view: PageView) -> None:
    view.select(span_of(view.document, "абзац"))
    press(view, *[KEY.Key_Down] * 40)
    rect = caret_rect(view, view.lines, view.selecting.caret)
    assert rect is not None
    assert 0 <= rect.top() <= rect.bottom() <= view.viewport().height()


def test_arrows_scroll_until_a_caret_is_wanted(view: PageView) -> None:
    bar = view.verticalScrollBar()
    press(view, KEY.Key_Down, modifiers=Qt.KeyboardModifier.NoModifier)
    assert bar.value() > 0
    assert view._keyboard.caret is None


def test_in_caret_browsing_arrows_move_the_caret_and_select_nothing(view: PageView) -> None:
    view.browse(wanted=True)
    assert view._keyboard.caret == 0
    press(view, KEY.Key_Right, modifiers=CTRL)
    press(view, KEY.Key_Right, modifiers=Qt.KeyboardModifier.NoModifier)
    assert view._keyboard.caret == len("Первый ")
    assert view.selected_span() is None
    press(view, KEY.Key_Right, modifiers=SHIFT | CTRL)
    assert view.selected_text() == "абзац"
    press(view, KEY.Key_Right, modifiers=Qt.KeyboardModifier.NoModifier)
    assert view.selected_span() is None
    view.browse(wanted=False)
    assert view._keyboard.caret is None


def test_a_click_places_the_caret(view: PageView) -> None:
    view.browse(wanted=True)
    click(view, words(view, "границах"))
    press(view, KEY.Key_Right, modifiers=SHIFT | CTRL)
    assert "границах".endswith(view.selected_text())


def test_the_caret_of_a_selection_by_keys_is_seen_until_the_mouse_takes_over(view: PageView) -> None:
    press(view, KEY.Key_Right)
    assert view._keyboard.caret == 1
    click(view, QPointF(300, 500))
    assert view._keyboard.caret is None


def test_what_was_dragged_with_the_mouse_is_extended_by_keys(view: PageView) -> None:
    double_click(view, words(view, "абзац"))
    press(view, KEY.Key_Left)
    assert view.selected_text() == "абза"


def test_a_document_without_text_has_no_caret_to_move(view: PageView) -> None:
    view.clear()
    view.browse(wanted=True)
    press_key(view, KEY.Key_Right, SHIFT)
    assert view.selected_span() is None
    QGuiApplication.clipboard().setText("before")
    press_key(view, KEY.Key_C, CTRL, "c")
    assert QGuiApplication.clipboard().text() == "before"


def test_the_end_of_a_line_is_kept_where_a_word_is_divided(view: PageView) -> None:
    lines = [Line(0, 0, 50 + 20 * row, 62 + 20 * row) for row in range(3)]
    pieces = [Piece(Span(3 * row, 3 * row + 3), row, 50, 68) for row in range(3)]
    page = Page(0, 595, 842, Span(0, 9))
    document = Document(DocumentId("1"), "", "", "", "н" * 9, TextMap(lines, pieces), (page,))
    view.show_document(document, Path("divided.pdf"))
    press(view, KEY.Key_Right, KEY.Key_End)
    assert view.selected_text() == "ннн"
    upper = view._keyboard.caret_rect
    press(view, KEY.Key_Down)
    assert view.selected_span() == Span(0, 6)
    lower = view._keyboard.caret_rect
    assert upper is not None
    assert lower is not None
    assert lower.top() > upper.top()


def test_a_selection_is_extended_to_whole_parts(view: PageView) -> None:
    view.select(span_of(view.document, "бзац о вод"))
    view.select_unit(Unit.WORD)
    assert view.selected_text() == "абзац о водных-ресурсах"
    view.select_lines()
    assert view.selected_text() == "Первый абзац о водных-ресурсах и"
    view.select_unit(Unit.SENTENCE)
    assert view.selected_text() == "Первый абзац о водных-ресурсах и границах стран."
    view.select_unit(Unit.PARAGRAPH)
    assert view.selected_text() == "Первый абзац о водных-ресурсах и границах стран."


def test_without_a_selection_the_part_at_the_current_match_is_selected(view: PageView) -> None:
    view.set_current(span_of(view.document, "границах"))
    view.select_lines()
    assert view.selected_text() == "границах стран."


def test_in_a_document_without_text_there_is_nothing_to_extend(view: PageView) -> None:
    view.clear()
    view.select_lines()
    view.select_unit(Unit.WORD)
    assert view.selected_span() is None
