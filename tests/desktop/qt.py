"""How tests use a keyboard and a mouse.

`qtbot.keyClicks` aborts the interpreter on Cyrillic; these send the events themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton


def press_key(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS, text: str = "") -> bool:
    """Press and release a key; return whether somebody took the press."""
    press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    QApplication.sendEvent(widget, press)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))
    return press.isAccepted()


def let_go_of_keys() -> None:
    """Hold neither Ctrl nor Shift any more: Qt remembers what was held at the latest press."""
    if QGuiApplication.keyboardModifiers() != NO_KEYS:
        QApplication.sendEvent(QWidget(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NO_KEYS))


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any script, one after the other."""
    for letter in text:
        press_key(widget, Qt.Key.Key_unknown, text=letter)


def mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPointF | QPoint,
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Send one event of the mouse to a widget, to the viewport of a scroll area."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    point = QPointF(at)
    is_down = kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
    is_down |= kind is QEvent.Type.MouseMove and button is not NONE
    event = QMouseEvent(
        kind,
        point,
        QPointF(target.mapToGlobal(point)),
        NONE if kind is QEvent.Type.MouseMove else button,
        button if is_down else NONE,
        modifiers,
    )
    QApplication.sendEvent(target, event)


def click(
    widget: QWidget,
    at: QPointF | QPoint,
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Press and release a button of the mouse."""
    mouse(widget, QEvent.Type.MouseButtonPress, at, button, modifiers)
    mouse(widget, QEvent.Type.MouseButtonRelease, at, button, modifiers)


def double_click(widget: QWidget, at: QPointF | QPoint) -> None:
    """Click twice, as Qt reports it."""
    click(widget, at)
    mouse(widget, QEvent.Type.MouseButtonDblClick, at)
    mouse(widget, QEvent.Type.MouseButtonRelease, at)


def drag(widget: QWidget, *points: QPointF | QPoint) -> None:
    """Press at the first point, move over the others, release at the last one."""
    mouse(widget, QEvent.Type.MouseButtonPress, points[0])
    for point in points[1:]:
        mouse(widget, QEvent.Type.MouseMove, point)
    mouse(widget, QEvent.Type.MouseButtonRelease, points[-1])
