from pathlib import Path

import pytest

from index.errors import IndexLocked
from index.search import batch, writer
from index.search.requests import AddDocuments, DeleteDocuments, FinishRebuild, StartRebuild
from index.search.storage import read_current
from index.search.writer import index_handler, make_indexer, rebuild
from index.tasks import Cancelled, Task
from tests.index.search.fakes import Searchable, document_id


def test_the_worker_writes_and_the_searcher_reads(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path)
    library = searchable.library
    told: list[int] = []
    worker = make_indexer(tmp_path)
    try:
        batch = (library.add("a", "Первый снег"), library.add("b", "Дождь"))
        assert worker.call(AddDocuments(batch), on_told=told.append) == 2
        assert told == [1, 2]
        assert searchable.names("снегу") == ["a"]
        assert worker.call(DeleteDocuments((document_id("a"), document_id("никто")))) == 1
        assert searchable.names("снегу") == []
        assert rebuild(worker, [batch[:1], batch[1:]], Task()) == 2
        assert searchable.names("снег ИЛИ дождь") == ["a", "b"]
        searchable.index.check()
    finally:
        worker.close()
        searchable.index.close()


def test_the_old_index_serves_until_the_rebuilt_one_is_swapped_in(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    generation = str(index_handler(str(tmp_path), StartRebuild(), print))
    added = searchable.library.add("b", "снег")
    index_handler(str(tmp_path), AddDocuments((added,), generation), lambda _: None)
    assert searchable.names("снег") == ["a"]
    index_handler(str(tmp_path), FinishRebuild(generation), print)
    assert searchable.names("снег") == ["b"]
    assert [path.name for path in tmp_path.glob("g*")] == [generation]
    searchable.index.close()


def test_a_rebuild_heals_a_damaged_index(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(b"?")
    generation = str(index_handler(str(tmp_path), StartRebuild(), print))
    index_handler(
        str(tmp_path), AddDocuments((searchable.library.add("b", "иней"),), generation), lambda _: None
    )
    index_handler(str(tmp_path), FinishRebuild(generation), print)
    assert searchable.names("иней") == ["b"]
    searchable.index.close()


def test_an_abandoned_rebuild_is_deleted_by_the_next(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    first = index_handler(str(tmp_path), StartRebuild(), print)
    second = index_handler(str(tmp_path), StartRebuild(), print)
    assert first == second or not (tmp_path / str(first)).exists()
    assert searchable.names("снег") == ["a"]
    searchable.index.close()


def test_a_cancelled_rebuild_leaves_the_old_index(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    task = Task()
    task.cancel()
    worker = make_indexer(tmp_path)
    with pytest.raises(Cancelled):
        rebuild(worker, [[searchable.library.add("b", "снег")]], task)
    worker.close()
    assert searchable.names("снег") == ["a"]
    searchable.index.close()


def test_a_second_writer_is_told_that_the_index_is_locked(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    with writer._locked(tmp_path), pytest.raises(IndexLocked):
        searchable.add([searchable.library.add("b", "снег")])
    searchable.add([searchable.library.add("b", "снег")])
    assert searchable.names("снег") == ["a", "b"]
    searchable.index.close()


def test_a_batch_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})

    def fail(*_: object) -> None:
        raise ValueError("out of words")

    with monkeypatch.context() as patched:
        patched.setattr(batch, "title_position", fail)
        with pytest.raises(ValueError, match="out of words"):
            searchable.add([searchable.library.add("a", "дождь")])
    assert searchable.names("снег") == ["a"]
    searchable.index.check()
    searchable.add([searchable.library.add("a", "иней")])
    assert (searchable.names("снег"), searchable.names("иней")) == ([], ["a"])
    searchable.index.close()


def test_the_debris_of_a_dead_writer_is_cleared_away(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "снег"})
    current = read_current(tmp_path)
    assert current is not None
    debris = [
        current.folder / "MAIN_abc.seg",
        current.folder / "_MAIN_9.toc.12.5",
        current.folder / "MAIN.tmp" / "x",
    ]
    debris[-1].parent.mkdir()
    for path in debris:
        path.write_bytes(b"half")
    searchable.add([searchable.library.add("b", "снег")])
    assert not any(path.exists() for path in debris)
    assert searchable.names("снег") == ["a", "b"]
    searchable.index.check()
    searchable.index.close()


def test_segments_are_merged_and_nothing_is_lost(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path)
    for i in range(30):
        searchable.add([searchable.library.add(f"{i:02}", f"снег номер {i}", date=f"2021-01-{i + 1:02}")])
    index_handler(
        str(tmp_path), DeleteDocuments(tuple(document_id(f"{i:02}") for i in range(0, 30, 3))), print
    )
    expected = [f"{i:02}" for i in range(30) if i % 3]
    assert searchable.names("снег") == expected
    assert searchable.names("дата:2021-01-02..2021-01-05") == ["01", "02", "04"]
    assert searchable.lit('"номер 17"') == ["номер 17"]
    assert len(list(tmp_path.rglob("*.seg"))) <= 16
    searchable.index.check()
    searchable.index.close()


def test_the_newest_state_of_a_document_in_a_batch_counts(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path)
    searchable.add([searchable.library.add("a", "снег"), searchable.library.add("a", "иней")])
    assert (searchable.names("снег"), searchable.names("иней")) == ([], ["a"])
    searchable.index.close()
