"""Free notes and bookmarks: put where the reader points, or where they read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF

from desktop.pageview.layout import READING_HEIGHT, Place
from desktop.windows.main import MainWindow
from index.model.annotation import AnnotationKind
from index.model.document import Page
from index.model.geometry import Point

_EDGE_PT: Final = 18.0
"""How far from the edge of the page signs stand that nobody pointed a place for."""


def pin_in_sight(window: MainWindow, kind: AnnotationKind) -> None:
    """Put a free note at the height where people read, or a bookmark at the top of what is seen."""
    pages = window.columns.pages
    height = pages.viewport().height() * (READING_HEIGHT if kind is AnnotationKind.NOTE else 0)
    place = pages.place_at(QPointF(pages.viewport().width() / 2, height))
    if place is not None and pages.document is not None:
        page = pages.document.pages[place.page_index]
        pin_at(window, Place(place.page_index, page.width_pt - _EDGE_PT, place.y_pt), kind)


def pin_at(window: MainWindow, place: Place, kind: AnnotationKind) -> None:
    """Put a free note or a bookmark at a place; on the page even if the place is beside it."""
    document = window.columns.pages.document
    if document is not None:
        point = _on(document.pages[place.page_index], place)
        window.presenters.notes.pin(place.page_index, point, kind)


def _on(page: Page, place: Place) -> Point:
    return Point(
        round(min(max(_EDGE_PT, place.x_pt), page.width_pt - _EDGE_PT), 2),
        round(min(max(_EDGE_PT, place.y_pt), page.height_pt - _EDGE_PT), 2),
    )
