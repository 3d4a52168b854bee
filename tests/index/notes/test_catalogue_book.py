import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.catalogue import Catalogue, Collection, CollectionId, Marks, ReadState
from index.model.document import DocumentId
from index.notes import arranging
from index.notes.catalogue_book import FILE_NAME, CatalogueBook
from index.notes.catalogue_file import catalogue_from_json, catalogue_json
from index.store.backup import back_up
from index.store.catalogue import CatalogueStore
from index.store.database import Database
from index.store.documents import DocumentStore
from tests.index.store.samples import document_id, make_arrival, make_document, open_database, words

TALKS, TRADE = CollectionId("talks"), CollectionId("trade")
A, B = document_id("a"), document_id("b")


class Desk:
    """An archive's catalogue, with its database and its file."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "notes" / FILE_NAME
        self.database: Database = open_database(folder)
        self.book = CatalogueBook(CatalogueStore(self.database), folder / "notes")

    def written(self) -> Catalogue:
        return catalogue_from_json(self.file.read_text("utf-8"))

    def lose_database(self) -> None:
        self.database.close()
        for path in self.folder.glob("archive.db*"):
            path.unlink()
        self.__init__(self.folder)  # type: ignore[misc]  # opened again


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


def fill(desk: Desk) -> Catalogue:
    for plan in (
        arranging.added(TALKS, "Переговоры"),
        arranging.added(TRADE, "Торговля", TALKS),
        arranging.put(TRADE, [A, B]),
        arranging.described(TALKS, "Для книги"),
        arranging.starred([A], wanted=True),
        arranging.labelled([A, B], ["срочно"]),
        arranging.opened(B),
        arranging.noted(B, "Проверить даты."),
    ):
        desk.book.change(plan)
    return desk.book.state()


_ids = st.sampled_from("абвгд").map(CollectionId)
_marks = st.builds(
    Marks, st.booleans(), st.sampled_from(ReadState), st.integers(0, 9), st.lists(words).map(tuple), words
)
_catalogues = st.builds(
    Catalogue,
    st.lists(st.builds(Collection, _ids, words, st.none(), st.integers(0, 9), words)).map(
        lambda made: {one.id: one for one in made}
    ),
    st.just({}),
    st.dictionaries(words.map(document_id), _marks),
)


@given(_catalogues)
def test_what_is_written_is_read_as_it_was(catalogue: Catalogue) -> None:
    assert catalogue_from_json(catalogue_json(catalogue)) == catalogue


def test_a_file_with_a_ring_of_collections_is_read_without_it() -> None:
    entries = [
        {"id": id_, "name": id_, "parent": parent, "position": 0, "note": "", "documents": []}
        for id_, parent in (("а", "б"), ("б", "а"), ("в", "г"), ("д", "д"))
    ]
    read = catalogue_from_json(json.dumps({"collections": entries, "documents": []}))
    top = read.children()[None]
    assert {inner.id for one in top for inner in read.below(one.id)} == {"а", "б", "в", "д"}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"collections": 1, "documents": []}', '{"collections": [{}]}']
)
def test_what_is_no_catalogue_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        catalogue_from_json(text)


def test_everything_is_kept_twice(desk: Desk) -> None:
    kept = fill(desk)
    assert kept.marks_of(A) == Marks(is_starred=True, labels=("срочно",))
    assert desk.written() == kept
    assert list(desk.book.problems()) == []


def test_a_lost_database_is_filled_from_the_file(desk: Desk) -> None:
    kept = fill(desk)
    desk.lose_database()
    assert desk.book.state() == Catalogue()
    assert [problem.code for problem in desk.book.problems()] == ["catalogue_differs"]
    desk.book.align()
    assert desk.book.state() == kept
    assert list(desk.book.problems()) == []


def test_the_first_change_after_a_loss_forgets_nothing(desk: Desk) -> None:
    fill(desk)
    desk.lose_database()
    desk.book.change(arranging.starred([B], wanted=True))
    state = desk.book.state()
    assert state.documents_of(TALKS) == {A, B}
    assert state.marks_of(A).is_starred
    assert state.marks_of(B).is_starred
    assert desk.written() == state


def test_an_older_copy_of_the_database_gets_what_came_later(desk: Desk, tmp_path: Path) -> None:
    desk.book.change(arranging.added(TALKS, "Переговоры"))
    back_up(desk.database, tmp_path / "old" / "archive.db")
    kept = fill(desk)
    desk.database.close()
    for path in tmp_path.glob("archive.db*"):
        path.unlink()
    shutil.copy(tmp_path / "old" / "archive.db", tmp_path / "archive.db")
    again = Desk(tmp_path)
    again.book.align()
    state = again.book.state()
    assert state.documents_of(TRADE) == kept.documents_of(TRADE)
    assert state.marks == kept.marks
    again.database.close()


def test_what_was_deleted_does_not_come_back_from_the_file(desk: Desk) -> None:
    fill(desk)
    stale = desk.file.read_bytes()
    desk.book.change(arranging.removed(TALKS))
    desk.book.change(arranging.starred([A], wanted=False))
    desk.file.write_bytes(stale)
    desk.book.align()
    assert not desk.book.state().collections
    assert not desk.book.state().marks_of(A).is_starred
    assert desk.written() == catalogue_from_json(catalogue_json(desk.book.state()))


def test_a_damaged_file_is_put_aside_and_written_anew(desk: Desk) -> None:
    kept = fill(desk)
    desk.file.write_text("{", "utf-8")
    assert [problem.code for problem in desk.book.problems()] == ["catalogue_differs"]
    desk.book.align()
    assert desk.written() == kept
    assert [path.read_text("utf-8") for path in desk.file.parent.glob("*damaged*")] == ["{"]


def test_a_change_taken_back_is_taken_back_on_the_disk(desk: Desk) -> None:
    kept = fill(desk)
    change, now = desk.book.change(arranging.removed(TALKS))
    assert not now.collections
    _change, again = desk.book.change(arranging.undone(change))
    assert again.collections == kept.collections
    assert desk.book.state() == kept
    assert desk.written() == kept


def test_a_new_version_stands_where_the_former_one_stood(desk: Desk) -> None:
    store = DocumentStore(desk.database)
    store.add(make_document("a"), make_arrival("a"))
    fill(desk)
    desk.book.change(arranging.reached(A, 2, 2))
    newer = document_id("a2")
    store.add(make_document("a2"), make_arrival("a", supersedes=A))
    state = desk.book.state()
    assert newer in state.documents_of(TRADE)
    assert state.marks_of(newer) == Marks(is_starred=True, labels=("срочно",))
    assert A in state.documents_of(TRADE)


def test_a_document_that_was_not_there_finds_its_place(desk: Desk) -> None:
    fill(desk)
    store = DocumentStore(desk.database)
    store.add(make_document("b"), make_arrival("b"))
    assert DocumentId(store.ids()[0]) in desk.book.state().documents_of(TALKS)


_CRASH = """
import sys
from pathlib import Path
from index.model.catalogue import CollectionId
from index.notes import arranging
from tests.index.notes.test_catalogue_book import Desk
desk = Desk(Path(sys.argv[1]))
number = 0
while True:
    desk.book.change(arranging.added(CollectionId(str(number)), f"Коллекция {number}"))
    print(number, flush=True)
    number += 1
"""


def test_what_was_done_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CRASH, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(30)]
        os.kill(process.pid, signal.SIGKILL)
        told += [line.strip() for line in process.stdout if line.endswith("\n")]
    desk = Desk(tmp_path)
    desk.book.align()
    kept = desk.book.state().collections
    assert set(told) <= set(kept)
    assert len(kept) <= len(told) + 1
    assert desk.written() == desk.book.state()
    assert list(desk.book.problems()) == []
    desk.database.close()
