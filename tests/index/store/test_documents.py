from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import DocumentUnknown, StoreDamaged
from index.model.media import MediaType
from index.store.database import Database
from index.store.documents import DocumentStore
from tests.index.store.samples import document_id, make_arrival, make_document, open_database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def documents(database: Database) -> DocumentStore:
    return DocumentStore(database)


def test_document_comes_back(documents: DocumentStore) -> None:
    made = make_document()
    documents.add(made, make_arrival())
    loaded = documents.load(made.id)
    assert replace(loaded, text_map=made.text_map) == made
    assert list(loaded.text_map.pieces()) == list(made.text_map.pieces())


def test_documents_written_together_are_all_there_or_none(documents: DocumentStore) -> None:
    first, second = ((make_document(name), make_arrival(name)) for name in "ab")
    too_large = replace(second[1], file_bytes=1 << 70)
    with pytest.raises(OverflowError):
        documents.add_all([first, (second[0], too_large)])
    assert documents.ids() == ()
    documents.add_all([first, second])
    assert documents.ids() == (document_id("a"), document_id("b"))


def test_summary_tells_what_lists_show(documents: DocumentStore) -> None:
    added = documents.add(make_document(), make_arrival())
    assert (added.title, added.file_name, added.page_count, added.date) == (
        "Переговоры",
        "a.pdf",
        2,
        "2024-05",
    )
    assert not added.is_indexed


def test_newest_document_comes_first(documents: DocumentStore) -> None:
    for name in "abc":
        documents.add(make_document(name), make_arrival(name))
    assert [summary.file_name for summary in documents.summaries()] == ["c.pdf", "b.pdf", "a.pdf"]


def test_acknowledged_document_waits_until_it_is_indexed(documents: DocumentStore) -> None:
    for name in "ab":
        documents.add(make_document(name), make_arrival(name))
    assert documents.to_index() == (document_id("a"), document_id("b"))
    assert not documents.are_indexed()
    documents.mark_indexed([document_id("a")])
    assert documents.to_index() == (document_id("b"),)
    documents.mark_only_indexed([document_id("b")])
    assert documents.to_index() == (document_id("a"),)
    assert documents.are_indexed()


def test_same_content_is_replaced_not_doubled(documents: DocumentStore) -> None:
    documents.add(make_document(), make_arrival())
    documents.mark_indexed([document_id("a")])
    documents.add(make_document(title="Иначе прочитан"), make_arrival())
    assert [summary.title for summary in documents.summaries()] == ["Иначе прочитан"]
    assert documents.to_index() == (document_id("a"),)


def test_path_remembers_its_document(documents: DocumentStore) -> None:
    documents.add(make_document(), make_arrival(size=77))
    source = documents.source("/архив/a.pdf".encode())
    assert source == (document_id("a"), "Переговоры", 2, MediaType.PDF, 77, 1)
    assert documents.source(b"/elsewhere") is None


@pytest.mark.parametrize(
    "reference", [document_id("a"), document_id("a")[:6].upper(), "a.pdf", "/архив/a.pdf", "Один"]
)
def test_document_is_found_by(documents: DocumentStore, reference: str) -> None:
    documents.add(make_document("a", title="Один"), make_arrival("a"))
    documents.add(make_document("b", title="Два"), make_arrival("b"))
    assert documents.find(reference) == document_id("a")


@pytest.mark.parametrize("reference", ["нет", "", "0000", "Переговоры", "%", "abc"])
def test_nothing_or_several_are_no_document(documents: DocumentStore, reference: str) -> None:
    for name in "ab":
        documents.add(make_document(name), make_arrival(name))
    with pytest.raises(DocumentUnknown) as caught:
        documents.find(reference)
    assert caught.value.hint


def test_unknown_document_is_an_error_for_people(documents: DocumentStore) -> None:
    for call in (documents.load, documents.text, documents.summary):
        with pytest.raises(DocumentUnknown):
            call(document_id("nowhere"))


def test_broken_characters_do_not_stop_an_import(documents: DocumentStore) -> None:
    broken = replace(make_document(text="слово \ud83d слово\nдва"), title="т\udcff", file_name="n\udcff.pdf")
    documents.add(broken, make_arrival())
    loaded = documents.load(broken.id)
    assert loaded.text == broken.text
    assert loaded.title == "т\N{REPLACEMENT CHARACTER}"


def test_damaged_text_is_told_as_such(documents: DocumentStore, database: Database) -> None:
    documents.add(make_document(), make_arrival())
    with database.writing() as connection:
        connection.execute("UPDATE texts SET packed = x'00'")
    with pytest.raises(StoreDamaged):
        documents.load(document_id("a"))


def test_damaged_map_is_told_as_such(documents: DocumentStore, database: Database) -> None:
    documents.add(make_document(), make_arrival())
    with database.writing() as connection:
        connection.execute("UPDATE text_maps SET packed = x'00'")
    with pytest.raises(StoreDamaged, match="Переговоры"):
        documents.load(document_id("a"))
