from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.panels.study.bars import TimeBars
from desktop.state.timeline import Measure
from desktop.theme import PALETTES, ThemeName
from index.model.study import Period
from tests.desktop.qt import NONE, click, mouse, press_key
from tests.helpers.studies import PERIODS

ROLES = PALETTES[ThemeName.LIGHT]


@pytest.fixture
def bars(qapp: object, qtbot: QtBot) -> Iterator[TimeBars]:
    made = TimeBars(ROLES)
    made.resize(600, 300)
    made.show_periods(PERIODS, Measure.MATCHES)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def height_of(bars: TimeBars, position: int) -> int:
    """Count the painted points in the middle of a bar."""
    picture, area = QImage.fromData(bars.picture()), bars.area_of(position)
    x, tone = int(area.center().x() * 2), QColor(ROLES.hit_current).rgb()
    return sum(picture.pixel(x, y) == tone for y in range(picture.height()))


def test_bars_are_as_high_as_they_count(bars: TimeBars) -> None:
    assert height_of(bars, 1) == 0
    assert height_of(bars, 2) / height_of(bars, 0) == pytest.approx(5 / 3, rel=0.03)


def test_another_measure_makes_other_bars(bars: TimeBars) -> None:
    bars.show_periods(PERIODS, Measure.SHARE)
    assert height_of(bars, 2) / height_of(bars, 0) == pytest.approx(4, rel=0.03)


def test_the_pointer_looks_at_the_bar_below_it(bars: TimeBars, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bars.looked) as looked:
        mouse(bars, QEvent.Type.MouseMove, bars.area_of(2).center(), NONE)
    assert looked.args == [2]
    mouse(bars, QEvent.Type.MouseMove, QPointF(3, 3), NONE)
    assert bars.current == -1


def test_a_click_chooses_a_bar_an_empty_one_too(bars: TimeBars, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bars.chosen) as chosen:
        click(bars, bars.area_of(1).center())
    assert chosen.args == [1]


def test_keys_walk_along_the_bars_and_choose(bars: TimeBars, qtbot: QtBot) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        press_key(bars, key)
        seen.append(bars.current)
    assert seen == [0, 1, 2, 2, 0]
    with qtbot.waitSignal(bars.chosen) as chosen:
        press_key(bars, Qt.Key.Key_Return)
    assert chosen.args == [0]


def test_the_left_key_begins_with_the_last_bar(bars: TimeBars) -> None:
    press_key(bars, Qt.Key.Key_Left)
    assert bars.current == 2


def test_other_times_are_looked_at_anew(bars: TimeBars) -> None:
    bars.look_at(2)
    bars.show_periods(PERIODS[:1], Measure.MATCHES)
    assert bars.current == -1


def test_a_picture_has_twice_the_size_and_no_bar_that_is_looked_at(bars: TimeBars) -> None:
    plain = QImage.fromData(bars.picture())
    bars.look_at(0)
    assert QImage.fromData(bars.picture()) == plain
    assert (plain.width(), plain.height()) == (1200, 600)


@pytest.mark.parametrize("count", [0, 1, 40, 1500])
def test_any_number_of_bars_can_be_drawn(bars: TimeBars, count: int) -> None:
    months = [Period(f"{1900 + i // 12}-{i % 12 + 1:02}", i % 5, i % 7, 9) for i in range(count)]
    bars.show_periods(months, Measure.DOCUMENTS)
    assert not QImage.fromData(bars.picture()).isNull()
    if count:
        assert bars.area_of(count - 1).right() <= bars.width()
