from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.config import ReadLimits
from index.errors import DamagedPdf, ImportFailed, NotAPdf, TooLarge
from index.model.document import OutlineEntry, PageKind
from index.model.textmap import TextMap
from index.pdf.request import PART_PAGES, AssemblyRequest, PageRead, PagesRead, ReadRequest
from index.pdf.worker import Reading, make_reader, read_robustly
from index.tasks import Cancelled, Task
from index.workers import Death, Failed, Finished, Told, Worker, WorkerDied, WorkerLimits
from tests.helpers.handlers import read_with_traps
from tests.helpers.pdfs import Print, write_pdf
from tests.helpers.shared import shared
from tests.index.pdf.reading import ID, read, request_for

PAGES = 2 * PART_PAGES + 40
"""Enough for three parts."""


def request(file_name: str = "a.pdf") -> ReadRequest:
    return ReadRequest("/nowhere/a.pdf", ID, file_name, "a.pdf")


@pytest.fixture(scope="module")
def reader() -> Iterator[Worker]:
    worker = make_reader(ReadLimits(seconds_per_page=10))
    yield worker
    worker.close()


@pytest.fixture
def trapped() -> Iterator[Worker]:
    worker = Worker(read_with_traps, WorkerLimits(silence_s=30), "trapped")
    yield worker
    worker.close()


def test_a_document_crosses_the_process_boundary_whole(reader: Worker, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("Слово.")], [Print("Дело.")]])
    document = read_robustly(reader, request_for(path))
    here = read(path)
    assert document.text == here.text == "Слово.\nДело."
    assert document.pages == here.pages
    # It travels as it is kept.
    kept = TextMap.from_bytes(here.text_map.to_bytes())
    assert list(document.text_map.pieces()) == list(kept.pieces())


def test_pages_that_kill_the_reader_are_left_out(trapped: Worker) -> None:
    pages: Any = read_robustly(trapped, request("3,5.pdf"))
    assert pages == [0, 1, 2, 4, 6, 7, 8, 9]


def test_what_was_read_before_too_many_deaths_is_kept(trapped: Worker) -> None:
    pages: Any = read_robustly(trapped, request("1,2,3,4,5,6,7.pdf"))
    assert pages == [0]


def test_reading_can_be_cancelled(trapped: Worker) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        read_robustly(trapped, request("endless.pdf"), task)


def test_refusals_of_the_reader_are_passed_on(reader: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"not a PDF at all")
    with pytest.raises(NotAPdf):
        read_robustly(reader, request_for(path))


@pytest.mark.parametrize("name", ["bomb1g_nested", "deeptree", "pagesloop", "lenself"])
def test_hostile_files_end_with_a_document_or_a_reason(reader: Worker, name: str) -> None:
    path = shared(f"badpdfs/hostile_{name}.pdf")
    ending: object
    try:
        ending = read_robustly(reader, request_for(path)).pages
    except ImportFailed as failure:
        ending = failure.hint
    assert ending


class Script:
    """Plays workers that answer a `Reading`."""

    def __init__(self, page_count: int = 10) -> None:
        self.reading = Reading(request())
        self.page_count = page_count

    def ask(self) -> ReadRequest:
        asked = self.reading.next()
        assert isinstance(asked, ReadRequest)
        return asked

    def die(self, asked: ReadRequest, why: Death, page: int | None = None, seconds: float = 0.0) -> None:
        if page is not None:
            self.reading.take(asked, Told(PageRead(page, self.page_count)))
        self.reading.take(asked, Failed(WorkerDied(why, seconds=seconds)))

    def read(self, asked: ReadRequest, characters: int = 100) -> None:
        stop = min(asked.first_page + PART_PAGES, self.page_count)
        part = PagesRead(asked.first_page, stop, self.page_count, characters, b"")
        self.reading.take(asked, Finished(part))


def test_a_death_on_a_page_asks_for_the_part_without_the_page() -> None:
    script = Script()
    script.die(script.ask(), Death.CRASH, 3)
    again = script.ask()
    assert again.skip_pages == {3}
    script.die(again, Death.TIME, 5)
    assert script.ask().skip_pages == {3, 5}
    assert not script.reading.is_over


