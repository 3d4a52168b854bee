"""Searches that the reader keeps, and those asked last: in the database, and so in every copy of it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from index.errors import StoreError
from index.model.said import said
from index.model.study import PastSearch, SavedSearch
from index.store.database import Database
from index.store.records import encodable
from index.text.normalise import fold

MOST_PAST: Final = 200
"""Past searches that are remembered; older ones are forgotten."""

_SAVED: Final = "SELECT id, name, query, sort_order, created FROM saved_searches "


class SearchStore:
    """Saved and past searches. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name, as a dictionary sorts."""
        with self._database.reading() as connection:
            found = [SavedSearch(*row) for row in connection.execute(_SAVED)]
        return tuple(sorted(found, key=lambda search: (fold(search.name), search.created, search.id)))

    def save(self, name: str, query: str, order: str) -> SavedSearch:
        """Keep a search; it is on the disk when this returns. Without a name it is called by its query."""
        query = encodable(query.strip())
        made = SavedSearch(str(uuid.uuid4()), encodable(name.strip()) or query, query, order, _now())
        self._put(made)
        return made

    def rename(self, search_id: str, name: str) -> SavedSearch:
        """Give a saved search another name; a blank one leaves it as it is. Returns its new state.

        Raises:
            StoreError: If there is no such search.
        """
        with self._database.writing() as connection:
            old = _saved(connection, search_id)
            new = encodable(name.strip()) or old.name
            connection.execute("UPDATE saved_searches SET name = ? WHERE id = ?", (new, search_id))
            return _saved(connection, search_id)

    def forget(self, search_id: str) -> SavedSearch:
        """Take a saved search away; returns it, for `restore`.

        Raises:
            StoreError: If there is no such search.
        """
        with self._database.writing() as connection:
            gone = _saved(connection, search_id)
            connection.execute("DELETE FROM saved_searches WHERE id = ?", (search_id,))
            return gone

    def restore(self, search: SavedSearch) -> None:
        """Bring a saved search back exactly as it was."""
        self._put(search)

    def history(self, limit: int = MOST_PAST) -> tuple[PastSearch, ...]:
        """Return the searches asked last, the newest first, each once."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT query, at, documents FROM past_searches ORDER BY number DESC LIMIT ?", (limit,)
            )
            return tuple(PastSearch(*row) for row in rows)

    def remember(self, query: str, documents: int) -> None:
        """Put a search on top of the history; a blank one is none."""
        query = encodable(query.strip())
        if not query:
            return
        with self._database.writing() as connection:
            connection.execute("DELETE FROM past_searches WHERE query = ?", (query,))
            connection.execute(
                "INSERT INTO past_searches (query, at, documents) VALUES (?, ?, ?)",
                (query, _now(), documents),
            )
            connection.execute(
                "DELETE FROM past_searches WHERE number NOT IN"
                " (SELECT number FROM past_searches ORDER BY number DESC LIMIT ?)",
                (MOST_PAST,),
            )

    def clear_history(self) -> None:
        """Forget all past searches."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM past_searches")

    def _put(self, search: SavedSearch) -> None:
        row = (search.id, search.name, search.query, search.order, search.created)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO saved_searches (id, name, query, sort_order, created)"
                " VALUES (?, ?, ?, ?, ?)",
                row,
            )


def _saved(connection: sqlite3.Connection, search_id: str) -> SavedSearch:
    row: Sequence[Any] | None = connection.execute(_SAVED + "WHERE id = ?", (search_id,)).fetchone()
    if row is None:
        raise StoreError(
            said("searches.unknown", "Такого сохранённого поиска нет."),
            said("searches.refresh", "Обновите список: возможно, его удалили в другом окне."),
        )
    return SavedSearch(*row)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
