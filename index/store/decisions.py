"""The reader's decisions about facts in the database. A row is never deleted: what is taken back stays.

Whatever changes the decisions of a document makes its profile out of date in the same transaction, so that
it is made anew even if the program dies in between.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.errors import AnnotationError
from index.model.decision import Act, Decision
from index.model.document import DocumentId
from index.store import records
from index.store.cards import follow_cards
from index.store.database import Database
from index.store.decision_records import decision_from_value, decision_value

_COLUMNS: Final = "SELECT content, deleted, sha256 FROM decisions "
_IN_ORDER: Final = "ORDER BY document_id, created, id"
_AT_ONCE: Final = 500  # SQLite takes so many values in one question, and more
_PUT: Final = """
INSERT OR REPLACE INTO decisions (id, document_id, created, content, deleted, sha256)
VALUES (?, ?, ?, ?, ?, ?)
"""
_OUTDATE: Final = """
UPDATE profiles SET version = '' WHERE number = (SELECT number FROM documents WHERE id = ?)
"""


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """A decision with what the database knows of it besides.

    Attributes:
        decision: The decision.
        deleted: When the reader took it back, ISO 8601; empty while it holds.
        is_sound: Whether its columns are those that were written.
    """

    decision: Decision
    deleted: str
    is_sound: bool


class DecisionStore:
    """The decisions of one archive. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, decision: Decision, deleted: str = "") -> None:
        """Write a decision, in place of an older state of it; it is on the disk when this returns.

        Raises:
            StoreError: If it cannot be written; the older state is then still there.
        """
        with self._database.writing() as connection:
            _put(connection, decision, deleted)
            if decision.act is Act.CARD:
                follow_cards(connection, decision.document_id)

    def get(self, decision_id: str) -> KeptDecision:
        """Return a decision, taken back or not.

        Raises:
            AnnotationError: If there never was such a decision.
        """
        with self._database.reading() as connection:
            row = connection.execute(_COLUMNS + "WHERE id = ?", (decision_id,)).fetchone()
        if row is None:
            raise AnnotationError("Такого решения в архиве нет.", "Обновите список решений.")
        return _kept(row)

    def live(self, document_id: DocumentId | None = None) -> tuple[Decision, ...]:
        """Return the decisions about a document, or all, of each document in the order they were made."""
        return self.stamped(document_id)[0]

    def stamped(self, document_id: DocumentId | None = None) -> tuple[tuple[Decision, ...], int]:
        """Return what `live` does, and a number that changes with them."""
        condition = "" if document_id is None else "AND document_id = ? "
        arguments = () if document_id is None else (document_id,)
        with self._database.reading() as connection:
            query = f"{_COLUMNS} WHERE deleted = '' {condition} {_IN_ORDER}"
            rows = connection.execute(query, arguments).fetchall()
            stamp = 0 if document_id is None else decisions_stamp(connection, document_id)
        return tuple(_kept(row).decision for row in rows), stamp

    def everything(self) -> tuple[KeptDecision, ...]:
        """Return all decisions, tombstones too."""
        with self._database.reading() as connection:
            return tuple(_kept(row) for row in connection.execute(_COLUMNS + _IN_ORDER))

    def owners(self) -> frozenset[DocumentId]:
        """Return the documents that have, or had, decisions."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT DISTINCT document_id FROM decisions")
            return frozenset(DocumentId(row[0]) for row in rows)

    def ids(self, document_id: DocumentId) -> frozenset[str]:
        """Return the ids of all decisions a document ever had, tombstones too."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM decisions WHERE document_id = ?", (document_id,))
            return frozenset(row[0] for row in rows)


def decisions_stamp(connection: sqlite3.Connection, document_id: DocumentId) -> int:
    """Return a number that changes whenever the decisions about a document do; 0 while there are none."""
    query = "SELECT coalesce(max(number), 0) FROM decisions WHERE document_id = ?"
    return int(connection.execute(query, (document_id,)).fetchone()[0])


def decisions_about(
    connection: sqlite3.Connection, document_ids: Collection[DocumentId]
) -> dict[DocumentId, list[Decision]]:
    """Return the decisions about each of these documents that has any, in the order they were made."""
    ids, found = list(document_ids), dict[DocumentId, list[Decision]]()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"{_COLUMNS} WHERE deleted = '' AND document_id IN ({marks}) {_IN_ORDER}"
        for row in connection.execute(query, some):
            decision = _kept(row).decision
            found.setdefault(decision.document_id, []).append(decision)
    return found


def move_decisions(
    connection: sqlite3.Connection, document_id: DocumentId, moved: Callable[[Decision], Decision]
) -> None:
    """Write the decisions about a document, tombstones too, at other places; within a transaction.

    Damaged rows stay as they are: what would be written for them is not what the reader made.
    """
    query = _COLUMNS + "WHERE document_id = ? " + _IN_ORDER
    for kept in map(_kept, connection.execute(query, (document_id,)).fetchall()):
        new = moved(kept.decision) if kept.is_sound else kept.decision
        if new != kept.decision:
            _put(connection, new, kept.deleted)


def _put(connection: sqlite3.Connection, decision: Decision, deleted: str) -> None:
    content = records.to_json(decision_value(decision))
    digest = _digest(content, deleted)
    row = (decision.id, decision.document_id, decision.created, content, deleted, digest)
    connection.execute(_PUT, row)
    connection.execute(_OUTDATE, (decision.document_id,))


def _kept(row: Sequence[Any]) -> KeptDecision:
    content, deleted, digest = row
    return KeptDecision(
        decision=decision_from_value(json.loads(content)),
        deleted=deleted,
        is_sound=_digest(content, deleted) == digest,
    )


def _digest(content: str, deleted: str) -> str:
    return records.sha256(records.to_json([content, deleted]).encode())
