"""Annotations in the database. A row is never deleted: what the reader deletes becomes a tombstone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from index.errors import AnnotationError
from index.model.annotation import Annotation, Change, PastState
from index.model.document import DocumentId
from index.store import records
from index.store.annotation_records import annotation_digest, annotation_from_row, annotation_row
from index.store.database import Database

_COLUMNS: Final = """
SELECT id, document_id, start, stop, quote, prefix, suffix, page_index, color, note, tags, created, modified,
    kind, author, place, links, deleted, sha256
FROM annotations
"""
_IN_TEXT_ORDER: Final = "WHERE document_id = ? AND deleted = '' ORDER BY start, stop, created"
_NEWEST_FIRST: Final = """
JOIN (SELECT id AS owner, number FROM documents) ON owner = document_id
WHERE deleted = '' ORDER BY number DESC, start, stop, created
"""
_PAST: Final = """
INSERT INTO past_annotations (annotation_id, at, changed, content) VALUES (?, ?, ?, ?)
"""
_LAST: Final = """
SELECT at, changed FROM past_annotations WHERE annotation_id = ? ORDER BY number DESC LIMIT 1
"""
_TOGETHER: Final = timedelta(minutes=5)
"""Edits that follow one another so fast count as one: notes are saved while they are written."""
_PUT: Final = """
INSERT INTO annotations (
    id, document_id, start, stop, quote, prefix, suffix, page_index, color, note, tags, created, modified,
    kind, author, place, links, deleted, sha256
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    document_id = excluded.document_id, start = excluded.start, stop = excluded.stop,
    quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
    page_index = excluded.page_index, color = excluded.color, note = excluded.note, tags = excluded.tags,
    created = excluded.created, modified = excluded.modified, kind = excluded.kind, author = excluded.author,
    place = excluded.place, links = excluded.links, deleted = excluded.deleted, sha256 = excluded.sha256
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
        """Write an annotation, in place of an older state of it, which goes into its history.

        It is on the disk when this returns.

        Raises:
            StoreError: If it cannot be written; the older state is then still there.
        """
        self.put_all((annotation,), deleted)

    def put_all(self, annotations: Iterable[Annotation], deleted: str = "") -> None:
        """Write annotations, all of them or none, as `put` does."""
        now = datetime.now(UTC)
        with self._database.writing() as connection:
            for annotation in annotations:
                _put(connection, annotation, deleted, now)

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
        # Whether rows are sound is asked elsewhere: digests would take as long as all the rest.
        return tuple(annotation_from_row(columns) for *columns, _deleted, _digest in rows)

    def everything(self) -> tuple[Kept, ...]:
        """Return all annotations, tombstones too."""
        with self._database.reading() as connection:
            return tuple(_kept(row) for row in connection.execute(_COLUMNS + "ORDER BY document_id, start"))

    def past(self, annotation_id: str) -> tuple[PastState, ...]:
        """Return how an annotation was before each change, the latest first; edits in a row count as one."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT content, changed, at FROM past_annotations WHERE annotation_id = ?"
                " ORDER BY number DESC",
                (annotation_id,),
            ).fetchall()
        return tuple(
            PastState(annotation_from_row(json.loads(content)), Change(changed), at)
            for content, changed, at in rows
        )

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
    now = datetime.now(UTC)
    for row in connection.execute(_COLUMNS + "WHERE document_id = ?", (document_id,)).fetchall():
        kept = _kept(row)
        new = moved(kept.annotation) if kept.is_sound else kept.annotation
        if new != kept.annotation:
            _put(connection, new, kept.deleted, now)


def _put(connection: sqlite3.Connection, annotation: Annotation, deleted: str, now: datetime) -> None:
    """Write a row, after its older state went into the history."""
    row = connection.execute(_COLUMNS + "WHERE id = ?", (annotation.id,)).fetchone()
    connection.execute(_PUT, _row(annotation, deleted))
    if row is not None:
        _remember(connection, _kept(row), annotation, deleted, now)


def _remember(
    connection: sqlite3.Connection, old: Kept, annotation: Annotation, deleted: str, now: datetime
) -> None:
    """Keep the older state of an annotation, unless it is one of several edits in a row, or damaged."""
    if not old.is_sound or (old.annotation, old.deleted) == (annotation, deleted):
        return
    changed = _changed(old, annotation, deleted)
    last = connection.execute(_LAST, (annotation.id,)).fetchone()
    if (
        changed is Change.EDITED
        and last is not None
        and last[1] == changed
        and now - datetime.fromisoformat(last[0]) < _TOGETHER
    ):
        return
    content = records.to_json(annotation_row(old.annotation))
    connection.execute(_PAST, (annotation.id, now.isoformat(timespec="milliseconds"), changed.value, content))


def _changed(old: Kept, annotation: Annotation, deleted: str) -> Change:
    if bool(deleted) != bool(old.deleted):
        return Change.DELETED if deleted else Change.RESTORED
    return Change.MOVED if annotation.anchor != old.annotation.anchor else Change.EDITED


def _row(annotation: Annotation, deleted: str) -> tuple[str | int, ...]:
    columns = annotation_row(annotation)
    return (*columns, deleted, annotation_digest(columns, deleted))


def _kept(row: Sequence[Any]) -> Kept:
    *columns, deleted, digest = row
    return Kept(
        annotation=annotation_from_row(columns),
        deleted=deleted,
        is_sound=annotation_digest(columns, deleted) == digest,
    )
