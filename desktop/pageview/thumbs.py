"""Small pictures of pages, made while nothing else is wanted: what is shown until the sharp one is there."""

from __future__ import annotations

from collections.abc import Container
from math import sqrt
from typing import Final

from PySide6.QtGui import QPixmap

MOST_THUMBS: Final = 300
"""Kept at a time, those nearest to the page that is looked at: 16 MB."""

# Enough to tell a table from a title page.
_THUMB_PX: Final = 96 * 136
# A file whose pages take longer is not drawn in advance, beyond the nearest neighbours: a jump would have to
# wait for the thumb that is being made.
_CHEAP_S: Final = 0.06
_NEIGHBOURS: Final = 4


class Thumbs:
    """The small pictures of the pages of one document in one tone."""

    def __init__(self) -> None:
        self._pictures: dict[int, QPixmap] = {}
        self._reach = MOST_THUMBS // 2

    def __len__(self) -> int:
        return len(self._pictures)

    def page(self, page_index: int) -> QPixmap | None:
        """Return the thumb of a page."""
        return self._pictures.get(page_index)

    def put(self, page_index: int, picture: QPixmap, seconds: float, middle: int) -> None:
        """Keep a thumb, and note how long it took; the one furthest from the middle makes room for it."""
        self._pictures[page_index] = picture
        self._reach = MOST_THUMBS // 2 if seconds < _CHEAP_S else _NEIGHBOURS
        if len(self._pictures) > MOST_THUMBS:
            del self._pictures[max(self._pictures, key=lambda page_index: abs(page_index - middle))]

    def next_missing(self, middle: int, page_count: int, broken: Container[int]) -> int | None:
        """Return the page nearest to the middle of which there should be a thumb and is none."""
        for away in range(min(self._reach, page_count)):
            for page_index in (middle + away, middle - away):
                is_wanted = 0 <= page_index < page_count and page_index not in broken
                if is_wanted and page_index not in self._pictures:
                    return page_index
        return None

    def clear(self) -> None:
        """Forget everything."""
        self._pictures.clear()
        self._reach = MOST_THUMBS // 2


def thumb_size(width: float, height: float) -> tuple[int, int]:
    """Return the size of the thumb of a page of these proportions, in pixels."""
    by = sqrt(_THUMB_PX / (width * height))
    longest = _THUMB_PX  # of a page that is a line
    return min(longest, max(1, round(width * by))), min(longest, max(1, round(height * by)))
