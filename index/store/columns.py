"""All profiles of an archive, column by column, for questions to every document at once.

Read once and kept; afterwards only what changed since. A million mentions take 30 MB of memory.
"""

from __future__ import annotations

import contextlib
import re
import threading
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from index.store.database import Database
from index.store.names import ORGANISATION, PERSON, PLACE
from index.store.profiles import is_current
from index.text.days import days_of

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Longs = npt.NDArray[np.int64]
    Table = Mapping[str, npt.NDArray[Any]]
    """Columns of one length by their names; `row` is the row of the document, `first` and `last` a place."""

_NEWER: Final = """
SELECT number, revision, source_path, shown_date, media_type, version, language, entities, mentions, amounts,
    dates, statements, roles
FROM profiles JOIN documents USING (number) WHERE revision > ? ORDER BY revision
"""
_NEWER_NAMES: Final = "SELECT id, entity, kind FROM names WHERE id > ? ORDER BY id"

KINDS: Final = (PERSON, ORGANISATION, PLACE)
"""Kinds of names; the columns know them by their places here."""

_PLACE: Final = (("first", "<i4"), ("last", "<i4"))
_FILE_NAME: Final = re.compile(r"[^/\\]*\Z")


class Record(NamedTuple):
    """What is asked of one document, as the database has it."""

    folder: str
    """Where it came from, without the name of the file; empty if that is unknown."""
    date: str
    media: str
    version: str
    language: str
    entities: bytes
    mentions: bytes
    amounts: bytes
    dates: bytes
    statements: bytes
    roles: bytes


