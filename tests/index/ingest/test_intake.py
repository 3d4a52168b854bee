"""The import with workers that work in this process."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.config import ReadLimits
from index.errors import StoreError, StoreLocked
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from index.pdf.worker import PageRead, ReadRequest
from index.store.journal import Journal
from index.store.locks import locked
from index.tasks import Task
from index.workers import Death, WorkerDied
from tests.index.ingest.fakes import FakeIndex, ids, leftovers, open_archive, pdf, read


def statuses(report: ImportReport) -> dict[str, str]:
    return {Path(file.path).name: file.status.value for file in report.files}


def test_files_end_as_documents_duplicates_versions_or_refusals(
    archive: Archive, tmp_path: Path, index: FakeIndex
) -> None:
    first = archive.ingest(
        [
            pdf(tmp_path, "one.pdf", "Первый"),
            pdf(tmp_path, "same.pdf", "Первый"),
            pdf(tmp_path, "part.pdf", "partial Второй"),
            pdf(tmp_path, "bad.pdf", "damaged"),
            tmp_path / "nowhere.pdf",
        ]
    )
    assert statuses(first) == {
        "one.pdf": "imported",
        "same.pdf": "duplicate",
        "part.pdf": "partial",
        "bad.pdf": "refused",
        "nowhere.pdf": "refused",
    }
    by_name = {Path(file.path).name: file for file in first.files}
    assert by_name["same.pdf"].document_id == by_name["one.pdf"].document_id
    assert "Страница 2 не прочитана" in by_name["part.pdf"].message
    assert (by_name["bad.pdf"].reason, by_name["bad.pdf"].document_id) == ("damaged", None)
    assert "Скачайте его заново" in by_name["bad.pdf"].message
    second = archive.ingest([pdf(tmp_path, "one.pdf", "Первый, исправленный"), tmp_path / "same.pdf"])
    assert statuses(second) == {"one.pdf": "new_version", "same.pdf": "duplicate"}
    assert index.held == ids(archive)
    assert not archive.is_behind()
    assert leftovers(archive) == []
    for summary in archive.documents():
        assert archive.original(summary.id).read_text().startswith("%PDF- ")
    assert archive.check(is_deep=True).is_sound


def test_file_is_acknowledged_when_it_is_told(archive: Archive, tmp_path: Path) -> None:
    told: list[FileReport] = []

    def tell(progress: ImportProgress) -> None:
        if progress.latest is not None:
            told.append(progress.latest)
            document_id = progress.latest.document_id
            assert document_id is not None
            assert archive.document(document_id).text.startswith("Текст")
            assert archive.original(document_id).exists()

    report = archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(9)], on_progress=tell)
    assert tuple(told) == report.files
    assert len(told) == 9


def test_files_read_within_a_moment_are_written_together(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = archive._rooms().intake._parts.stores.documents
    add_all, sizes = documents.add_all, list[int]()

    def counted(arrived: Any) -> None:
        every = list(arrived)
        sizes.append(len(every))
        add_all(every)

    monkeypatch.setattr(documents, "add_all", counted)
    # Time stands still: only the number of files says when they are written.
    monkeypatch.setattr("index.ingest.pipeline.time.monotonic", lambda: 1000.0)
    archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(40)])
    assert sum(sizes) == 40
    assert max(sizes) >= 16
    assert len(sizes) <= 5


def test_unchanged_file_is_not_read_again(
    tmp_path: Path, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pdf(tmp_path, "one.pdf", "Первый")
    with open_archive(tmp_path, index) as archive:
        archive.ingest([path])
        monkeypatch.setattr("index.store.originals.Originals.take", _never)
        assert statuses(archive.ingest([path])) == {"one.pdf": "duplicate"}


def test_file_as_young_as_the_clock_is_coarse_is_read_again(archive: Archive, tmp_path: Path) -> None:
    path = pdf(tmp_path, "one.pdf", "Первый", age_s=0)
    archive.ingest([path])
    status = path.stat()
    path.write_text("%PDF- Второй", encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert statuses(archive.ingest([path])) == {"one.pdf": "new_version"}


def test_lost_original_comes_back_with_the_file(archive: Archive, tmp_path: Path) -> None:
    path = pdf(tmp_path, "one.pdf", "Первый")
    [file] = archive.ingest([path]).files
    assert file.document_id is not None
    archive.original(file.document_id).unlink()
    assert [problem.code for problem in archive.check().problems] == ["original_damaged"]
    assert statuses(archive.ingest([path])) == {"one.pdf": "duplicate"}
    assert archive.check(is_deep=True).is_sound


def test_file_beyond_the_limit_is_refused_unread(tmp_path: Path, index: FakeIndex) -> None:
    with open_archive(tmp_path, index, limits=ReadLimits(file_bytes=10)) as archive:
        [file] = archive.ingest([pdf(tmp_path, "big.pdf", "Большой файл")]).files
    assert (file.status, file.reason) == (ImportStatus.REFUSED, "too_large")


def test_page_that_kills_the_reader_is_left_out(tmp_path: Path, index: FakeIndex) -> None:
    def reader(request: ReadRequest, tell: Callable[[Any], None]) -> Any:
        for page_index in range(2):
            if page_index not in request.skip_pages:
                tell(PageRead(page_index, 2))
                if page_index == 1:
                    raise WorkerDied(Death.CRASH)
        return read(request, tell)

    with open_archive(tmp_path, index, reader) as archive:
        assert statuses(archive.ingest([pdf(tmp_path, "one.pdf", "Первый")])) == {"one.pdf": "imported"}


def test_content_that_kills_its_reader_is_kept_away_from_the_next_folder(
    tmp_path: Path, index: FakeIndex
) -> None:
    reads: list[str] = []

    def reader(request: ReadRequest, tell: Callable[[Any], None]) -> Any:
        reads.append(request.file_name)
        raise WorkerDied(Death.MEMORY)

    path = pdf(tmp_path, "files/bomb.pdf", "Бомба")
    with open_archive(tmp_path, index, reader) as archive:
        first = archive.ingest([path.parent])
        again = archive.ingest([path.parent])
        named = archive.ingest([path])
    assert [file.reason for report in (first, again, named) for file in report.files] == ["too_large"] * 3
    assert "импортируйте его отдельно" in again.files[0].message
    assert reads == ["bomb.pdf", "bomb.pdf"]


def test_content_that_was_read_after_all_is_no_longer_kept_away(tmp_path: Path, index: FakeIndex) -> None:
    deaths = [WorkerDied(Death.MEMORY)]

    def reader(request: ReadRequest, tell: Callable[[Any], None]) -> Any:
        if deaths:
            raise deaths.pop()
        return read(request, tell)

    path = pdf(tmp_path, "files/once.pdf", "Один раз")
    with open_archive(tmp_path, index, reader) as archive:
        [refused] = archive.ingest([path.parent]).files
        [read_after_all] = archive.ingest([path]).files
        assert (refused.status, read_after_all.status) == (ImportStatus.REFUSED, ImportStatus.IMPORTED)
        assert read_after_all.document_id is not None
        assert Journal(archive._database).quarantined(read_after_all.document_id) is None


def test_cancelled_import_keeps_what_was_told(archive: Archive, tmp_path: Path, index: FakeIndex) -> None:
    task = Task()
    paths = [pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(40)]

    def tell(progress: ImportProgress) -> None:
        if progress.done == 5:
            task.cancel()

    report = archive.ingest(paths, task, tell)
    assert report.was_cancelled
    told = {file.document_id for file in report.files}
    assert 5 <= len(told) < 40
    assert ids(archive) == told == index.held
    assert leftovers(archive) == []
    rest = archive.ingest(paths)
    assert (rest.count(ImportStatus.DUPLICATE), rest.count(ImportStatus.IMPORTED)) == (
        len(told),
        40 - len(told),
    )


def test_full_disk_ends_the_import_and_loses_nothing(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[FileReport] = []
    keep = archive._rooms().intake._parts.stores.originals.keep

    def keep_some(copies: Any) -> None:
        if told:
            raise StoreError("На диске не осталось места.", "Освободите место.")
        keep(copies)

    monkeypatch.setattr(archive._rooms().intake._parts.stores.originals, "keep", keep_some)
    paths = [pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(9)]
    with pytest.raises(StoreError, match="места"):
        archive.ingest(paths, on_progress=lambda p: told.append(p.latest) if p.latest else None)
    assert ids(archive) == {file.document_id for file in told}
    assert leftovers(archive) == []
    assert 0 < len(told) < 9
    monkeypatch.undo()
    assert archive.recover() == len(told)
    assert archive.ingest(paths).count(ImportStatus.IMPORTED) == 9 - len(told)


def test_one_import_at_a_time(archive: Archive, tmp_path: Path) -> None:
    path = pdf(tmp_path, "one.pdf", "Первый")
    with locked(archive.paths.root / "archive.lock", 0.0, ""):
        with pytest.raises(StoreLocked, match=str(os.getpid())):
            archive.ingest([path])
        assert archive.recover() == 0
        assert archive.documents() == ()
    assert statuses(archive.ingest([path])) == {"one.pdf": "imported"}


def test_names_that_are_no_text_are_imported(archive: Archive, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xd1\x8f\xff\n.pdf")
    [file] = archive.ingest([pdf(tmp_path, name, "Первый")]).files
    assert file.status is ImportStatus.IMPORTED
    [summary] = archive.documents()
    assert summary.file_name == "я\N{REPLACEMENT CHARACTER}\n.pdf"


def test_progress_names_files_and_ends_full(archive: Archive, tmp_path: Path) -> None:
    seen: list[ImportProgress] = []
    archive.ingest([pdf(tmp_path, f"{n}.pdf", f"Текст {n}") for n in range(4)], on_progress=seen.append)
    assert seen[-1].done == seen[-1].total == 4
    assert {name for progress in seen for name in progress.names} <= {f"{n}.pdf" for n in range(4)}
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)


def _never(*_: object) -> None:
    pytest.fail("the file was read again")
