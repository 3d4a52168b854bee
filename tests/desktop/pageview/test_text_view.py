from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.text_view import TextView
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import AnnotationKind
from index.model.document import Document
from index.model.span import Span
from tests.desktop.pageview.papers import paper, span_of
from tests.desktop.qt import click, drag, press_key

PALETTE = PALETTES[ThemeName.LIGHT]
ROWS = [*["слово о воде и о хлебе", ""] * 20]


@pytest.fixture
def book() -> Document:
    return paper(["Первая страница 😀 о реке.", "", *ROWS], ["Вторая о канале.", "", *ROWS], *[ROWS] * 20)


@pytest.fixture
def text(qtbot: QtBot, book: Document) -> TextView:
    made = TextView(PALETTE)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_document(book)
    return made


def point_of(text: TextView, span: Span) -> QPoint:
    """The middle of a passage in the viewport."""
    left = text.cursorRect(text._cursor(Span(span.start, span.start)))
    right = text.cursorRect(text._cursor(Span(span.stop, span.stop)))
    return QPoint((left.x() + right.x()) // 2, left.center().y())


def test_it_has_the_text_of_the_document_for_screen_readers(text: TextView, book: Document) -> None:
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.role() is QAccessible.Role.EditableText
    assert text.toPlainText() == book.text


def test_lines_end_within_the_window(qtbot: QtBot, text: TextView) -> None:
    for width in (300, 600, 1600):
        text.resize(width, 500)
        layout = text.firstVisibleBlock().layout()
        text.repaint()
        assert layout.lineAt(0).width() <= text.viewport().width()
    assert text.viewport().width() < 800
    assert text.horizontalScrollBar().maximum() == 0


def test_paragraphs_stand_apart(text: TextView) -> None:
    (_, first), (_, second), *_ = text.blocks_in_sight()
    assert second.top() == pytest.approx(first.bottom())
    assert first.height() > text.fontMetrics().height() * 1.5


def test_a_page_is_gone_to_and_told(qtbot: QtBot, text: TextView, book: Document) -> None:
    with qtbot.waitSignal(text.page_changed) as changed:
        text.go_to_page(7)
    assert changed.args == [7]
    assert text.top_offset() == book.pages[7].span.start
    assert text.page_index == 7


def test_a_passage_out_of_sight_is_brought_to_a_third_of_the_height(text: TextView, book: Document) -> None:
    span = Span(book.pages[9].span.start, book.pages[9].span.start + 5)
    text.reveal(span)
    assert text.viewport().height() / 5 < point_of(text, span).y() < text.viewport().height() / 2
    top = text.top_offset()
    text.reveal(Span(span.start + 30, span.start + 40))
    assert text.top_offset() == top


def test_larger_letters_keep_the_top(text: TextView, book: Document) -> None:
    text.go_to_page(5)
    text.step_size(up=True)
    assert text.size_px == 18
    assert text.document().defaultFont().pixelSize() == 18
    assert text.top_offset() == book.pages[5].span.start
    for _ in range(20):
        text.step_size(up=False)
    assert text.size_px == 12


def test_marks_are_lit_where_they_are(text: TextView, book: Document) -> None:
    river = span_of(book, "реке")
    text.set_marks(Layer.HITS, [Mark(river)])
    picture = text.viewport().grab().toImage()
    rect = text.cursorRect(text._cursor(Span(river.start, river.start)))
    row = rect.top() + 1
    assert picture.pixelColor(rect.left() + 3, row) == QColor(PALETTE.hit)
    assert picture.pixelColor(rect.left() - 3, row) != QColor(PALETTE.hit)


def test_lines_of_notes_are_drawn_as_lines(text: TextView, book: Document) -> None:
    underlined, struck, free = (span_of(book, words) for words in ("Первая", "страница", "реке"))
    marks = [
        Mark(underlined, "green", kind=AnnotationKind.UNDERLINE),
        Mark(struck, "green", kind=AnnotationKind.STRIKE),
        Mark(free, "green", kind=AnnotationKind.NOTE, point=Place(0, 50, 50)),
    ]
    text.set_marks(Layer.NOTES, marks)
    lit = text.extraSelections()
    forms = {one.cursor.selectedText(): one.format for one in lit}
    styles = QTextCharFormat.UnderlineStyle
    assert forms["Первая"].underlineStyle() is styles.SingleUnderline
    assert forms["страница"].fontStrikeOut()
    assert forms["реке"].underlineStyle() is styles.DotLine
    assert not any(form.hasProperty(QTextFormat.Property.BackgroundBrush) for form in forms.values())


def test_the_lines_of_a_selection_are_told(text: TextView, book: Document) -> None:
    river = span_of(book, "реке")
    text.select(river)
    (area,) = text.selected_areas()
    assert area.contains(QPointF(point_of(text, river)))
    assert area.width() == pytest.approx(text.cursorRect().right() - area.left(), abs=3)
    text.set_size(32)
    text.resize(300, 500)
    text.select(Span(0, river.stop))
    areas = text.selected_areas()
    assert len(areas) > 1
    assert [area.top() for area in areas] == sorted({area.top() for area in areas})
    text.select(None)
    assert text.selected_areas() == ()


def test_the_menu_is_asked_for_where_the_pointer_is(qtbot: QtBot, text: TextView, book: Document) -> None:
    river = span_of(book, "реке")
    point = point_of(text, river)
    by_mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, QPoint(7, 9))
    with qtbot.waitSignal(text.menu_requested) as asked:
        QApplication.sendEvent(text.viewport(), by_mouse)
    offset, where = asked.args
    assert river.start <= offset <= river.stop
    assert where == QPoint(7, 9)
    by_keys = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, QPoint(7, 9))
    text.select(river)
    with qtbot.waitSignal(text.bar_requested):
        QApplication.sendEvent(text.viewport(), by_keys)


