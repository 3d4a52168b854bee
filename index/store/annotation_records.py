"""Between annotations and the columns of the database: pure functions, both ways."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from index.model.annotation import Anchor, Annotation, AnnotationKind, HighlightColor, Link
from index.model.document import DocumentId
from index.model.geometry import Point, Quad
from index.model.span import Span
from index.store.records import encodable, sha256, to_json


def annotation_row(annotation: Annotation) -> tuple[str | int, ...]:
    """Return the columns of an annotation, those of its deletion and digest apart."""
    anchor = annotation.anchor
    return (
        annotation.id,
        annotation.document_id,
        anchor.span.start,
        anchor.span.stop,
        encodable(anchor.quote),
        encodable(anchor.prefix),
        encodable(anchor.suffix),
        anchor.page_index,
        annotation.color.value,
        encodable(annotation.note),
        to_json(annotation.tags),
        annotation.created,
        annotation.modified,
        annotation.kind.value,
        encodable(annotation.author),
        _place_json(annotation),
        to_json([_link_row(link) for link in annotation.links]),
    )


def annotation_from_row(row: Sequence[Any]) -> Annotation:
    """Return the annotation of those columns.

    Raises:
        ValueError, KeyError, TypeError: If they are none.
    """
    id_, document_id, start, stop, quote, prefix, suffix, page_index = row[:8]
    color, note, tags, created, modified, kind, author, place, links = row[8:]
    point, quads = json.loads(place)
    return Annotation(
        id=id_,
        document_id=DocumentId(document_id),
        anchor=Anchor(Span(start, stop), quote, prefix, suffix, page_index),
        color=HighlightColor(color),
        note=note,
        tags=tuple(json.loads(tags)),
        created=created,
        modified=modified,
        kind=AnnotationKind(kind),
        author=author,
        point=None if point is None else Point(*point),
        quads=tuple(_quad(page, points) for page, *points in quads),
        links=tuple(_link(*link) for link in json.loads(links)),
    )


def annotation_digest(row: Sequence[Any], deleted: str) -> str:
    """Return the SHA-256 of an annotation's columns and of when it was deleted."""
    return sha256(to_json([*row, deleted]).encode())


def _place_json(annotation: Annotation) -> str:
    point = annotation.point
    return to_json(
        [
            None if point is None else [point.x, point.y],
            [[quad.page_index, *quad.points] for quad in annotation.quads],
        ]
    )


def _quad(page_index: int, points: Sequence[float]) -> Quad:
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = points
    return Quad(page_index, (ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y))


def _link_row(link: Link) -> list[str | list[int]]:
    ends = [] if link.span is None else [link.span.start, link.span.stop]
    return [link.document_id, encodable(link.label), link.annotation_id, ends]


def _link(document_id: str, label: str, annotation_id: str, ends: list[int]) -> Link:
    return Link(DocumentId(document_id), label, annotation_id, Span(*ends) if ends else None)
