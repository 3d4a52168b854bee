"""How keys move the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar

STEP_PX: Final = 48
"""What an arrow key moves."""

_Key = Qt.Key
_STEPS: Final = {_Key.Key_Down: (0, 1), _Key.Key_Up: (0, -1), _Key.Key_Right: (1, 0), _Key.Key_Left: (-1, 0)}
_WINDOWS: Final = {_Key.Key_PageDown: 1, _Key.Key_PageUp: -1, _Key.Key_Space: 1}
_ENDS: Final = {_Key.Key_Home: 0, _Key.Key_End: 1 << 30}


def move_by_key(
    event: QKeyEvent, down: QScrollBar, across: QScrollBar, step: Callable[[float], None]
) -> bool:
    """Do what a key says; return whether it says anything.

    Arrows, Page Up and Down, Space and Shift+Space, Home and End with or without Ctrl.

    Args:
        event: The key.
        down: Moves the window from end to end.
        across: Moves it sideways.
        step: Moves it up or down by so many pixels.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    foreign = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if key in _ENDS and not modifiers & Qt.KeyboardModifier.AltModifier:
        down.setValue(_ENDS[key])
    elif modifiers & foreign:
        return False
    elif key in _STEPS:
        x, y = _STEPS[key]
        across.setValue(across.value() + x * STEP_PX)
        if y:
            step(y * STEP_PX)
    elif key in _WINDOWS:
        is_back = key is Qt.Key.Key_Space and bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        # A little of the old window stays in sight, for the eye to hold on to.
        window = max(STEP_PX, down.pageStep() - STEP_PX)
        step((-1 if is_back else _WINDOWS[key]) * window)
    else:
        return False
    return True
