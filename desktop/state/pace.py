"""The pace of searching while one types: when to ask, and when to believe that there is nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.model.hit import Answer

SHORTEST_MS: Final = 15
"""Keys pressed together, or repeated by a held key, still make one question."""
LONGEST_MS: Final = 120
"""About the time between two keystrokes of somebody who types well."""
EMPTY_REST_MS: Final = 300
"""Rest after which an empty answer to what is being typed is believed: half a word finds nothing."""
# The rest is as long as an answer takes: while one is made, the next letter may come.
# Before the first answer: what one takes in an archive of a few hundred thousand pages.
_EXPECTED_MS: Final = 40.0
# Weight of the newest answer: one slow answer among quick ones changes little, a slow archive soon shows.
_WEIGHT: Final = 0.3


class Pace:
    """Learns from answers how long the archive takes."""

    def __init__(self) -> None:
        self._usual_ms = _EXPECTED_MS

    @property
    def rest_ms(self) -> int:
        """How long to wait after a keystroke before asking."""
        return round(min(LONGEST_MS, max(SHORTEST_MS, self._usual_ms)))

    def note(self, taken_ms: float) -> None:
        """Take into account how long an answer took, from the question until it was there."""
        self._usual_ms += _WEIGHT * (min(taken_ms, LONGEST_MS) - self._usual_ms)


class Doubt(QObject):
    """Holds an empty answer back for a while, so that half a word does not wipe the list away.

    Signals:
        ended(Answer, str): The answer is believed; with what it was asked for.
    """

    ended = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[Answer, str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=EMPTY_REST_MS)
        self._rest.timeout.connect(self.end)

    @property
    def holds(self) -> bool:
        """Whether there is an answer that was not told yet."""
        return self._held is not None

    def hold(self, answer: Answer, asked: str) -> None:
        """Hold this answer back."""
        self._held = answer, asked
        self._rest.start()

    def forget(self) -> None:
        """Drop what is held."""
        self._rest.stop()
        self._held = None

    def end(self) -> None:
        """Believe what is held, now."""
        held = self._held
        self.forget()
        if held is not None:
            self.ended.emit(*held)
