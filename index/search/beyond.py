"""Answers what is asked of the archive, not of the words of its texts: names, sums, notes, collections."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from index.model.media import BY_SUFFIX
from index.search.engine import Told
from index.search.filed import Filed
from index.search.filing import filed
from index.search.noted import NOWHERE, NotedPassages, has_note, has_tag
from index.search.tree import (
    InAmounts,
    InDates,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    OfKind,
    Outside,
)
from index.store.columns import Columns, ProfileStore
from index.store.database import Database
from index.store.names import with_words
from index.store.profiles import currency_number
from index.tasks import Task
from index.text.days import FIRST_DAY, LAST_DAY, days_of
from index.text.normalise import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.store.columns import Table

_CACHED_PATHS: Final = 100_000


class ArchiveBeyond:
    """Answers from the profiles of the documents and from the annotations. Any thread may call it.

    Args:
        database: The archive's database.
        profiles: Its profiles; one for all who ask, since it keeps them in memory.
    """

    def __init__(self, database: Database, profiles: ProfileStore) -> None:
        self._database, self._profiles = database, profiles
        self._noted = NotedPassages(database)

    def find(self, leaf: Outside, task: Task) -> Told:
        """Return the documents and places of a leaf. Blocks for a query of the database.

        Raises:
            StoreError: If the database cannot be read.
            Cancelled: If the task was.
        """
        task.checkpoint()
        if isinstance(leaf, InNames):
            return self._named(leaf)
        if isinstance(leaf, InNotes | InTags):
            fits = has_note(leaf.text) if isinstance(leaf, InNotes) else has_tag(leaf.tag)
            return self._noted.find(fits, task)
        if isinstance(leaf, Filed):
            return filed(self._database, leaf)
        columns = self._profiles.columns()
        if isinstance(leaf, InAmounts):
            return _told(columns, columns.amounts, _amounts_within(leaf, columns.amounts))
        if isinstance(leaf, InDates):
            return _dated(leaf, columns)
        return _whole(columns, described(leaf, columns))

    def _named(self, leaf: InNames) -> Told:
        import numpy as np

        columns = self._profiles.columns()
        with self._database.reading() as connection:
            entities = with_words(connection, leaf.kind.value, leaf.text)
        # What was written since the columns were read is found the next time.
        wanted = np.zeros(len(columns.entities), bool)
        wanted[[entity for entity in entities if entity < len(wanted)]] = True
        return _told(columns, columns.mentions, wanted[columns.entities][columns.mentions["name"]])


def described(leaf: InLanguage | InFolder | OfKind, columns: Columns) -> NDArray[np.bool_]:
    """Return for each document whether it is in the language, folder or format that is asked for."""
    import numpy as np

    if isinstance(leaf, InLanguage):
        codes, values = columns.languages
        answers = [value == leaf.code for value in values]
    elif isinstance(leaf, InFolder):
        codes, values = columns.folders
        answers = [is_in_folder(value, leaf.pattern) for value in values]
    else:
        codes, values = columns.media
        media = BY_SUFFIX.get(f".{leaf.suffix.lower()}")
        answers = [value == media for value in values]
    return np.array(answers, bool)[codes]


def is_in_folder(folder: str, pattern: str) -> bool:
    """Whether a folder, or one above it, has a name with the pattern in it; case and ё aside.

    With a slash in it the pattern is a part of the path: «/2021/» is a folder of this very name.
    """
    path, wanted = folded_path(folder), folded_path(pattern)
    return wanted in path if "/" in wanted else any(wanted in name for name in path.split("/"))


@lru_cache(maxsize=_CACHED_PATHS)
def folded_path(path: str) -> str:
    """Return a path as paths are compared: parted by slashes on every system, case and ё aside."""
    return fold(path).replace("\\", "/")


def _amounts_within(leaf: InAmounts, amounts: Table) -> NDArray[np.bool_]:
    """Return which sums touch the range that is asked for: «от 1 до 3 млн» is more than two."""
    # A sum is rounded as the bound is, which keeps their order and equals equal.
    least = float("-inf") if leaf.least is None else float(leaf.least)
    most = float("inf") if leaf.most is None else float(leaf.most)
    found = (amounts["high"] >= least) & (amounts["low"] <= most)
    return found & (amounts["currency"] == currency_number(leaf.currency)) if leaf.currency else found


def _dated(leaf: InDates, columns: Columns) -> Told:
    """Return the documents that are dated within a time, and the dates within it that texts state."""
    import numpy as np

    begin, end = days_of(leaf.first), days_of(leaf.last)
    first, last = begin[0] if begin else FIRST_DAY, end[1] if end else LAST_DAY
    low, high = columns.days
    is_dated = (low > 0) & (low >= first) & (high <= last)
    stated = np.flatnonzero((columns.dates["low"] >= first) & (columns.dates["high"] <= last))
    is_dated[columns.dates["row"][stated]] = False
    dated = np.flatnonzero(is_dated)
    rows = np.concatenate((columns.dates["row"][stated], dated))
    order = np.argsort(rows, kind="stable")
    nowhere = np.full(len(dated), NOWHERE)
    return Told(
        _sequence(columns.numbers[rows[order]]),
        _sequence(np.concatenate((columns.dates["first"][stated], nowhere))[order]),
        _sequence(np.concatenate((columns.dates["last"][stated], nowhere))[order]),
    )


def _told(columns: Columns, table: Table, wanted: NDArray[np.bool_]) -> Told:
    """Return the rows of a table that are wanted."""
    return Told(
        _sequence(columns.numbers[table["row"][wanted]]),
        _sequence(table["first"][wanted]),
        _sequence(table["last"][wanted]),
    )


def _whole(columns: Columns, wanted: NDArray[np.bool_]) -> Told:
    """Return documents that answer without a place."""
    numbers = _sequence(columns.numbers[wanted])
    nowhere = array("q", [NOWHERE]) * len(numbers)
    return Told(numbers, nowhere, nowhere)


def _sequence(column: NDArray[Any]) -> array[int]:
    """Return a column as a sequence of Python's own, which NumPy reads without a copy."""
    import numpy as np

    found = array("q")
    found.frombytes(column.astype(np.int64).tobytes())
    return found
