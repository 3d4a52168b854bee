"""Annotations in the database. A row is never deleted: what the reader deletes becomes a tombstone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.errors import AnnotationError
from index.model.annotation import Annotation
from index.model.document import DocumentId
from index.store import records
from index.store.database import Database

_COLUMNS: Final = """
SELECT id, document_id, start, stop, quote, prefix, suffix, page_index, color, note, tags, created, modified,
    deleted, sha256
FROM annotations
"""
_IN_TEXT_ORDER: Final = "WHERE document_id = ? AND deleted = '' ORDER BY start, stop, created"
_NEWEST_FIRST: Final = """
JOIN (SELECT id AS owner, number FROM documents) ON owner = document_id
WHERE deleted = '' ORDER BY number DESC, start, stop, created
"""
_PUT: Final = """
INSERT OR REPLACE INTO annotations (
    id, document_id, start, stop, quote, prefix, suffix, page_index, color, note, tags, created, modified,
    deleted, sha256
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An annotation with what the database knows of it besides.

    Attributes:
        annotation: The annotation.
        deleted: When the reader deleted it, ISO 8601; empty while it lives.
        is_sound: Whether its columns are those that were written.
    """

    annotation: Annotation
    deleted: str
    is_sound: bool


class AnnotationStore:
    """The annotations of one archive. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, annotation: Annotation, deleted: str = "") -> None:
        """Write an annotation, in place of an older state of it; it is on the disk when this returns.

        Raises:
            StoreError: If it cannot be written; the older state is then still there.
        """
        self.put_all((annotation,), deleted)

    def put_all(self, annotations: Iterable[Annotation], deleted: str = "") -> None:
        """Write annotations, all of them or none, as `put` does."""
        rows = [_row(annotation, deleted) for annotation in annotations]
        with self._database.writing() as connection:
            connection.executemany(_PUT, rows)

    def get(self, annotation_id: str) -> Kept:
        """Return an annotation, deleted or not.

        Raises:
            AnnotationError: If there never was such an annotation.
        """
        with self._database.reading() as connection:
            row = connection.execute(_COLUMNS + "WHERE id = ?", (annotation_id,)).fetchone()
        if row is None:
            raise AnnotationError("Такой заметки в архиве нет.", "Обновите список заметок.")
        return _kept(row)

    def live(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of a document in text order, or of all documents, newest document first."""
        with self._database.reading() as connection:
            if document_id is None:
                rows = connection.execute(_COLUMNS + _NEWEST_FIRST).fetchall()
            else:
                rows = connection.execute(_COLUMNS + _IN_TEXT_ORDER, (document_id,)).fetchall()
        return tuple(_kept(row).annotation for row in rows)

    def everything(self) -> tuple[Kept, ...]:
        """Return all annotations, tombstones too."""
        with self._database.reading() as connection:
            return tuple(_kept(row) for row in connection.execute(_COLUMNS + "ORDER BY document_id, start"))

    def owners(self) -> frozenset[DocumentId]:
        """Return the documents that have, or had, annotations."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT DISTINCT document_id FROM annotations")
            return frozenset(DocumentId(row[0]) for row in rows)

    def ids(self, document_id: DocumentId) -> frozenset[str]:
        """Return the ids of all annotations a document ever had, tombstones too."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM annotations WHERE document_id = ?", (document_id,))
            return frozenset(row[0] for row in rows)


def move_annotations(
    connection: sqlite3.Connection, document_id: DocumentId, moved: Callable[[Annotation], Annotation]
) -> None:
    """Write the annotations of a document, tombstones too, at other places; within a transaction.

    Damaged rows stay as they are: what would be written for them is not what the reader made.
    """
    for row in connection.execute(_COLUMNS + "WHERE document_id = ?", (document_id,)).fetchall():
        kept = _kept(row)
        new = moved(kept.annotation) if kept.is_sound else kept.annotation
        if new != kept.annotation:
            connection.execute(_PUT, _row(new, kept.deleted))


def _row(annotation: Annotation, deleted: str) -> tuple[str | int, ...]:
    columns = records.annotation_row(annotation)
    return (*columns, deleted, records.annotation_digest(columns, deleted))


def _kept(row: Sequence[Any]) -> Kept:
    *columns, deleted, digest = row
    return Kept(
        annotation=records.annotation_from_row(columns),
        deleted=deleted,
        is_sound=records.annotation_digest(columns, deleted) == digest,
    )