def test_far_down_marks_are_lit_too_once_they_are_in_sight(text: TextView, book: Document) -> None:
    text.set_marks(Layer.HITS, [Mark(Span(page.span.start, page.span.start + 5)) for page in book.pages])
    text.go_to_page(15)
    starts = {book.text[one.cursor.selectionStart() - 1] for one in text.extraSelections()}
    assert starts
    assert len(text.extraSelections()) < len(book.pages)
    lit = {text._offsets.offset(one.cursor.selectionStart()) for one in text.extraSelections()}
    assert book.pages[15].span.start in lit


def test_a_click_on_a_mark_says_which(qtbot: QtBot, text: TextView, book: Document) -> None:
    canal = span_of(book, "реке")
    text.set_marks(Layer.NOTES, [Mark(canal, "green", "note-1")])
    with qtbot.waitSignal(text.mark_clicked) as clicked:
        click(text, point_of(text, canal))
    assert clicked.args[:2] == [Layer.NOTES, "note-1"]


def test_what_is_dragged_over_is_selected_as_a_span(qtbot: QtBot, text: TextView, book: Document) -> None:
    first, last = span_of(book, "страница"), span_of(book, "реке")
    start = text.cursorRect(text._cursor(Span(first.start, first.start))).center()
    stop = text.cursorRect(text._cursor(Span(last.stop, last.stop))).center()
    with qtbot.waitSignal(text.selection_finished) as finished:
        drag(text, start, QPoint(start.x() + 40, start.y()), stop)
    assert finished.args[0] == Span(first.start, last.stop)
    assert book.text[first.start : last.stop] == "страница 😀 о реке"
    with qtbot.waitSignal(text.selection_changed) as changed:
        press_key(text, Qt.Key.Key_Escape)
    assert changed.args == [None]


def test_a_selection_from_elsewhere_is_shown_and_not_told(
    qtbot: QtBot, text: TextView, book: Document
) -> None:
    with qtbot.assertNotEmitted(text.selection_changed):
        text.select(span_of(book, "реке"))
    assert text.selected_span() == span_of(book, "реке")


def test_pages_are_named_in_the_margin(text: TextView) -> None:
    assert [page.page_index for page, _top, _height in text._margin._in_sight()] == [0]
    text.go_to_page(4)
    assert [page.page_index for page, _top, _height in text._margin._in_sight()] == [4]


def test_a_book_of_five_hundred_pages_opens_at_once(text: TextView) -> None:
    book = paper(*[[*("слово о воде и о хлебе для всех " * 3 for _ in range(20)), ""]] * 500)
    began = time.perf_counter()
    text.show_document(book)
    text.go_to_page(400)
    text.repaint()
    assert time.perf_counter() - began < 0.3 * 4
    assert text.page_index == 400
