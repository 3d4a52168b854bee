from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.panels.year_bars import YearBars
from desktop.state.years import YearBar
from desktop.theme import PALETTES, ThemeName
from tests.desktop.qt import click, drag

BARS = tuple(YearBar(year, year, year - 2010) for year in range(2015, 2023))


@pytest.fixture
def years(qtbot: QtBot) -> YearBars:
    made = YearBars(PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(made)
    made.resize(240, 61)
    made.show_bars(BARS)
    return made


def middle(years: YearBars, number: int) -> QPointF:
    return QPointF(years.bar_rect(number).center())


def test_a_click_takes_one_year(qtbot: QtBot, years: YearBars) -> None:
    with qtbot.waitSignal(years.years_chosen) as blocker:
        click(years, middle(years, 3))
    assert blocker.args == [2018, 2018]


@pytest.mark.parametrize(("start", "stop"), [(1, 4), (4, 1)])
def test_a_drag_takes_a_range_whichever_way_it_goes(
    qtbot: QtBot, years: YearBars, start: int, stop: int
) -> None:
    with qtbot.waitSignal(years.years_chosen) as blocker:
        drag(years, middle(years, start), middle(years, 2), middle(years, stop))
    assert blocker.args == [2016, 2019]


def test_a_drag_over_the_edge_takes_what_there_is(qtbot: QtBot, years: YearBars) -> None:
    with qtbot.waitSignal(years.years_chosen) as blocker:
        drag(years, middle(years, 6), QPoint(900, -40))
    assert blocker.args == [2021, 2022]


def test_keys_take_a_year(qtbot: QtBot, years: YearBars) -> None:
    QTest.keyClick(years, Qt.Key.Key_Left)
    assert years.accessibleDescription() == "2022: 12\u00a0документов"
    QTest.keyClick(years, Qt.Key.Key_Left)
    with qtbot.waitSignal(years.years_chosen) as blocker:
        QTest.keyClick(years, Qt.Key.Key_Return)
    assert blocker.args == [2021, 2021]


def test_keys_with_shift_take_a_range(qtbot: QtBot, years: YearBars) -> None:
    QTest.keyClick(years, Qt.Key.Key_Left)
    for _ in range(3):
        QTest.keyClick(years, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert years.accessibleDescription() == "2019–2022"
    with qtbot.waitSignal(years.years_chosen) as blocker:
        QTest.keyClick(years, Qt.Key.Key_Space)
    assert blocker.args == [2019, 2022]


def test_enter_without_a_year_takes_nothing(qtbot: QtBot, years: YearBars) -> None:
    with qtbot.assertNotEmitted(years.years_chosen):
        QTest.keyClick(years, Qt.Key.Key_Return)


def test_a_higher_bar_has_more_ink(years: YearBars) -> None:
    picture = years.grab().toImage()
    muted = PALETTES[ThemeName.LIGHT].muted
    heights = [
        sum(picture.pixelColor(int(middle(years, i).x()), y).name() == muted for y in range(46))
        for i in range(len(BARS))
    ]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_a_century_of_bars_fits_into_the_narrowest_column(years: YearBars) -> None:
    years.show_bars(tuple(YearBar(year, year, 1) for year in range(1900, 1948)))
    assert years.bar_rect(47).right() < years.width()
