from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import Place, Zoom
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.model.span import Span
from tests.desktop.pageview.papers import LEFT_PT, LETTER_PT, TOP_PT, PaperRenderer, paper, span_of
from tests.desktop.pageview.seen import color_at, point, settle, wheel, words
from tests.desktop.qt import NONE, click, drag, mouse, press_key

KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("layer", "role", "color"),
    [(Layer.HITS, "", "#ffe58a"), (Layer.FACT, "", "#c9e8d2"), (Layer.NOTES, "violet", "#e2d6fb")],
)
def test_marks_are_lit_in_their_colours(view: PageView, layer: Layer, role: str, color: str) -> None:
    at = words(view, "абзац")
    assert color_at(view, at) == QColor("white")
    view.set_marks(layer, [Mark(span_of(view.document, "абзац"), role=role)])
    assert color_at(view, at) == QColor(color)
    view.set_marks(layer, [])
    assert color_at(view, at) == QColor("white")


def test_overlapping_marks_of_a_layer_are_not_darker(view: PageView) -> None:
    span = span_of(view.document, "абзац о водных-ресурсах")
    view.set_marks(Layer.HITS, [Mark(span), Mark(span_of(view.document, "абзац"))])
    assert color_at(view, words(view, "абзац")) == QColor("#ffe58a")


def test_dark_letters_stay_readable_in_a_mark(view: PageView, paper_renderer: PaperRenderer) -> None:
    paper_renderer.color = 0x000000
    view.show_document(view.document, Path("black.pdf"))
    view._ask()
    view.set_marks(Layer.HITS, [Mark(span_of(view.document, "абзац"))])
    assert color_at(view, words(view, "абзац")) == QColor("black")


def test_in_the_dark_marks_are_lighter_than_the_paper(qtbot: QtBot, view: PageView) -> None:
    view.set_palette_roles(PALETTES[ThemeName.DARK])
    settle(qtbot, view)
    at = words(view, "абзац")
    before = color_at(view, at)
    assert before == QColor(PALETTES[ThemeName.DARK].paper)
    view.set_marks(Layer.HITS, [Mark(span_of(view.document, "абзац"))])
    assert color_at(view, at).lightness() > before.lightness()


def test_the_current_match_has_a_frame(view: PageView) -> None:
    span = span_of(view.document, "абзац")
    corner = point(view, span, 0) - QPointF(0.8 * view._layout.scale(0), 0)
    before = color_at(view, corner)
    view.set_current(span)
    assert color_at(view, corner) != before
    view.set_current(None)
    assert color_at(view, corner) == before


def test_a_click_on_a_mark_names_it(qtbot: QtBot, view: PageView) -> None:
    view.set_marks(Layer.NOTES, [Mark(span_of(view.document, "абзац о"), role="blue", id="n1")])
    with qtbot.waitSignal(view.mark_clicked) as clicked:
        click(view, words(view, "абзац"))
    assert clicked.args[:2] == [Layer.NOTES, "n1"]
    with qtbot.assertNotEmitted(view.mark_clicked):
        click(view, words(view, "границах"))
        drag(view, words(view, "абзац"), words(view, "водных-ресурсах"))
        click(view, words(view, "абзац"), button=Qt.MouseButton.RightButton)


def test_marks_of_another_document_go_with_it(view: PageView) -> None:
    view.set_marks(Layer.HITS, [Mark(span_of(view.document, "абзац"))])
    view.select(span_of(view.document, "абзац"))
    view.show_document(paper(["другой документ"]), Path("other.pdf"))
    assert list(view.lights.marks(Layer.HITS)) == []
    assert view.selected_span() is None
    assert color_at(view, words(view, "другой")) == QColor("white")


