"""Where pages lie on the desk: pure arithmetic.

Desk space: logical pixels, origin at the top left corner of the whole desk, y down. Page space: points (see
`index.model.geometry`); the reader may turn the view of a page, its page space stays as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import ceil
from typing import Final

from desktop.pageview.sizes import PageSizes

PX_PER_PT: Final = 96 / 72
"""Logical pixels to a point at a zoom factor of 1."""

SMALLEST_ZOOM: Final = 0.1
LARGEST_ZOOM: Final = 8.0

GAP_PX: Final = 14
"""Between pages, and around them."""

GUTTER_PX: Final = 2
"""Between facing pages: they belong together."""

READING_HEIGHT: Final = 1 / 3
"""Part of the height of the window at which people read: the current page is there, passages come there."""

# Scroll bars count in 32 bits.
_TALLEST_DESK_PX = 1 << 30


class Zoom(StrEnum):
    """How large pages are when it depends on the window."""

    FIT_WIDTH = "fit_width"
    FIT_PAGE = "fit_page"
    FIT_HEIGHT = "fit_height"


class Spread(StrEnum):
    """How pages lie."""

    CONTINUOUS = "continuous"
    """Under one another."""
    SINGLE = "single"
    """One at a time: each has a part of the desk for itself that is at least as high as the window."""
    FACING = "facing"
    """In pairs, as in an open book; the first of more than two is a cover and lies alone, on the right."""


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


Matrix = tuple[float, float, float, float, float, float]
"""m11, m12, m21, m22, dx, dy as `QTransform` takes them: x' = m11 x + m21 y + dx, y' = m12 x + m22 y + dy."""


class PageLayout:
    """Pages in rows under one another, at one zoom. Immutable; costs next to nothing to make.

    Args:
        sizes: The pages.
        factor: The zoom factor; kept within what can be shown.
        view_width: Width of the window onto the desk, in logical pixels: narrower pages are centred in it.
        view_height: Its height: what a page that is shown alone has at least for itself.
        spread: How pages lie.
    """

    def __init__(
        self,
        sizes: PageSizes,
        factor: float,
        view_width: float,
        view_height: float = 0.0,
        spread: Spread = Spread.CONTINUOUS,
    ) -> None:
        self._sizes, self._view_height = sizes, max(1, round(view_height))
        self._is_facing = spread is Spread.FACING and len(sizes) > 1
        self.is_paged = spread is Spread.SINGLE
        """Whether one row of pages is seen at a time."""
        self._before = sizes.pages_before
        count = len(sizes.facing_tops) - 1 if self._is_facing else len(sizes)
        tops = sizes.facing_tops if self._is_facing else sizes.tops
        around = GAP_PX * (count + 1) + self.is_paged * count * (self._view_height + 2 * GAP_PX)
        most = (_TALLEST_DESK_PX - around) / max(1.0, tops[-1] * PX_PER_PT)
        self.factor = min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM, most)
        self._scale = self.factor * PX_PER_PT
        self._row_count, self._row_tops = count, tops
        self._slots = list(accumulate(map(self._slot, sizes.heights), initial=0)) if self.is_paged else []
        across = sizes.widest * self._scale
        self.width = max(view_width, (2 * across + GUTTER_PX if self._is_facing else across) + 2 * GAP_PX)
        self.height = float(self._slots[-1]) if self.is_paged else self._row_top(count)

    def __len__(self) -> int:
        return len(self._sizes)

    def scale(self, page_index: int) -> float:
        """Return the logical pixels to a point on that page."""
        return self._scale * self._sizes.shrink[page_index]

    def top(self, page_index: int) -> float:
        """Return the y of the page's top edge."""
        top = self._row_top(self._row_of(page_index))
        if self.is_paged:
            room = self._slots[page_index + 1] - self._slots[page_index]
            top += (room - self.page_height(page_index)) / 2
        return top

    def left(self, page_index: int) -> float:
        """Return the x of the page's left edge."""
        if not self._is_facing:
            return (self.width - self.page_width(page_index)) / 2
        spine = self.width / 2
        is_right = (page_index + self._before) % 2 == 1
        return spine + GUTTER_PX / 2 if is_right else spine - GUTTER_PX / 2 - self.page_width(page_index)

    def page_width(self, page_index: int) -> float:
        """Return the width of the page as it is shown, in logical pixels."""
        return self._sizes.widths[page_index] * self._scale

    def page_height(self, page_index: int) -> float:
        """Return the height of the page as it is shown, in logical pixels."""
        return self._sizes.heights[page_index] * self._scale

    def page_at(self, y: float, x: float | None = None) -> int:
        """Return the page at a point of the desk; a gap belongs to the page above it. 0 without pages.

        Of facing pages it is the left one, unless `x` is given and nearer to the right one.
        """
        row = max(0, min(self._row_count, bisect_right(range(self._row_count), y, key=self._row_top)) - 1)
        pages = self._pages_of(row)
        return pages[-1] if pages and x is not None and x >= self.width / 2 else pages.start

    def is_beside(self, page_index: int, other: int) -> bool:
        """Whether two pages lie in one row."""
        return self._row_of(page_index) == self._row_of(other)

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages of whose rows something lies between two heights of the desk."""
        if not len(self):
            return range(0)
        first = self._row_of(self.page_at(top))
        if max(map(self._bottom, self._pages_of(first))) <= top:
            first += 1
        last = self._row_of(self.page_at(bottom))
        if self.top(self._pages_of(last).start) >= bottom:
            last -= 1
        return range(self._pages_of(first).start, max(self._pages_of(first).start, self._pages_of(last).stop))

    def settled(self, y: float) -> float:
        """Return where the window may stand that should stand at `y`: not over two pages shown singly."""
        if not self.is_paged or not len(self):
            return y
        row = self._slot_at(y)
        return min(max(y, self._slots[row]), self._slots[row + 1] - self._view_height)

    def stepped(self, y: float, by: float) -> float:
        """Return where the window stands after a step from `y`.

        Of pages that are shown singly it ends at the edge of the page; the next step turns over.
        """
        if not self.is_paged or not len(self):
            return y + by
        at, row = self.settled(y), self._slot_at(y)
        first, last = self._slots[row], self._slots[row + 1] - self._view_height
        if by > 0 and at >= last:
            return self._slots[min(row + 1, len(self) - 1)] if row + 1 < len(self) else at
        if by < 0 and at <= first:
            return first - self._view_height if row else at
        return min(max(at + by, first), last)

    def matrix(self, page_index: int) -> Matrix:
        """Return what takes a point of the page to logical pixels from the shown page's top left corner."""
        scale = self.scale(page_index)
        width, height = self.page_width(page_index), self.page_height(page_index)
        return (
            (scale, 0, 0, scale, 0, 0),
            (0, scale, -scale, 0, width, 0),
            (-scale, 0, 0, -scale, width, height),
            (0, -scale, scale, 0, 0, height),
        )[self._sizes.turns]

    def place(self, x: float, y: float) -> Place:
        """Return the point of the document at a point of the desk."""
        page_index = self.page_at(y, x)
        m11, m12, m21, m22, dx, dy = self.matrix(page_index)
        right, down = x - self.left(page_index) - dx, y - self.top(page_index) - dy
        # Quarter turns: the inverse of the matrix is its transpose, but for the scale.
        square = self.scale(page_index) ** 2
        return Place(page_index, (m11 * right + m12 * down) / square, (m21 * right + m22 * down) / square)

    def position(self, place: Place) -> tuple[float, float]:
        """Return x and y on the desk of a point of the document; the inverse of `place`."""
        m11, m12, m21, m22, dx, dy = self.matrix(place.page_index)
        return (
            self.left(place.page_index) + m11 * place.x_pt + m21 * place.y_pt + dx,
            self.top(place.page_index) + m12 * place.x_pt + m22 * place.y_pt + dy,
        )

    def _bottom(self, page_index: int) -> float:
        return self.top(page_index) + self.page_height(page_index)

    def _row_of(self, page_index: int) -> int:
        return (page_index + self._before) // 2 if self._is_facing else page_index

    def _pages_of(self, row: int) -> range:
        if not self._is_facing:
            return range(row, min(row + 1, len(self)))
        first = 2 * row - self._before
        return range(max(0, first), min(first + 2, len(self)))

    def _row_top(self, row: int) -> float:
        if self.is_paged:
            return self._slots[row]
        return self._row_tops[row] * self._scale + GAP_PX * (row + 1)

    def _slot(self, height_pt: float) -> int:
        # Whole pixels, as scroll bars count.
        return max(self._view_height, ceil(height_pt * self._scale + 2 * GAP_PX))

    def _slot_at(self, y: float) -> int:
        """Return the page that has most of a window at `y`."""
        middle = y + self._view_height / 2
        return max(0, min(len(self), bisect_right(self._slots, middle)) - 1)


def fitting_factor(
    sizes: PageSizes,
    zoom: Zoom,
    view_width: float,
    view_height: float,
    spread: Spread = Spread.CONTINUOUS,
) -> float:
    """Return the zoom factor at which the usual page, or two facing ones, fits the window as wanted."""
    if not sizes.usual_width:
        return 1.0
    room, width = view_width - 2 * GAP_PX, sizes.usual_width
    if spread is Spread.FACING and len(sizes) > 1:
        room, width = room - GUTTER_PX, 2 * width
    across = room / (width * PX_PER_PT)
    down = (view_height - 2 * GAP_PX) / (sizes.usual_height * PX_PER_PT)
    factor = {Zoom.FIT_WIDTH: across, Zoom.FIT_PAGE: min(across, down), Zoom.FIT_HEIGHT: down}[zoom]
    return min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM)


_STEPS: Final = (
    *(0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25),
    *(1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0),
)


def next_step(factor: float, up: bool) -> float:
    """Return the next usual zoom factor above or below."""
    if up:
        return next((step for step in _STEPS if step > factor * 1.005), LARGEST_ZOOM)
    return next((step for step in reversed(_STEPS) if step < factor * 0.995), SMALLEST_ZOOM)
