"""Where on the desk marks begin: what the scroll bar shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.pageview.hitbar import BarMark
from desktop.pageview.inks import Inks
from desktop.pageview.layout import PageLayout, Place
from desktop.pageview.marks import Layer, Mark
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
            if (place := mark.point or self._begin(mark.span)) is not None
        ]

    def set_current(self, span: Span | None) -> None:
        """Take the current match."""
        self._current = None if span is None else self._begin(span)

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

    def _begin(self, span: Span) -> Place | None:
        if not len(span):
            return None
        # The quads of the beginning are enough; it may be a blank, hence more than one character.
        for stop in (min(span.stop, span.start + 1), span.stop):
            if quads := self._text_map.quads(Span(span.start, stop)):
                bounds = quads[0].bounds
                return Place(quads[0].page_index, bounds.left, (bounds.top + bounds.bottom) / 2)
        return None


def _fraction(layout: PageLayout, place: Place) -> float:
    return layout.position(place)[1] / layout.height
