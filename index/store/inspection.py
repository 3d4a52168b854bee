"""Looking for damage: the database against its own hashes, and the originals against their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from index.errors import StoreDamaged
from index.model.condition import Problem
from index.model.document import DocumentId
from index.store import records
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.editions import Editions
from index.store.originals import Originals
from index.tasks import Task

_RECORD: Final = """
SELECT id, title, file_name, source_path, date, metadata, outline, notices, page_count, file_bytes, sha256
FROM documents WHERE id = ?
"""
_PAGES: Final = """
SELECT page_index, width_pt, height_pt, start, stop, kind, label
FROM pages WHERE document_id = ? ORDER BY page_index
"""
_FROM_BACKUP: Final = "Восстановите базу данных из последней копии (папка backups)."


def database_problems(database: Database) -> Iterator[Problem]:
    """Yield what SQLite itself finds wrong. Reads the whole file; blocks."""
    try:
        with database.bare() as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except StoreDamaged as error:
        yield Problem("database_damaged", error.user_message, _FROM_BACKUP)
        return
    if found != ["ok"]:
        yield Problem("database_damaged", f"База данных повреждена: {'; '.join(found)[:300]}.", _FROM_BACKUP)
    if orphans:
        message = f"В базе данных {len(orphans)} записей ссылаются на документы, которых нет."
        yield Problem("database_damaged", message, _FROM_BACKUP)


def document_problems(
    database: Database, documents: DocumentStore, originals: Originals, task: Task, *, is_deep: bool
) -> Iterator[Problem]:
    """Yield what is wrong with the documents: their records, texts, maps and originals.

    Args:
        database: The database.
        documents: Its documents.
        originals: The folder of originals.
        task: Progress in documents; cancellation.
        is_deep: Whether to read every original and compare its hash, not only its size.

    Raises:
        Cancelled: If `task` was cancelled.
    """
    ids = documents.ids()
    for number, document_id in enumerate(ids):
        task.checkpoint(number, len(ids))
        try:
            with database.reading() as connection:
                damage, title, file_bytes = _damage(connection, document_id)
        except StoreDamaged as error:
            yield Problem("document_damaged", error.user_message, _FROM_BACKUP, document_id)
            continue
        if damage:
            message = f"Документ «{title}»: в базе данных повреждено: {', '.join(damage)}."
            yield Problem("document_damaged", message, _FROM_BACKUP, document_id)
        media = documents.media(document_id)
        if original := originals.problem(document_id, file_bytes, media, is_deep=is_deep):
            yield Problem(
                "original_damaged",
                f"Документ «{title}»: {original}. Его текст и заметки целы.",
                "Импортируйте этот файл снова: он вернётся на место.",
                document_id,
            )


def edition_problems(documents: DocumentStore, editions: Editions) -> Iterator[Problem]:
    """Yield the documents whose pages cannot be shown because their edition is not there."""
    for document_id in documents.in_other_formats():
        if not editions.has(document_id):
            yield Problem(
                "edition_missing",
                f"Документ «{documents.summary(document_id).title}»: нет издания для чтения, страницы не "
                "показать. Исходный файл, текст и заметки на месте.",
                "Выполните rebuild: издание будет сделано заново.",
                document_id,
            )


def _damage(connection: sqlite3.Connection, document_id: DocumentId) -> tuple[list[str], str, int]:
    """Return the damaged parts of a document, its title and the size of its original."""
    *record, page_count, file_bytes, digest = connection.execute(_RECORD, (document_id,)).fetchone()
    page_rows = connection.execute(_PAGES, (document_id,)).fetchall()
    damage = []
    if len(page_rows) != page_count or records.record_digest(record, page_rows) != digest:
        damage.append("запись")
    text = connection.execute(
        "SELECT packed, sha256 FROM texts WHERE document_id = ?", (document_id,)
    ).fetchone()
    if text is None or _text_digest(text[0]) != text[1]:
        damage.append("текст")
    packed = connection.execute(
        "SELECT packed, sha256 FROM text_maps WHERE document_id = ?", (document_id,)
    ).fetchone()
    if packed is None or records.sha256(packed[0]) != packed[1]:
        damage.append("карта текста")
    return damage, record[1], file_bytes


def _text_digest(packed: bytes) -> str:
    try:
        return records.sha256(records.unpacked_text(packed).encode("utf-8", "surrogatepass"))
    except ValueError:
        return ""