@pytest.mark.parametrize(
    ("why", "expected"), [(Death.CRASH, DamagedPdf), (Death.TIME, TooLarge), (Death.MEMORY, TooLarge)]
)
def test_a_death_before_the_first_page_refuses_the_file(why: Death, expected: type[ImportFailed]) -> None:
    script = Script()
    script.die(script.ask(), why)
    assert isinstance(script.reading.failure, expected)
    assert script.reading.was_deadly


def test_the_only_page_is_not_worth_another_try() -> None:
    script = Script(page_count=1)
    script.die(script.ask(), Death.CRASH, 0)
    assert isinstance(script.reading.failure, DamagedPdf)


def test_after_many_deaths_the_rest_of_the_file_is_left_out() -> None:
    script = Script(page_count=20)
    for page in range(2, 8):
        script.die(script.ask(), Death.CRASH, page)
    assert script.ask().skip_pages >= set(range(2, 20))


def test_long_deaths_are_soon_too_many() -> None:
    script = Script(page_count=20)
    script.die(script.ask(), Death.TIME, 5, seconds=30)
    script.die(script.ask(), Death.TIME, 6, seconds=30)
    assert script.ask().skip_pages >= set(range(6, 20))


def test_a_large_file_is_read_in_parts_by_as_many_workers_as_ask() -> None:
    script = Script(page_count=3 * PART_PAGES - 10)
    first = script.ask()
    assert script.reading.next() is None
    script.read(first)
    second, third = script.ask(), script.ask()
    assert (second.first_page, third.first_page) == (PART_PAGES, 2 * PART_PAGES)
    assert script.reading.next() is None
    script.read(third)
    script.read(second)
    assembly = script.reading.next()
    assert isinstance(assembly, AssemblyRequest)
    assert [part.first_page for part in assembly.parts] == [0, PART_PAGES, 2 * PART_PAGES]
    assert (assembly.page_count, assembly.limit) == (script.page_count, "")
    assert script.reading.share == 1


def test_a_death_costs_its_part_alone() -> None:
    script = Script(page_count=3 * PART_PAGES)
    script.read(script.ask())
    script.die(script.ask(), Death.CRASH, PART_PAGES + 7)
    again = script.ask()
    assert (again.first_page, again.skip_pages) == (PART_PAGES, {PART_PAGES + 7})


def test_parts_beyond_a_limit_are_not_asked_for() -> None:
    script = Script(page_count=10 * PART_PAGES)
    script.read(script.ask(), characters=ReadLimits().text_characters + 1)
    assembly = script.reading.next()
    assert isinstance(assembly, AssemblyRequest)
    assert assembly.limit.startswith("текст документа длиннее предела")


def test_an_error_nobody_foresaw_is_a_damaged_file() -> None:
    script = Script()
    script.reading.take(script.ask(), Failed(RuntimeError("TypeError: what?")))
    assert isinstance(script.reading.failure, DamagedPdf)
    assert not script.reading.was_deadly


def test_a_document_ends_the_reading(tmp_path: Path) -> None:
    script = Script()
    document = read(write_pdf(tmp_path / "a.pdf", [[Print("слово")]]))
    script.reading.take(script.ask(), Finished(document))
    assert script.reading.document is document
    assert script.reading.next() is None
    assert document.pages[0].kind is PageKind.TEXT


def test_a_document_of_several_parts_is_the_one_read_in_one_go(reader: Worker, tmp_path: Path) -> None:
    sheets = [
        [
            Print("Вестник архива", y=40),
            Print(f"Лист {i}: вода и земля при-", y=200),
            Print("надлежат тем, кто на них живёт.", y=215),
            Print(str(i + 1), y=800),
        ]
        for i in range(PAGES)
    ]
    path = write_pdf(tmp_path / "a.pdf", sheets, outline=[("Конец", PAGES - 1)])
    document, here = read_robustly(reader, request_for(path)), read(path)
    assert len(document.pages) == PAGES
    assert document.text == here.text
    assert document.text_map.to_bytes() == here.text_map.to_bytes()
    assert document.outline == here.outline == (OutlineEntry("Конец", PAGES - 1, 0),)
    assert document.text.count("Вестник") <= 1
    assert document.text.count("принадлежат") == PAGES
