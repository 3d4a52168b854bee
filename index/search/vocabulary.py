"""The words of one state of the index (`index.search.engine.Vocabulary`)."""

from __future__ import annotations

from collections.abc import Iterator

from index.search.batch import JOINED
from index.search.snapshot import Snapshot


class Words:
    """The words of a snapshot.

    Args:
        snapshot: None for no index: it has no words.
    """

    def __init__(self, snapshot: Snapshot | None) -> None:
        self._field = None if snapshot is None else snapshot.text

    def has(self, form: str) -> bool:
        """Whether any document ever had this surface form."""
        return self._field is not None and any(map(len, self._field.form(form)))

    def documents(self, form: str) -> int:
        """Return how many documents have the word in any form."""
        return 0 if self._field is None else len(self._field.sums(self._field.word(form))[0])

    def forms(self, form: str) -> list[str]:
        """Return the surface forms by which the word in any form is found."""
        if self._field is None:
            return []
        found = self._field.forms(self._field.word(form))
        return sorted(one for one in found if not one.startswith(JOINED))

    def beginning(self, prefix: str) -> Iterator[str]:
        """Yield the surface forms that begin so, ascending."""
        return iter(()) if self._field is None else self._field.forms_from(prefix)

    def near(self, form: str) -> list[str]:
        """Return the surface forms that differ from this one by one letter, itself left out."""
        if self._field is None:
            return []
        return sorted(self._field.forms(self._field.near(form)) - {form})
