"""From the coordinates written in the file to those of the page as it is displayed, and to those of a reader.

Three spaces, all in points:

- *file space*: as the PDF writes them, y up, any origin;
- *page space* (`index.model.geometry`): the displayed page, origin top left, y down;
- *reading space* of a direction: the page turned until text of that direction is upright. `u` grows along
  the line and `v` from line to line, whichever way the text runs, so that layout knows no rotation. The
  origin is that of page space, hence coordinates may be negative.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in reading space; left <= right, top <= bottom."""

# Page space (x, y) to reading space (u, v), for each direction of text: (u of x, u of y, v of x, v of y).
_UPRIGHT = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))


FrameAt = Callable[[int], "PageFrame"]
"""Returns how a page is displayed, by its index."""
Turn = Callable[[Any, Any, Any, Any], tuple[Any, Any, Any, Any]]
"""Takes left, bottom, right and top of an upright box in file space to another space.

Works on numbers, and on arrays of them as well.
"""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """How one page is displayed.

    Attributes:
        left: The visible part of the page in file space (CropBox within MediaBox).
        bottom: As `left`.
        right: As `left`.
        top: As `left`.
        rotation: Quarter turns clockwise by which the page is displayed.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def visible(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the visible part in file space."""
        return self.left, self.bottom, self.right, self.top

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation % 2 else (width, height)

    def direction(self, clockwise_angle: float) -> int:
        """Return the quarter turns in which text runs on the displayed page, from its angle in the file.

        Args:
            clockwise_angle: In radians, from upright, in file space.
        """
        return (round(clockwise_angle / (math.pi / 2)) + self.rotation) % 4

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of file space in page space."""
        left, top, _right, _bottom = self.turn(0)(x, y, x, y)
        return left, top

    def to_file(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of page space in file space."""
        return (
            (x + self.left, self.top - y),
            (y + self.left, x + self.bottom),
            (self.right - x, y + self.bottom),
            (self.right - y, self.top - x),
        )[self.rotation]

    def turn(self, direction: int) -> Turn:
        """Return the way from file space to the reading space of a direction."""
        x = ((1, 0, -self.left), (0, 1, -self.bottom), (-1, 0, self.right), (0, -1, self.top))[self.rotation]
        y = ((0, -1, self.top), (1, 0, -self.left), (0, 1, -self.bottom), (-1, 0, self.right))[self.rotation]
        ux, uy, vx, vy = _UPRIGHT[direction]
        to_u = (ux * x[0] + uy * y[0], ux * x[1] + uy * y[1], ux * x[2] + uy * y[2])
        to_v = (vx * x[0] + vy * y[0], vx * x[1] + vy * y[1], vx * x[2] + vy * y[2])
        return _upright(to_u[2], to_v[2]) if (to_u[0], to_v[1]) == (1, -1) else _turned(to_u, to_v)

    def turned(self, sides: NDArray[np.float64], directions: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return many boxes, each in the reading space of its direction.

        Args:
            sides: Left, bottom, right and top in file space, shape (n, 4).
            directions: Of each, shape (n,).

        Returns:
            Left, top, right and bottom, shape (n, 4).
        """
        import numpy as np

        if len(directions) and (directions == directions[0]).all():
            return np.stack(self.turn(directions.item(0))(*sides.T), axis=1)
        boxes = np.empty_like(sides)
        for direction in np.unique(directions).tolist():
            are_such = directions == direction
            boxes[are_such] = np.stack(self.turn(direction)(*sides[are_such].T), axis=1)
        return boxes


def frame_of(page: Any) -> PageFrame:  # noqa: ANN401 - pypdfium2 has no types
    """Return how pdfium displays a loaded page."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, box)
    return PageFrame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page.raw) % 4)


def _upright(shift_u: float, shift_v: float) -> Turn:
    """Return the turn of most pages, which only moves the origin to the top."""

    def turn(left: float, bottom: float, right: float, top: float) -> Box:
        return left + shift_u, shift_v - top, right + shift_u, shift_v - bottom

    return turn


def _turned(to_u: tuple[float, float, float], to_v: tuple[float, float, float]) -> Turn:
    """Return any quarter turn: `u = ux*x + uy*y + u0`, `v = vx*x + vy*y + v0`; one of ux and uy is 0."""

    def turn(left: float, bottom: float, right: float, top: float) -> Box:
        u1, u2 = _ends(to_u, left, bottom, right, top)
        v1, v2 = _ends(to_v, left, bottom, right, top)
        return u1, v1, u2, v2

    return turn


def _ends(
    to: tuple[float, float, float], left: float, bottom: float, right: float, top: float
) -> tuple[float, float]:
    of_x, of_y, shift = to
    low, high = (left, right) if of_x else (bottom, top)
    return (low + shift, high + shift) if of_x + of_y > 0 else (shift - high, shift - low)


def line_extent(direction: int, low_v: float, high_v: float) -> tuple[float, float]:
    """Return a line's extent across, from reading space to page space: (smaller, larger)."""
    return (low_v, high_v) if direction in (0, 3) else (-high_v, -low_v)


def along(direction: int, u: float) -> float:
    """Return a coordinate along a line, from reading space to page space."""
    return u if direction in (0, 1) else -u
