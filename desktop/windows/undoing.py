"""The commands that take back and do again, named after what they would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.actions.command import When
from desktop.state.undoing import Reversal
from desktop.windows.main import MainWindow


class UndoCommands(QObject):
    """Keeps the two commands in step with what can be taken back.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._actions, self._undoing = window.actions_table, window.presenters.notes.undoing
        self._undoing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        translate = QCoreApplication.translate
        done, undone = self._undoing.newest, self._undoing.newest_undone
        self._actions.change_state(When.UNDO, holds=done is not None)
        self._actions.change_state(When.REDO, holds=undone is not None)
        self._actions.name("undo", _named(translate("Actions", "&Отменить: {what}"), done))
        self._actions.name("redo", _named(translate("Actions", "Повтор&ить: {what}"), undone))


def _named(template: str, reversal: Reversal | None) -> str:
    """Return what a command says; nothing when there is nothing to name."""
    return template.format(what=reversal.name) if reversal is not None and reversal.name else ""
