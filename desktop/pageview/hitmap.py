"""Where on the desk marks begin: what the scroll bar shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.pageview.hitbar import BarMark, HitBar, Lane
from desktop.pageview.inks import Inks
from desktop.pageview.layout import PageLayout, Place
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.passages import beginning
from index.model.span import Span
from index.model.textmap import TextMap

MOST_BAR_MARKS: Final = 4000
"""Marks of a layer worth looking up: the scroll bar has fewer rows."""

_SOON_MS: Final = 40


class HitMap:
    """Where the marks of one document begin. Looked up once for each set of marks, placed anew at each zoom.

    Args:
        text_map: The map of the document.
    """

    def __init__(self, text_map: TextMap) -> None:
        self._text_map = text_map
        self._places: dict[Layer, list[tuple[str, Place]]] = {}
        self._facts: list[Place] = []
        self._current: Place | None = None

    def set_marks(self, layer: Layer, marks: Iterable[Mark]) -> None:
        """Take the marks of a layer."""
        self._places[layer] = [
            (mark.role or layer.value, place)
            for mark in marks
            if (place := mark.point or beginning(self._text_map, mark.span)) is not None
        ]

    def set_facts(self, spans: Iterable[Span]) -> None:
        """Take the passages that state something, lit or not."""
        self._facts = [place for span in spans if (place := beginning(self._text_map, span)) is not None]

    def set_current(self, span: Span | None) -> None:
        """Take the current match."""
        self._current = None if span is None else beginning(self._text_map, span)

    def marks(self, layout: PageLayout, inks: Inks) -> Iterator[BarMark]:
        """Yield the marks of facts and of all layers, the topmost layer last."""
        for place in self._facts:
            if place.page_index < len(layout):
                yield BarMark(_fraction(layout, place), inks.bar_fact, Lane.LEFT)
        for layer in Layer:
            lane = Lane.RIGHT if layer is Layer.NOTES else Lane.MIDDLE
            for role, place in self._places.get(layer, ()):
                if role in inks.bar and place.page_index < len(layout):
                    yield BarMark(_fraction(layout, place), inks.bar[role], lane)

    def current(self, layout: PageLayout, inks: Inks) -> BarMark | None:
        """Return the current match."""
        if self._current is None or self._current.page_index >= len(layout):
            return None
        return BarMark(_fraction(layout, self._current), inks.frame)


class BarMap(QObject):
    """Keeps the map in the scroll bar as the document and its layout are.

    Args:
        bar: Where the map is drawn; the owner.
        how: Tells where pages lie now, and the colours.
    """

    def __init__(self, bar: HitBar, how: Callable[[], tuple[PageLayout, Inks]]) -> None:
        super().__init__(bar)
        self._bar, self._how = bar, how
        self._hitmap = HitMap(TextMap((), ()))
        # Neither zooming nor opening waits for thousands of marks to find their places.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.draw)

    def open(self, text_map: TextMap) -> None:
        """Take another document; there is nothing on it yet."""
        self._hitmap = HitMap(text_map)

    def set_marks(self, layer: Layer, marks: Iterable[Mark]) -> None:
        """Show the marks of a layer."""
        self._hitmap.set_marks(layer, marks)
        self.draw_soon()

    def set_facts(self, spans: Iterable[Span]) -> None:
        """Show the passages that state something."""
        self._hitmap.set_facts(islice(spans, MOST_BAR_MARKS))
        self.draw_soon()

    def set_current(self, span: Span | None) -> None:
        """Show the current match."""
        self._hitmap.set_current(span)
        self.draw_soon()

    def draw_soon(self) -> None:
        """Draw the map anew in a moment; many calls make one drawing."""
        self._soon.start()

    def draw(self) -> None:
        """Draw the map anew."""
        layout, inks = self._how()
        self._bar.set_marks(list(self._hitmap.marks(layout, inks)), self._hitmap.current(layout, inks))


def _fraction(layout: PageLayout, place: Place) -> float:
    return layout.position(place)[1] / layout.height
