"""A copy of the database that is whole even while others write to it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from index.config import ArchivePaths
from index.errors import StoreError
from index.store.database import Database, explained
from index.store.durable import flush_file, flush_folder


def back_up(database: Database, target: Path) -> None:
    """Copy the database to a new file; complete and on the disk when this returns. Blocks.

    Uses SQLite's online backup (https://www.sqlite.org/backup.html): readers and writers go on meanwhile.

    Raises:
        StoreError: If the target exists or cannot be written.
    """
    if target.exists():
        raise StoreError(f"Файл {target.name} уже есть, копия не записана.", "Выберите другую папку.")
    unfinished = target.with_name(f".writing-{target.name}")
    try:
        with database.bare() as connection:
            target.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(unfinished)) as copy:
                connection.backup(copy)
                # One file is easier to carry than a file with its log.
                copy.execute("PRAGMA journal_mode = DELETE")
            flush_file(unfinished)
            unfinished.replace(target)
            flush_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def back_up_archive(database: Database, paths: ArchivePaths, target: Path | None = None) -> Path:
    """Copy the database and the notes into a new folder; return it. Originals never change: they are left.

    Args:
        database: The database.
        paths: The archive's folders.
        target: The folder; it must not exist or be empty. By default one named by the time, among the
        backups.

    Raises:
        StoreError: If the folder holds something, or cannot be written.
    """
    folder = target or paths.backups / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    with explained():
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    if not is_empty:
        raise StoreError(
            f"В папке {folder.name} уже что-то есть, копия не записана.",
            "Выберите пустую папку или новое имя.",
        )
    back_up(database, folder / paths.database.name)
    with explained():
        if paths.notes.exists():
            shutil.copytree(paths.notes, folder / paths.notes.name, ignore=shutil.ignore_patterns(".*"))
    return folder
