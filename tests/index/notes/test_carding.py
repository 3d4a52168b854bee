from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.card import Card, CardEntry, CardField, Origin
from index.model.span import Span
from index.notes.anchors import WHOLE_DOCUMENT
from index.notes.applying import applied
from index.notes.carding import corrected, correction
from index.notes.decision_book import DecisionBook
from index.notes.moving import Move
from index.notes.sidecar import DECISIONS, Sidecars
from index.store.database import Database
from index.store.decisions import DecisionStore
from index.store.documents import DocumentStore
from index.store.library import Library
from tests.index.notes.decided import DOCUMENT, FACTS, TEXT, decision
from tests.index.store.samples import document_id, make_arrival, make_document, open_database

A = document_id("a")
CARD = Card(tuple(CardEntry(field) for field in CardField))
TITLE, DATE = CARD.entry(CardField.TITLE), CARD.entry(CardField.DATE)
PASSAGE = Span(0, 16)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    DocumentStore(opened).add(DOCUMENT, make_arrival("a"))
    DocumentStore(opened).mark_indexed([A])
    yield opened
    opened.close()


@pytest.fixture
def book(database: Database, tmp_path: Path) -> DecisionBook:
    library = Library(DocumentStore(database))
    return DecisionBook(DecisionStore(database), library, Sidecars(tmp_path / "notes", DECISIONS))


def shown(database: Database) -> tuple[str, str]:
    summary = DocumentStore(database).summary(A)
    return summary.title, summary.date


def test_the_last_correction_of_a_field_holds(book: DecisionBook) -> None:
    for value in ("Первое", "Второе"):
        book.decide(A, correction(TEXT, TITLE, value))
    book.decide(A, correction(TEXT, DATE, "2019", PASSAGE))
    card = corrected(TEXT, CARD, book.all(A))
    assert card.entry(CardField.TITLE) == CardEntry(CardField.TITLE, "Второе", None, Origin.READER)
    assert card.entry(CardField.DATE) == CardEntry(CardField.DATE, "2019", PASSAGE, Origin.READER)
    assert card.entry(CardField.PLACE) == CARD.entry(CardField.PLACE)


def test_lists_show_the_corrected_title_and_date_until_it_is_taken_back(
    database: Database, book: DecisionBook
) -> None:
    was = shown(database)
    made = [
        book.decide(A, correction(TEXT, TITLE, "О дружбе")),
        book.decide(A, correction(TEXT, DATE, "2019-03-12")),
    ]
    assert shown(database) == ("О дружбе", "2019-03-12")
    assert DocumentStore(database).load(A).title == "О дружбе"
    assert DocumentStore(database).find("О дружбе") == A
    assert [entry.date for entry in DocumentStore(database).roll().values()] == ["2019-03-12"]
    for one in reversed(made):
        book.withdraw(one.id)
    assert shown(database) == was
    book.restore(made[0])
    assert shown(database)[0] == "О дружбе"


def test_a_document_whose_title_was_corrected_waits_for_the_search_index(
    database: Database, book: DecisionBook
) -> None:
    book.decide(A, correction(TEXT, CARD.entry(CardField.PLACE), "Ош"))
    assert DocumentStore(database).to_index() == ()
    book.decide(A, correction(TEXT, TITLE, "О дружбе"))
    assert DocumentStore(database).to_index() == (A,)


def test_a_date_may_be_said_to_be_none_but_a_title_not(database: Database, book: DecisionBook) -> None:
    title = shown(database)[0]
    book.decide(A, correction(TEXT, TITLE, ""))
    book.decide(A, correction(TEXT, DATE, ""))
    assert shown(database) == (title, "")


def test_corrections_outlive_another_reading(database: Database, book: DecisionBook) -> None:
    book.decide(A, correction(TEXT, TITLE, "О дружбе"))
    DocumentStore(database).add(make_document("a", TEXT, title="Иное"), make_arrival("a"))
    assert shown(database)[0] == "О дружбе"


def test_a_correction_without_a_passage_is_of_the_whole_document(book: DecisionBook) -> None:
    made = book.decide(A, correction(TEXT, TITLE, "О дружбе"))
    assert made.anchor == WHOLE_DOCUMENT
    assert Move(DOCUMENT.pages, "Другой текст.", ()).moved_decision(made) == made
    assert list(book.problems()) == []


def test_a_correction_outlives_its_passage(book: DecisionBook) -> None:
    made = book.decide(A, correction(TEXT, DATE, "2019", PASSAGE))
    moved = Move(DOCUMENT.pages, "Другой текст.", ()).moved_decision(made)
    entry = corrected("Другой текст.", CARD, [moved]).entry(CardField.DATE)
    assert entry == CardEntry(CardField.DATE, "2019", None, Origin.READER)


def test_sidecars_bring_corrections_back(database: Database, book: DecisionBook) -> None:
    book.decide(A, correction(TEXT, TITLE, "О дружбе"))
    with database.writing() as connection:
        connection.execute("DELETE FROM decisions")
        connection.execute("UPDATE documents SET own_title = NULL")
    (brought,) = book.restore_lost()
    assert brought.becomes is not None
    assert shown(database)[0] == "О дружбе"


fields = st.sampled_from(CardField)


@given(st.lists(st.tuples(fields, st.text(max_size=20)), max_size=6))
def test_facts_do_not_mind_the_card(told: list[tuple[CardField, str]]) -> None:
    choices = [correction(TEXT, CARD.entry(field), value, PASSAGE) for field, value in told]
    result = applied(TEXT, FACTS, map(decision, choices))
    assert (result.facts, result.unapplied) == (FACTS, ())
