import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import StoreError
from index.model.catalogue import NO_MARKS, Catalogue, CollectionId, Marks, ReadState
from index.model.document import DocumentId
from index.notes import arranging
from index.notes.arranging import Plan

TALKS, TRADE, WATER = CollectionId("talks"), CollectionId("trade"), CollectionId("water")
A, B = DocumentId("a"), DocumentId("b")


def after(*plans: Plan, start: Catalogue | None = None) -> Catalogue:
    """Return how it is when these were carried out one after the other."""
    catalogue = start or Catalogue()
    for plan in plans:
        catalogue = catalogue.after(plan(catalogue))
    return catalogue


NESTED = after(
    arranging.added(TALKS, "Переговоры"),
    arranging.added(TRADE, "Торговля", TALKS),
    arranging.added(WATER, "Вода", TRADE),
)

_ids, _documents = st.sampled_from([TALKS, TRADE, WATER]), st.sampled_from([A, B])
_names = st.text("аб Ё/«", max_size=4)
_plans = st.one_of(
    st.builds(arranging.starred, st.lists(_documents), wanted=st.booleans()),
    st.builds(arranging.in_state, st.lists(_documents), st.sampled_from(ReadState)),
    st.builds(arranging.opened, _documents),
    st.builds(arranging.reached, _documents, st.integers(1, 3), st.just(3)),
    st.builds(arranging.labelled, st.lists(_documents), st.lists(_names), st.lists(_names)),
    st.builds(arranging.relabelled, _names, _names),
    st.builds(arranging.noted, _documents, _names),
    st.builds(arranging.renamed, _ids, _names),
    st.builds(arranging.described, _ids, _names),
    st.builds(arranging.moved, _ids, st.none() | _ids, st.integers(-1, 3)),
    st.builds(arranging.put, _ids, st.lists(_documents)),
    st.builds(arranging.taken, _ids, st.lists(_documents)),
    st.builds(arranging.removed, _ids),
)


