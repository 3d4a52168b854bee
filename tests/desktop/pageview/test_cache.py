from collections.abc import Iterable

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.pageview.cache import PictureCache
from index.pdf.render import RenderRequest, Tile


def page(index: int, side: int = 10) -> RenderRequest:
    return RenderRequest("a.pdf", index, side, side)


def tile(index: int, x: int, page_side: int = 100) -> RenderRequest:
    return RenderRequest("a.pdf", index, page_side, page_side, Tile(x, 0, 10, 10))


def put(cache: PictureCache, request: RenderRequest, on_screen: Iterable[RenderRequest] = ()) -> None:
    cache.put(request, QPixmap(*request.size_px), on_screen)


def test_the_least_recently_used_page_goes_first(qapp: QApplication) -> None:
    cache = PictureCache(3 * 400)
    for index in range(3):
        put(cache, page(index))
    cache.page(0)
    put(cache, page(3))
    assert [page(index) in cache for index in range(4)] == [True, False, True, True]
    assert cache.byte_count == 3 * 400


def test_what_is_on_screen_stays_whatever_it_weighs(qapp: QApplication) -> None:
    cache = PictureCache(500)
    put(cache, page(0), [page(0), page(1)])
    put(cache, page(1), [page(0), page(1)])
    assert page(0) in cache
    assert page(1) in cache


def test_a_picture_of_another_size_stands_in_until_the_right_one_comes(qapp: QApplication) -> None:
    cache = PictureCache(10_000)
    put(cache, page(0, 10))
    assert page(0, 20) not in cache
    assert cache.page(0).width() == 10
    put(cache, page(0, 20))
    assert cache.page(0).width() == 20
    assert cache.byte_count == 1600


def test_tiles_of_another_zoom_make_room(qapp: QApplication) -> None:
    cache = PictureCache(800)
    put(cache, tile(0, 0, page_side=100))
    put(cache, tile(0, 0, page_side=200))
    put(cache, tile(0, 10, page_side=200), [tile(0, 0, 200), tile(0, 10, 200)])
    assert tile(0, 0, 100) not in cache
    assert tile(0, 0, 200) in cache
    assert cache.tile(tile(0, 10, 200)) is not None


def test_a_cleared_cache_is_empty(qapp: QApplication) -> None:
    cache = PictureCache(800)
    put(cache, page(0))
    cache.clear()
    assert len(cache) == 0
    assert cache.byte_count == 0
    assert cache.page(0) is None
