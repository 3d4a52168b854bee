"""Places on paper.

Page space: PDF points (1/72 inch times the page's UserUnit), origin at the top left corner of the page
as it is displayed (after /Rotate and inside the CropBox), x to the right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a page, in page space, in points."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in page space, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Quad:
    """A stretch of one line of text on one page, as four corners in reading direction.

    Attributes:
        page_index: The page, counted from 0.
        points: x and y of the upper left, upper right, lower left and lower right corner as somebody
            sees them who reads the line upright; in page space, in points.
    """

    page_index: int
    points: tuple[float, float, float, float, float, float, float, float]

    @property
    def bounds(self) -> Rect:
        """The upright rectangle around the four corners."""
        xs, ys = self.points[0::2], self.points[1::2]
        return Rect(min(xs), min(ys), max(xs), max(ys))
