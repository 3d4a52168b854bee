import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import StoreDamaged, StoreError, StoreLocked, StoreNewer
from index.store import database as module
from index.store.database import Database
from index.store.migrations import STEPS, migrate
from tests.index.store.samples import open_database


def test_new_archive_gets_the_newest_schema(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()


def test_archive_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    with sqlite3.connect(tmp_path / "archive.db") as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    with pytest.raises(StoreNewer):
        open_database(tmp_path)


def test_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "archive.db") as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(StoreDamaged):
        open_database(tmp_path)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"not a database " * 100)
    with pytest.raises(StoreDamaged):
        open_database(tmp_path)


def test_database_is_copied_before_a_migration(tmp_path: Path) -> None:
    path, backups = tmp_path / "archive.db", tmp_path / "backups"
    connection = sqlite3.connect(path, isolation_level=None)
    first = "CREATE TABLE t (x);\nINSERT INTO t VALUES (7);\n"
    migrate(connection, path, backups, (first,))
    assert not backups.exists()

    def second(migrated: sqlite3.Connection) -> None:
        migrated.execute("DELETE FROM t")

    migrate(connection, path, backups, (first, second))
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    connection.close()
    [copy] = backups.iterdir()
    old = sqlite3.connect(copy)
    assert old.execute("SELECT x FROM t").fetchone() == (7,)
    assert old.execute("PRAGMA user_version").fetchone() == (1,)
    old.close()


def test_failed_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, tmp_path / "backups", ("CREATE TABLE t (x);\n",))
    with pytest.raises(sqlite3.Error):
        migrate(
            connection, path, tmp_path / "backups", ("CREATE TABLE t (x);\n", "DROP TABLE t;\nBROKEN SQL;\n")
        )
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    connection.close()


def test_failed_transaction_leaves_no_trace(tmp_path: Path) -> None:
    database = open_database(tmp_path)

    def fail() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO quarantine VALUES ('x', 'now', x'00', 'r', 'm', '[]')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM quarantine").fetchone() == (0,)
    database.close()


def test_reader_sees_one_state_while_another_thread_writes(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    count = "SELECT count(*) FROM quarantine"

    def write() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO quarantine VALUES ('x', 'now', x'00', 'r', 'm', '[]')")

    with database.reading() as connection:
        assert connection.execute(count).fetchone() == (0,)
        _in_thread(write)
        assert connection.execute(count).fetchone() == (0,)
    with database.reading() as connection:
        assert connection.execute(count).fetchone() == (1,)
    database.close()


def test_many_threads_write_in_turn(tmp_path: Path) -> None:
    database = open_database(tmp_path)

    def write(name: str) -> None:
        for number in range(10):
            with database.writing() as connection:
                connection.execute(
                    "INSERT INTO quarantine VALUES (?, 'now', x'00', 'r', 'm', '[]')", (f"{name}{number}",)
                )

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM quarantine").fetchone() == (40,)
    database.close()


def test_writer_of_another_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SETTINGS", ("PRAGMA busy_timeout = 50",))
    database = open_database(tmp_path)
    other = sqlite3.connect(tmp_path / "archive.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked), database.writing():
        pass
    other.close()
    with database.writing():
        pass
    database.close()


def test_full_disk_is_a_clean_error_and_loses_nothing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.bare() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    written: list[str] = []

    def write_for_ever() -> None:
        for number in range(100):
            with database.writing() as connection:
                row = (str(number), "x" * 4000)
                connection.execute("INSERT INTO quarantine VALUES (?, 'now', x'00', 'r', ?, '[]')", row)
            written.append(row[0])

    with pytest.raises(StoreError, match="не осталось места") as caught:
        write_for_ever()
    assert caught.value.hint
    assert written
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM quarantine").fetchone() == (len(written),)
    database.close()


def test_closed_archive_says_so(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.close()
    with pytest.raises(StoreError, match="закрыт"), database.reading():
        pass


def test_connection_in_use_outlives_the_closing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.reading() as connection:
        database.close()
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="не открывается"):
        Database(tmp_path / "nowhere" / "archive.db", tmp_path / "backups")


def _in_thread(call: Callable[[], None]) -> None:
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
