"""What the reader did last, how it is taken back, and how it is done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.state.mutations import MutationLine

Call = Callable[[], Any]
Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Redoing:
    """How one thing is done again.

    Attributes:
        call: Does it again in the archive; runs in a thread of the pool.
        done: Receives what that returned, in the window's thread.
    """

    call: Call
    done: Done


@dataclass(frozen=True, slots=True)
class Reversal:
    """How one thing is taken back. It may be taken back and done again any number of times.

    Attributes:
        call: Takes it back in the archive; runs in a thread of the pool.
        done: Receives what that returned, in the window's thread.
        name: What was done, as the menu names it: «удаление заметки».
        redo: How it is done again; None when it cannot be.
    """

    call: Call
    done: Done
    name: str = ""
    redo: Redoing | None = None


class Undoing(QObject):
    """The things that can be taken back, and those that were taken back, the newest first.

    Args:
        line: Carries them out in their turn.
        refused: Told when something could not be taken back or done again; it can be tried again.
        parent: Owner.

    Signals:
        changed(): Something else would be taken back or done again now.
    """

    changed = Signal()

    def __init__(
        self, line: MutationLine, refused: Callable[[Exception], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._line, self._refused = line, refused
        self._reversals: list[Reversal] = []
        self._undone: list[Reversal] = []

    @property
    def newest(self) -> Reversal | None:
        """What would be taken back now."""
        return self._reversals[-1] if self._reversals else None

    @property
    def newest_undone(self) -> Reversal | None:
        """What would be done again now."""
        return self._undone[-1] if self._undone else None

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._reversals)

    def add(self, reversal: Reversal) -> None:
        """Remember how the newest thing is taken back; what was taken back before is not done again."""
        self._reversals.append(reversal)
        self._undone.clear()
        self.changed.emit()

    def widen(self, old: Reversal, new: Reversal) -> None:
        """Let a reversal take the place of the newest one, which it covers; of none when that is another."""
        if self.newest is old:
            self._reversals.pop()
        self.add(new)

    def undo(self) -> None:
        """Take the newest thing back, after all that is on its way; does nothing when there is none."""
        self._in_turn(self._undo)

    def redo(self) -> None:
        """Do again what was taken back last; does nothing when there is none."""
        self._in_turn(self._redo)

    def _in_turn(self, act: Callable[[], None]) -> None:
        """Act when it is known what was done last: what stands in the line is not on the stack yet."""
        if self._line.pending:
            self._line.add(lambda: None, lambda _nothing: act(), self._refused)
        else:
            act()

    def _undo(self) -> None:
        if not self._reversals:
            return
        reversal = self._reversals.pop()

        def done(result: object) -> None:
            if reversal.redo is not None:
                self._undone.append(reversal)
            reversal.done(result)
            self.changed.emit()

        self._carry_out(reversal.call, done, lambda: self._reversals.append(reversal))

    def _redo(self) -> None:
        if not self._undone:
            return
        reversal = self._undone.pop()
        again = reversal.redo
        assert again is not None

        def done(result: object) -> None:
            self._reversals.append(reversal)
            again.done(result)
            self.changed.emit()

        self._carry_out(again.call, done, lambda: self._undone.append(reversal))

    def _carry_out(self, call: Call, done: Done, put_back: Callable[[], None]) -> None:
        def refused(error: Exception) -> None:
            put_back()
            self._refused(error)
            self.changed.emit()

        self._line.add(call, done, refused)
        self.changed.emit()