def test_a_tip_is_shown_as_it_was_written(qtbot: QtBot, view: PageView) -> None:
    note = "<img src='file:///x'> & <b>цель</b>\nвторая строка"
    view.set_marks(Layer.NOTES, [Mark(span_of(view.document, "абзац"), role="blue", id="n", tip=note)])
    at = words(view, "абзац").toPoint()
    where = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    shown = QToolTip.text()
    assert "&lt;img" in shown
    assert "<img" not in shown
    assert "вторая строка" in shown
    nowhere = QPoint(300, 500)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, nowhere, where))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_cursor_tells_what_is_under_it(view: PageView) -> None:
    view.set_marks(Layer.NOTES, [Mark(span_of(view.document, "границах"), role="blue")])

    def shape_at(at: QPointF) -> Qt.CursorShape:
        mouse(view, QEvent.Type.MouseMove, at, NONE)
        return view.viewport().cursor().shape()

    assert shape_at(words(view, "абзац")) is Qt.CursorShape.IBeamCursor
    assert shape_at(words(view, "границах")) is Qt.CursorShape.PointingHandCursor
    assert shape_at(QPointF(5, 5)) is Qt.CursorShape.ArrowCursor


def test_a_broken_page_says_so_and_the_others_are_shown(
    qtbot: QtBot, view: PageView, paper_renderer: PaperRenderer
) -> None:
    paper_renderer.broken = {1}
    view.show_document(view.document, Path("broken.pdf"))
    view.go_to_page(1)
    settle(qtbot, view)
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    shades = {
        image.pixelColor(x, round(y * ratio)).name()
        for y in range(20, 300, 2)
        for x in range(0, image.width(), 2)
    }
    assert PALETTES[ThemeName.LIGHT].text in shades
    assert view._pictures.page(0) is not None


def test_there_is_never_a_blank_page_after_a_zoom(view: PageView, paper_renderer: PaperRenderer) -> None:
    at = words(view, "абзац")
    paper_renderer.color = 0x336699
    view.show_document(view.document, Path("blue.pdf"))
    view._ask()
    assert color_at(view, at) == QColor("#336699")
    paper_renderer.is_instant = False
    wheel(view, at, 3)
    assert color_at(view, words(view, "абзац")) == QColor("#336699")
    assert not view.is_sharp


def test_after_a_change_of_theme_no_page_of_the_old_one_is_seen(
    view: PageView, paper_renderer: PaperRenderer
) -> None:
    paper_renderer.is_instant = False
    view.set_palette_roles(PALETTES[ThemeName.DARK])
    assert color_at(view, words(view, "абзац")) == QColor(PALETTES[ThemeName.DARK].paper)


def test_an_empty_desk_is_nothing_but_the_desk(qtbot: QtBot, view: PageView) -> None:
    view.clear()
    settle(qtbot, view)
    image = view.grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 700, 9) for y in range(0, 600, 9)} == {
        PALETTES[ThemeName.LIGHT].desk
    }
    view.reveal(Span(0, 5))
    view.select(Span(0, 5))
    click(view, QPointF(100, 100))
    press_key(view, KEY.Key_A, CTRL, "a")
    assert view.place_at(QPointF(10, 10)) is None


def test_a_monstrous_document_can_be_scrolled_and_zoomed(qtbot: QtBot, view: PageView) -> None:
    view.show_document(paper(["край света"], [], size=(1e6, 1e6)), Path("huge.pdf"))
    for zoom in (Zoom.FIT_WIDTH, 8.0, 0.1):
        view.set_zoom(zoom)
        view._ask()
        view.grab()
    view.show_document(paper(["ноль"], size=(0, 0)), Path("zero.pdf"))
    view.grab()
    assert view._pictures.byte_count < 64 << 20


def test_the_page_is_read_out_to_those_who_cannot_see_it(qtbot: QtBot, view: PageView) -> None:
    assert view.accessibleName()
    with qtbot.waitSignal(view.page_changed):
        view.go_to_page(1)
    assert view.accessibleDescription().startswith("Страница 2 из 10. через край страницы.")


def test_pictures_are_drawn_where_the_text_is(qtbot: QtBot, view: PageView) -> None:
    box = view.document.text_map.quads(span_of(view.document, "Первый"))[0].bounds
    assert (box.left, box.top) == (LEFT_PT, TOP_PT)
    left = view.point_of(Place(0, LEFT_PT, TOP_PT))
    right = view.point_of(Place(0, LEFT_PT + LETTER_PT * 6, TOP_PT))
    assert right.x() - left.x() == pytest.approx(36 * view._layout.scale(0))
