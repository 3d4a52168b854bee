"""The sizes of a document's pages as they are shown, made safe to show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import isfinite
from statistics import median
from typing import Final

from index.model.document import Page

# The format allows 14,400 units; files that claim more are shown as large as that, and no larger.
_LONGEST_SIDE_PT: Final = 14_400.0
# What PDFium takes for a page without a usable size (US Letter).
_FALLBACK_PT: Final = (612.0, 792.0)
# A drawing among letters must not make the letters tiny when they are to fit the width.
_UNUSUALLY_WIDE: Final = 1.5


class PageSizes:
    """The sizes of a document's pages, in points.

    Args:
        pages: All pages, in order.
        turns: By how many quarters the reader has turned the view, clockwise: 0 to 3.

    Attributes:
        turns: See above.
        shrink: For each page, what its size was multiplied with to fit on the desk; 1 for all sane ones.
        widths, heights: For each page, as it is shown.
        tops: For each page, the heights of those before it; at the end, of all.
        pages_before: How many places are empty before the first of facing pages: one, if that is a cover.
        facing_tops: For each row of facing pages the heights of those before it; at the end, of all.
        widest: The greatest width.
        usual_width, usual_height: The greatest among pages that are not unusually wide.
    """

    def __init__(self, pages: Sequence[Page], turns: int = 0) -> None:
        self.turns = turns
        self.shrink: list[float] = []
        self.widths: list[float] = []
        self.heights: list[float] = []
        for page in pages:
            width, height = page.width_pt, page.height_pt
            if not (isfinite(width) and isfinite(height) and width > 0 and height > 0):
                width, height = _FALLBACK_PT
            if turns % 2:
                width, height = height, width
            shrink = min(1.0, _LONGEST_SIDE_PT / max(width, height))
            self.shrink.append(shrink)
            self.widths.append(width * shrink)
            self.heights.append(height * shrink)
        self.tops = list(accumulate(self.heights, initial=0.0))
        self.pages_before = int(len(pages) > 2)
        beside = [0.0] * self.pages_before + self.heights
        rows = (max(beside[i : i + 2]) for i in range(0, len(beside), 2))
        self.facing_tops = list(accumulate(rows, initial=0.0))
        self.widest = max(self.widths, default=0.0)
        usual = median(self.widths) * _UNUSUALLY_WIDE if self.widths else 0.0
        self.usual_width = max((w for w in self.widths if w <= usual), default=0.0)
        self.usual_height = max(
            (h for w, h in zip(self.widths, self.heights, strict=True) if w <= usual), default=0.0
        )

    def __len__(self) -> int:
        return len(self.widths)
