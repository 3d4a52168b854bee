import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.pageview.hitbar import BarMark, HitBar, Lane, bar_style
from desktop.pageview.hitmap import HitMap
from desktop.pageview.inks import inks
from desktop.pageview.layout import PageLayout
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.sizes import PageSizes
from desktop.theme import PALETTES, ThemeName
from index.model.span import Span
from tests.desktop.pageview.papers import paper, span_of

LIGHT = PALETTES[ThemeName.LIGHT]
DOCUMENT = paper(["один", "два"], ["три"], [], ["пять"])


@pytest.fixture
def bar(qtbot: QtBot) -> HitBar:
    made = HitBar()
    qtbot.addWidget(made)
    made.setStyleSheet(bar_style(LIGHT))
    made.setRange(0, 10_000)
    made.setPageStep(10)
    made.resize(14, 400)
    return made


def rows(bar: HitBar, color: QColor) -> list[int]:
    image = bar.grab().toImage()
    return [y for y in range(image.height()) if image.pixelColor(7, y) == color]


def test_marks_are_shown_at_their_heights(bar: HitBar) -> None:
    red = QColor("#ff0000")
    assert rows(bar, red) == []
    bar.set_marks([BarMark(0.5, red), BarMark(1.0, red)], None)
    found = rows(bar, red)
    assert 199 in found or 200 in found
    assert max(found) >= 397
    assert all(197 <= y <= 202 or y >= 395 for y in found)


def test_the_current_match_is_larger_and_on_top(bar: HitBar) -> None:
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    bar.set_marks([BarMark(0.5, red)], None)
    thin = len(rows(bar, red))
    bar.set_marks([BarMark(0.5, red)], BarMark(0.5, blue))
    assert len(rows(bar, blue)) > thin
    assert rows(bar, red) == []
    bar.set_marks([BarMark(0.5, red)], None)
    assert len(rows(bar, red)) == thin


def test_the_bar_has_no_buttons_to_lie_over_the_map(bar: HitBar) -> None:
    ground = QColor(LIGHT.desk)
    # The handle is at the top; below it there is nothing but the ground.
    assert set(range(60, 400)) <= set(rows(bar, ground))


def test_the_map_says_where_marks_begin() -> None:
    hitmap, layout = HitMap(DOCUMENT.text_map), PageLayout(PageSizes(DOCUMENT.pages), 0.75, 600)
    colors = inks(LIGHT)
    hitmap.set_marks(Layer.HITS, [Mark(span_of(DOCUMENT, "три")), Mark(span_of(DOCUMENT, "один"))])
    hitmap.set_marks(
        Layer.NOTES, [Mark(span_of(DOCUMENT, "пять"), role="blue"), Mark(Span(2, 2), role="blue")]
    )
    places = list(hitmap.marks(layout, colors))
    assert [color.name() for _, color, _ in places] == [
        colors.bar["hits"].name(),
        colors.bar["hits"].name(),
        colors.bar["blue"].name(),
    ]
    expected = [layout.top(1) + 56, layout.top(0) + 56, layout.top(3) + 56]
    assert [place * layout.height for place, _, _ in places] == pytest.approx(expected)


def test_facts_hits_and_notes_stand_beside_each_other() -> None:
    hitmap, layout = HitMap(DOCUMENT.text_map), PageLayout(PageSizes(DOCUMENT.pages), 0.75, 600)
    hitmap.set_marks(Layer.HITS, [Mark(span_of(DOCUMENT, "три"))])
    hitmap.set_marks(Layer.NOTES, [Mark(span_of(DOCUMENT, "пять"), role="blue")])
    hitmap.set_facts([span_of(DOCUMENT, "один")])
    lanes = [mark.lane for mark in hitmap.marks(layout, inks(LIGHT))]
    assert lanes == [Lane.LEFT, Lane.MIDDLE, Lane.RIGHT]


def test_a_mark_at_the_side_leaves_the_middle_free(bar: HitBar) -> None:
    red = QColor("#ff0000")
    bar.set_marks([BarMark(0.5, red, Lane.LEFT), BarMark(0.7, red, Lane.RIGHT)], None)
    assert rows(bar, red) == []
    image = bar.grab().toImage()
    assert image.pixelColor(1, 200) == red
    assert image.pixelColor(12, 280) == red


def test_a_mark_that_begins_with_a_blank_is_on_the_map() -> None:
    hitmap, layout = HitMap(DOCUMENT.text_map), PageLayout(PageSizes(DOCUMENT.pages), 0.75, 600)
    word = span_of(DOCUMENT, "два")
    hitmap.set_current(Span(word.start - 1, word.stop))
    place, color, _ = hitmap.current(layout, inks(LIGHT))
    assert place * layout.height == pytest.approx(layout.top(0) + 76)
    assert color == QColor(LIGHT.hit_current)
    hitmap.set_current(None)
    assert hitmap.current(layout, inks(LIGHT)) is None


@pytest.mark.parametrize("theme", ThemeName)
def test_every_marker_has_a_colour_that_is_seen_in_the_bar(theme: ThemeName) -> None:
    palette = PALETTES[theme]
    colors = inks(palette)
    assert set(palette.markers) < set(colors.bar)
    desk = QColor(palette.desk)
    assert all(abs(color.lightness() - desk.lightness()) > 50 for color in colors.bar.values())


def test_only_themes_with_other_paper_are_toned() -> None:
    assert inks(LIGHT).tone is None
    assert not inks(PALETTES[ThemeName.SEPIA]).tone.inverts
    dark = inks(PALETTES[ThemeName.DARK])
    assert dark.tone.inverts
    assert dark.is_dark
    assert dark.tone.paper == 0x24262B
