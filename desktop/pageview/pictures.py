"""Which pictures the view needs, which it has, and which it must wait for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QTransform

from desktop.pageview.cache import PictureCache
from desktop.pageview.customer import Customer
from desktop.pageview.layout import PageLayout
from desktop.pageview.pace import Pace
from desktop.pageview.thumbs import Thumbs, thumb_size
from index.pdf.render import LARGEST_PICTURE_PX, RenderRequest, Tile
from index.pdf.tone import Tone

CACHE_BYTES: Final = 40 << 20
"""What pictures may weigh that are neither on screen nor next to it."""

# A page is one picture up to this size, or twice that of the window; a larger one is a rough picture with
# tiles over it.
_ONE_PICTURE_PX: Final = 2 << 20
_WINDOWS: Final = 2
_LONGEST_SIDE_PX: Final = 8192
_ROUGH_PX: Final = 1 << 20
_ROUGH_SIDE_PX: Final = 4096
_TILE_PX: Final = 768
# Thumbs are made when the reader has rested for so long.
_REST_MS: Final = 400


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of the desk.

    Attributes:
        layout: Where the pages lie.
        seen: The part of the desk in the window, in desk space.
        pixel_ratio: Device pixels to a logical one.
    """

    layout: PageLayout
    seen: QRectF
    pixel_ratio: float

    @property
    def pages(self) -> range:
        """The pages of which something is seen."""
        # Less than a pixel of a page is nothing to wait for.
        return self.layout.visible(self.seen.top() + 1, self.seen.bottom() - 1)

    def is_one_picture(self, page_index: int) -> bool:
        """Whether a page is drawn at once; else a rough picture of it is, and tiles where it is seen."""
        width, height = page_pixels(self, page_index)
        window = self.seen.width() * self.seen.height() * self.pixel_ratio**2
        most = min(max(_ONE_PICTURE_PX, _WINDOWS * window), LARGEST_PICTURE_PX)
        return width * height <= most and max(width, height) <= _LONGEST_SIDE_PX


