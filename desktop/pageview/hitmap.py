"""Where on the desk marks begin: what the scroll bar shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.pageview.hitbar import BarMark
from desktop.pageview.inks import Inks
from desktop.pageview.layout import PageLayout, Place
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.passages import beginning
from index.model.span import Span
from index.model.textmap import TextMap

MOST_BAR_MARKS: Final = 4000
"""Marks of a layer worth looking up: the scroll bar has fewer rows."""


class HitMap:
    """Where the marks of one document begin. Looked up once for each set of marks, placed anew at each zoom.

    Args:
        text_map: The map of the document.
    """

    def __init__(self, text_map: TextMap) -> None:
        self._text_map = text_map
        self._places: dict[Layer, list[tuple[str, Place]]] = {}
        self._current: Place | None = None

    def set_marks(self, layer: Layer, marks: Iterable[Mark]) -> None:
        """Take the marks of a layer."""
        self._places[layer] = [
            (mark.role or layer.value, place)
            for mark in marks
            if (place := mark.point or beginning(self._text_map, mark.span)) is not None
        ]

    def set_current(self, span: Span | None) -> None:
        """Take the current match."""
        self._current = None if span is None else beginning(self._text_map, span)

    def marks(self, layout: PageLayout, inks: Inks) -> Iterator[BarMark]:
        """Yield the marks of all layers, the topmost layer last."""
        for layer in Layer:
            for role, place in self._places.get(layer, ()):
                if role in inks.bar and place.page_index < len(layout):
                    yield _fraction(layout, place), inks.bar[role]

    def current(self, layout: PageLayout, inks: Inks) -> BarMark | None:
        """Return the current match."""
        if self._current is None or self._current.page_index >= len(layout):
            return None
        return _fraction(layout, self._current), inks.frame


def _fraction(layout: PageLayout, place: Place) -> float:
    return layout.position(place)[1] / layout.height
