import signal
import time
from pathlib import Path
from typing import Any

import pdfplumber.page
import pytest

from index.errors import DamagedPdf
from index.model.document import PageKind
from index.pdf import second
from index.pdf.patience import OutOfPatience, patience
from index.pdf.second import read_with_pdfplumber
from tests.helpers.pdfs import Print, write_pdf
from tests.index.pdf.reading import request_for

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="timers of POSIX")


def spin() -> None:
    while True:
        pass


def test_a_loop_ends_when_its_time_is_used_up() -> None:
    began = time.process_time()
    with pytest.raises(OutOfPatience), patience(0.2):
        spin()
    assert time.process_time() - began < 2


def test_a_loop_that_swallows_every_error_ends_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.pdf.patience._AGAIN_S", 0.1)

    def swallow() -> None:
        try:
            spin()
        except Exception:  # noqa: BLE001 - as libraries do
            spin()

    with pytest.raises(OutOfPatience), patience(0.2):
        swallow()


def test_what_is_quick_is_not_disturbed_and_no_timer_is_left() -> None:
    with patience(0.2):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_a_page_that_never_ends_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("раз")], [Print("два")], [Print("три")]])
    words = pdfplumber.page.Page.extract_words

    def extract(page: Any, **settings: Any) -> Any:
        if page.page_number == 2:
            spin()
        return words(page, **settings)

    monkeypatch.setattr(pdfplumber.page.Page, "extract_words", extract)
    monkeypatch.setattr(second, "_PAGE_S", 0.3)
    document = read_with_pdfplumber(request_for(path), lambda _: None, DamagedPdf("сломан"))
    assert [page.kind for page in document.pages] == [PageKind.TEXT, PageKind.FAILED, PageKind.TEXT]
    assert document.text.split() == ["раз", "три"]


def test_a_slow_file_is_read_as_far_as_time_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("раз")], [Print("два")]])
    clock = iter([0.0, 1.0, 1000.0])
    monkeypatch.setattr(second.time, "monotonic", lambda: next(clock))
    document = read_with_pdfplumber(request_for(path), lambda _: None, DamagedPdf("сломан"))
    assert document.text == "раз"
    assert "Стр. 2 не прочитаны" in " ".join(document.notices)
