"""Within what part of the archive is searched, while the reader types."""

from __future__ import annotations

from collections.abc import Callable

from desktop.state.narrowing import narrowed


class Scope:
    """A clause that is added to what is typed.

    A query that comes from elsewhere than the field (a chip taken out, a saved search) says itself where it
    is asked, and is left as it is until the field is emptied.
    """

    def __init__(self) -> None:
        self._clause: Callable[[], str] = str
        self._is_left = False

    def within(self, clause: Callable[[], str]) -> None:
        """Add what this returns from now on, asked for when it is needed; an empty clause adds nothing."""
        self._clause = clause

    def leave(self) -> None:
        """Add nothing until `renew`."""
        self._is_left = True

    def renew(self) -> None:
        """Add the clause again: there is no query any more."""
        self._is_left = False

    def of(self, text: str) -> str:
        """Return what is asked when this is typed."""
        clause = self._clause() if text and not self._is_left else ""
        return narrowed(text, clause) if clause else text
