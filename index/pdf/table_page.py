"""One page as tables are sought on it: lines and forgotten words by pdfplumber, in page space.

pdfplumber's `page.cropbox` is wrong on rotated pages with an asymmetric crop, so that the visible part comes
from the boxes as they are written in the file.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.pdf.frames import Box
from index.pdf.table_ink import Rule, TableWord

_THIN_PT = 3.0  # a filled rectangle that is no wider is a line
_STRAIGHT_PT = 0.8
_WHOLE_PAGE = 0.85
_PALE = 0.985
_X_TOLERANCE_RATIO = 0.15
_MOST_OBJECTS = 30_000  # a map or a drawing, not a table


@dataclass(slots=True)
class PageInk:
    """What pdfplumber found.

    Attributes:
        across: Horizontal lines, as they are drawn.
        down: Vertical lines, as they are drawn.
        words: All words, without a place in the document's text.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    words: list[TableWord] = field(default_factory=list)

    def add(self, box: Box) -> None:
        """Add a stroke or a thin rectangle; a dot, of which dotted lines are made, may be part of either."""
        left, top, right, bottom = box
        if bottom - top <= _THIN_PT:
            self.across.append(Rule((top + bottom) / 2, left, right))
        if right - left <= _THIN_PT:
            self.down.append(Rule((left + right) / 2, top, bottom))

    def add_sides(self, box: Box) -> None:
        """Add the four sides of a frame or of a coloured ground."""
        left, top, right, bottom = box
        self.across += (Rule(top, left, right), Rule(bottom, left, right))
        self.down += (Rule(left, top, bottom), Rule(right, top, bottom))


def ink_of(page: Any, size: tuple[float, float]) -> PageInk:  # noqa: ANN401 - pdfplumber has no types
    """Read the lines and words of a page of pdfplumber.

    Args:
        page: The page.
        size: Its width and height as displayed, in points of page space.
    """
    to_page = _way_to_page(page, size)
    ink = PageInk()
    if len(page.rects) + len(page.lines) + len(page.curves) <= _MOST_OBJECTS:
        for box in _strokes(page, to_page, size):
            ink.add(box)
        for box in _frames(page, to_page, size):
            ink.add_sides(box)
    for word in page.extract_words(x_tolerance_ratio=_X_TOLERANCE_RATIO):
        box = to_page(word["x0"], word["top"], word["x1"], word["bottom"])
        if _is_seen(box, size):
            ink.words.append(TableWord(str(word["text"]), *box))
    return ink


Way = Callable[[float, float, float, float], Box]


def _way_to_page(page: Any, size: tuple[float, float]) -> Way:  # noqa: ANN401 - pdfplumber has no types
    """Return the way from pdfplumber's coordinates to page space."""
    m0, m1, m2, m3 = _upright(page.page_obj.mediabox)
    c0, c1, c2, c3 = _upright(page.page_obj.cropbox or page.page_obj.mediabox)
    c0, c1, c2, c3 = max(c0, m0), max(c1, m1), min(c2, m2), min(c3, m3)
    turns = int(page.rotation // 90) % 4
    # What the crop takes away at the left and at the top of the displayed page.
    left, top = (
        (c0 - m0, m3 - c3),
        (c1 - m1, c0 - m0),
        (m2 - c2, c1 - m1),
        (m3 - c3, m2 - c2),
    )[turns]
    width = (c3 - c1) if turns % 2 else (c2 - c0)
    # pdfplumber knows no UserUnit, page space does.
    scale = size[0] / width if width > 0 else 1.0
    left, top = left + float(page.mediabox[0]), top + float(page.mediabox[1])

    def to_page(x0: float, y0: float, x1: float, y1: float) -> Box:
        return (x0 - left) * scale, (y0 - top) * scale, (x1 - left) * scale, (y1 - top) * scale

    return to_page


def _upright(box: Sequence[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(side) for side in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _strokes(page: Any, to_page: Way, size: tuple[float, float]) -> Iterator[Box]:  # noqa: ANN401 - no types
    """Yield what is a single line: strokes, thin rectangles, straight parts of outlines."""
    for line in page.lines:
        box = to_page(line["x0"], line["top"], line["x1"], line["bottom"])
        if min(box[2] - box[0], box[3] - box[1]) <= _STRAIGHT_PT and _is_seen(box, size):
            yield box
    for rect in page.rects:
        box = to_page(rect["x0"], rect["top"], rect["x1"], rect["bottom"])
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN_PT and _is_seen(box, size) and _has_ink(rect):
            yield box
    for curve in page.curves:
        if not _has_ink(curve) or any(step[0] == "c" for step in curve.get("path") or ()):
            continue
        points = curve.get("pts") or ()
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            box = to_page(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            if min(box[2] - box[0], box[3] - box[1]) <= _STRAIGHT_PT and _is_seen(box, size):
                yield box


def _frames(page: Any, to_page: Way, size: tuple[float, float]) -> Iterator[Box]:  # noqa: ANN401 - no types
    """Yield frames and coloured grounds, but not that of the page itself."""
    for rect in page.rects:
        box = to_page(rect["x0"], rect["top"], rect["x1"], rect["bottom"])
        width, height = box[2] - box[0], box[3] - box[1]
        is_page = width > _WHOLE_PAGE * size[0] and height > _WHOLE_PAGE * size[1]
        if min(width, height) > _THIN_PT and not is_page and _is_seen(box, size) and _has_ink(rect):
            yield box


def _has_ink(thing: dict[str, Any]) -> bool:
    """Whether something is to be seen: a stroke, or a ground that is not white."""
    if thing.get("stroke"):
        return True
    return bool(thing.get("fill")) and not _is_white(thing.get("non_stroking_color"))


def _is_white(color: Any) -> bool:  # noqa: ANN401 - pdfminer gives numbers, tuples, patterns and None
    parts = color if isinstance(color, (tuple, list)) else (color,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - _PALE for part in parts)
    return all(part >= _PALE for part in parts)


def _is_seen(box: Box, size: tuple[float, float]) -> bool:
    """Whether any of a box lies on the displayed page; what is not a number does not."""
    return (
        all(math.isfinite(side) for side in box)
        and box[2] > -1
        and box[3] > -1
        and box[0] < size[0] + 1
        and box[1] < size[1] + 1
    )
