"""Pictures of pages that are kept, by age, within a budget of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtGui import QPixmap

from index.pdf.render import BYTES_PER_PIXEL, RenderRequest, Tile

_Key = tuple[int, Tile | None, int]


class PictureCache:
    """Pictures of the pages of one document in one tone.

    Of a whole page only the newest picture is kept, whatever its size: it stands in, scaled, until the right
    one comes. Tiles are kept by the size of the page they belong to.

    Args:
        budget_bytes: What the pictures may weigh. What is on screen is kept even when it weighs more.
    """

    def __init__(self, budget_bytes: int) -> None:
        self._budget = budget_bytes
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()
        self.byte_count = 0

    def __len__(self) -> int:
        return len(self._pictures)

    def __contains__(self, request: RenderRequest) -> bool:
        picture = self._pictures.get(_key(request))
        return picture is not None and (picture.width(), picture.height()) == request.size_px

    def page(self, page_index: int) -> QPixmap | None:
        """Return the picture of a whole page, of any size, and count it as used."""
        return self._take((page_index, None, 0))

    def tile(self, request: RenderRequest) -> QPixmap | None:
        """Return the picture of a tile, and count it as used."""
        return self._take(_key(request))

    def put(self, request: RenderRequest, picture: QPixmap, on_screen: Iterable[RenderRequest] = ()) -> None:
        """Keep a picture; the least recently used ones that are not on screen make room for it."""
        key = _key(request)
        self._drop(key)
        self._pictures[key] = picture
        self.byte_count += _weight(picture)
        if self.byte_count <= self._budget:
            return
        needed = {key, *map(_key, on_screen)}
        for old in list(self._pictures):
            if old not in needed:
                self._drop(old)
            if self.byte_count <= self._budget:
                return

    def clear(self) -> None:
        """Forget everything."""
        self._pictures.clear()
        self.byte_count = 0

    def _take(self, key: _Key) -> QPixmap | None:
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
        return picture

    def _drop(self, key: _Key) -> None:
        picture = self._pictures.pop(key, None)
        if picture is not None:
            self.byte_count -= _weight(picture)


def _key(request: RenderRequest) -> _Key:
    # Whole pages have one place each.
    return request.page_index, request.tile, request.width_px if request.tile is not None else 0


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * BYTES_PER_PIXEL
