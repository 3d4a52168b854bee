"""How a document was left, so that reading goes on there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOff:
    """How a document was left.

    Attributes:
        page_index: The page at the upper edge of the window.
        x_pt: Where the middle of that edge was: from the left edge of the page, in page space.
        y_pt: From its top edge; may lie outside of the page.
        turns: By how many quarters the pages were turned, clockwise: 0 to 3.
    """

    page_index: int
    x_pt: float
    y_pt: float
    turns: int = 0
