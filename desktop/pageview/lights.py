"""Everything that is lit on the open document, as outlines ready to be painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtGui import QPainterPath

from desktop.pageview.layout import Place
from desktop.pageview.letters import fitted
from desktop.pageview.marks import Layer, LitLayer, Mark, PageQuads
from desktop.pageview.strokes import lined, strokes
from index.model.annotation import AnnotationKind
from index.model.geometry import Quad
from index.model.span import Span
from index.model.textmap import TextMap

SELECTION: Final = "selection"
"""Role of the selection in `Lights.on_page`."""

_FRAME_OVERHANG_PT: Final = 1.2
_FRAME_OUTSET_PT: Final = 1.1

_LINE: Final = " line"
_LINES: Final = {AnnotationKind.UNDERLINE: 0.97, AnnotationKind.STRIKE: 0.56}
"""How far below the top of the letters lines are drawn, as a part of their height."""


def line_role(role: str) -> str:
    """Return the role of a line drawn with a marker; lines are drawn in a stronger colour."""
    return role + _LINE


Lit = tuple[str, QPainterPath]
"""Role (a `Layer`, the name of a marker colour or of its line, or `SELECTION`) and outline in page space."""


class Lights:
    """Marks, selection and current match of one document. Outlines are made when a page is seen.

    Args:
        text_map: The map of the document.
        text: Its text, so that the selection ends between letters.
    """

    def __init__(self, text_map: TextMap, text: str = "") -> None:
        self._quads, self._map, self._text = PageQuads(text_map), text_map, text
        self._layers: dict[Layer, LitLayer] = {}
        self._outlines: dict[int, tuple[Lit, ...]] = {}
        self._selection: Span | None = None
        self._selection_outlines: dict[int, QPainterPath] = {}
        self.current: Span | None = None

    @property
    def selection(self) -> Span | None:
        """The selected passage."""
        return self._selection

    @selection.setter
    def selection(self, span: Span | None) -> None:
        self._selection = span
        self._selection_outlines.clear()

    def set_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Light these passages in a layer, instead of the ones before."""
        self._layers[layer] = LitLayer(self._quads, marks)
        self._outlines.clear()

    def marks(self, layer: Layer, limit: int | None = None) -> Iterator[Mark]:
        """Yield what is lit in a layer; about `limit` of them, spread over the pages, when there are more."""
        if lit := self._layers.get(layer):
            yield from lit.marks if limit is None else lit.sample(limit)

    def marks_on(self, page_index: int) -> tuple[Lit, ...]:
        """Return the marks on a page, from the bottom to the top; the same object until others are set."""
        if page_index not in self._outlines:
            self._outlines[page_index] = tuple(self._outline(page_index))
        return self._outlines[page_index]

    def selection_on(self, page_index: int) -> tuple[Lit, ...]:
        """Return the selection on a page; nothing when there is none."""
        if self._selection is None:
            return ()
        if page_index not in self._selection_outlines:
            quads = self.selected_quads(page_index)
            self._selection_outlines[page_index] = strokes(quads, overhang_pt=0, rounding_pt=0.8)
        return ((SELECTION, self._selection_outlines[page_index]),)

    def on_page(self, page_index: int) -> Iterator[Lit]:
        """Yield what is lit on a page, from the bottom to the top, the selection last."""
        yield from self.marks_on(page_index)
        yield from self.selection_on(page_index)

    def selected_quads(self, page_index: int) -> tuple[Quad, ...]:
        """Return the quads of the selection on a page, in text order."""
        if self._selection is None:
            return ()
        quads = self._quads.quads(self._selection, page_index)
        return fitted(quads, self._map, self._text, self._selection)

    def frame(self, span: Span, page_index: int) -> QPainterPath:
        """Return the frame around a passage on a page; empty when it is elsewhere."""
        return strokes(self._quads.quads(span, page_index), _FRAME_OVERHANG_PT, _FRAME_OUTSET_PT, 2.2)

    def mark_at(self, place: Place) -> tuple[Layer, Mark] | None:
        """Return the mark at a point, of the topmost layer that has one there."""
        for layer in reversed(Layer):
            if lit := self._layers.get(layer):
                mark = lit.at(place.page_index, place.x_pt, place.y_pt)
                if mark is not None:
                    return layer, mark
        return None

    def signs(self, page_index: int) -> Iterator[Mark]:
        """Yield the marks that stand at a point of a page."""
        if lit := self._layers.get(Layer.NOTES):
            yield from (one.mark for one in lit.on_page(page_index) if one.mark.point is not None)

    def _outline(self, page_index: int) -> Iterator[Lit]:
        for layer in Layer:
            if layer not in self._layers:
                continue
            quads_by_role: dict[str, list[Quad]] = {}
            for lit in self._layers[layer].on_page(page_index):
                role, quads = lit.mark.role or layer.value, lit.quads
                if lit.mark.kind in _LINES:
                    quads = tuple(lined(quad, _LINES[lit.mark.kind]) for quad in quads)
                    role = line_role(role)
                quads_by_role.setdefault(role, []).extend(quads)
            for role, found in quads_by_role.items():
                yield role, strokes(found, outset_pt=0) if role.endswith(_LINE) else strokes(found)
