"""Facts, journal, library, backup, inspection: small stores and what looks at them."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.config import ArchivePaths
from index.errors import StoreError
from index.model.document import DocumentId, DocumentSummary
from index.model.fact import DocumentFacts, Entity, EntityType
from index.model.report import FileReport, ImportStatus
from index.model.span import Span
from index.store.backup import back_up_archive
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.facts import FactStore
from index.store.inspection import database_problems, document_problems
from index.store.journal import Journal
from index.store.library import Library
from index.store.originals import Originals
from index.tasks import Task
from tests.index.store.samples import TEXT, document_id, make_arrival, make_document, open_database

_FACTS = DocumentFacts((Entity("p1", EntityType.CITY, "Ташкент", (Span(50, 58),)),), (), "7")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    for name in "ab":
        DocumentStore(opened).add(make_document(name), make_arrival(name))
    yield opened
    opened.close()


def test_facts_are_kept_for_the_version_that_made_them(database: Database) -> None:
    facts = FactStore(database)
    assert facts.missing("7") == (document_id("b"), document_id("a"))
    facts.put(document_id("a"), make_document("a").text, _FACTS)
    assert facts.get(document_id("a"), "7") == _FACTS
    assert facts.get(document_id("a"), "8") is None
    assert facts.missing("7") == (document_id("b"),)


def test_damaged_facts_are_extracted_again(database: Database) -> None:
    facts = FactStore(database)
    facts.put(document_id("a"), make_document("a").text, _FACTS)
    with database.writing() as connection:
        connection.execute("UPDATE facts SET packed = ?", (zlib.compress(b"{}"),))
    assert facts.get(document_id("a"), "7") is None


def test_facts_go_when_a_document_is_read_anew(database: Database) -> None:
    facts = FactStore(database)
    facts.put(document_id("a"), make_document("a").text, _FACTS)
    DocumentStore(database).add(make_document("a"), make_arrival("a"))
    assert facts.get(document_id("a"), "7") is None


def test_facts_of_another_text_are_not_written(database: Database) -> None:
    facts = FactStore(database)
    assert not facts.put(document_id("a"), "Прежний текст.", _FACTS)
    assert facts.get(document_id("a"), "7") is None


def test_log_keeps_paths_that_are_no_text(database: Database) -> None:
    path = "/скан\udcff\n.pdf"
    Journal(database).log([FileReport(path, ImportStatus.REFUSED, reason="damaged", message="Не читается.")])
    with database.reading() as connection:
        assert connection.execute("SELECT path, status, reason FROM import_log").fetchall() == [
            ("/скан".encode() + b"\xff\n.pdf", "refused", "damaged")
        ]


def test_quarantine_remembers_and_forgets(database: Database) -> None:
    journal = Journal(database)
    harmful = document_id("bomb")
    assert journal.quarantined(harmful) is None
    journal.quarantine(harmful, "/bomb.pdf", "too_large", "Требует слишком много памяти.")
    found = journal.quarantined(harmful)
    assert found is not None
    assert found.reason == "too_large"
    journal.release(harmful)
    assert journal.quarantined(harmful) is None


def test_library_asks_the_store_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = DocumentStore(database)
    library = Library(documents)
    asked: list[DocumentId] = []
    summary = documents.summary

    def counting(wanted: DocumentId) -> DocumentSummary:
        asked.append(wanted)
        return summary(wanted)

    monkeypatch.setattr(documents, "summary", counting)
    for _ in range(3):
        assert library.summary(document_id("a")).file_name == "a.pdf"
    assert len(asked) == 1
    library.forget()
    library.summary(document_id("a"))
    assert len(asked) == 2
    assert library.text(document_id("a")) == TEXT
    assert len(library.pages(document_id("a"))) == 2


def test_backup_opens_as_an_archive(database: Database, tmp_path: Path) -> None:
    paths = ArchivePaths(tmp_path)
    paths.notes.mkdir()
    (paths.notes / "x.jsonld").write_text("{}")
    (paths.notes / ".lock").write_text("1")
    folder = back_up_archive(database, paths, tmp_path / "копия")
    assert sorted(p.name for p in folder.rglob("*")) == ["archive.db", "notes", "x.jsonld"]
    copy = open_database(folder)
    assert DocumentStore(copy).ids() == DocumentStore(database).ids()
    copy.close()


def test_backup_never_writes_over_anything(database: Database, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("")
    with pytest.raises(StoreError, match="уже что-то есть"):
        back_up_archive(database, ArchivePaths(tmp_path), tmp_path / "full")


def test_sound_database_has_no_problems(database: Database) -> None:
    assert list(database_problems(database)) == []


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        ("UPDATE texts SET packed = x'00' WHERE document_id = ?", "текст"),
        ("UPDATE text_maps SET packed = x'00' WHERE document_id = ?", "карта текста"),
        ("UPDATE documents SET title = 'Другое' WHERE id = ?", "запись"),
        ("UPDATE pages SET stop = stop + 1 WHERE document_id = ?", "запись"),
        ("DELETE FROM pages WHERE page_index = 1 AND document_id = ?", "запись"),
        ("DELETE FROM texts WHERE document_id = ?", "текст"),
    ],
)
def test_damage_is_found_where_sqlite_sees_none(
    database: Database, tmp_path: Path, harm: str, part: str
) -> None:
    with database.writing() as connection:
        connection.execute(harm, (document_id("a"),))
    assert list(database_problems(database)) == []
    originals = Originals(ArchivePaths(tmp_path))
    documents = DocumentStore(database)
    found = list(document_problems(database, documents, originals, Task(), is_deep=False))
    damaged = [problem for problem in found if problem.code == "document_damaged"]
    assert [problem.document_id for problem in damaged] == [document_id("a")]
    assert f"повреждено: {part}." in damaged[0].message
    missing = [problem.document_id for problem in found if problem.code == "original_damaged"]
    assert missing == [document_id("a"), document_id("b")]


def test_damaged_pages_of_the_file_are_found(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    for number in range(40):
        DocumentStore(database).add(make_document(str(number)), make_arrival(str(number)))
    database.close()
    path = tmp_path / "archive.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (schema_pages,) = connection.execute("SELECT max(rootpage) FROM sqlite_schema").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    # The first page behind the last table may be of the schema, without which nothing could be asked.
    for page in range(schema_pages + 1, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 200] = bytes(200)
    path.write_bytes(content)
    database = open_database(tmp_path)
    assert [problem.code for problem in database_problems(database)][:1] == ["database_damaged"]
    database.close()
