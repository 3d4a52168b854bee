from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.pdf.table_worker import FoundTables, PageTables, TablesRequest, find_tables, make_table_finder
from index.tasks import Cancelled, Task
from index.workers import Death, Worker, WorkerDied
from tests.helpers.table_pdfs import Drawn, read, write_tables
from tests.index.pdf.test_tables import GOODS, WIDTHS


class Mortal:
    """A worker that dies on one page."""

    def __init__(self, deadly: int) -> None:
        self._deadly = deadly
        self.requests: list[list[int]] = []

    def call(self, request: TablesRequest, _task: Task | None, on_told: Callable[[PageTables], None]) -> None:
        pages = [page.page_index for page in request.pages]
        self.requests.append(pages)
        for page_index in pages:
            if page_index == self._deadly:
                raise WorkerDied(Death.TIME)
            on_told(PageTables(page_index, ()))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tables(tmp_path_factory.mktemp("tables") / "a.pdf", [[Drawn(GOODS, WIDTHS)]] * 3)


def test_tables_are_found_in_a_process_of_their_own(path: Path) -> None:
    worker = make_table_finder()
    reported: list[tuple[int, int]] = []
    try:
        found = find_tables(worker, path, read(path), range(3), task=Task(lambda *at: reported.append(at)))
    finally:
        worker.close()
    assert [(table.page_index, table.grid()) for table in found.tables] == [(i, GOODS) for i in range(3)]
    assert found.unread == ()
    assert reported == [(1, 3), (2, 3), (3, 3)]


def test_a_page_that_kills_the_worker_is_told_and_the_others_are_read(path: Path) -> None:
    worker = Mortal(deadly=1)
    found = find_tables(worker, path, read(path), range(3))  # type: ignore[arg-type]  # a stand-in
    assert found == FoundTables((), (1,))
    assert worker.requests == [[0, 1, 2], [2]]


def test_a_file_that_pdfplumber_cannot_open_is_told(tmp_path: Path, path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    worker = make_table_finder()
    try:
        assert find_tables(worker, broken, read(path), [0, 2]) == FoundTables((), (0, 2))
    finally:
        worker.close()


def test_a_cancelled_search_stops(path: Path) -> None:
    worker: Worker = make_table_finder()
    task = Task()
    task.cancel()
    try:
        with pytest.raises(Cancelled):
            find_tables(worker, path, read(path), [0], task=task)
    finally:
        worker.close()


def test_a_broken_page_spoils_no_other(tmp_path: Path, path: Path) -> None:
    whole = b"/MediaBox [ 0 0 595 842 ]"
    first, second, third, rest = path.read_bytes().split(whole)
    damaged = whole.replace(b"595 842", b"       ")
    (tmp_path / "broken.pdf").write_bytes(first + whole + second + damaged + third + whole + rest)
    worker = make_table_finder()
    try:
        found = find_tables(worker, tmp_path / "broken.pdf", read(path), range(3))
    finally:
        worker.close()
    assert found.unread == (1,)
    assert [table.page_index for table in found.tables] == [0, 2]
