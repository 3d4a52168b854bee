"""The SQLite file: connections, transactions, and what its errors mean to the reader.

WAL with synchronous=FULL: what was committed survives kill -9 and a power cut (60 kills, 1,787
documents, none lost: docs/decisions). A connection is never used by two threads at once: each
transaction borrows one from a pool. Writers of this process stand in line behind a lock; writers of
other processes behind SQLite's own.
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.errors import StoreDamaged, StoreError, StoreLocked
from index.store.migrations import migrate

_BUSY_MS: Final = 10_000
_SETTINGS: Final = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
_NO_SPACE: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


class Database:
    """The database of one archive. All methods may be called from any thread.

    Args:
        path: The file; created when absent.
        backups: Folder that receives a copy before the schema changes.

    Raises:
        StoreNewer: If a newer program wrote the file.
        StoreDamaged: If the file is no database.
        StoreError: If it cannot be opened or created.
    """

    def __init__(self, path: Path, backups: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._pool = threading.Lock()
        self._writer = threading.Lock()
        self._closed = False
        with explained():
            connection = self._connect()
            try:
                migrate(connection, path, backups)
            except BaseException:
                connection.close()
                raise
        self._idle.append(connection)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees one unchanging state of the database. Never waits for writers."""
        with explained(), self._lent() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a transaction: committed, and on the disk, when the block ends well.

        Waits for other writers. Does not nest.

        Raises:
            StoreLocked: If another process kept writing for 10 seconds.
            StoreError: If the disk is full or refuses.
        """
        with self._writer, explained(), self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    @contextlib.contextmanager
    def bare(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection outside any transaction, for pragmas and the backup of SQLite."""
        with explained(), self._lent() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection; those in use are closed by their users' last act."""
        with self._pool:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextlib.contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        with self._pool:
            if self._closed:
                raise StoreError("Архив уже закрыт.", "Откройте архив снова.")
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            with self._pool:
                is_kept = not self._closed
                if is_kept:
                    self._idle.append(connection)
            if not is_kept:
                connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection


def disk_full(error: OSError | sqlite3.Error) -> StoreError | None:
    """Return the error for a full disk if that is what it is, else None."""
    if isinstance(error, OSError):
        is_full = error.errno in _NO_SPACE
    else:
        is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    if not is_full:
        return None
    return StoreError(
        "На диске не осталось места. Всё, что было принято раньше, цело.",
        "Освободите место на диске и повторите: принятое второй раз читаться не будет.",
    )


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Turn errors of SQLite and of the file system into errors for people.

    Raises:
        StoreLocked: If another program holds the database.
        StoreDamaged: If the file contradicts itself or is no database.
        StoreError: If the disk is full, or refuses for another reason.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error) from error
    except OSError as error:
        raise disk_full(error) or StoreError(
            f"Не удаётся записать в папку архива: {error.strerror or error}.",
            "Проверьте, что папка доступна для записи и диск подключён.",
        ) from error


def _told(error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreLocked(
            "Архив сейчас занят другой программой, изменение не записано. Сам архив цел.",
            "Подождите, пока та программа закончит, и повторите.",
        )
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreDamaged(
            "База данных архива повреждена. Исходные PDF-файлы и заметки лежат отдельно и целы.",
            "Запустите проверку архива (check) и восстановите базу из последней копии в папке backups.",
        )
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return StoreError(
            "База данных архива не открывается для записи.",
            "Проверьте права на папку архива и что диск подключён.",
        )
    full = disk_full(error)
    return full or StoreError(
        f"База данных архива отказала: {error}. Записанное раньше цело.",
        "Повторите; если не поможет, запустите проверку архива (check).",
    )
