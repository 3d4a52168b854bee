"""The caret: where in the window it stands, and how the pages follow it."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.pageview.layout import Place
from desktop.pageview.lines import Lines

WIDTH_PX: Final = 2.0
# What is nearer to the edges of the window makes the pages move.
_MARGIN_PX: Final = 28


class Window(Protocol):
    """What a caret needs to know of the window onto the pages."""

    def viewport(self) -> QWidget:
        """The widget on which it is painted."""

    def verticalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages up and down."""

    def horizontalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages sideways."""

    def point_of(self, place: Place) -> QPointF:
        """Return where in the viewport a place is."""


def caret_rect(window: Window, lines: Lines, caret: int, *, is_end: bool = False) -> QRectF | None:
    """Return the stroke of a caret in the viewport, maybe outside of it; None in a document without text.

    Args:
        window: The window onto the pages.
        lines: The lines of the document.
        caret: The place between characters.
        is_end: Whether it stands at the end of its line, see `Lines.line_at`.
    """
    found = lines.caret_box(caret, is_end=is_end)
    if found is None:
        return None
    page_index, box = found
    ends = (
        window.point_of(Place(page_index, box.left, box.top)),
        window.point_of(Place(page_index, box.right, box.bottom)),
    )
    rect = QRectF(*ends).normalized()
    # Pages may be turned: the stroke lies across its line, whichever way that runs.
    half = WIDTH_PX / 2
    is_upright = rect.height() >= rect.width()
    return rect.adjusted(-half, 0, half, 0) if is_upright else rect.adjusted(0, -half, 0, half)


def follow(window: Window, rect: QRectF) -> None:
    """Move the pages as little as brings a rectangle of the viewport into sight."""
    size = window.viewport().size()
    for bar, low, high, room in (
        (window.horizontalScrollBar(), rect.left(), rect.right(), size.width()),
        (window.verticalScrollBar(), rect.top(), rect.bottom(), size.height()),
    ):
        by = max(0.0, high + _MARGIN_PX - room) + min(0.0, low - _MARGIN_PX)
        bar.setValue(bar.value() + round(by))


def centre(window: Window, rect: QRectF) -> None:
    """Move the pages so that a rectangle of the viewport comes to the middle of the height.

    Pages that are shown singly do not move a little: they turn over when most of the next one would be seen.
    """
    bar = window.verticalScrollBar()
    bar.setValue(bar.value() + round(rect.center().y() - window.viewport().height() / 2))
