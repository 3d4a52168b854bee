"""Recognised pages in the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.model.annotation import Annotation
from index.model.decision import Decision
from index.model.document import Document, Page, PageKind
from index.model.recognition import RecognisedPage, RecognisedWord
from index.model.span import Span
from index.store.annotations import AnnotationStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.recognition import RecognitionStore
from tests.index.store.samples import make_annotation, make_arrival, make_document

WORD = RecognisedWord("«Указ»,", 0, 10.126, 20.5, 60.0, 32.25, 87)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "archive.db", tmp_path / "backups")
    yield opened
    opened.close()


def scanned(database: Database, name: str, kinds: str) -> Document:
    """Put a document in whose pages are scans (s) or text (t)."""
    made = make_document(name)
    spans = [Span(0, len(made.text)) if kind == "t" else Span(0, 0) for kind in kinds]
    pages = tuple(
        Page(i, 595, 842, spans[i], PageKind.TEXT if kind == "t" else PageKind.SCAN)
        for i, kind in enumerate(kinds)
    )
    document = replace(made, pages=pages)
    DocumentStore(database).add(document, make_arrival(name))
    return document


def page(index: int, engine: str = "tesseract 5.3.0 rus+eng") -> RecognisedPage:
    return RecognisedPage(index, 3, (WORD,), engine)


def test_what_is_kept_comes_back_to_a_hundredth_of_a_point(database: Database) -> None:
    document, store = scanned(database, "a", "ss"), RecognitionStore(database)
    store.put(document.id, page(1))
    [back] = store.pages(document.id)
    assert back == replace(page(1), words=(replace(WORD, left_pt=10.13),))
    assert not list(store.problems())


def test_scans_wait_until_they_are_recognised_newest_document_first(database: Database) -> None:
    first, second = scanned(database, "a", "sts"), scanned(database, "b", "s")
    store = RecognitionStore(database)
    assert [(one.document_id, one.page_index) for one in store.waiting()] == [
        (second.id, 0),
        (first.id, 0),
        (first.id, 2),
    ]
    store.put(first.id, page(0))
    assert [one.page_index for one in store.waiting([first.id])] == [2]
    assert store.unread() == {first.id: 1}


def test_pages_wait_again_for_other_languages_only(database: Database) -> None:
    document, store = scanned(database, "a", "s"), RecognitionStore(database)
    store.put(document.id, page(0))
    assert not store.waiting(None, ("rus", "eng"))
    assert len(store.waiting(None, ("rus",))) == 1
    assert len(store.waiting(None, ("rus", "eng", "uzb_cyrl"))) == 1
    store.put(document.id, page(0, "tesseract 5.9.9 rus+eng+uzb_cyrl"))
    assert not store.waiting(None, ("rus", "eng", "uzb_cyrl"))


def test_failed_pages_wait_only_when_asked_for(database: Database) -> None:
    document, store = scanned(database, "a", "s"), RecognitionStore(database)
    store.put_failure(document.id, 0, "tesseract 5.3.0 rus", "took too long")
    assert not store.waiting()
    assert len(store.waiting(again=True)) == 1
    assert not store.pages(document.id)
    assert not store.unread()


def test_a_new_reading_comes_with_its_moved_notes_or_not_at_all(database: Database) -> None:
    document, store = scanned(database, "a", "ts"), RecognitionStore(database)
    notes = AnnotationStore(database)
    made = make_annotation()
    notes.put(made)
    store.put(document.id, page(1))
    longer = replace(document, text="Новое начало. " + document.text)
    shift = Span(made.anchor.span.start + 14, made.anchor.span.stop + 14)

    class Refusing:
        def moved(self, _note: Annotation) -> Annotation:
            raise OSError("no space")

        def moved_decision(self, one: Decision) -> Decision:
            return one

    class Shifting(Refusing):
        def moved(self, note: Annotation) -> Annotation:
            return replace(note, anchor=replace(note.anchor, span=shift))

    with pytest.raises(Exception, match="no space"):
        store.replace(longer, make_arrival(), [page(1)], Refusing())
    assert DocumentStore(database).text(document.id) == document.text
    assert store.unread() == {document.id: 1}
    store.replace(longer, make_arrival(), [page(1)], Shifting())
    assert DocumentStore(database).text(document.id) == longer.text
    assert DocumentStore(database).to_index() == (document.id,)
    [moved] = notes.live(document.id)
    assert moved.anchor.span == shift
    assert notes.get(made.id).is_sound
    assert store.unread() == {}


def test_a_damaged_page_is_told_and_not_used(database: Database) -> None:
    document, store = scanned(database, "a", "s"), RecognitionStore(database)
    store.put(document.id, page(0))
    with database.writing() as connection:
        connection.execute("UPDATE recognised_pages SET engine = 'somebody else'")
    assert not store.pages(document.id)
    assert [problem.code for problem in store.problems()] == ["recognised_page_damaged"]
    assert next(iter(store.problems())).document_id == document.id
