from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.selection_bar import SelectionBar
from desktop.dialogs.swatch import Swatch
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import HighlightColor

AREA = QRect(0, 0, 800, 600)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(window: QWidget) -> SelectionBar:
    return SelectionBar(PALETTES[ThemeName.LIGHT], window)


def test_the_bar_shows_the_marker_used_last_and_tells_the_chosen_one(
    qtbot: QtBot, window: QWidget, bar: SelectionBar
) -> None:
    bar.show_beside(window.mapToGlobal(QPoint(400, 300)), AREA, HighlightColor.GREEN)
    swatches = bar.findChildren(Swatch)
    assert [one.color for one in swatches if one.isChecked()] == [HighlightColor.GREEN]
    pink = next(one for one in swatches if one.color is HighlightColor.PINK)
    with qtbot.waitSignal(bar.color_chosen) as blocker:
        QTest.mouseClick(pink, Qt.MouseButton.LeftButton)
    assert blocker.args == [HighlightColor.PINK]


@pytest.mark.parametrize(
    "spot", [QPoint(0, 0), QPoint(799, 0), QPoint(0, 599), QPoint(799, 599), QPoint(400, 580)]
)
def test_the_bar_never_leaves_the_pages(window: QWidget, bar: SelectionBar, spot: QPoint) -> None:
    bar.show_beside(window.mapToGlobal(spot), AREA, HighlightColor.YELLOW)
    assert AREA.contains(bar.geometry())
    assert not bar.geometry().contains(spot)


def test_the_bar_takes_no_focus_from_the_page(window: QWidget, bar: SelectionBar) -> None:
    bar.show_beside(window.mapToGlobal(QPoint(400, 300)), AREA, HighlightColor.YELLOW)
    assert all(
        child.focusPolicy() is Qt.FocusPolicy.NoFocus
        for child in bar.findChildren(QWidget)
        if child.isVisible()
    )
