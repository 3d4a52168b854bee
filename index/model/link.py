"""Links on pages: to other places of the document, and out of it."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.geometry import Rect


@dataclass(frozen=True, slots=True)
class PageLink:
    """A part of a page that leads somewhere.

    Attributes:
        area: The part, in points of the displayed page.
        page_index: The page it leads to; None when it leads out of the document.
        y_pt: How far below the top of that page; 0 when the file says nothing sensible of it.
        address: Where it leads outside, as the file has it, as one line of plain text; empty for a page.
    """

    area: Rect
    page_index: int | None = None
    y_pt: float = 0.0
    address: str = ""