class Columns:
    """The state of the archive at one moment. Never changes; what is costly is made when first asked for.

    Args:
        records: The profiles, by the archive's number of the document.
        entities: Entity of each name, by the number of the name; 0 where there is none.
        kinds: Kind of each name, as a place in `KINDS`, likewise; -1 where there is none.

    Attributes:
        records: In the order of the numbers.
    """

    def __init__(self, records: Mapping[int, Record], entities: Sequence[int], kinds: Sequence[int]) -> None:
        self._numbers = sorted(records)
        self.records = [records[number] for number in self._numbers]
        self._entities, self._kinds = entities, kinds

    def chosen(self, numbers: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Return for each document whether it is among those with these numbers."""
        import numpy as np

        chosen = np.zeros(len(self.numbers), bool)
        if len(chosen):
            wanted = np.asarray(numbers, np.int64)
            rows = np.searchsorted(self.numbers, wanted).clip(max=len(chosen) - 1)
            # A document that came after the columns were read is counted the next time.
            chosen[rows[self.numbers[rows] == wanted]] = True
        return chosen

    @cached_property
    def entities(self) -> Ints:
        """Entity of each name, by the number of the name; 0 where there is none."""
        import numpy as np

        return np.array(self._entities, np.int32)

    @cached_property
    def kinds(self) -> npt.NDArray[np.int8]:
        """Kind of each name, as a place in `KINDS`, likewise; -1 where there is none."""
        import numpy as np

        return np.array(self._kinds, np.int8)

    @cached_property
    def numbers(self) -> Longs:
        """The archive's numbers of all documents, ascending. A row is a place in here."""
        import numpy as np

        return np.array(self._numbers, np.int64)

    @cached_property
    def days(self) -> tuple[Ints, Ints]:
        """First and last day of each document's own date; 0 and 0 for none."""
        import numpy as np

        found = {date: days_of(date) or (0, 0) for date in {record.date for record in self.records}}
        ends = np.array([found[record.date] for record in self.records], np.int32).reshape(-1, 2)
        return ends[:, 0], ends[:, 1]

    @cached_property
    def without_facts(self) -> npt.NDArray[np.bool_]:
        """Whether what each document names is not known, or not in the terms of this analysis."""
        import numpy as np

        return np.array([not is_current(record.version) for record in self.records], bool)

    @cached_property
    def languages(self) -> tuple[Ints, tuple[str, ...]]:
        """The language of each document, as a place among the languages there are; empty for unknown."""
        return _coded([record.language for record in self.records])

    @cached_property
    def media(self) -> tuple[Ints, tuple[str, ...]]:
        """The format of each document's original, as a place among the formats there are."""
        return _coded([record.media for record in self.records])

    @cached_property
    def folders(self) -> tuple[Ints, tuple[str, ...]]:
        """The folder from which each document came, as a place among all; empty for unknown."""
        return _coded([record.folder for record in self.records])

    @cached_property
    def named(self) -> Table:
        """Who and what is named: `row`, `entity`, `times`; each entity once a document."""
        return _table([r.entities for r in self.records], [("entity", "<i4"), ("times", "<i4")])

    @cached_property
    def mentions(self) -> Table:
        """Places of names: `row`, `name`, `first`, `last`; by row, then place."""
        return _table([r.mentions for r in self.records], [("name", "<i4"), *_PLACE])

    @cached_property
    def mention_counts(self) -> Longs:
        """How often each name stands in the archive, by its number."""
        import numpy as np

        return np.bincount(self.mentions["name"], minlength=len(self._entities))

    @cached_property
    def amounts(self) -> Table:
        """Sums: `row`, `low`, `high`, `currency`, `first`, `last`; by row, then place."""
        fields = [("low", "<f8"), ("high", "<f8"), ("currency", "<i4")]
        return _table([r.amounts for r in self.records], [*fields, *_PLACE])

    @cached_property
    def dates(self) -> Table:
        """Dates of the texts: `row`, `low`, `high`, `first`, `last`; by row, then place."""
        return _table([r.dates for r in self.records], [("low", "<i4"), ("high", "<i4"), *_PLACE])

    @cached_property
    def statements(self) -> Table:
        """What is stated: `row`, and what `index.store.statements.STATEMENT` has.

        Columns are `place`, `kind`, `status`, `start`, `low`, `high`, `key`, `least`, `most`; by row, then
        place.
        """
        fields = [(name, "<i4") for name in ("place", "kind", "status", "start", "low", "high")]
        figure = [("key", "<i8"), ("least", "<f8"), ("most", "<f8")]
        return _table([r.statements for r in self.records], [*fields, *figure])

    @cached_property
    def roles(self) -> Table:
        """Who has which part in statements: `row`, `place`, `role`, `entity`; by row, then place."""
        return _table([r.roles for r in self.records], [("place", "<i4"), ("role", "<i4"), ("entity", "<i4")])


class ProfileStore:
    """The profiles of one archive. Any thread may call it; it blocks for a query of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._revision = 0
        self._records: dict[int, Record] = {}
        # A name has its place by its number; names are never deleted, and 0 is nobody's.
        self._entities, self._kinds = array("i", [0]), array("b", [-1])
        self._columns = Columns({}, [0], [-1])

    def columns(self) -> Columns:
        """Return the newest state: a fraction of a millisecond while nothing changes."""
        with self.moment() as (columns, _connection):
            return columns

    @contextlib.contextmanager
    def moment(self) -> Iterator[tuple[Columns, sqlite3.Connection]]:
        """Lend the newest state, and a connection that sees the database of the same moment."""
        with contextlib.ExitStack() as stack:
            # One after the other: nobody gets a state that is newer than what the connection sees.
            with self._lock:
                connection = stack.enter_context(self._database.reading())
                newest = connection.execute("SELECT max(revision) FROM profiles").fetchone()[0] or 0
                if newest != self._revision:
                    self._read(connection)
                    self._columns = Columns(self._records, self._entities[:], self._kinds[:])
                columns = self._columns
            yield columns, connection

    def _read(self, connection: sqlite3.Connection) -> None:
        for number, revision, path, *rest in connection.execute(_NEWER, (self._revision,)):
            self._records[number] = Record(_FILE_NAME.sub("", path), *rest)
            self._revision = revision
        for number, entity, kind in connection.execute(_NEWER_NAMES, (len(self._entities) - 1,)):
            missing = number - len(self._entities)
            self._entities.extend([0] * missing + [entity])
            self._kinds.extend([-1] * missing + [KINDS.index(kind)])


def _table(packed: Sequence[bytes], fields: Iterable[tuple[str, str]]) -> Table:
    """Return the rows of all documents, each with the row of its document."""
    import numpy as np

    of_row = np.dtype([*fields])
    values = np.frombuffer(b"".join(packed), of_row)
    counts = np.array([len(one) for one in packed], np.int64) // of_row.itemsize
    table = {"row": np.repeat(np.arange(len(packed), dtype=np.int32), counts)}
    # Columns that lie together are gone through several times faster.
    return table | {name: np.ascontiguousarray(values[name]) for name in of_row.names or ()}


def _coded(values: Sequence[str]) -> tuple[Ints, tuple[str, ...]]:
    """Return each value as a place among the different ones, and these."""
    import numpy as np

    places: dict[str, int] = {}
    codes = [places.setdefault(value, len(places)) for value in values]
    return np.array(codes, np.int32), tuple(places)