class Pictures(QObject):
    """The pictures of the open document in the current tone.

    Signals:
        arrived(int): There is a new picture of that page, or the certainty that there will be none.
    """

    arrived = Signal(int)

    def __init__(self, renderer: Customer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._cache, self._thumbs = PictureCache(CACHE_BYTES), Thumbs()
        self._path, self._turns = "", 0
        self._tone: Tone | None = None
        self._glance: Glance | None = None
        self._thumb: RenderRequest | None = None
        self._pace = Pace()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._want_thumb)
        self._on_screen: tuple[RenderRequest, ...] = ()
        self._wanted: frozenset[RenderRequest] = frozenset()
        self._failures: dict[int, Exception] = {}
        renderer.page_ready.connect(self._on_ready)
        renderer.failed.connect(self._on_failed)

    @property
    def byte_count(self) -> int:
        """What the pictures weigh."""
        return self._cache.byte_count

    @property
    def is_sharp(self) -> bool:
        """Whether everything on screen is drawn at its full resolution, or cannot be drawn at all."""
        return not any(self._is_missing(request) for request in self._on_screen)

    def open(self, path: str) -> None:
        """Take pictures of that file from now on; none of an empty path."""
        self._path, self._turns = path, 0
        self._failures.clear()
        self._forget()
        self._renderer.open(path)

    def try_again(self) -> None:
        """Ask once more for pages that could not be drawn."""
        self._failures.clear()
        self._renderer.open(self._path)

    def set_tone(self, tone: Tone | None) -> None:
        """Use these colours of paper and ink from now on; pictures in others are forgotten."""
        if tone != self._tone:
            self._tone = tone
            self._forget()

    def turn(self, quarters: int) -> None:
        """Turn pages clockwise by so many quarters; what is on screen stands in until it is drawn anew."""
        self._turns = (self._turns + quarters) % 4
        by = QTransform().rotate(90 * quarters)
        turned = {
            page_index: picture.transformed(by)
            for page_index in dict.fromkeys(request.page_index for request in self._on_screen)
            if (picture := self._cache.page(page_index)) is not None
        }
        self._forget()
        for page_index, picture in turned.items():
            size = picture.width(), picture.height()
            request = RenderRequest(self._path, page_index, *size, tone=self._tone, turns=self._turns)
            self._cache.put(request, picture)

    def want(self, glance: Glance) -> None:
        """Ask for what is missing on screen, then for what will be seen next."""
        self._glance, self._thumb = glance, None
        self._pace.begin()
        self._on_screen = tuple(self._visible(glance))
        coming = self._coming(glance) if self._path else ()
        wanted = dict.fromkeys((*self._first(glance), *self._on_screen, *coming))
        self._wanted = frozenset(wanted)
        self._renderer.request([request for request in wanted if self._is_missing(request)])
        self._rest.start()

    def page(self, page_index: int) -> QPixmap | None:
        """Return the best picture of the whole page there is, of any size."""
        return self._cache.page(page_index) or self._thumbs.page(page_index)

    def has(self, page_index: int) -> bool:
        """Whether there is something to show of a page."""
        return self.page(page_index) is not None or page_index in self._failures

    def tiles(self, page_index: int) -> Iterator[tuple[RenderRequest, QPixmap]]:
        """Yield the sharp tiles of a page on screen that are there."""
        for request in self._on_screen:
            if request.page_index == page_index and request.tile is not None:
                picture = self._cache.tile(request)
                if picture is not None:
                    yield request, picture

    def failure(self, page_index: int) -> Exception | None:
        """Return why the page cannot be drawn."""
        return self._failures.get(page_index)

    def _first(self, glance: Glance) -> Iterator[RenderRequest]:
        if self._path and self._pace.is_slow:
            for page_index in glance.pages:
                if self.page(page_index) is None:
                    yield self._small(glance, page_index)

    def _visible(self, glance: Glance) -> Iterator[RenderRequest]:
        if not self._path:
            return
        # The page in the middle of the window is what somebody looks at.
        middle = glance.layout.page_at(glance.seen.center().y())
        pages = sorted(glance.pages, key=lambda page_index: abs(page_index - middle))
        for page_index in pages:
            if glance.is_one_picture(page_index):
                yield self._whole(glance, page_index)
            else:
                yield from self._tiles(glance, page_index, glance.seen)

    def _coming(self, glance: Glance) -> Iterator[RenderRequest]:
        pages = glance.pages
        if not pages:
            return
        for page_index in pages:
            yield self._whole(glance, page_index)
        wider = glance.seen.adjusted(0, -glance.seen.height() / 4, 0, glance.seen.height() / 4)
        for page_index in pages:
            yield from self._tiles(glance, page_index, wider)
        for page_index in (pages[-1] + 1, pages[0] - 1, pages[-1] + 2):
            if 0 <= page_index < len(glance.layout):
                yield self._whole(glance, page_index)

    def _whole(self, glance: Glance, page_index: int) -> RenderRequest:
        width, height = page_pixels(glance, page_index)
        if not glance.is_one_picture(page_index):
            by = min(1.0, sqrt(_ROUGH_PX / (width * height)), _ROUGH_SIDE_PX / max(width, height))
            width, height = max(1, int(width * by)), max(1, int(height * by))
            there = self._cache.page(page_index)
            if there is not None and there.width() >= width:
                # The picture of a smaller zoom is rough enough, and better.
                width, height = there.width(), there.height()
        return self._request(page_index, width, height)

    def _tiles(self, glance: Glance, page_index: int, within: QRectF) -> Iterator[RenderRequest]:
        if not glance.is_one_picture(page_index):
            size = page_pixels(glance, page_index)
            for tile in _tiles(glance, page_index, within):
                yield self._request(page_index, *size, tile)

    def _request(self, page_index: int, width: int, height: int, tile: Tile | None = None) -> RenderRequest:
        return RenderRequest(self._path, page_index, width, height, tile, self._tone, self._turns)

    def _small(self, glance: Glance, page_index: int) -> RenderRequest:
        size = thumb_size(glance.layout.page_width(page_index), glance.layout.page_height(page_index))
        return self._request(page_index, *size)

    def _want_thumb(self) -> None:
        """Ask for one more thumb, when everything else is there."""
        glance = self._glance
        if glance is None or not self._path or any(map(self._is_missing, self._wanted)):
            return
        middle = glance.layout.page_at(glance.seen.center().y())
        page_index = self._thumbs.next_missing(middle, len(glance.layout), self._failures)
        if page_index is not None:
            self._thumb = self._small(glance, page_index)
            self._pace.begin()
            self._renderer.request_patiently([self._thumb])

    def _take_thumb(self, request: RenderRequest, image: QImage) -> None:
        assert self._glance is not None
        middle = self._glance.layout.page_at(self._glance.seen.center().y())
        self._thumbs.put(request.page_index, QPixmap.fromImage(image), self._pace.seconds, middle)
        self._want_thumb()

    def _is_missing(self, request: RenderRequest) -> bool:
        return request.page_index not in self._failures and request not in self._cache

    def _forget(self) -> None:
        self._cache.clear()
        self._thumbs.clear()
        self._on_screen, self._wanted, self._thumb = (), frozenset(), None

    def _on_ready(self, request: RenderRequest, image: QImage) -> None:
        if request == self._thumb:
            self._take_thumb(request, image)
            return
        self._pace.note(request)
        is_late = request not in self._wanted
        if is_late and (request.tile is not None or self._cache.page(request.page_index) is not None):
            # Of another zoom: it must not take the place of a better one.
            return
        is_ours = (request.path, request.tone, request.turns) == (self._path, self._tone, self._turns)
        if is_ours:
            self._cache.put(request, QPixmap.fromImage(image), self._wanted)
            self.arrived.emit(request.page_index)

    def _on_failed(self, request: RenderRequest, error: Exception) -> None:
        if request.path == self._path:
            self._failures[request.page_index] = error
            self.arrived.emit(request.page_index)


def page_pixels(glance: Glance, page_index: int) -> tuple[int, int]:
    """Return width and height of a page in device pixels, at least 1."""
    layout, ratio = glance.layout, glance.pixel_ratio
    return (
        max(1, round(layout.page_width(page_index) * ratio)),
        max(1, round(layout.page_height(page_index) * ratio)),
    )


def _tiles(glance: Glance, page_index: int, within: QRectF) -> Iterator[Tile]:
    """Yield the parts into which a page is cut that touch a part of the desk."""
    layout, ratio = glance.layout, glance.pixel_ratio
    width, height = page_pixels(glance, page_index)
    left = (within.left() - layout.left(page_index)) * ratio
    top = (within.top() - layout.top(page_index)) * ratio
    columns = _cells(left, left + within.width() * ratio, width)
    for y in _cells(top, top + within.height() * ratio, height):
        for x in columns:
            yield Tile(x, y, min(_TILE_PX, width - x), min(_TILE_PX, height - y))


def _cells(low: float, high: float, size: int) -> range:
    """Return where the tiles begin that touch `low` to `high` of a page `size` pixels long."""
    first = max(0, int(low // _TILE_PX))
    last = min(ceil(high / _TILE_PX), ceil(size / _TILE_PX))
    return range(first * _TILE_PX, max(first, last) * _TILE_PX, _TILE_PX)
