"""The passwords that were told in this session. They live in memory only and end with the program."""

from __future__ import annotations

import threading
from typing import Final

_MOST: Final = 32


class Keyring:
    """Passwords, the newest first; each of them is tried on every file that needs one. Any thread may use it.

    Nothing is written anywhere, and no representation of it shows a password (docs/decisions/0016).
    """

    def __init__(self) -> None:
        self._passwords: tuple[str, ...] = ()
        self._changing = threading.Lock()

    @property
    def passwords(self) -> tuple[str, ...]:
        """What was told, the newest first; at most 32."""
        return self._passwords

    def add(self, password: str) -> None:
        """Remember a password until the program ends; an empty one is none."""
        if not password:
            return
        with self._changing:
            others = tuple(known for known in self._passwords if known != password)
            self._passwords = (password, *others)[:_MOST]

    def __repr__(self) -> str:
        return f"Keyring({len(self._passwords)} passwords)"
