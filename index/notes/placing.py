"""Annotations whose place is not sure: confirmed or chosen by the reader, carried over to a newer version."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from index.model.annotation import Annotation, Carried
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.copies import Copies
from index.notes.making import now
from index.notes.moving import Move, stands_at
from index.notes.paper import put_on_paper
from index.notes.reanchoring import Found, Reanchoring
from index.store.annotations import AnnotationStore
from index.store.library import Library


class Placing:
    """Finds, confirms and carries over the places of annotations. Methods block; any thread may call them."""

    def __init__(self, annotations: AnnotationStore, library: Library, copies: Copies[Annotation]) -> None:
        self._annotations, self._library, self._copies = annotations, library, copies

    def unsure(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of a document, or of all, whose words do not stand where they say.

        Those with a span have a likely place that the reader may confirm; those without are orphans.
        """
        return self.unsure_among(self._annotations.live(document_id))

    def unsure_among(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Return those of some annotations whose words do not stand where they say."""
        text = self._library.text
        return tuple(one for one in annotations if not stands_at(text(one.document_id), one.anchor))

    def candidates(self, annotation_id: str) -> Found:
        """Return where the words of an annotation may stand in the text as it is now; some milliseconds.

        Raises:
            AnnotationError: If there never was such an annotation.
        """
        annotation = self._annotations.get(annotation_id).annotation
        text = self._library.text(annotation.document_id)
        return Reanchoring(text).find(annotation.anchor, min(annotation.anchor.span.start, len(text)))

    def confirm(self, annotation_id: str, span: Span | None = None) -> Annotation:
        """Take the likely place of an annotation, or another one, for its place; returns its new state.

        Its words are from now on those that stand there.

        Raises:
            AnnotationError: If there never was such an annotation, or the passage holds no words.
            StoreError: If it cannot be written; the old state is then still there.
        """
        old = self._annotations.get(annotation_id).annotation
        library, document_id = self._library, old.document_id
        where = old.anchor.span if span is None else span
        anchor = make_anchor(library.text(document_id), library.pages(document_id), where)
        new = put_on_paper(replace(old, anchor=anchor, modified=now()), library.text_map(document_id))
        self._annotations.put(new)
        self._copies.write(document_id)
        return new

    def carry(self, older: DocumentId, newer: DocumentId) -> Carried:
        """Give a newer version of a document the annotations of an older one, which keeps its own.

        What was carried over before, and perhaps changed or deleted since, is left as it is.

        Raises:
            DocumentUnknown: If the archive lacks one of them.
            StoreError: If they cannot be written; none is then carried over.
        """
        library = self._library
        known = self._annotations.ids(newer)
        coming = [one for one in self._annotations.live(older) if _carried_id(one.id, newer) not in known]
        if not coming:
            return Carried()
        text, text_map = library.text(newer), library.text_map(newer)
        move = Move(library.pages(older), text, library.pages(newer), library.text(older), text_map)
        moved = [replace(move.moved(one), id=_carried_id(one.id, newer), document_id=newer) for one in coming]
        self._annotations.put_all(moved)
        self._copies.write(newer)
        unsure = {_carried_id(one, newer) for one in move.likely}
        lost = {_carried_id(one, newer) for one in move.lost}
        ids = [one.id for one in moved]
        return Carried(
            sure=tuple(one for one in ids if one not in unsure | lost),
            likely=tuple(one for one in ids if one in unsure),
            lost=tuple(one for one in ids if one in lost),
        )


def _carried_id(annotation_id: str, newer: DocumentId) -> str:
    """Return the id of an annotation in a newer version: the same each time, so that none comes twice."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{annotation_id} {newer}"))
