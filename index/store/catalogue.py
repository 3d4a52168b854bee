"""Collections and marks in the database, and so in every copy of it.

Documents are named by the hash of their content, whether the archive holds them or not: one that comes back
finds its place. Rows of collections and marks are never deleted, so that whoever compares a copy knows what
the database has never heard of.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.model.catalogue import (
    NO_MARKS,
    Catalogue,
    Change,
    Collection,
    CollectionId,
    Marks,
    ReadState,
)
from index.model.document import DocumentId
from index.store.database import Database
from index.store.records import to_json

_COLLECTIONS: Final = "SELECT id, name, parent, position, note FROM collections WHERE is_gone = 0"
_MARKS: Final = "SELECT document_id, is_starred, state, reached, labels, note FROM document_marks"
_PUT_COLLECTION: Final = """
INSERT INTO collections (id, name, parent, position, note, is_gone) VALUES (?, ?, ?, ?, ?, 0)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent = excluded.parent, position = excluded.position,
    note = excluded.note, is_gone = 0
"""
_PUT_MARKS: Final = """
INSERT OR REPLACE INTO document_marks (document_id, is_starred, state, reached, labels, note)
VALUES (?, ?, ?, ?, ?, ?)
"""
_INHERIT_PLACES: Final = """
INSERT OR IGNORE INTO collected (collection_id, document_id)
SELECT collection_id, ? FROM collected WHERE document_id = ?
"""
_INHERIT_MARKS: Final = """
INSERT OR IGNORE INTO document_marks (document_id, is_starred, state, reached, labels, note)
SELECT ?, is_starred, 'unread', 0, labels, note FROM document_marks WHERE document_id = ?
"""


_STATES: Final = {state.value: state for state in ReadState}


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What the database has ever heard of, taken away or not.

    Attributes:
        collections: Collections.
        documents: Documents that have, or had, marks.
    """

    collections: frozenset[CollectionId]
    documents: frozenset[DocumentId]


class CatalogueStore:
    """Collections and marks of one archive. Methods block for one transaction; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> Catalogue:
        """Return all collections and marks; 50 ms where 10,000 documents have some."""
        with self._database.reading() as connection:
            return read_catalogue(connection)

    def known(self) -> KnownIds:
        """Return what the database has ever heard of."""
        with self._database.reading() as connection:
            collections = connection.execute("SELECT id FROM collections").fetchall()
            documents = connection.execute("SELECT document_id FROM document_marks").fetchall()
        return KnownIds(
            frozenset(CollectionId(row[0]) for row in collections),
            frozenset(DocumentId(row[0]) for row in documents),
        )

    def change(self, plan: Callable[[Catalogue], Change]) -> tuple[Change, Catalogue]:
        """Carry out what `plan` makes of the state there is; it is on the disk when this returns.

        Returns:
            What changed, and how it is now.

        Raises:
            StoreError: If it cannot be written; nothing has then changed.
        """
        with self._database.writing() as connection:
            catalogue = read_catalogue(connection)
            change = plan(catalogue)
            _write(connection, change)
        return change, catalogue.after(change)


def inherit_marks(connection: sqlite3.Connection, newer: DocumentId, older: DocumentId) -> None:
    """Give a new version star, labels, note and collections of the former one; it is unread.

    Within a transaction. What the newer one has already stays.
    """
    connection.execute(_INHERIT_PLACES, (newer, older))
    connection.execute(_INHERIT_MARKS, (newer, older))


def read_catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Return all collections and marks, within a transaction."""
    collections = {
        CollectionId(id_): Collection(
            CollectionId(id_), name, CollectionId(parent) if parent else None, position, note
        )
        for id_, name, parent, position, note in connection.execute(_COLLECTIONS)
    }
    members: dict[CollectionId, set[DocumentId]] = {}
    for collection_id, document_id in connection.execute("SELECT collection_id, document_id FROM collected"):
        members.setdefault(collection_id, set()).add(document_id)
    marks = {
        DocumentId(id_): Marks(
            bool(is_starred),
            _STATES[state],
            reached,
            _labels(labels),
            note,
        )
        for id_, is_starred, state, reached, labels, note in connection.execute(_MARKS)
    }
    return Catalogue(
        collections,
        {collection_id: frozenset(documents) for collection_id, documents in members.items()},
        {id_: one for id_, one in marks.items() if one != NO_MARKS},
    )


@lru_cache(maxsize=1024)
def _labels(written: str) -> tuple[str, ...]:
    """Return labels: thousands of documents have the same few."""
    return tuple(json.loads(written))


def _write(connection: sqlite3.Connection, change: Change) -> None:
    for before, after in change.collections:
        if after is not None:
            row = (after.id, after.name, after.parent or "", after.position, after.note)
            connection.execute(_PUT_COLLECTION, row)
        elif before is not None:
            connection.execute("UPDATE collections SET is_gone = 1 WHERE id = ?", (before.id,))
    connection.executemany(
        _PUT_MARKS,
        [
            (id_, int(marks.is_starred), marks.state.value, marks.reached, to_json(marks.labels), marks.note)
            for id_, _before, marks in change.marks
        ],
    )
    connection.executemany(
        "DELETE FROM collected WHERE collection_id = ? AND document_id = ?", sorted(change.taken)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO collected (collection_id, document_id) VALUES (?, ?)", sorted(change.put)
    )
