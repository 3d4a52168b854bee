import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.layout import PageLayout
from desktop.pageview.pictures import Glance, Pictures
from desktop.pageview.sizes import PageSizes
from index.model.document import Page
from index.model.span import Span
from index.pdf.render import LARGEST_PICTURE_PX, RenderRequest
from index.pdf.tone import Tone
from tests.desktop.pageview.papers import PaperRenderer

DARK = Tone(0x24262B, 0xE8E6E1, inverts=True)


def glance(
    factor: float = 0.5, top: float = 0, ratio: float = 1.0, count: int = 10, height: float = 600
) -> Glance:
    sizes = PageSizes([Page(i, 600, 800, Span(0, 0)) for i in range(count)])
    layout = PageLayout(sizes, factor, 800)
    return Glance(layout, QRectF(0, top, 800, height), ratio)


@pytest.fixture
def slow(qapp: QApplication) -> PaperRenderer:
    renderer = PaperRenderer()
    renderer.is_instant = False
    return renderer


@pytest.fixture
def pictures(slow: PaperRenderer) -> Pictures:
    made = Pictures(slow)
    made.open("a.pdf")
    return made


def test_the_page_in_the_middle_comes_first_then_its_neighbours(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance(top=1000))
    indexes = [request.page_index for request in slow.wanted]
    assert indexes[0] == 2
    assert set(indexes[:2]) == {1, 2}
    assert indexes[2:] == [3, 0, 4]


