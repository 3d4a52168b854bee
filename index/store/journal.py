"""What became of the files of past imports, and the contents that killed their reader."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.model.document import DocumentId
from index.model.report import FileReport
from index.store.database import Database
from index.store.records import encodable

_LOG: Final = """
INSERT INTO import_log (at, path, status, document_id, reason, message, seconds) VALUES (?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A content that killed its reader.

    Attributes:
        at: When, ISO 8601, UTC.
        reason: Stable code of the error.
        message: What the reader was told.
    """

    at: str
    reason: str
    message: str


class Journal:
    """The log of imports and the quarantine. Methods block for one transaction; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def log(self, reports: Iterable[FileReport]) -> None:
        """Write down what became of files."""
        now = _now()
        rows = [
            (
                now,
                os.fsencode(report.path),
                report.status.value,
                report.document_id or "",
                report.reason,
                encodable(report.message),
                report.seconds,
            )
            for report in reports
        ]
        if not rows:
            return
        with self._database.writing() as connection:
            connection.executemany(_LOG, rows)

    def quarantine(self, content: DocumentId, path: str, reason: str, message: str) -> None:
        """Remember that this content killed its reader."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO quarantine (id, at, path, reason, message) VALUES (?, ?, ?, ?, ?)",
                (content, _now(), os.fsencode(path), reason, encodable(message)),
            )

    def quarantined(self, content: DocumentId) -> Quarantined | None:
        """Return what is remembered of a content; None when it never did harm."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT at, reason, message FROM quarantine WHERE id = ?", (content,)
            ).fetchone()
        return None if row is None else Quarantined(*row)

    def release(self, content: DocumentId) -> None:
        """Forget that a content did harm."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM quarantine WHERE id = ?", (content,))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
