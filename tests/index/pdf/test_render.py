import io
import os
import signal
from collections.abc import Iterator
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import numpy as np
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.pdf import render
from index.pdf.photos import Photo
from index.pdf.render import LARGEST_PICTURE_PX, RenderRequest, Tile, WarmUp, make_renderer, render_handler
from index.pdf.tone import Tone

DARK = Tone(paper=0x24262B, ink=0xE8E6E1, inverts=True)
RED, WHITE = 0xFF0000, 0xFFFFFF


@pytest.fixture(autouse=True)
def shelf() -> Iterator[None]:
    """Close what the handler keeps open in this process."""
    yield
    render._shelf.close()


@pytest.fixture
def pdf(tmp_path: Path) -> str:
    """A page of 200x100 points with a red square 30 from the left, 10 from the top; then the same, turned."""
    path = tmp_path / "squares.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100), pageCompression=0)
    for rotation in (0, 90):
        canvas.setPageRotation(rotation)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(30, 70, 20, 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return str(path)


def draw(request: RenderRequest) -> np.ndarray:
    """Return rows of pixels as 0xRRGGBB."""
    page = render_handler(request, lambda _: None)
    assert len(page.pixels) == request.byte_count
    pixels = np.frombuffer(page.pixels, "<u4").reshape(page.height_px, page.width_px)
    assert (pixels >> 24 == 0xFF).all()
    return pixels & 0xFFFFFF


def test_a_page_is_drawn_as_it_is_displayed(pdf: str) -> None:
    picture = draw(RenderRequest(pdf, 0, 400, 200))
    assert picture[40, 80] == RED
    assert picture[40, 55] == WHITE
    assert picture[90, 80] == WHITE


def test_a_turned_page_is_drawn_upright(pdf: str) -> None:
    picture = draw(RenderRequest(pdf, 1, 400, 200))
    # A quarter turn clockwise: 70 points above the bottom is now 70 points from the left.
    assert picture[80, 160] == RED
    assert picture[40, 80] == WHITE


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_is_turned_clockwise_with_all_that_is_on_it(pdf: str, turns: int) -> None:
    upright = draw(RenderRequest(pdf, 0, 400, 200))
    size = (400, 200) if turns == 2 else (200, 400)
    assert (draw(RenderRequest(pdf, 0, *size, turns=turns)) == np.rot90(upright, -turns)).mean() > 0.999


def test_a_tile_of_a_turned_page_is_a_part_of_it(pdf: str) -> None:
    whole = draw(RenderRequest(pdf, 0, 200, 400, turns=1))
    tile = draw(RenderRequest(pdf, 0, 200, 400, Tile(50, 40, 120, 70), turns=1))
    assert (tile == whole[40:110, 50:170]).all()


def test_a_photograph_goes_round_with_its_page() -> None:
    photo = Photo(0.1, 0.2, 0.3, 0.6)
    assert photo.turned(0) == photo
    quarter = photo.turned(1)
    assert (quarter.left, quarter.top, quarter.right, quarter.bottom) == pytest.approx((0.4, 0.1, 0.8, 0.3))
    around = photo.turned(1).turned(3)
    assert (around.left, around.top, around.right, around.bottom) == pytest.approx((0.1, 0.2, 0.3, 0.6))


def test_a_tile_is_a_part_of_the_whole(pdf: str) -> None:
    whole = draw(RenderRequest(pdf, 0, 400, 200))
    tile = draw(RenderRequest(pdf, 0, 400, 200, Tile(50, 10, 120, 70)))
    assert (tile == whole[10:80, 50:170]).all()


def test_shared_memory_gets_the_same_pixels(pdf: str) -> None:
    expected = render_handler(RenderRequest(pdf, 0, 400, 200), lambda _: None).pixels
    memory = SharedMemory(create=True, size=1 << 20)
    try:
        request = RenderRequest(pdf, 0, 400, 200, shared_memory=memory.name)
        page = render_handler(request, lambda _: None)
        assert page.pixels == b""
        assert bytes(memory.buf[: request.byte_count]) == expected
    finally:
        memory.close()
        memory.unlink()


def test_on_dark_paper_white_is_paper_and_red_is_red(pdf: str) -> None:
    picture = draw(RenderRequest(pdf, 0, 400, 200, tone=DARK))
    assert picture[0, 0] == DARK.paper
    red, green, blue = int(picture[40, 80]).to_bytes(3, "big")
    assert red > 2 * max(green, blue)


def test_the_same_request_by_another_memory_is_the_same_request(pdf: str) -> None:
    assert RenderRequest(pdf, 0, 4, 4, shared_memory="a") == RenderRequest(pdf, 0, 4, 4)
    assert RenderRequest(pdf, 0, 4, 4, tone=DARK) != RenderRequest(pdf, 0, 4, 4)


@pytest.mark.parametrize("size", [(0, 10), (10, -1), (LARGEST_PICTURE_PX, 2)])
def test_impossible_sizes_are_refused(pdf: str, size: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="not the size"):
        render_handler(RenderRequest(pdf, 0, *size), lambda _: None)


@pytest.mark.parametrize("page_index", [2, -1])
def test_a_page_that_is_not_there_is_refused(pdf: str, page_index: int) -> None:
    with pytest.raises(IndexError):
        render_handler(RenderRequest(pdf, page_index, 10, 10), lambda _: None)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        render_handler(RenderRequest(str(tmp_path / "none.pdf"), 0, 10, 10), lambda _: None)


def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.pdf"
    path.write_bytes(b"no pdf")
    with pytest.raises(RuntimeError):
        render_handler(RenderRequest(str(path), 0, 10, 10), lambda _: None)


def test_pages_and_documents_come_and_go_within_bounds(tmp_path: Path) -> None:
    for name in "abcdefg":
        canvas = Canvas(str(tmp_path / f"{name}.pdf"), pagesize=(100, 100))
        for _ in range(9):
            canvas.showPage()
        canvas.save()
    for page_index in range(9):
        for name in "abcdefg":
            draw(RenderRequest(str(tmp_path / f"{name}.pdf"), page_index, 10, 10))
    assert len(render._shelf._documents) == render._OPEN_DOCUMENTS
    assert len(render._shelf._pages) <= render._OPEN_PAGES


def test_the_worker_draws_and_survives_its_own_death(pdf: str) -> None:
    worker = make_renderer()
    try:
        assert worker.call(WarmUp()) is None
        first = worker.call(RenderRequest(pdf, 0, 40, 20)).pixels
        os.kill(worker._process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        worker._process.join(5)
        assert worker.call(RenderRequest(pdf, 0, 40, 20)).pixels == first
        with pytest.raises(IndexError):
            worker.call(RenderRequest(pdf, 7, 40, 20))
    finally:
        worker.close()


def picture_pdf(path: Path, pixels: np.ndarray, box: tuple[float, float, float, float]) -> str:
    """Write a page of 200x100 points with a picture at left, bottom, width, height."""
    height, width = pixels.shape[:2]
    ppm = io.BytesIO(b"P6 %d %d 255\n" % (width, height) + pixels.astype("u1").tobytes())
    canvas = Canvas(str(path), pagesize=(200, 100))
    canvas.drawImage(ImageReader(ppm), *box)
    canvas.save()
    return str(path)


def test_a_photograph_stays_as_it_is_on_dark_paper(tmp_path: Path) -> None:
    photo = np.full((40, 40, 3), (200, 150, 100))
    path = picture_pdf(tmp_path / "photo.pdf", photo, (20, 20, 40, 40))
    picture = draw(RenderRequest(path, 0, 400, 200, tone=DARK))
    red, green, blue = int(picture[120, 80]).to_bytes(3, "big")
    assert (red, green, blue) == pytest.approx((200 * 0.87, 150 * 0.87, 100 * 0.87), abs=3)
    assert picture[10, 10] == DARK.paper
    tile = draw(RenderRequest(path, 0, 400, 200, Tile(60, 100, 100, 80), DARK))
    assert (tile == picture[100:180, 60:160]).all()


def test_a_drawing_on_white_is_turned_over_with_the_text(tmp_path: Path) -> None:
    drawing = np.full((40, 40, 3), 255)
    drawing[10:12] = 0
    path = picture_pdf(tmp_path / "drawing.pdf", drawing, (20, 20, 40, 40))
    picture = draw(RenderRequest(path, 0, 400, 200, tone=DARK))
    assert picture[150, 80] == DARK.paper


def test_a_scan_is_turned_over(tmp_path: Path) -> None:
    scan = np.full((50, 100, 3), 205)
    path = picture_pdf(tmp_path / "scan.pdf", scan, (0, 0, 200, 100))
    picture = draw(RenderRequest(path, 0, 400, 200, tone=DARK))
    assert int(picture[100, 200]) & 0xFF < 120
