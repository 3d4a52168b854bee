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
from index.store.sayings import sentences_json, text_from_json

_LOG: Final = """
INSERT INTO import_log (at, path, status, document_id, reason, message, seconds, sentences, content)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_QUARANTINE: Final = """
INSERT OR REPLACE INTO quarantine (id, at, path, reason, message, sentences) VALUES (?, ?, ?, ?, ?, ?)
"""
_DISMISSED: Final = "dismissed"


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
                _whole(report.path),
                report.status.value,
                report.document_id or "",
                report.reason,
                encodable(report.message),
                report.seconds,
                sentences_json(report.message),
                report.content or "",
            )
            for report in reports
        ]
        if not rows:
            return
        with self._database.writing() as connection:
            connection.executemany(_LOG, rows)

    def dismiss(self, paths: Iterable[str]) -> None:
        """Write down that the reader wants to hear no more of files that were refused."""
        rows = [(_now(), os.fsencode(path), _DISMISSED, "", "", "", 0.0, "[]", "") for path in paths]
        with self._database.writing() as connection:
            connection.executemany(_LOG, rows)

    def quarantine(self, content: DocumentId, path: str, reason: str, message: str) -> None:
        """Remember that this content killed its reader."""
        with self._database.writing() as connection:
            connection.execute(
                _QUARANTINE,
                (content, _now(), _whole(path), reason, encodable(message), sentences_json(message)),
            )

    def quarantined(self, content: DocumentId) -> Quarantined | None:
        """Return what is remembered of a content; None when it never did harm."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT at, reason, message, sentences FROM quarantine WHERE id = ?", (content,)
            ).fetchone()
        return None if row is None else Quarantined(row[0], row[1], text_from_json(row[2], row[3]))

    def release(self, content: DocumentId) -> None:
        """Forget that a content did harm."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM quarantine WHERE id = ?", (content,))


def _whole(path: str) -> bytes:
    """Return a path that still means the same when the program is started from another folder."""
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100 - Path keeps the `..` of a path


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
