"""Annotations made: of passages, and at points of pages."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from index.errors import AnnotationError
from index.model.annotation import Anchor, Annotation, Pen
from index.model.document import DocumentId
from index.model.geometry import Point
from index.model.span import Span
from index.notes.anchors import bare_anchor, make_anchor
from index.notes.paper import put_on_paper, quads_of, words_beside
from index.store.library import Library


def marked(library: Library, document_id: DocumentId, spans: Iterable[Span], pen: Pen) -> list[Annotation]:
    """Return annotations of passages, each passage once.

    Raises:
        AnnotationError: If a passage holds no words.
        DocumentUnknown: If there is no such document.
    """
    text, pages = library.text(document_id), library.pages(document_id)
    text_map = library.text_map(document_id)
    anchors = {anchor.span: anchor for anchor in (make_anchor(text, pages, span) for span in spans)}
    return [put_on_paper(fresh_annotation(document_id, anchor, pen), text_map) for anchor in anchors.values()]


def pinned(library: Library, document_id: DocumentId, page_index: int, point: Point, pen: Pen) -> Annotation:
    """Return an annotation at a point of a page, in page space.

    Raises:
        AnnotationError: If there is no such page.
        DocumentUnknown: If there is no such document.
    """
    text, pages = library.text(document_id), library.pages(document_id)
    text_map = library.text_map(document_id)
    page = next((page for page in pages if page.page_index == page_index), None)
    if page is None:
        raise AnnotationError(
            f"В документе нет страницы {page_index + 1}; заметка не создана.", "Выберите другую страницу."
        )
    beside = words_beside(page_index, point, text, page.span, text_map)
    anchor = make_anchor(text, pages, beside) if beside.of(text).strip() else bare_anchor(page)
    made = fresh_annotation(document_id, replace(anchor, page_index=page_index), pen)
    return replace(made, point=point, quads=quads_of(anchor.span, text_map))


def cleaned_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags without blanks around them, each once in whatever case, in the order given."""
    once: dict[str, str] = {}
    for tag in tags:
        if stripped := tag.strip():
            once.setdefault(stripped.casefold(), stripped)
    return tuple(once.values())


def now() -> str:
    """Return the time as annotations hold it: ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def fresh_annotation(document_id: DocumentId, anchor: Anchor, pen: Pen) -> Annotation:
    """Return an annotation, made now, that does not know yet where its words stand on paper."""
    moment = now()
    return Annotation(
        id=str(uuid.uuid4()),
        document_id=document_id,
        anchor=anchor,
        color=pen.color,
        note=pen.note,
        tags=cleaned_tags(pen.tags),
        created=moment,
        modified=moment,
        kind=pen.kind,
        author=pen.author,
    )