def test_a_page_is_asked_for_in_device_pixels(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.want(glance(factor=0.75, ratio=2.0))
    assert slow.wanted[0].size_px == (1200, 1600)


def test_what_is_there_is_not_asked_for_again(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.want(glance())
    slow.draw()
    pictures.want(glance())
    assert slow.wanted == []
    assert pictures.is_sharp


def test_while_a_new_zoom_is_drawn_the_old_picture_stands_in(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.want(glance(0.5))
    slow.draw()
    pictures.want(glance(0.75))
    assert not pictures.is_sharp
    assert pictures.page(0).width() == 400
    slow.draw()
    assert pictures.is_sharp
    assert pictures.page(0).width() == 600


def test_a_huge_zoom_is_drawn_roughly_and_then_in_tiles_where_it_is_seen(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    there = glance(8.0, top=2000, ratio=2.0)
    pictures.want(there)
    tiles = [request for request in slow.wanted if request.tile]
    whole = next(request for request in slow.wanted if not request.tile)
    assert whole.width_px * whole.height_px <= LARGEST_PICTURE_PX / 4
    assert all((request.width_px, request.height_px) == (12800, 17067) for request in tiles)
    assert len(set(slow.wanted)) == len(slow.wanted)
    seen = QRectF(0, 2000, 800, 600)
    on_screen = [r for r in tiles if r in pictures._on_screen]
    # 1600 x 1200 device pixels are covered by at most 4 x 3 tiles of 768.
    assert 2 <= len(on_screen) <= 12
    assert sum(request.byte_count for request in slow.wanted) < 120 << 20
    slow.draw()
    assert pictures.is_sharp
    left = (there.layout.left(0) - seen.left()) * 2
    top = (there.layout.top(0) - seen.top()) * 2
    covered = [
        QRectF(left + r.tile.x, top + r.tile.y, r.tile.width, r.tile.height) for r, _ in pictures.tiles(0)
    ]
    for x in range(int(left) + 1, 1600, 200):
        for y in range(1, 1200, 200):
            assert any(area.contains(x, y) for area in covered)


def test_the_picture_of_a_smaller_zoom_is_rough_enough_for_a_huge_one(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance(1.5))
    slow.draw()
    pictures.want(glance(8.0))
    assert all(request.tile is not None for request in slow.wanted if request.page_index == 0)
    assert pictures.page(0).width() == 1200


def test_a_long_strip_is_never_one_picture(pictures: Pictures, slow: PaperRenderer) -> None:
    sizes = PageSizes([Page(0, 14_400, 10, Span(0, 0))])
    layout = PageLayout(sizes, 8.0, 800)
    pictures.want(Glance(layout, QRectF(0, 0, 800, 600), 2.0))
    assert all(max(request.size_px) <= 4096 for request in slow.wanted)
    assert all(min(request.size_px) >= 1 for request in slow.wanted)


def test_another_tone_forgets_the_pictures_and_takes_no_late_ones(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance())
    late = slow.wanted[0]
    pictures.set_tone(DARK)
    pictures.want(glance())
    assert all(request.tone == DARK for request in slow.wanted)
    slow.page_ready.emit(late, QImage(*late.size_px, QImage.Format.Format_RGB32))
    assert pictures.page(late.page_index) is None


def test_a_late_picture_of_another_file_is_not_taken(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.want(glance())
    late = slow.wanted[0]
    pictures.open("b.pdf")
    slow.page_ready.emit(late, QImage(*late.size_px, QImage.Format.Format_RGB32))
    assert pictures.page(late.page_index) is None


def test_a_broken_page_is_not_asked_for_again_until_the_file_is_opened_anew(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    slow.broken = {0}
    pictures.want(glance())
    slow.draw()
    assert isinstance(pictures.failure(0), RuntimeError)
    assert pictures.failure(1) is None
    assert pictures.is_sharp
    pictures.want(glance(0.6))
    assert 0 not in {request.page_index for request in slow.wanted}
    pictures.open("a.pdf")
    assert pictures.failure(0) is None


def test_a_late_picture_of_another_zoom_does_not_replace_a_better_one(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance(1.5))
    late = slow.wanted[0]
    slow.draw()
    pictures.want(glance(8.0))
    slow.draw()
    assert pictures.is_sharp
    smaller = RenderRequest(late.path, late.page_index, 300, 400)
    slow.page_ready.emit(smaller, QImage(300, 400, QImage.Format.Format_RGB32))
    assert pictures.is_sharp
    assert pictures.page(late.page_index).width() == 1200


def test_a_late_picture_is_better_than_none(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.want(glance(0.5))
    late = slow.wanted[0]
    pictures.want(glance(1.0))
    slow.page_ready.emit(late, QImage(*late.size_px, QImage.Format.Format_RGB32))
    assert pictures.page(late.page_index).width() == late.width_px
    assert not pictures.is_sharp


def test_an_empty_desk_wants_nothing(pictures: Pictures, slow: PaperRenderer) -> None:
    pictures.open("")
    pictures.want(glance(count=0))
    assert slow.wanted == []


def test_pages_are_cut_into_tiles_above_twice_their_size_in_a_small_window(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    assert glance(1.5).is_one_picture(0)
    assert not glance(2.1).is_one_picture(0)
    # A larger screen can show more at once.
    assert glance(1.5, ratio=2.0, height=1600).is_one_picture(0)


def test_a_turned_picture_stands_in_until_the_page_is_drawn_anew(
    pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance())
    slow.draw()
    height = pictures.page(0).height()
    pictures.turn(1)
    assert pictures.page(0).width() == height


def test_while_nothing_is_wanted_thumbs_are_made(
    qtbot: QtBot, pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance(0.75))
    slow.draw()
    assert not pictures.has(9)
    slow.is_instant = True
    qtbot.waitUntil(lambda: pictures.has(9), timeout=5_000)
    assert pictures.page(9).width() < 150
    assert pictures.page(0).width() == 600


def test_of_a_slow_file_a_small_picture_comes_first(
    qtbot: QtBot, pictures: Pictures, slow: PaperRenderer
) -> None:
    pictures.want(glance(0.75))
    pictures._pace._since -= 1
    slow.wanted = slow.wanted[:1]
    slow.draw()
    pictures.want(glance(0.75, top=4000))
    assert slow.wanted[0].width_px < 150
    assert any(request.width_px == 600 for request in slow.wanted)
