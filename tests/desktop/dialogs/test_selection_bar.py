from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.selection_bar import SelectionBar
from desktop.dialogs.swatch import Swatch
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import HighlightColor
from tests.desktop.qt import press_key

AREA, WORD = QRect(0, 0, 800, 600), QRect(380, 290, 40, 20)
KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    QLineEdit(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def bar(window: QWidget) -> SelectionBar:
    styles = QMenu(window)
    styles.addAction(QAction("APA", styles))
    return SelectionBar(PALETTES[ThemeName.LIGHT], styles, window)


def show(bar: SelectionBar, color: HighlightColor = HighlightColor.YELLOW) -> None:
    bar.show_beside([WORD], AREA, color)


def test_the_bar_shows_the_marker_used_last_and_tells_the_chosen_one(qtbot: QtBot, bar: SelectionBar) -> None:
    show(bar, HighlightColor.GREEN)
    swatches = bar.findChildren(Swatch)
    assert [one.color for one in swatches if one.isChecked()] == [HighlightColor.GREEN]
    pink = next(one for one in swatches if one.color is HighlightColor.PINK)
    with qtbot.waitSignal(bar.color_chosen) as blocker:
        QTest.mouseClick(pink, Qt.MouseButton.LeftButton)
    assert blocker.args == [HighlightColor.PINK]


def test_the_bar_covers_nothing_of_the_selection(bar: SelectionBar) -> None:
    show(bar)
    assert AREA.contains(bar.geometry())
    assert not bar.geometry().intersects(WORD)


def test_the_bar_takes_no_focus_from_the_page(bar: SelectionBar) -> None:
    show(bar)
    assert all(
        child.focusPolicy() is Qt.FocusPolicy.NoFocus
        for child in bar.findChildren(QWidget)
        if child.isVisible()
    )


def test_asked_by_keys_arrows_go_round_and_enter_presses(qtbot: QtBot, bar: SelectionBar) -> None:
    show(bar, HighlightColor.YELLOW)
    bar.take_focus()
    first = QApplication.focusWidget()
    assert isinstance(first, Swatch)
    press_key(first, KEY.Key_Left)
    last = QApplication.focusWidget()
    assert isinstance(last, QToolButton)
    with qtbot.waitSignal(bar.search_requested):
        press_key(last, KEY.Key_Return)
    press_key(last, KEY.Key_Right)
    assert QApplication.focusWidget() is first


def test_escape_gives_the_focus_back(qtbot: QtBot, bar: SelectionBar) -> None:
    show(bar)
    bar.take_focus()
    with qtbot.waitSignal(bar.left):
        press_key(QApplication.focusWidget(), KEY.Key_Escape)
    assert not bar.isVisible()


def test_the_bar_goes_when_the_focus_goes_elsewhere(window: QWidget, bar: SelectionBar) -> None:
    show(bar)
    bar.take_focus()
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    assert not bar.isVisible()
    assert QApplication.focusWidget() is field


def test_a_bar_without_the_focus_asks_for_none_when_it_goes(qtbot: QtBot, bar: SelectionBar) -> None:
    show(bar)
    with qtbot.assertNotEmitted(bar.left):
        bar.hide()
