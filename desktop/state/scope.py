"""Within what part of the archive is searched, while the reader types."""

from __future__ import annotations

from desktop.state.narrowing import narrowed


class Scope:
    """A clause that is added to what is typed.

    A query that comes from elsewhere than the field (a chip taken out, a saved search) says itself where it
    is asked, and is left as it is until the field is emptied.
    """

    def __init__(self) -> None:
        self._clause, self._is_left = "", False

    def within(self, clause: str) -> None:
        """Add another clause from now on; an empty one adds nothing."""
        self._clause = clause

    def leave(self) -> None:
        """Add nothing until `renew`."""
        self._is_left = True

    def renew(self) -> None:
        """Add the clause again: there is no query any more."""
        self._is_left = False

    def of(self, text: str) -> str:
        """Return what is asked when this is typed."""
        is_added = text and self._clause and not self._is_left
        return narrowed(text, self._clause) if is_added else text