def live(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue without the documents of what is gone, which may come back."""
    members = {
        id_: documents
        for id_, documents in catalogue.members.items()
        if documents and id_ in catalogue.collections
    }
    return dataclasses.replace(catalogue, members=members)


@given(st.lists(_plans, max_size=6))
def test_whatever_was_done_is_undone_step_by_step(plans: list[Plan]) -> None:
    states, changes = [NESTED], []
    for plan in plans:
        try:
            change = plan(states[-1])
        except StoreError:
            continue
        changes.append(change)
        states.append(states[-1].after(change))
    now = states.pop()
    for change in reversed(changes):
        now = after(arranging.undone(change), start=now)
        assert live(now) == live(states.pop())


@given(st.lists(_plans, max_size=6))
def test_a_change_and_its_reverse_are_nothing(plans: list[Plan]) -> None:
    catalogue = NESTED
    for plan in plans:
        try:
            change = plan(catalogue)
        except StoreError:
            continue
        assert live(catalogue.after(change).after(change.reversed)) == live(catalogue)
        catalogue = catalogue.after(change)


@given(st.lists(st.builds(arranging.moved, _ids, st.none() | _ids, st.integers(-1, 3)), max_size=8))
def test_a_collection_never_stands_within_itself(moves: list[Plan]) -> None:
    catalogue = NESTED
    for move in moves:
        try:
            catalogue = after(move, start=catalogue)
        except StoreError:
            continue
        top = catalogue.children()[None]
        assert {inner.id for one in top for inner in catalogue.below(one.id)} == set(catalogue.collections)


def test_moving_into_what_is_inside_is_refused() -> None:
    with pytest.raises(StoreError, match="в неё саму"):
        after(arranging.moved(TALKS, WATER), start=NESTED)


def test_a_moved_collection_stands_where_it_was_let_go() -> None:
    three = after(*(arranging.added(CollectionId(name), name) for name in "абв"))
    for place, expected in ((0, "ваб"), (1, "авб"), (2, "абв"), (3, "абв"), (-1, "абв")):
        moved = after(arranging.moved(CollectionId("в"), None, place), start=three)
        assert "".join(one.name for one in moved.children()[None]) == expected
    moved = after(arranging.moved(CollectionId("а"), None, 2), start=three)
    assert "".join(one.name for one in moved.children()[None]) == "бав"


def test_a_collection_has_the_documents_of_those_in_it() -> None:
    full = after(arranging.put(TALKS, [A]), arranging.put(WATER, [B]), start=NESTED)
    assert full.documents_of(TALKS) == {A, B}
    assert full.documents_of(TRADE) == {B}
    assert [one.id for one in full.holding(B)] == [WATER]


def test_what_is_taken_out_of_a_collection_leaves_those_in_it_too() -> None:
    full = after(arranging.put(TALKS, [A, B]), arranging.put(WATER, [B]), start=NESTED)
    assert after(arranging.taken(TALKS, [B]), start=full).documents_of(TALKS) == {A}


def test_a_collection_that_comes_back_has_its_documents() -> None:
    full = after(arranging.put(WATER, [A]), start=NESTED)
    change = arranging.removed(TRADE)(full)
    gone = full.after(change)
    assert set(gone.collections) == {TALKS}
    assert not gone.documents_of(WATER)
    assert after(arranging.undone(change), start=gone).documents_of(TALKS) == {A}


@pytest.mark.parametrize(
    ("name", "expected"), [("торговля", "торговля 2"), ("  Вода  и  хлеб ", "Вода и хлеб")]
)
def test_neighbours_have_names_of_their_own(name: str, expected: str) -> None:
    made = after(arranging.added(CollectionId("new"), name, TALKS), start=NESTED)
    assert made.collections[CollectionId("new")].name == expected


def test_a_blank_name_changes_nothing() -> None:
    assert not arranging.renamed(TALKS, "  ")(NESTED)


def test_reading_follows_the_pages() -> None:
    reading = after(arranging.opened(A), arranging.reached(A, 2, 3))
    assert reading.marks_of(A) == Marks(state=ReadState.READING, reached=2)
    back = after(arranging.reached(A, 1, 3), start=reading)
    assert back == reading
    read = after(arranging.reached(A, 3, 3), start=back)
    assert read.marks_of(A) == Marks(state=ReadState.READ, reached=3)
    assert after(arranging.opened(A), arranging.reached(A, 3, 3), start=read) == read


def test_what_the_reader_says_of_his_reading_stays() -> None:
    read = after(arranging.opened(A), arranging.reached(A, 3, 3))
    again = after(arranging.in_state([A], ReadState.READING), start=read)
    assert after(arranging.reached(A, 3, 3), start=again).marks_of(A).state is ReadState.READING
    assert after(arranging.in_state([A], ReadState.UNREAD), start=read).marks_of(A) == NO_MARKS


def test_a_label_is_the_same_one_however_it_is_typed() -> None:
    made = after(arranging.labelled([A], ["Учёт"]), arranging.labelled([A, B], ["учет", " "]))
    assert made.labels() == {"Учёт": 2}
    assert after(arranging.labelled([A], remove=["УЧЕТ"]), start=made).labels() == {"Учёт": 1}


def test_a_label_is_called_otherwise_everywhere() -> None:
    made = after(arranging.labelled([A, B], ["вода"]), arranging.labelled([B], ["реки"]))
    assert after(arranging.relabelled("вода", "Вода"), start=made).labels() == {"Вода": 2, "реки": 1}
    # Two that are one from now on.
    assert after(arranging.relabelled("вода", "реки"), start=made).labels() == {"реки": 2}
    assert after(arranging.relabelled("вода", " "), start=made).labels() == {"реки": 1}


def test_a_collection_without_a_name_is_refused() -> None:
    with pytest.raises(StoreError, match="название"):
        after(arranging.added(TALKS, " «» "))


def test_taking_a_star_back_leaves_what_was_read_since() -> None:
    change = arranging.starred([A], wanted=True)(Catalogue())
    read = after(arranging.opened(A), arranging.reached(A, 2, 3), start=Catalogue().after(change))
    assert after(arranging.undone(change), start=read).marks_of(A) == Marks(
        state=ReadState.READING, reached=2
    )


def test_an_unknown_collection_is_refused() -> None:
    for plan in (
        arranging.renamed(CollectionId("x"), "y"),
        arranging.put(CollectionId("x"), [A]),
        arranging.added(CollectionId("y"), "y", CollectionId("x")),
    ):
        with pytest.raises(StoreError, match="Такой коллекции нет"):
            plan(NESTED)
