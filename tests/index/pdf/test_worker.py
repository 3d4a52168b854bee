from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.config import ReadLimits
from index.errors import DamagedPdf, ImportFailed, NotAPdf, TooLarge
from index.model.document import PageKind
from index.pdf.request import PageRead, ReadRequest
from index.pdf.worker import Reading, make_reader, read_robustly
from index.tasks import Cancelled, Task
from index.workers import Death, Failed, Finished, Told, Worker, WorkerDied, WorkerLimits
from tests.helpers.handlers import read_with_traps
from tests.helpers.pdfs import Print, write_pdf
from tests.helpers.shared import shared
from tests.index.pdf.reading import ID, read, request_for


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
    assert list(document.text_map.pieces()) == list(here.text_map.pieces())


def test_pages_that_kill_the_reader_are_left_out(trapped: Worker) -> None:
    pages: Any = read_robustly(trapped, request("3,5.pdf"))
    assert pages == [0, 1, 2, 4, 6, 7, 8, 9]


def test_a_file_that_kills_the_reader_again_and_again_is_refused(trapped: Worker) -> None:
    with pytest.raises(DamagedPdf, match=r"чтение прервалось на стр\. 6"):
        read_robustly(trapped, request("0,1,2,3,4,5,6,7.pdf"))


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
    """Plays events of a worker into a `Reading`."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def die(self, why: Death, page: int | None = None, count: int = 10) -> bool:
        if page is not None:
            assert not self.reading.take(Told(PageRead(page, count)))
        return self.reading.take(Failed(WorkerDied(why)))


def test_a_death_on_a_page_asks_for_the_file_without_the_page() -> None:
    script = Script(Reading(request()))
    assert script.die(Death.CRASH, 3)
    assert script.reading.request.skip_pages == {3}
    assert script.die(Death.TIME, 5)
    assert script.reading.request.skip_pages == {3, 5}
    assert not script.reading.is_over


@pytest.mark.parametrize(
    ("why", "expected"), [(Death.CRASH, DamagedPdf), (Death.TIME, TooLarge), (Death.MEMORY, TooLarge)]
)
def test_a_death_before_the_first_page_refuses_the_file(why: Death, expected: type[ImportFailed]) -> None:
    script = Script(Reading(request()))
    assert not script.die(why)
    assert isinstance(script.reading.failure, expected)


def test_the_only_page_is_not_worth_another_try() -> None:
    script = Script(Reading(request()))
    assert not script.die(Death.CRASH, 0, 1)
    assert isinstance(script.reading.failure, DamagedPdf)


def test_there_is_an_end_to_trying() -> None:
    script = Script(Reading(request()))
    tries = 1
    while script.die(Death.CRASH, tries):
        tries += 1
    assert tries == 6
    assert script.reading.is_over


def test_an_error_nobody_foresaw_is_a_damaged_file() -> None:
    reading = Reading(request())
    assert not reading.take(Failed(RuntimeError("TypeError: what?")))
    assert isinstance(reading.failure, DamagedPdf)


def test_a_result_ends_the_reading(tmp_path: Path) -> None:
    reading = Reading(request())
    document = read(write_pdf(tmp_path / "a.pdf", [[Print("слово")]]))
    assert not reading.take(Finished(document))
    assert reading.document is document
    assert document.pages[0].kind is PageKind.TEXT
