from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.panels.query_chips import MOST_SHOWN, QueryChip, QueryChips
from desktop.theme import PALETTES, ThemeName
from index.model.hit import Chip

PALETTE = PALETTES[ThemeName.LIGHT]
WORD = Chip("полив", "word", False, "-мука дата:2021")
FLOUR = Chip("мука", "word", True, "полив дата:2021")
YEAR = Chip("дата:2021", "date", False, "полив -мука")


@pytest.fixture
def chips(qtbot: QtBot) -> QueryChips:
    made = QueryChips(PALETTE, QPushButton("Уточнить"))
    qtbot.addWidget(made)
    made.resize(400, 80)
    made.show_chips((WORD, FLOUR, YEAR))
    made.show()
    qtbot.waitExposed(made)
    return made


def show_focused(qtbot: QtBot, chips: QueryChips, number: int) -> QueryChip:
    chips.activateWindow()
    qtbot.waitUntil(chips.isActiveWindow)
    chips.buttons[number].setFocus()
    return chips.buttons[number]


def test_the_cross_asks_for_the_query_without_the_part(qtbot: QtBot, chips: QueryChips) -> None:
    button = chips.buttons[2]
    with qtbot.waitSignal(chips.query_requested) as blocker:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.cross.center())
    assert blocker.args == ["полив -мука"]


def test_the_words_beside_the_cross_take_nothing_out(qtbot: QtBot, chips: QueryChips) -> None:
    with qtbot.assertNotEmitted(chips.query_requested):
        QTest.mouseClick(chips.buttons[2], Qt.MouseButton.LeftButton, pos=QPoint(6, 8))


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space]
)
def test_keys_take_a_part_out(qtbot: QtBot, chips: QueryChips, key: Qt.Key) -> None:
    with qtbot.waitSignal(chips.query_requested) as blocker:
        QTest.keyClick(chips.buttons[1], key)
    assert blocker.args == ["полив дата:2021"]


def test_arrows_go_from_part_to_part_and_stop_at_the_ends(qtbot: QtBot, chips: QueryChips) -> None:
    show_focused(qtbot, chips, 0)
    QTest.keyClick(chips.buttons[0], Qt.Key.Key_Left)
    QTest.keyClick(chips.buttons[0], Qt.Key.Key_Right)
    assert chips.buttons[1].hasFocus()


def test_the_focus_stays_among_the_parts_that_are_left(qtbot: QtBot, chips: QueryChips) -> None:
    show_focused(qtbot, chips, 2)
    chips.show_chips((WORD, FLOUR))
    assert chips.buttons[1].hasFocus()
    with qtbot.waitSignal(chips.emptied):
        chips.show_chips(())


def test_a_mere_word_has_no_chip(chips: QueryChips) -> None:
    chips.show_chips((WORD,))
    assert chips.buttons == ()


@pytest.mark.parametrize("chip", [FLOUR, YEAR, Chip("«два слова»", "phrase", False, "")])
def test_a_single_part_that_is_more_than_a_word_has_one(chips: QueryChips, chip: Chip) -> None:
    chips.show_chips((chip,))
    assert [button.chip for button in chips.buttons] == [chip]


def test_what_is_left_out_is_said_so(chips: QueryChips) -> None:
    assert [button.accessibleName() for button in chips.buttons] == ["полив", "Без: мука", "дата:2021"]


def test_a_query_of_very_many_parts_does_not_fill_the_column(chips: QueryChips) -> None:
    chips.show_chips([Chip(f"слово{i}", "word", False, "") for i in range(40)])
    assert len(chips.buttons) == MOST_SHOWN
    assert chips._rest.text() == f"ещё {40 - MOST_SHOWN}"


def test_a_long_part_is_cut_to_the_column(qtbot: QtBot, chips: QueryChips) -> None:
    chips.resize(160, 200)
    chips.show_chips((Chip("организация:«" + "очень " * 20 + "»", "name", False, ""),))
    qtbot.waitUntil(lambda: 0 < chips.buttons[0].width() <= 160)
