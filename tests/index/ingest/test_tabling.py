"""Tables of documents in an archive, with the real processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import DamagedPdf, DocumentUnknown
from index.model.document import DocumentId
from tests.helpers.table_pdfs import Drawn, write_tables

HEAD = ("Товар", "Цена")
WIDTHS = (150.0, 100.0)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("tabling")
    pages = [
        [Drawn([HEAD, (f"Бумага {i}", f"{i}5"), (f"Карандаш {i}", f"{i}7")], WIDTHS)] for i in range(1, 5)
    ]
    path = write_tables(folder / "цены.pdf", pages)
    with Archive.open(folder / "archive") as opened:
        opened.ingest([path])
        yield opened


def test_tables_of_a_page_lead_to_the_documents_text(archive: Archive) -> None:
    document = archive.document(archive.find("цены.pdf"))
    (table,) = archive.tabling.tables(document.id, 2)
    assert table.grid() == (HEAD, ("Бумага 3", "35"), ("Карандаш 3", "37"))
    cell = table.cell_at(1, 0)
    assert cell is not None
    assert " ".join(span.of(document.text) for span in cell.spans) == "Бумага 3"


def test_all_pages_are_searched_when_none_is_named(archive: Archive) -> None:
    assert [table.page_index for table in archive.tabling.tables(archive.find("цены.pdf"))] == [0, 1, 2, 3]


def test_a_table_is_found_whole_from_any_of_its_pages(archive: Archive) -> None:
    document_id = archive.find("цены.pdf")
    for page_index in (0, 2):
        (table,) = archive.tabling.tables(document_id, page_index)
        whole = archive.tabling.whole(document_id, table)
        assert whole.page_indexes == (0, 1, 2, 3)
        assert whole.table.row_count == 9


def test_an_unknown_document_is_told(archive: Archive) -> None:
    with pytest.raises(DocumentUnknown):
        archive.tabling.tables(DocumentId("f" * 64))


def test_a_page_that_cannot_be_read_is_told(archive: Archive, tmp_path: Path) -> None:
    document_id = archive.find("цены.pdf")
    original = archive.original(document_id)
    kept = original.read_bytes()
    original.chmod(0o600)
    original.write_bytes(b"%PDF-1.4 nothing")
    try:
        with pytest.raises(DamagedPdf, match="странице 2"):
            archive.tabling.tables(document_id, 1)
    finally:
        original.write_bytes(kept)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8"])
def test_the_passwords_of_the_session_open_the_pages_of_a_locked_document(
    tmp_path: Path, encoding: str
) -> None:
    pages = [[Drawn([HEAD, ("Бумага", "15"), ("Карандаш", "17")], WIDTHS)]]
    path = write_tables(tmp_path / "цены.pdf", pages, password="ключ".encode(encoding))
    with Archive.open(tmp_path / "archive") as archive:
        archive.keyring.add("ключ")
        [file] = archive.ingest([path]).files
        assert file.document_id is not None
        (table,) = archive.tabling.tables(file.document_id)
        assert table.grid() == (HEAD, ("Бумага", "15"), ("Карандаш", "17"))
    with Archive.open(tmp_path / "archive") as archive, pytest.raises(DamagedPdf):
        archive.tabling.tables(file.document_id, 0)


def test_figures_of_tables_are_found_over_all_pages(archive: Archive) -> None:
    (table,) = archive.tabling.of_figures(archive.find("цены.pdf"))
    assert table.row_count == 9


def test_the_facts_of_a_document_are_those_of_its_tables_too(tmp_path: Path) -> None:
    rows = [("Товар", "Цена, руб."), ("Бумага", "15"), ("Карандаш", "17")]
    path = write_tables(tmp_path / "цены.pdf", [[Drawn(rows, WIDTHS)]])
    with Archive.open(tmp_path / "archive") as archive:
        archive.ingest([path])
        facts = archive.facts(archive.find("цены.pdf")).facts
    assert [(fact.slots[0].value, fact.rule) for fact in facts] == [(15, "table"), (17, "table")]
