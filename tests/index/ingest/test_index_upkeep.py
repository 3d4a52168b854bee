"""The search index of an archive: caught up with, built anew, waited for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.errors import IndexDamaged, IndexLocked, IndexOutdated, SearchIndexError
from index.model.document import DocumentId
from index.model.report import ImportStatus
from index.search.requests import AddDocuments
from index.tasks import Task
from tests.index.ingest.fakes import FakeIndex, ids, leftovers, open_archive, pdf


def test_import_finishes_what_a_killed_one_left(archive: Archive, tmp_path: Path, index: FakeIndex) -> None:
    index.errors.append(SearchIndexError("Указатель не записан."))
    with pytest.raises(SearchIndexError):
        archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])
    assert archive.is_behind()
    (archive.paths.originals / ".incoming-left.pdf").write_bytes(b"half")
    archive.ingest([pdf(tmp_path, "two.pdf", "Второй")])
    assert not archive.is_behind()
    assert index.held == ids(archive)
    assert leftovers(archive) == []


def test_index_held_by_an_orphan_is_waited_for(archive: Archive, tmp_path: Path, index: FakeIndex) -> None:
    index.errors.extend([IndexLocked("Занято."), IndexLocked("Занято.")])
    archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])
    assert index.held == ids(archive)


def test_rebuilding_waits_for_an_orphan_that_holds_the_index(
    archive: Archive, tmp_path: Path, index: FakeIndex
) -> None:
    archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])
    index.errors.append(IndexLocked("Занято."))
    assert archive.rebuild() == 1


@pytest.mark.parametrize("error", [IndexDamaged("Повреждён."), IndexOutdated("Другая версия.")])
def test_index_that_cannot_be_used_is_built_anew(
    archive: Archive, tmp_path: Path, index: FakeIndex, error: Exception
) -> None:
    archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])
    index.held.clear()
    index.errors.append(error)
    archive.ingest([pdf(tmp_path, "two.pdf", "Второй")])
    assert index.held == ids(archive)
    assert len(index.held) == 2


def test_document_that_kills_the_indexer_stands_alone(
    archive: Archive, tmp_path: Path, index: FakeIndex, caplog: pytest.LogCaptureFixture
) -> None:
    index.deadly.add("Текст 3")
    report = archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(6)])
    assert report.count(ImportStatus.IMPORTED) == 6
    assert len(index.held) == 5
    assert archive.is_behind()
    assert "cannot be indexed" in caplog.text
    assert [problem.code for problem in archive.check().problems] == ["not_indexed"]


@pytest.mark.parametrize("harm", ["missing", "outdated", "strange", "incomplete"])
def test_recover_builds_an_index_that_does_not_fit(
    archive: Archive, tmp_path: Path, index: FakeIndex, harm: str
) -> None:
    archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(3)])
    if harm == "missing":
        index.folder.rmdir()
        index.held.clear()
        with pytest.raises(IndexDamaged):
            archive.search("слово")
    elif harm == "outdated":
        index.is_current = False
    elif harm == "strange":
        index.held.add(DocumentId("f" * 64))
    else:
        index.held.pop()
    assert not archive.check().is_sound
    assert archive.is_behind()
    assert archive.recover() == 3
    assert index.held == ids(archive)
    assert archive.check().is_sound
    assert archive.recover() == 0


def test_import_into_an_archive_without_index_builds_all_of_it(
    archive: Archive, tmp_path: Path, index: FakeIndex
) -> None:
    archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])
    index.folder.rmdir()
    index.held.clear()
    archive.ingest([pdf(tmp_path, "two.pdf", "Второй")])
    assert index.held == ids(archive)
    assert len(index.held) == 2


def test_rebuild_can_be_stopped_and_leaves_the_old_index(
    archive: Archive, tmp_path: Path, index: FakeIndex
) -> None:
    archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(9)])
    before = set(index.held)
    task = Task()
    task.report = lambda done, _total: task.cancel() if done >= 4 else None
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - Cancelled is no error; its name is checked below
        archive.rebuild(task)
    assert type(caught.value).__name__ == "Cancelled"
    assert index.held == before
    assert not archive.is_behind()
    assert archive.rebuild() == 9


def test_documents_that_stand_in_line_together_are_indexed_in_one_commit(tmp_path: Path) -> None:
    sizes: list[int] = []

    class Counted(FakeIndex):
        def handle(self, request: Any, tell: Callable[[Any], None]) -> Any:
            if isinstance(request, AddDocuments):
                sizes.append(len(request.documents))
            return super().handle(request, tell)

    with open_archive(tmp_path, Counted()) as archive:
        archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(9)])
        sizes.clear()
        archive.rebuild()
    assert sizes == [9]
