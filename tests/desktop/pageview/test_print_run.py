from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.pageview.customer import Customer
from desktop.pageview.marks import Mark
from desktop.pageview.print_run import PrintJob, PrintRun
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document
from index.pdf.render import LARGEST_PICTURE_PX, RenderRequest
from tests.desktop.pageview.papers import PaperRenderer, paper, span_of


class PaperCustomer(Customer):
    """Gets white pages, or none, when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.paper, self.bands = PaperRenderer(), list[RenderRequest]()
        self.paper.is_instant = False
        self.paper.page_ready.connect(self.page_ready)
        self.paper.failed.connect(self.failed)

    def open(self, path: str) -> None:
        self.paper.open(path)

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        self.bands += wanted
        self.paper.request(wanted)

    def draw(self) -> None:
        """Draw until nothing more is wanted."""
        while self.paper.wanted:
            self.paper.draw()


@pytest.fixture
def document() -> Document:
    made = paper(["Слово о воде"], ["Слово о хлебе"], ["Карта"])
    wide = replace(made.pages[2], width_pt=842.0, height_pt=595.0)
    return replace(made, pages=(*made.pages[:2], wide))


@pytest.fixture
def customer(qapp: object) -> PaperCustomer:
    return PaperCustomer()


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def printed(tmp_path: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(tmp_path / "out.pdf")


def test_the_pages_come_out_in_their_order_and_shape(
    qtbot: QtBot, tmp_path: Path, document: Document, customer: PaperCustomer, printer: QPrinter
) -> None:
    run = PrintRun(PrintJob(document, "a.pdf", (2, 0)), printer, customer)
    done: list[int] = []
    run.progressed.connect(done.append)
    run.start()
    with qtbot.waitSignal(run.ended) as ended:
        customer.draw()
    assert ended.args == [()]
    assert done == [1, 2]
    assert list(dict.fromkeys(band.page_index for band in customer.bands)) == [2, 0]
    out = printed(tmp_path)
    assert [out[i].get_width() > out[i].get_height() for i in range(2)] == [True, False]


def test_a_page_is_drawn_in_bands_that_the_renderer_takes(
    document: Document, customer: PaperCustomer, printer: QPrinter
) -> None:
    run = PrintRun(PrintJob(document, "a.pdf", (0,)), printer, customer)
    run.start()
    bands = list(customer.bands)
    run.cancel()
    width, height = bands[0].width_px, bands[0].height_px
    assert width == pytest.approx(595 / 72 * 300, abs=1)
    assert all(band.size_px[0] * band.size_px[1] <= LARGEST_PICTURE_PX for band in bands)
    assert sum(band.tile.height for band in bands if band.tile is not None) == height


@pytest.mark.parametrize("with_marks", [True, False])
def test_marks_are_printed_when_they_are_wanted(
    tmp_path: Path, document: Document, customer: PaperCustomer, printer: QPrinter, *, with_marks: bool
) -> None:
    marks = (Mark(span_of(document, "Слово"), "green", "note"),) if with_marks else ()
    run = PrintRun(PrintJob(document, "a.pdf", (0,), marks), printer, customer)
    run.start()
    customer.draw()
    page = printed(tmp_path)[0]
    picture = page.render(scale=1).to_pil()
    # The page is fitted to the paper less its margins; the mark is well inside of the word.
    green = {picture.getpixel((x, y)) for x in range(60, 80) for y in range(50, 80)}
    wanted = tuple(int(PALETTES[ThemeName.LIGHT].markers["green"][i : i + 2], 16) for i in (1, 3, 5))
    is_marked = any(all(abs(a - b) < 6 for a, b in zip(one, wanted, strict=True)) for one in green)
    assert is_marked is with_marks


def test_a_page_that_cannot_be_drawn_is_left_out_and_told(
    qtbot: QtBot, tmp_path: Path, document: Document, customer: PaperCustomer, printer: QPrinter
) -> None:
    customer.paper.broken = {1}
    run = PrintRun(PrintJob(document, "a.pdf", (0, 1, 2)), printer, customer)
    run.start()
    with qtbot.waitSignal(run.ended) as ended:
        customer.draw()
    assert ended.args == [(1,)]
    assert len(printed(tmp_path)) == 2


def test_a_cancelled_run_prints_nothing_more(
    qtbot: QtBot, document: Document, customer: PaperCustomer, printer: QPrinter
) -> None:
    run = PrintRun(PrintJob(document, "a.pdf", (0, 1, 2)), printer, customer)
    run.progressed.connect(lambda _done: run.cancel())
    with qtbot.assertNotEmitted(run.ended):
        run.start()
        customer.draw()
    assert customer.paper.path == ""
