from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.catalogue import Catalogue, CollectionId, ReadState
from index.notes import arranging
from index.search.chips import chips
from index.search.filed import Filed, InCollection, InState, Labelled, Starred
from index.search.filing import collection_clause, filed, fitting
from index.search.query import parse
from index.search.tree import write
from index.store.catalogue import CatalogueStore
from index.store.documents import DocumentStore
from tests.index.store.samples import document_id, make_arrival, make_document, open_database

UZBEK, KAZAKH, TALKS, OTHER = map(CollectionId, ("uz", "kz", "uz-talks", "kz-talks"))
A, B, C = map(document_id, "abc")


def catalogue() -> Catalogue:
    made = Catalogue()
    for plan in PLANS:
        made = made.after(plan(made))
    return made


PLANS = (
    arranging.added(UZBEK, "Узбекистан"),
    arranging.added(KAZAKH, "Казахстан"),
    arranging.added(TALKS, "Переговоры", UZBEK),
    arranging.added(OTHER, "Переговоры", KAZAKH),
    arranging.put(TALKS, [A]),
    arranging.put(OTHER, [B]),
    arranging.labelled([A, C], ["Учёт воды"]),
    arranging.starred([B], wanted=True),
    arranging.opened(A),
    arranging.in_state([B], ReadState.READ),
)


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (InCollection("узбекистан"), {A}),
        (InCollection("переговоры"), {A, B}),
        (InCollection("Казахстан/Переговоры"), {B}),
        (InCollection("/Переговоры"), set()),
        (InCollection("стан/Переговоры"), set()),
        (InCollection("/Узбекистан"), {A}),
        (Labelled("учет воды"), {A, C}),
        (Labelled("учёт"), set()),
        (Starred(wanted=True), {B}),
        (Starred(wanted=False), {A, C}),
        (InState(ReadState.READING), {A}),
        (InState(ReadState.READ), {B}),
        (InState(ReadState.UNREAD), {C}),
    ],
)
def test_documents_are_found_by_how_they_are_filed(leaf: Filed, expected: set[str]) -> None:
    fits = fitting(leaf, catalogue())
    assert {one for one in (A, B, C) if fits(one)} == expected


def test_the_archive_answers_with_its_own_numbers(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    for name in "ab":
        DocumentStore(database).add(make_document(name), make_arrival(name))
    CatalogueStore(database).change(arranging.starred([B, C], wanted=True))
    told = filed(database, Starred(wanted=True))
    (number,) = told.numbers
    assert DocumentStore(database).roll()[number].id == B
    assert tuple(told.firsts) == (-1,)
    database.close()


@pytest.mark.parametrize(
    ("typed", "leaf"),
    [
        ("коллекция:Вода", InCollection("Вода")),
        ("collection:'Вода и хлеб'", InCollection("Вода и хлеб")),
        ("коллекция:Узбекистан/Переговоры", InCollection("Узбекистан/Переговоры")),
        ("метка:срочно", Labelled("срочно")),
        ("label:срочно", Labelled("срочно")),
        ("звезда:да", Starred(wanted=True)),
        ("star:no", Starred(wanted=False)),
        ("прочитано:нет", InState(ReadState.UNREAD)),
        ("прочитано:читаю", InState(ReadState.READING)),
        ("read:yes", InState(ReadState.READ)),
    ],
)
def test_a_query_says_how_documents_are_filed(typed: str, leaf: Filed) -> None:
    query = parse(typed)
    assert query.root == leaf
    assert query.problems == ()
    assert parse(write(leaf)).root == leaf
    (chip,) = chips(query)
    assert chip.kind != "group"


@pytest.mark.parametrize("typed", ["звезда:может", "прочитано:вчера", "коллекция:()", "метка:()"])
def test_a_value_that_is_none_is_told(typed: str) -> None:
    assert parse(f"{typed} вода").problems


def test_a_collection_is_named_as_shortly_as_it_is_the_only_one() -> None:
    made = catalogue()
    assert collection_clause(made, "Узбекистан") == "Узбекистан"
    assert collection_clause(made, "Узбекистан/Переговоры") == "Узбекистан/Переговоры"


def test_a_collection_at_the_top_is_told_from_one_of_its_name_inside() -> None:
    made = catalogue()
    made = made.after(arranging.added(CollectionId("top"), "Переговоры")(made))
    clause = collection_clause(made, "Переговоры")
    assert clause == "/Переговоры"
    assert not fitting(InCollection(clause), made)(A)


@given(st.lists(st.text("аб «»\"/'()", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=4))
def test_every_collection_can_be_asked_for(names: list[str]) -> None:
    made = Catalogue()
    for number, name in enumerate(names):
        id_ = CollectionId(str(number))
        if arranging.tidy(name):
            made = made.after(arranging.added(id_, name)(made))
            made = made.after(arranging.put(id_, [A])(made))
    for id_ in made.collections:
        leaf = InCollection(collection_clause(made, made.path(id_)))
        read = parse(write(leaf)).root
        assert isinstance(read, InCollection)
        assert fitting(read, made)(A)
