"""Annotations as marks of PDFs, and marks of PDFs as notes that may be taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from index.model.annotation import Annotation, AnnotationKind, Pen
from index.model.foreign import Foreign
from index.model.markup import MADE_HERE, ORIGIN, Markup, MarkupKind
from index.notes.colors import PRINTED, nearest_pen

_PART: Final = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-\d+")
_KINDS: Final = {
    MarkupKind.HIGHLIGHT: AnnotationKind.HIGHLIGHT,
    MarkupKind.UNDERLINE: AnnotationKind.UNDERLINE,
    MarkupKind.SQUIGGLY: AnnotationKind.UNDERLINE,
    MarkupKind.STRIKE: AnnotationKind.STRIKE,
}
_MARKS: Final = {
    AnnotationKind.HIGHLIGHT: MarkupKind.HIGHLIGHT,
    AnnotationKind.UNDERLINE: MarkupKind.UNDERLINE,
    AnnotationKind.STRIKE: MarkupKind.STRIKE,
    AnnotationKind.NOTE: MarkupKind.NOTE,
    AnnotationKind.BOOKMARK: MarkupKind.BOOKMARK,
}


def foreign_marks(marks: Iterable[Markup]) -> Iterator[Foreign]:
    """Yield the marks of a PDF as notes.

    Drawings without a word stay what they are, pictures on the page, and what the program itself marked is
    nobody's note. What we wrote as several marks, because its words run over the end of a page, is one again.
    """
    whole: dict[str, Markup] = {}
    for mark in marks:
        part = _PART.fullmatch(mark.name)
        first = whole.get(part[1]) if part is not None else None
        if first is not None:
            words = f"{first.words} {mark.words}".strip()
            whole[first.name] = replace(first, quads=first.quads + mark.quads, words=words)
        else:
            whole[mark.name] = mark
    for mark in whole.values():
        is_mute = not mark.note and mark.kind in {MarkupKind.DRAWING, MarkupKind.FREE_TEXT}
        if not is_mute and not mark.name.startswith(MADE_HERE):
            yield foreign_mark(mark)


def foreign_mark(mark: Markup) -> Foreign:
    """Return one mark of a PDF as a note."""
    kind = _KINDS.get(mark.kind, AnnotationKind.NOTE)
    return Foreign(
        source=mark.name,
        pen=Pen(nearest_pen(mark.color), mark.note, mark.tags, kind, mark.author),
        created=mark.created,
        modified=mark.modified,
        quote=mark.words,
        page_index=mark.page_index,
        quads=mark.quads,
        point=None if mark.kind.is_of_words else mark.point,
        answers=mark.answers,
    )


def pdf_marks(annotation: Annotation) -> Iterator[Markup]:
    """Yield the marks of a PDF that show an annotation: one for each page that its words stand on.

    The first has its id for a name, and its text. What has no place has no marks, see `has_place`.
    """
    if not has_place(annotation):
        return
    kind = _MARKS[annotation.kind]
    at_point = not annotation.kind.is_of_words
    first = annotation.anchor.page_index
    pages = [first] if at_point else list(dict.fromkeys(quad.page_index for quad in annotation.quads))
    links = [f"→ {link.label}" for link in annotation.links]
    note = "\n".join([part for part in (annotation.note, *links) if part])
    if kind is MarkupKind.BOOKMARK and not note:
        note = " ".join(annotation.anchor.quote.split())
    for number, page_index in enumerate(pages):
        yield Markup(
            kind=kind,
            page_index=page_index,
            # `foreign_marks` knows such names.
            name=f"{annotation.id}-{number + 1}" if number else annotation.id,
            quads=() if at_point else tuple(q for q in annotation.quads if q.page_index == page_index),
            point=annotation.point or ORIGIN,
            color=PRINTED[annotation.color],
            note="" if number else note,
            tags=() if number else annotation.tags,
            author=annotation.author,
            created=annotation.created,
            modified=annotation.modified,
        )


def has_place(annotation: Annotation) -> bool:
    """Whether an annotation can be shown on paper."""
    if annotation.kind.is_of_words:
        return bool(annotation.quads and (annotation.anchor.span or not annotation.anchor.quote))
    return annotation.point is not None
