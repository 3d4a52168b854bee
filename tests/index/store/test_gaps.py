from __future__ import annotations

import contextlib
import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.model.document import Document, DocumentId, Page, PageKind
from index.model.gap import Gap, GapKind
from index.model.report import FileReport, ImportStatus
from index.model.said import said, together
from index.model.span import Span
from index.pdf import notices
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.gaps import GapStore
from index.store.journal import Journal
from index.store.migrations import STEPS, migrate
from tests.index.store.samples import document_id, make_arrival, make_document, open_database

LOCKED = together(said("file.encrypted", "Файл зашифрован."), said("file.unchanged", "Файл не изменён."))
HINT = said("advice.copy_without_password", "Сохраните копию без пароля.")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path)
    yield made
    made.close()


def document(name: str, kinds: str, *, told: tuple[str, ...] = ()) -> Document:
    """A document with a page for each letter: t(ext), s(can), f(ailed), e(mpty), r(ecognised)."""
    by_letter = {kind.value[0]: kind for kind in PageKind}
    pages = tuple(Page(i, 595, 842, Span(0, 0), by_letter[letter]) for i, letter in enumerate(kinds))
    made = make_document(name, title=f"Документ {name}")
    return dataclasses.replace(made, pages=pages, notices=(*notices.page_notices(pages), *told))


def add(database: Database, *documents: Document, is_indexed: bool = True) -> None:
    store = DocumentStore(database)
    for made in documents:
        store.add(made, make_arrival(made.file_name))
    if is_indexed:
        store.mark_indexed([made.id for made in documents])


def refuse(database: Database, path: str, message: str, reason: str = "damaged", content: str = "") -> None:
    report = FileReport(
        path, ImportStatus.REFUSED, reason=reason, message=message, content=DocumentId(content) or None
    )
    Journal(database).log([report])


def only(database: Database) -> Gap:
    (gap,) = GapStore(database).find()
    return gap


def test_an_archive_of_text_has_no_gaps(database: Database) -> None:
    add(database, document("a", "tte"))
    found = GapStore(database).find()
    assert found.all == ()
    assert found.is_complete
    assert (found.documents, found.documents_searched, found.pages, found.pages_searched) == (1, 1, 3, 3)


def test_scans_and_failed_pages_are_listed_with_what_is_left(database: Database) -> None:
    add(database, document("a", "tsstsf"), document("b", "ss"), document("c", "tt"))
    found = GapStore(database).find()
    assert [(gap.title, gap.kind, gap.page_runs) for gap in found] == [
        ("Документ a", GapKind.SCAN, (range(1, 3), range(4, 5))),
        ("Документ b", GapKind.SCAN, (range(2),)),
        ("Документ a", GapKind.FAILED, (range(5, 6),)),
    ]
    assert [gap.is_whole for gap in found] == [False, True, False]
    assert (found.documents, found.documents_searched) == (3, 2)
    assert (found.pages, found.pages_searched, found.pages_hidden) == (10, 4, 6)
    assert found.documents_concerned == 2


def test_recognised_pages_are_searched_and_listed_apart(database: Database) -> None:
    add(database, document("a", "trr"))
    found = GapStore(database).find()
    (gap,) = found
    assert (gap.kind, gap.page_runs) == (GapKind.RECOGNISED, (range(1, 3),))
    assert found.is_complete
    assert found.pages_hidden == 0


def test_pages_beyond_a_limit_count_among_all_pages(database: Database) -> None:
    unread = notices.unread_notice(2, 1_000_000_000, notices.too_many_pages(2))
    add(database, document("a", "tt", told=(unread,)))
    found = GapStore(database).find()
    (gap,) = found
    assert (gap.kind, gap.pages, gap.page_count) == (GapKind.UNREAD, 999_999_998, 1_000_000_000)
    assert gap.why == "Не прочитано: страниц в файле больше предела в 2."
    assert (found.pages, found.pages_searched) == (1_000_000_000, 2)


def test_remarks_without_a_code_are_told_as_they_are(database: Database) -> None:
    add(database, document("a", "t", told=("Вложения не прочитаны.",)))
    gap = only(database)
    assert (gap.kind, gap.why) == (GapKind.REMARK, "Вложения не прочитаны.")


def test_a_document_that_is_not_in_the_index_is_not_searched(database: Database) -> None:
    add(database, document("a", "ts"), is_indexed=False)
    found = GapStore(database).find()
    assert [gap.kind for gap in found] == [GapKind.SCAN, GapKind.UNINDEXED]
    assert (found.pages_hidden, found.documents_searched) == (2, 0)


def test_only_the_documents_asked_for_are_looked_at(database: Database) -> None:
    add(database, document("a", "s"), document("b", "ts"))
    refuse(database, "/x.pdf", "Файл повреждён.")
    found = GapStore(database).find([document_id("b")])
    assert [gap.document_id for gap in found] == [document_id("b")]
    assert (found.documents, found.pages, found.pages_searched) == (1, 2, 1)
    assert GapStore(database).find([]).all == ()


