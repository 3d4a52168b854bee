from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.chips import Chip, ChipText, wrapped
from desktop.panels.flow import FlowLayout
from desktop.theme import PALETTES, ThemeName
from tests.desktop.qt import press_key

LIGHT = PALETTES[ThemeName.LIGHT]
LONG = "Совместная рабочая группа по выработке предложений по всем направлениям водных отношений"


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setLayout(FlowLayout(made, gap_px=6))
    qtbot.addWidget(made)
    return made


def fill(box: QWidget, *titles: str, width: int = 290) -> list[Chip]:
    chips = [Chip(ChipText(title), LIGHT, box) for title in titles]
    layout = box.layout()
    assert layout is not None
    for chip in chips:
        layout.addWidget(chip)
    layout.setGeometry(QRect(0, 0, width, 1000))
    return chips


def test_chips_stand_in_rows_and_never_beyond_the_edge(box: QWidget) -> None:
    chips = fill(box, "Узбекистан", "Казахстан", LONG, "Ташкент")
    assert chips[0].y() == chips[1].y() < chips[2].y() < chips[3].y()
    assert chips[1].x() == chips[0].geometry().right() + 7
    assert all(chip.geometry().right() < 290 for chip in chips)


def test_rows_take_the_height_they_say(box: QWidget) -> None:
    chips = fill(box, "Узбекистан", LONG, "Ташкент", "Казахстан", width=200)
    layout = box.layout()
    assert layout is not None
    assert layout.hasHeightForWidth()
    assert layout.heightForWidth(200) == max(chip.geometry().bottom() for chip in chips) + 1


def test_chips_of_a_row_are_equally_high(box: QWidget) -> None:
    first = Chip(ChipText("Токаев", "Президент"), LIGHT, box)
    (second,) = fill(box, "Навои")
    layout = box.layout()
    assert layout is not None
    layout.addWidget(first)
    layout.setGeometry(QRect(0, 0, 290, 500))
    assert second.height() == first.height()


@pytest.mark.parametrize("width", [60, 120, 290])
@pytest.mark.parametrize("limit", [1, 2, 4])
def test_text_is_cut_with_dots_and_never_clipped(qtbot: QtBot, width: int, limit: int) -> None:
    font = QFont()
    lines = wrapped(LONG, font, width, limit)
    metrics = QFontMetrics(font)
    assert len(lines) <= limit
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert lines[-1].endswith("…") or " ".join(lines) == LONG


def test_short_text_stays_whole(qtbot: QtBot) -> None:
    assert wrapped("Узбекистан", QFont(), 500, 2) == ["Узбекистан"]


def test_enter_and_space_click(box: QWidget, qtbot: QtBot) -> None:
    (chip,) = fill(box, "Узбекистан")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(chip.clicked):
            press_key(chip, key)


def test_arrows_are_left_to_the_panel(box: QWidget, qtbot: QtBot) -> None:
    (chip,) = fill(box, "Узбекистан")
    with qtbot.waitSignal(chip.arrow_pressed) as told:
        press_key(chip, Qt.Key.Key_Down)
    assert told.args == [Qt.Key.Key_Down]


def test_tooltip_shows_markup_of_a_document_as_text(box: QWidget) -> None:
    chip = Chip(ChipText("x", tip='<img src="file:///etc/passwd">\nвторая'), LIGHT, box)
    assert "<img" not in chip.toolTip()
    assert "&lt;img" in chip.toolTip()


def test_screen_reader_hears_name_and_place(box: QWidget) -> None:
    chip = Chip(ChipText("Узбекистан", count=5, spoken="Узбекистан, 5 мест"), LIGHT, box)
    chip.set_current(True, "2 из 5")
    assert chip.accessibleName() == "Узбекистан, 5 мест"
    assert chip.accessibleDescription() == "2 из 5"
    chip.set_current(False)
    assert chip.accessibleDescription() == ""


def test_current_chip_and_other_theme_look_different(box: QWidget, qtbot: QtBot) -> None:
    (chip,) = fill(box, "Узбекистан")
    plain = chip.grab().toImage()
    chip.set_current(True)
    current = chip.grab().toImage()
    chip.set_palette_roles(PALETTES[ThemeName.DARK])
    assert plain != current != chip.grab().toImage()
