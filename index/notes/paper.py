"""Annotations on paper: where their words stand on the pages, and the words beside a point of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from index.model.annotation import Annotation
from index.model.geometry import Point, Quad
from index.model.span import Span
from index.model.textmap import TextMap

_DIGITS: Final = 2
"""Hundredths of a point are finer than any printer."""
_BESIDE: Final = 60
"""Characters beside a point by which it is found again."""


def put_on_paper(annotation: Annotation, text_map: TextMap) -> Annotation:
    """Return an annotation that knows where its words stand; a point moves as far as the words beside it."""
    quads = quads_of(annotation.anchor.span, text_map)
    point = annotation.point
    if point is not None and quads and annotation.quads:
        point = _shifted(point, annotation.quads[0], quads[0])
    return replace(annotation, quads=quads, point=point)


def quads_of(span: Span, text_map: TextMap) -> tuple[Quad, ...]:
    """Return where a passage stands, to the hundredth of a point."""
    return tuple(_rounded(quad) for quad in text_map.quads(span)) if span else ()


def words_beside(page_index: int, point: Point, text: str, page: Span, text_map: TextMap) -> Span:
    """Return the passage by which a point of a page is found again; empty where the page has no text.

    Args:
        page_index: The page, from 0.
        point: The point, in page space.
        text: The document's text.
        page: The part of the text that stands on the page.
        text_map: The map of the document.
    """
    nearest = text_map.nearest(page_index, point.x, point.y)
    if nearest is None:
        return Span(page.start, page.start)
    stop = min(nearest.start + _BESIDE, page.stop)
    if stop < page.stop:
        stop = text.rfind(" ", nearest.start, stop)  # whole words
    return Span(nearest.start, max(nearest.stop, stop))


def _rounded(quad: Quad) -> Quad:
    a, b, c, d, e, f, g, h = (round(coordinate, _DIGITS) for coordinate in quad.points)
    return Quad(quad.page_index, (a, b, c, d, e, f, g, h))


def _shifted(point: Point, old: Quad, new: Quad) -> Point:
    return Point(
        round(point.x + new.points[0] - old.points[0], _DIGITS),
        round(point.y + new.points[1] - old.points[1], _DIGITS),
    )
