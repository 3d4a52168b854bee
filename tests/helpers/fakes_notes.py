"""A notebook in memory, for tests of what shows and changes annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from index.errors import AnnotationError
from index.model.annotation import (
    Anchor,
    Annotation,
    AnnotationKind,
    Carried,
    Change,
    HighlightColor,
    Link,
    PastState,
    Pen,
)
from index.model.document import Document, DocumentId
from index.model.geometry import Point
from index.model.span import Span
from index.notes.reanchoring import Certainty, Found


class Owner(Protocol):
    """The archive that owns a notebook."""

    def document(self, document_id: DocumentId) -> Document: ...

    def answer(self) -> None:
        """Raise what the test wants raised."""

    def mutate(self, what: str, detail: str) -> None:
        """Wait at the gate, answer, and note what is done."""


class FakePlacing:
    """Places in memory: a note is unsure when a test says so.

    Attributes:
        unsure_ids: Whose place is to be confirmed, or not known.
        found: What is told of the places of a note.
    """

    def __init__(self, notebook: FakeNotebook) -> None:
        self._notebook = notebook
        self.unsure_ids: set[str] = set()
        self.found: dict[str, Found] = {}

    def unsure(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        return self.unsure_among(self._notebook.all(document_id))

    def unsure_among(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        return tuple(one for one in annotations if one.id in self.unsure_ids)

    def candidates(self, annotation_id: str) -> Found:
        return self.found.get(annotation_id, Found(Certainty.LOST, None))

    def confirm(self, annotation_id: str, span: Span | None = None) -> Annotation:
        self.unsure_ids.discard(annotation_id)
        return self._notebook.moved(annotation_id, span)

    def carry(self, older: DocumentId, newer: DocumentId) -> Carried:
        ids = tuple(self._notebook.copied(one, newer).id for one in self._notebook.all(older))
        return Carried(sure=ids)


class FakeNotebook:
    """Annotations in memory."""

    def __init__(self, archive: Owner) -> None:
        self._archive = archive
        self._clock = 0
        self._past: dict[str, list[PastState]] = {}
        self.kept: dict[str, Annotation] = {}
        self.placing = FakePlacing(self)

    def all(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        self._archive.answer()
        return tuple(a for a in self.kept.values() if document_id in {None, a.document_id})

    def get(self, annotation_id: str) -> Annotation:
        if annotation_id not in self.kept:
            raise AnnotationError("Такой заметки уже нет.")
        return self.kept[annotation_id]

    def annotate(self, document_id: DocumentId, span: Span, pen: Pen, *, quote: str = "") -> Annotation:
        self._archive.mutate("annotate", pen.note)
        text = self._archive.document(document_id).text
        assert quote in {"", span.of(text)}
        anchor = Anchor(span, span.of(text), "", "", 0)
        return self._made(document_id, anchor, pen)

    def pin(self, document_id: DocumentId, page_index: int, point: Point, pen: Pen) -> Annotation:
        self._archive.mutate("pin", pen.note)
        anchor = Anchor(Span(0, 0), "", "", "", page_index)
        return self._made(document_id, anchor, pen, point)

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        color: HighlightColor | None = None,
        tags: Sequence[str] | None = None,
        kind: AnnotationKind | None = None,
        links: Sequence[Link] | None = None,
    ) -> Annotation:
        self._archive.mutate("edit", note or "")
        old = self.kept.get(annotation_id)
        if old is None:
            raise AnnotationError("Такой заметки уже нет.")
        made = replace(
            old,
            note=old.note if note is None else note,
            color=color or old.color,
            tags=old.tags if tags is None else tuple(tags),
            kind=kind or old.kind,
            links=old.links if links is None else tuple(links),
            modified=self._now(),
        )
        self._put(made, Change.EDITED)
        return made

    def edit_all(
        self,
        annotation_ids: Iterable[str],
        *,
        color: HighlightColor | None = None,
        add_tags: Sequence[str] = (),
        remove_tags: Sequence[str] = (),
    ) -> tuple[Annotation, ...]:
        return tuple(
            self.edit(
                one,
                color=color,
                tags=[tag for tag in (*self.kept[one].tags, *add_tags) if tag not in remove_tags],
            )
            for one in annotation_ids
        )

    def delete(self, annotation_id: str) -> Annotation:
        self._archive.mutate("delete", annotation_id)
        if annotation_id not in self.kept:
            raise AnnotationError("Такой заметки уже нет.")
        gone = self.kept.pop(annotation_id)
        self._past.setdefault(annotation_id, []).insert(0, PastState(gone, Change.DELETED, self._now()))
        return gone

    def delete_all(self, annotations: Iterable[Annotation]) -> None:
        for annotation in annotations:
            self.delete(annotation.id)

    def restore(self, annotation: Annotation) -> Annotation:
        self._archive.mutate("restore", annotation.id)
        self._put(annotation, Change.RESTORED)
        return annotation

    def restore_all(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        return tuple(self.restore(annotation) for annotation in annotations)

    def moved(self, annotation_id: str, span: Span | None) -> Annotation:
        self._archive.mutate("confirm", annotation_id)
        old = self.get(annotation_id)
        where = old.anchor.span if span is None else span
        quote = where.of(self._archive.document(old.document_id).text)
        made = replace(old, anchor=replace(old.anchor, span=where, quote=quote))
        self._put(made, Change.MOVED)
        return made

    def copied(self, annotation: Annotation, document_id: DocumentId) -> Annotation:
        made = replace(annotation, id=f"{annotation.id} {document_id[:4]}", document_id=document_id)
        self.kept[made.id] = made
        return made

    def history(self, annotation_id: str) -> tuple[PastState, ...]:
        return tuple(self._past.get(annotation_id, ()))

    def _made(
        self, document_id: DocumentId, anchor: Anchor, pen: Pen, point: Point | None = None
    ) -> Annotation:
        now = self._now()
        made = Annotation(
            str(uuid4()),
            document_id,
            anchor,
            pen.color,
            pen.note,
            pen.tags,
            now,
            now,
            pen.kind,
            pen.author,
            point,
        )
        self.kept[made.id] = made
        return made

    def _put(self, annotation: Annotation, changed: Change) -> None:
        if (old := self.kept.get(annotation.id)) is not None:
            self._past.setdefault(annotation.id, []).insert(0, PastState(old, changed, self._now()))
        self.kept[annotation.id] = annotation

    def _now(self) -> str:
        self._clock += 1
        return f"2024-05-01T10:{self._clock // 60:02}:{self._clock % 60:02}+00:00"
