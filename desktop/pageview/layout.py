"""Where pages lie on the desk: pure arithmetic.

Desk space: logical pixels, origin at the top left corner of the whole desk, y down. Page space: points (see
`index.model.geometry`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import isfinite
from statistics import median
from typing import Final

from index.model.document import Page

PX_PER_PT: Final = 96 / 72
"""Logical pixels to a point at a zoom factor of 1."""

SMALLEST_ZOOM: Final = 0.1
LARGEST_ZOOM: Final = 8.0

GAP_PX: Final = 14
"""Between pages, and around them."""

READING_HEIGHT: Final = 1 / 3
"""Part of the height of the window at which people read: the current page is there, passages come there."""

# The format allows 14,400 units; files that claim more are shown as large as that, and no larger.
_LONGEST_SIDE_PT = 14_400.0
# What PDFium takes for a page without a usable size (US Letter).
_FALLBACK_PT = (612.0, 792.0)
# Scroll bars count in 32 bits.
_TALLEST_DESK_PX = 1 << 30
# A drawing among letters must not make the letters tiny when they are to fit the width.
_UNUSUALLY_WIDE = 1.5


class Zoom(StrEnum):
    """How large pages are when it depends on the window."""

    FIT_WIDTH = "fit_width"
    FIT_PAGE = "fit_page"


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the document that can be found again at another zoom.

    Attributes:
        page_index: The page it is on, or next to.
        x_pt: From the left edge of that page; may lie outside of it.
        y_pt: From its top edge; may lie outside of it.
    """

    page_index: int
    x_pt: float
    y_pt: float


class PageSizes:
    """The sizes of a document's pages, made safe to show.

    Args:
        pages: All pages, in order.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.shrink: list[float] = []
        """For each page, what its size was multiplied with to fit on the desk; 1 for all sane ones."""
        self.widths: list[float] = []
        self.heights: list[float] = []
        for page in pages:
            width, height = page.width_pt, page.height_pt
            if not (isfinite(width) and isfinite(height) and width > 0 and height > 0):
                width, height = _FALLBACK_PT
            shrink = min(1.0, _LONGEST_SIDE_PT / max(width, height))
            self.shrink.append(shrink)
            self.widths.append(width * shrink)
            self.heights.append(height * shrink)
        self.tops = list(accumulate(self.heights, initial=0.0))
        self.widest = max(self.widths, default=0.0)
        usual = median(self.widths) * _UNUSUALLY_WIDE if self.widths else 0.0
        self.usual_width = max((w for w in self.widths if w <= usual), default=0.0)
        self.usual_height = max(
            (h for w, h in zip(self.widths, self.heights, strict=True) if w <= usual), default=0.0
        )

    def __len__(self) -> int:
        return len(self.widths)


class PageLayout:
    """Pages under one another, centred, at one zoom. Immutable; costs nothing to make.

    Args:
        sizes: The pages.
        factor: The zoom factor; kept within what can be shown.
        view_width: Width of the window onto the desk, in logical pixels: narrower pages are centred in it.
    """

    def __init__(self, sizes: PageSizes, factor: float, view_width: float) -> None:
        self._sizes = sizes
        most = (_TALLEST_DESK_PX - GAP_PX * (len(sizes) + 1)) / max(1.0, sizes.tops[-1] * PX_PER_PT)
        self.factor = min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM, most)
        self._scale = self.factor * PX_PER_PT
        self.width = max(view_width, sizes.widest * self._scale + 2 * GAP_PX)
        self.height = sizes.tops[-1] * self._scale + GAP_PX * (len(sizes) + 1)

    def __len__(self) -> int:
        return len(self._sizes)

    def scale(self, page_index: int) -> float:
        """Return the logical pixels to a point on that page."""
        return self._scale * self._sizes.shrink[page_index]

    def top(self, page_index: int) -> float:
        """Return the y of the page's top edge; of one past the last page, where it would be."""
        return self._sizes.tops[page_index] * self._scale + GAP_PX * (page_index + 1)

    def left(self, page_index: int) -> float:
        """Return the x of the page's left edge."""
        return (self.width - self.page_width(page_index)) / 2

    def page_width(self, page_index: int) -> float:
        """Return the width of the page in logical pixels."""
        return self._sizes.widths[page_index] * self._scale

    def page_height(self, page_index: int) -> float:
        """Return the height of the page in logical pixels."""
        return self._sizes.heights[page_index] * self._scale

    def page_at(self, y: float) -> int:
        """Return the page at a height of the desk; a gap belongs to the page above it. 0 without pages."""
        return max(0, min(len(self), bisect_right(range(len(self)), y, key=self.top)) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages of which something lies between two heights of the desk."""
        if not len(self):
            return range(0)
        first = self.page_at(top)
        if self.top(first) + self.page_height(first) <= top:
            first += 1
        return range(first, max(first, self.page_at(bottom) + (self.top(self.page_at(bottom)) < bottom)))

    def place(self, x: float, y: float) -> Place:
        """Return the point of the document at a point of the desk."""
        page_index = self.page_at(y)
        scale = self.scale(page_index)
        return Place(page_index, (x - self.left(page_index)) / scale, (y - self.top(page_index)) / scale)

    def position(self, place: Place) -> tuple[float, float]:
        """Return x and y on the desk of a point of the document; the inverse of `place`."""
        scale = self.scale(place.page_index)
        return (
            self.left(place.page_index) + place.x_pt * scale,
            self.top(place.page_index) + place.y_pt * scale,
        )


def fitting_factor(sizes: PageSizes, zoom: Zoom, view_width: float, view_height: float) -> float:
    """Return the zoom factor at which the usual page fits the width, or both width and height."""
    if not sizes.usual_width:
        return 1.0
    factor = (view_width - 2 * GAP_PX) / (sizes.usual_width * PX_PER_PT)
    if zoom is Zoom.FIT_PAGE:
        factor = min(factor, (view_height - 2 * GAP_PX) / (sizes.usual_height * PX_PER_PT))
    return min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM)


_STEPS: Final = (
    0.1,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
    5.0,
    6.0,
    8.0,
)


def next_step(factor: float, up: bool) -> float:
    """Return the next usual zoom factor above or below."""
    if up:
        return next((step for step in _STEPS if step > factor * 1.005), LARGEST_ZOOM)
    return next((step for step in reversed(_STEPS) if step < factor * 0.995), SMALLEST_ZOOM)
