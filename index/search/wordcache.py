"""What words are found by, kept between runs: analysing a word costs several times as much as looking it up.

A SQLite file that may be lost at any time. One that another version of the analyzer wrote is taken for empty
and written anew, so is a broken one; each row has a checksum. Nothing here ever raises because of the file.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

from index.text.morphology import ANALYZER_VERSION, form_terms

_TABLE: Final = (
    "CREATE TABLE words (form TEXT PRIMARY KEY, terms TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID"
)
_READ: Final = "SELECT form, terms, sum FROM words WHERE form IN (SELECT value FROM json_each(?))"
_ASKED_AT_ONCE: Final = 20_000
_BUSY_SECONDS: Final = 5
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""The last one means that our table is not what it was: nothing else is wrong with these statements."""
_LIBRARIES: Final = ("pymorphy3", "pymorphy3-dicts-ru", "PyStemmer")


class WordCache:
    """The terms of surface forms, from a file where they are in it.

    Any number of processes may use one file; an object belongs to one thread. The file is open only while it
    is read or written.

    Args:
        path: The file; its folder exists. It is made by `save`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._new: dict[str, tuple[str, ...]] = {}

    def terms(self, forms: Sequence[str]) -> list[tuple[str, ...]]:
        """Return for each form what `form_terms` returns; forms may repeat. Best asked for many at once.

        Reads the file; what it lacks is analysed, and remembered until `save`.
        """
        known = self._kept([form for form in dict.fromkeys(forms) if form not in self._new])
        for form in forms:
            if form not in known and form not in self._new:
                self._new[form] = form_terms(form)
        return [known[form] if form in known else self._new[form] for form in forms]

    def save(self) -> None:
        """Keep what was analysed since the last time. Writes the file, on the disk when this returns.

        If it cannot be written (no space, another process writes for long), the words are analysed again
        another time.
        """
        words, self._new = self._new, {}
        if not words:
            return
        for _ in range(2):
            try:
                with self._transaction("BEGIN IMMEDIATE") as connection:
                    _add(connection, words)
            except sqlite3.Error as error:
                if not self._remove_if_broken(error):
                    return
            else:
                return

    def _kept(self, forms: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the terms of those forms that the file has."""
        found: dict[str, tuple[str, ...]] = {}
        if not forms or not self._path.exists():
            return found
        try:
            with self._transaction("BEGIN") as connection:
                if _is_ours(connection):
                    for start in range(0, len(forms), _ASKED_AT_ONCE):
                        asked = json.dumps(forms[start : start + _ASKED_AT_ONCE])
                        found.update(_sound(connection.execute(_READ, (asked,))))
        except sqlite3.Error as error:
            self._remove_if_broken(error)
        return found

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """Lend a connection within a transaction, which ends with the lending."""
        with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
            connection.execute(begin)
            yield connection
            connection.execute("COMMIT")

    def _remove_if_broken(self, error: sqlite3.Error) -> bool:
        """Remove a file that is no database or a damaged one; return whether it is gone."""
        # The lowest byte is the error itself, the others say more of it. Errors of Python have none.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BROKEN:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
                return True
        return False


def _version() -> int:
    """Return a number that is another one for each analyzer and each of its dictionaries."""
    written = " ".join((ANALYZER_VERSION, *map(version, _LIBRARIES)))
    return zlib.crc32(written.encode()) & 0x7FFF_FFFF or 1


def _is_ours(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == _version())


def _add(connection: sqlite3.Connection, words: Mapping[str, tuple[str, ...]]) -> None:
    """Add words, in a file of this version."""
    if not _is_ours(connection):
        connection.execute("DROP TABLE IF EXISTS words")
        connection.execute(_TABLE)
        connection.execute(f"PRAGMA user_version = {_version()}")
    rows = ((form, "\n".join(terms)) for form, terms in sorted(words.items()))
    connection.executemany(
        "INSERT OR REPLACE INTO words VALUES (?, ?, ?)",
        ((form, terms, _sum(form, terms)) for form, terms in rows),
    )


def _sound(rows: Iterable[tuple[str, str, int]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of the rows that are as they were written."""
    for form, terms, checksum in rows:
        if _sum(form, terms) == checksum:
            yield form, tuple(terms.split("\n"))


def _sum(form: str, terms: str) -> int:
    return zlib.crc32(f"{form}\n{terms}".encode())
