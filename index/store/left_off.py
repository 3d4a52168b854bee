"""How each document was left by its reader."""

from __future__ import annotations

from index.model.document import DocumentId
from index.model.reading import LeftOff
from index.store.database import Database


class LeftOffStore:
    """Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document_id: DocumentId) -> LeftOff | None:
        """Return how a document was left; None for one that was never read."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT page_index, x_pt, y_pt, turns FROM left_off WHERE document_id = ?", (document_id,)
            ).fetchone()
        return None if row is None else LeftOff(*row)

    def note(self, document_id: DocumentId, left_off: LeftOff) -> None:
        """Remember how a document was left; does nothing when there is no such document any more."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO left_off SELECT id, ?, ?, ?, ? FROM documents WHERE id = ?",
                (left_off.page_index, left_off.x_pt, left_off.y_pt, left_off.turns, document_id),
            )
