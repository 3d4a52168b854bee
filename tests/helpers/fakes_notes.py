"""A notebook in memory, for tests of what shows and changes annotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from index.errors import AnnotationError
from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.document import Document, DocumentId
from index.model.span import Span


class Owner(Protocol):
    """The archive that owns a notebook."""

    def document(self, document_id: DocumentId) -> Document: ...

    def answer(self) -> None:
        """Raise what the test wants raised."""

    def mutate(self, what: str, detail: str) -> None:
        """Wait at the gate, answer, and note what is done."""


class FakeNotebook:
    """Annotations in memory."""

    def __init__(self, archive: Owner) -> None:
        self._archive = archive
        self._clock = 0
        self.kept: dict[str, Annotation] = {}

    def all(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        self._archive.answer()
        return tuple(a for a in self.kept.values() if document_id in {None, a.document_id})

    def annotate(
        self,
        document_id: DocumentId,
        span: Span,
        color: HighlightColor,
        note: str = "",
        tags: Sequence[str] = (),
        *,
        quote: str = "",
    ) -> Annotation:
        self._archive.mutate("annotate", note)
        text = self._archive.document(document_id).text
        assert quote in {"", span.of(text)}
        anchor = Anchor(span, span.of(text), "", "", 0)
        now = self._now()
        made = Annotation(str(uuid4()), document_id, anchor, color, note, tuple(tags), now, now)
        self.kept[made.id] = made
        return made

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        color: HighlightColor | None = None,
        tags: Sequence[str] | None = None,
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
            modified=self._now(),
        )
        self.kept[annotation_id] = made
        return made

    def delete(self, annotation_id: str) -> Annotation:
        self._archive.mutate("delete", annotation_id)
        if annotation_id not in self.kept:
            raise AnnotationError("Такой заметки уже нет.")
        return self.kept.pop(annotation_id)

    def restore(self, annotation: Annotation) -> Annotation:
        self._archive.mutate("restore", annotation.id)
        self.kept[annotation.id] = annotation
        return annotation

    def _now(self) -> str:
        self._clock += 1
        return f"2024-05-01T10:{self._clock // 60:02}:{self._clock % 60:02}+00:00"
