"""Recognising a page: the table of Tesseract, directions, and whole pages where the program is installed."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.model.document import Document, DocumentId
from index.model.recognition import RecognisedPage, RecognisedWord, Recogniser
from index.model.span import Span
from index.pdf import recogniser as room
from index.pdf.frames import PageFrame
from index.pdf.reader import read_pdf
from index.pdf.recogniser import RecogniseRequest, make_recogniser, recognise_handler, words_in
from index.pdf.request import ReadRequest
from index.pdf.scan import pgm
from index.pdf.tesseract import TesseractFailed, find_tesseract
from resources import resource
from tests.helpers.pdfs import column, write_pdf

LINES = ("Президент подписал указ", "о развитии виноградарства", "в Ферганской долине.")
INSTALLED = find_tesseract()
needs_tesseract = pytest.mark.skipif(
    INSTALLED is None or "rus" not in INSTALLED.languages, reason="needs Tesseract with Russian data"
)


def scan_of(source: Path, path: Path, *, turns: int = 0, dots_per_inch: int = 200) -> Path:
    """Write a scan: a page with the picture of a printed first page, which lies turned clockwise on it."""
    with pypdfium2.PdfDocument(source) as pdf:
        width, height = pdf[0].get_size()
        grey = pdf[0].render(scale=dots_per_inch / 72, grayscale=True).to_numpy()
    picture = io.BytesIO()
    Image.fromarray(np.rot90(grey.reshape(grey.shape[:2]), -turns)).save(picture, "PNG")
    size = (height, width) if turns % 2 else (width, height)
    canvas = Canvas(str(path), pagesize=size)
    canvas.drawImage(ImageReader(picture), 0, 0, *size)
    canvas.save()
    return path


def row(text: str, confidence: float, *, line: int = 1, left: int = 10, width: int = 40) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t20\t{width}\t12\t{confidence}\t{text}"


def table(*rows: str) -> str:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    return "\n".join((head, "4\t1\t1\t1\t1\t0\t0\t0\t90\t9\t-1\t", *rows))


def test_words_keep_their_lines_boxes_and_confidence() -> None:
    found = words_in(table(row("Указ", 96.5), row("№", 91), row("свет", 80, line=3), row(" ", 95, line=4)))
    assert [(word.text, word.line, word.confidence) for word in found] == [
        ("Указ", 0, 96),
        ("№", 0, 91),
        ("свет", 1, 80),
    ]
    first = found[0]
    assert (first.left_pt, first.top_pt, first.right_pt, first.bottom_pt) == (10, 20, 50, 32)


def test_dirt_is_left_out_but_doubtful_words_stay() -> None:
    found = words_in(table(row("Выпуск", 3), row("|", 12), row("из", 93), row("ё", 10), row("указа", 90)))
    assert [word.text for word in found] == ["Выпуск", "из", "указа"]


def test_a_dash_that_is_taller_than_wide_is_a_blank() -> None:
    found = words_in(table(row("цель", 96), row("—", 70, width=6), row("обогатить", 96), row("—", 70)))
    assert [word.text for word in found] == ["цель", "обогатить", "—"]


def test_a_line_of_which_nothing_is_sure_is_none() -> None:
    assert words_in(table(row("ывафж", 4), row("щзхъъ", 11))) == ()


def test_a_picture_is_written_as_a_file_of_its_own_kind() -> None:
    assert pgm(np.array([[0, 255, 7]], np.uint8)) == b"P5 3 1 255\n\x00\xff\x07"


@pytest.mark.parametrize(
    ("size", "own_px", "long_px"),
    [
        ((595, 842), 1754, 3508),
        ((595, 842), 7016, 3508),
        ((2480, 3508), 3508, 5000),
        ((300, 400), 3300, 3300),
        ((1191, 1684), 7016, 7016),
    ],
    ids=["150 dpi", "600 dpi", "a point for each pixel", "a postage stamp", "a newspaper"],
)
def test_pages_are_drawn_as_large_as_letters_need(
    size: tuple[float, float], own_px: int, long_px: int
) -> None:
    from index.pdf.scan import _pixels_per_point

    assert round(max(size) * _pixels_per_point(*size, own_px)) == pytest.approx(long_px, abs=10)


def test_pictures_never_take_more_memory_than_they_may() -> None:
    from index.pdf.scan import _pixels_per_point

    scale = _pixels_per_point(20_000, 20_000, 60_000)
    assert (20_000 * scale) ** 2 <= 41_000_000


class FakeTesseract:
    """Sees good words only when the picture is turned back by `turns`; counts what it is asked."""

    def __init__(self, turns: int, monkeypatch: pytest.MonkeyPatch, told: Callable[[], int | None]) -> None:
        self.turns, self.looks = turns, 0
        monkeypatch.setattr(room, "seen", self.seen)
        monkeypatch.setattr(room, "quarter_turns", lambda *_: told())
        turned = room._turned
        self.last = 0

        def turn(grey: Any, direction: int) -> Any:
            self.last = direction
            return turned(grey, direction)

        monkeypatch.setattr(room, "_turned", turn)

    def seen(self, *_: object) -> str:
        self.looks += 1
        sure = 95 if self.last == self.turns else 30
        return table(*(row(word, sure, left=100, width=90) for word in ("Президент", "подписал", "указ")))


def request(path: Path, *, knows_direction: bool = True) -> RecogniseRequest:
    program = Recogniser("/nowhere", "5.3.0", ("eng", "rus"), knows_direction)
    return RecogniseRequest(str(path), 0, program, ("rus", "eng"))


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("knows_direction", [True, False])
def test_a_page_that_lies_otherwise_is_turned(
    turns: int, knows_direction: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeTesseract(turns, monkeypatch, lambda: turns)
    path = write_pdf(tmp_path / "a.pdf", [column(LINES)])
    page = recognise_handler(request(path, knows_direction=knows_direction), lambda _: None)
    assert page.direction == turns
    assert page.engine == "tesseract 5.3.0 rus+eng"


def test_a_page_that_is_only_bad_stays_as_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeTesseract(9, monkeypatch, lambda: 2)
    page = recognise_handler(request(write_pdf(tmp_path / "a.pdf", [column(LINES)])), lambda _: None)
    assert (page.direction, fake.looks) == (0, 2)


def test_a_good_page_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeTesseract(0, monkeypatch, lambda: None)
    recognise_handler(request(write_pdf(tmp_path / "a.pdf", [column(LINES)])), lambda _: None)
    assert fake.looks == 1


def test_a_file_that_cannot_be_drawn_is_a_failure_of_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(TesseractFailed):
        recognise_handler(request(tmp_path / "a.pdf"), lambda _: None)


def middle(page: RecognisedPage, word: RecognisedWord, size: tuple[float, float]) -> tuple[float, float]:
    """Return the middle of a word in page space: its place in reading space turned back."""
    turn = PageFrame(0, 0, *size, 0).turn(page.direction)
    height = size[1]
    origin, x_axis, y_axis = (
        turn(x, height - y, x, height - y)[:2] for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    )
    du = (word.left_pt + word.right_pt) / 2 - origin[0]
    dv = (word.top_pt + word.bottom_pt) / 2 - origin[1]
    x = du * (x_axis[0] - origin[0]) + dv * (x_axis[1] - origin[1])
    return x, du * (y_axis[0] - origin[0]) + dv * (y_axis[1] - origin[1])


def printed_words(source: Path) -> dict[str, tuple[float, float]]:
    """Return the middles of the words that a printed first page has once, in page space."""
    document = reading(source)
    found: dict[str, list[tuple[float, float]]] = {}
    for match in re.finditer(r"(?<![\w-])[а-яё]{5,}(?![\w-])", document.text[: document.pages[0].span.stop]):
        quads = document.text_map.quads(Span(*match.span()))
        if len(quads) == 1 and quads[0].page_index == 0:
            box = quads[0].bounds
            found.setdefault(match[0], []).append(((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    return {word: places[0] for word, places in found.items() if len(places) == 1}


def reading(source: Path) -> Document:
    return read_pdf(ReadRequest(str(source), DocumentId("0" * 64), source.name, ""), lambda _: None)


@needs_tesseract
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_scan_is_read_with_its_words_in_their_places(turns: int, tmp_path: Path) -> None:
    assert INSTALLED is not None
    source = sorted(Path(str(resource("sample"))).glob("*.pdf"))[0]
    path = scan_of(source, tmp_path / "scan.pdf", turns=turns)
    worker = make_recogniser()
    try:
        page = worker.call(RecogniseRequest(str(path), 0, INSTALLED, ("rus",)))
    finally:
        worker.close()
    assert page.direction == turns
    with pypdfium2.PdfDocument(path) as pdf:
        size = pdf[0].get_size()
    seen = {word.text.strip(".,;:«»()"): middle(page, word, size) for word in page.words}
    printed = printed_words(source)
    known = [word for word in printed if word in seen]
    assert len(known) > 0.9 * len(printed) > 10
    for word in known:
        x, y = printed[word]
        there = ((x, y), (size[0] - y, x), (size[0] - x, size[1] - y), (y, size[1] - x))[turns]
        assert math.dist(seen[word], there) < 6, word
