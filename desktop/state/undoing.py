"""What the reader did last to notes, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.state.mutations import MutationLine


@dataclass(frozen=True, slots=True)
class Reversal:
    """How one thing is taken back.

    Attributes:
        call: Takes it back in the archive; runs in a thread of the pool.
        done: Receives what that returned, in the window's thread.
    """

    call: Callable[[], Any]
    done: Callable[[Any], None]


class Undoing:
    """The things that can be taken back, the newest first.

    Args:
        line: Carries them out in their turn.
        refused: Told when something could not be taken back; it can be tried again.
    """

    def __init__(self, line: MutationLine, refused: Callable[[Exception], None]) -> None:
        self._line, self._refused = line, refused
        self._reversals: list[Reversal] = []

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._reversals)

    def add(self, reversal: Reversal) -> None:
        """Remember how the newest thing is taken back."""
        self._reversals.append(reversal)

    def undo(self) -> None:
        """Take the newest thing back; does nothing when there is none."""
        if not self._reversals:
            return
        reversal = self._reversals.pop()

        def refused(error: Exception) -> None:
            self._reversals.append(reversal)
            self._refused(error)

        self._line.add(reversal.call, reversal.done, refused)
