"""The commands as actions of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

from desktop.actions.command import Command, When, tip, translated
from desktop.actions.table import TABLE


class Actions(QObject):
    """The commands as Qt actions, enabled and named as the state of the window asks.

    Args:
        draw: Makes an icon from the name of a drawing.
        parent: Owner.
    """

    def __init__(self, draw: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = When.IDLE
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {command.id: self._made(command) for command in TABLE}
        self.retranslate()
        self.redraw(draw)
        self.set_state(When.IDLE)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def all(self) -> Iterable[QAction]:
        """Return every action, in the order of the table."""
        return self._actions.values()

    def connect_to(self, targets: dict[str, Callable[[], object]]) -> None:
        """Say what each command does.

        Raises:
            KeyError: If a command is unknown, or one of the table is left without a meaning.
        """
        if unknown := set(targets) ^ set(self._actions):
            raise KeyError(*sorted(unknown))
        for command_id, target in targets.items():
            self._actions[command_id].triggered.connect(lambda _checked=False, call=target: call())

    def set_state(self, state: When) -> None:
        """Enable what makes sense now."""
        self._state = state
        for command in TABLE:
            self._actions[command.id].setEnabled(command.when in state)

    def change_state(self, condition: When, *, holds: bool) -> None:
        """Note that one condition holds, or no longer does."""
        self.set_state(self._state | condition if holds else self._state & ~condition)

    @property
    def state(self) -> When:
        """What is so now."""
        return self._state

    def check(self, command_id: str, *, on: bool = True) -> None:
        """Show a switch as on or off, or one of a group as the chosen one; commands nothing."""
        self._actions[command_id].setChecked(on)

    def name(self, command_id: str, text: str) -> None:
        """Call a command otherwise, as after what it would do; without a text as the table does."""
        command = next(command for command in TABLE if command.id == command_id)
        self._actions[command_id].setText(text or translated(command.text))

    def redraw(self, draw: Callable[[str], QIcon]) -> None:
        """Take icons in other colours."""
        for command in TABLE:
            if command.icon:
                self._actions[command.id].setIcon(draw(command.icon))

    def retranslate(self) -> None:
        """Take the texts of the language that holds now."""
        for command in TABLE:
            action = self._actions[command.id]
            text = translated(command.text)
            action.setText(text)
            action.setToolTip(tip(command))

    def _made(self, command: Command) -> QAction:
        action = QAction(self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(bool(command.group) or command.is_switch)
        action.setIconVisibleInMenu(bool(command.icon) and not action.isCheckable())
        if command.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if command.id == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        if command.group:
            group = self._groups.setdefault(command.group, QActionGroup(self))
            group.addAction(action)
        return action
