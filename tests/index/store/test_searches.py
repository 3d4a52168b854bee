from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import StoreError
from index.store.backup import back_up
from index.store.database import Database
from index.store.searches import MOST_PAST, SearchStore
from tests.index.store.samples import open_database


@pytest.fixture
def store(tmp_path: Path) -> SearchStore:
    return SearchStore(open_database(tmp_path))


def test_saved_searches_stand_by_name(store: SearchStore) -> None:
    for name in ("яма", "Ель", "ёж", "дом"):
        store.save(name, f"{name} И вода", "newest")
    assert [search.name for search in store.saved()] == ["дом", "ёж", "Ель", "яма"]
    assert {search.order for search in store.saved()} == {"newest"}


def test_a_search_without_a_name_is_called_by_its_query(store: SearchStore) -> None:
    assert store.save("  ", " вода ", "relevance").name == "вода"


def test_a_saved_search_is_renamed(store: SearchStore) -> None:
    made = store.save("вода", "вода", "relevance")
    assert store.rename(made.id, " Реки ").name == "Реки"
    assert store.rename(made.id, " ").name == "Реки"
    assert [search.id for search in store.saved()] == [made.id]


def test_what_was_forgotten_can_be_brought_back(store: SearchStore) -> None:
    made = store.save("вода", "вода", "relevance")
    assert store.forget(made.id) == made
    assert store.saved() == ()
    store.restore(made)
    assert store.saved() == (made,)


def test_unknown_searches_are_told(store: SearchStore) -> None:
    for attempt in (lambda: store.forget("x"), lambda: store.rename("x", "y")):
        with pytest.raises(StoreError, match="нет"):
            attempt()


def test_saved_searches_are_in_every_copy_of_the_database(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    made = SearchStore(database).save("вода", "вода", "relevance")
    back_up(database, tmp_path / "copy" / "archive.db")
    copy = Database(tmp_path / "copy" / "archive.db", tmp_path / "backups")
    assert SearchStore(copy).saved() == (made,)


def test_the_history_has_each_query_once_newest_first(store: SearchStore) -> None:
    for query, documents in (("а", 1), ("б", 2), (" а ", 3), ("", 4)):
        store.remember(query, documents)
    assert [(past.query, past.documents) for past in store.history()] == [("а", 3), ("б", 2)]
    assert [past.query for past in store.history(1)] == ["а"]


def test_the_history_forgets_the_oldest(store: SearchStore) -> None:
    for number in range(MOST_PAST + 5):
        store.remember(str(number), 0)
    past = [search.query for search in store.history()]
    assert past == [str(number) for number in range(MOST_PAST + 4, 4, -1)]


def test_the_history_can_be_cleared_and_saved_searches_stay(store: SearchStore) -> None:
    store.remember("вода", 1)
    store.save("вода", "вода", "relevance")
    store.clear_history()
    assert store.history() == ()
    assert len(store.saved()) == 1


@given(st.text(min_size=1))
def test_whatever_was_typed_can_be_kept(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    store = SearchStore(open_database(tmp_path_factory.mktemp("searches")))
    store.save(typed, typed, "relevance")
    store.remember(typed, 1)
    assert len(store.saved()) == 1
