"""Sketches of documents in the database: derived, kept only while the version of their making is the same."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.document import DocumentId
from index.store.database import Database


class SketchStore:
    """The sketches of all documents. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, sketches: Iterable[tuple[DocumentId, bytes]], version: str) -> None:
        """Write sketches in place of older ones; those of documents that are gone meanwhile are left out."""
        rows = [(version, packed, document_id) for document_id, packed in sketches]
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO sketches (document_id, version, packed)"
                " SELECT id, ?, ? FROM documents WHERE id = ?",
                rows,
            )

    def all(self, version: str) -> dict[DocumentId, bytes]:
        """Return all sketches of this version, oldest document first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id, packed FROM sketches JOIN documents ON id = document_id"
                " WHERE version = ? ORDER BY documents.number",
                (version,),
            )
            return {DocumentId(document_id): packed for document_id, packed in rows}

    def state(self) -> tuple[int, int]:
        """Return two numbers of which one changes whenever a sketch comes or goes."""
        with self._database.reading() as connection:
            count, last = connection.execute("SELECT count(*), max(number) FROM sketches").fetchone()
        return count, last or 0

    def missing(self, version: str) -> tuple[DocumentId, ...]:
        """Return the documents that have no sketch of this version, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM documents"
                " WHERE NOT EXISTS (SELECT 1 FROM sketches WHERE document_id = documents.id AND version = ?)"
                " ORDER BY number",
                (version,),
            )
            return tuple(DocumentId(row[0]) for row in rows)