def test_a_refused_file_says_why_and_what_to_do(database: Database) -> None:
    refuse(database, "/д/тайна.pdf", together(LOCKED, HINT), "encrypted", "ab" * 32)
    gap = only(database)
    assert (gap.kind, gap.document_id, gap.title) == (GapKind.ENCRYPTED, None, "тайна.pdf")
    assert (gap.path, gap.why, gap.advice) == ("/д/тайна.pdf", "Файл зашифрован.", HINT)
    assert gap.can_retry
    assert GapStore(database).find().files_refused == 1


def test_a_refusal_of_an_older_archive_is_told_as_it_was(database: Database) -> None:
    refuse(database, "/x.pdf", "Файл повреждён. Скачайте его снова.")
    assert (only(database).why, only(database).advice) == ("Файл повреждён. Скачайте его снова.", "")


def test_a_relative_path_is_remembered_whole(database: Database) -> None:
    refuse(database, "x.pdf", "Файл повреждён.")
    assert only(database).path == str(Path("x.pdf").absolute())


@pytest.mark.parametrize(
    "status", [ImportStatus.IMPORTED, ImportStatus.PARTIAL, ImportStatus.DUPLICATE, ImportStatus.NEW_VERSION]
)
def test_a_later_import_of_the_same_path_heals_a_refusal(database: Database, status: ImportStatus) -> None:
    refuse(database, "/x.pdf", "Файл повреждён.")
    Journal(database).log([FileReport("/x.pdf", status, document_id("a"))])
    assert GapStore(database).find().all == ()
    refuse(database, "/x.pdf", "Файл пуст.", "unreadable")
    assert only(database).kind is GapKind.UNREADABLE


def test_the_same_content_from_elsewhere_heals_a_refusal(database: Database) -> None:
    refuse(database, "/x.pdf", "Нужен пароль.", "encrypted", document_id("a"))
    add(database, document("a", "t"))
    assert GapStore(database).find().all == ()


def test_a_file_refused_twice_is_listed_once(database: Database) -> None:
    refuse(database, "/x.pdf", "Файл пуст.", "unreadable")
    refuse(database, "/x.pdf", "Файл повреждён.")
    assert only(database).kind is GapKind.DAMAGED


def test_a_dismissed_refusal_stays_away_until_it_happens_again(database: Database) -> None:
    refuse(database, "/x.jpg", "Это не PDF.", "not_a_pdf")
    GapStore(database).dismiss(["/x.jpg"])
    assert GapStore(database).find().all == ()
    refuse(database, "/x.jpg", "Это не PDF.", "not_a_pdf")
    assert only(database).kind is GapKind.FOREIGN


def test_a_folder_without_documents_is_no_gap(database: Database) -> None:
    refuse(database, "/д", together(said("folder.nothing", "В папке нет файлов PDF."), HINT), "not_a_pdf")
    assert GapStore(database).find().all == ()


def test_every_path_of_a_quarantined_content_is_listed_as_such(database: Database) -> None:
    content = document_id("evil")
    Journal(database).quarantine(content, "/a.pdf", "damaged", together(LOCKED, HINT))
    for path in ("/a.pdf", "/b.pdf"):
        refuse(database, path, together(LOCKED, HINT), "damaged", content)
    found = GapStore(database).find()
    assert [(gap.kind, gap.title) for gap in found] == [
        (GapKind.QUARANTINED, "a.pdf"),
        (GapKind.QUARANTINED, "b.pdf"),
    ]
    add(database, document("evil", "t"))
    assert GapStore(database).find().all == ()


def test_a_quarantine_whose_import_was_killed_before_its_log_is_listed(database: Database) -> None:
    Journal(database).quarantine(document_id("evil"), "/a.pdf", "damaged", LOCKED)
    assert (only(database).kind, only(database).path) == (GapKind.QUARANTINED, "/a.pdf")


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("SELECT document_id FROM pages WHERE kind IN ('scan', 'failed', 'recognised')", "pages_with_gaps"),
        ("SELECT id FROM documents WHERE notices <> '[]'", "documents_with_notices"),
        ("SELECT path FROM import_log WHERE status = 'refused' ORDER BY number DESC", "import_log_refused"),
    ],
)
def test_gaps_are_found_through_their_indexes(database: Database, question: str, index: str) -> None:
    with database.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
    assert any(index in row[3] for row in plan)


def test_an_archive_from_before_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, tmp_path / "backups", STEPS[:1])
        notices = json.dumps(["Стр. 3–9 не прочитаны: предел в 2. Предыдущие страницы в архиве."])
        connection.execute(
            "INSERT INTO documents"
            " VALUES (1, ?, 'Т', 't.pdf', '/t.pdf', '', '{}', '[]', ?, 2, 9, '', 1, '', '')",
            (document_id("a"), notices),
        )
        connection.execute(
            "INSERT INTO import_log VALUES (1, '', ?, 'refused', '', 'encrypted', 'Нужен пароль.', 0)",
            (b"/x",),
        )
    database = open_database(tmp_path)
    unread, refused = GapStore(database).find()
    database.close()
    assert (unread.kind, unread.page_runs, unread.why) == (
        GapKind.UNREAD,
        (range(2, 9),),
        "Не прочитано: предел в 2.",
    )
    assert (refused.kind, refused.why) == (GapKind.ENCRYPTED, "Нужен пароль.")
