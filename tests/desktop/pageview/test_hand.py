import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.pageview.view import PageView
from tests.desktop.qt import mouse, press_key

KINDS = QEvent.Type
MIDDLE = Qt.MouseButton.MiddleButton
FROM, TO = QPointF(300, 400), QPointF(300, 250)


def drag(view: PageView, button: Qt.MouseButton) -> None:
    mouse(view, KINDS.MouseButtonPress, FROM, button)
    mouse(view, KINDS.MouseMove, TO, button)
    mouse(view, KINDS.MouseButtonRelease, TO, button)


def press_space(view: PageView, kind: QEvent.Type) -> None:
    QApplication.sendEvent(view, QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "))


def test_the_middle_button_moves_the_pages(view: PageView) -> None:
    drag(view, MIDDLE)
    assert view.verticalScrollBar().value() == 150
    assert view.selected_span() is None


def test_with_the_space_bar_held_the_left_button_moves_the_pages(view: PageView) -> None:
    press_space(view, KINDS.KeyPress)
    drag(view, Qt.MouseButton.LeftButton)
    press_space(view, KINDS.KeyRelease)
    assert view.verticalScrollBar().value() == 150
    assert view.selected_span() is None


def test_a_space_bar_without_the_mouse_is_a_key(view: PageView) -> None:
    press_key(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 300


def test_the_hand_as_a_tool_moves_the_pages_until_it_is_put_away(view: PageView) -> None:
    view.hand.set_tool(on=True)
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(view, Qt.MouseButton.LeftButton)
    assert view.verticalScrollBar().value() == 150
    view.hand.set_tool(on=False)
    drag(view, Qt.MouseButton.LeftButton)
    assert view.verticalScrollBar().value() == 150
    assert view.selected_span() is not None


@pytest.mark.parametrize("button", [MIDDLE, Qt.MouseButton.LeftButton])
def test_a_click_of_the_hand_moves_nothing(view: PageView, button: Qt.MouseButton) -> None:
    view.hand.set_tool(on=True)
    mouse(view, KINDS.MouseButtonPress, FROM, button)
    mouse(view, KINDS.MouseButtonRelease, FROM, button)
    assert view.verticalScrollBar().value() == 0
    assert not view.hand.is_holding
