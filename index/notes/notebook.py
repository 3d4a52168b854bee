"""The reader's annotations: made, edited, deleted, brought back; in the database, then in the sidecar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    Link,
    PastState,
    Pen,
)
from index.model.condition import Problem
from index.model.document import DocumentId
from index.model.geometry import Point
from index.model.span import Span
from index.notes.copies import Copies
from index.notes.making import cleaned_tags, marked, now, pinned
from index.notes.moving import place_of, placed_again, stands_at
from index.notes.placing import Placing
from index.notes.problems import problems
from index.notes.sidecar import Sidecars
from index.notes.taking import Taking
from index.store.annotations import AnnotationStore
from index.store.library import Library


class Notebook:
    """All annotations of one archive. Methods block on the disk; any thread may call them.

    An annotation is kept when a method returns: committed in the database, and written to its sidecar file.

    Attributes:
        copies: The sidecar files.
        placing: Annotations whose place is to be confirmed, or that go over to a newer version.
        taking: Notes of other programs, as they come in.
    """

    def __init__(
        self, annotations: AnnotationStore, library: Library, sidecars: Sidecars[Annotation]
    ) -> None:
        self._annotations, self._library = annotations, library
        self.copies = Copies(annotations, library, sidecars)
        self.placing = Placing(annotations, library, self.copies)
        self.taking = Taking(annotations, library, self.copies)

    def all(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of a document in text order, or of all documents, newest document first."""
        return self._annotations.live(document_id)

    def get(self, annotation_id: str) -> Annotation:
        """Return an annotation as it is now, or was when it was deleted.

        Raises:
            AnnotationError: If there never was such an annotation.
        """
        return self._annotations.get(annotation_id).annotation

    def history(self, annotation_id: str) -> tuple[PastState, ...]:
        """Return how an annotation was before each change, the latest first; edits in a row count as one."""
        return self._annotations.past(annotation_id)

    def annotate(self, document_id: DocumentId, span: Span, pen: Pen, *, quote: str = "") -> Annotation:
        """Mark a passage.

        `quote` are its words as the reader sees them: if others stand there by now, because pages were
        recognised meanwhile, they are looked for. Without it the span is trusted.

        Raises:
            AnnotationError: If the passage holds no words, or the quoted ones are not in the text any more.
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; there is then no annotation.
        """
        if quote and span.of(text := self._library.text(document_id)) != quote:
            span = place_of(quote, span, text)
        [made] = marked(self._library, document_id, (span,), pen)
        self._keep(made)
        return made

    def pin(self, document_id: DocumentId, page_index: int, point: Point, pen: Pen) -> Annotation:
        """Put a free note or a bookmark at a point of a page.

        Args:
            document_id: The document.
            page_index: The page, from 0.
            point: The point, in page space.
            pen: What is put there: its kind is that of a point.

        Raises:
            AnnotationError: If there is no such page.
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; there is then no annotation.
        """
        made = pinned(self._library, document_id, page_index, point, pen)
        self._keep(made)
        return made

    def annotate_all(
        self, document_id: DocumentId, spans: Iterable[Span], pen: Pen
    ) -> tuple[Annotation, ...]:
        """Mark passages of a document, all of them or none; those marked already are left as they are.

        Raises as `annotate` does.
        """
        taken = {annotation.anchor.span for annotation in self._annotations.live(document_id)}
        made = tuple(
            one for one in marked(self._library, document_id, spans, pen) if one.anchor.span not in taken
        )
        self._keep_all(made)
        return made

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
        """Change what is given and leave the rest; returns the new state.

        Raises:
            AnnotationError: If there never was such an annotation.
            StoreError: If it cannot be written; the old state is then still there.
        """
        old = self.get(annotation_id)
        new = replace(
            old,
            note=old.note if note is None else note,
            color=color or old.color,
            tags=old.tags if tags is None else cleaned_tags(tags),
            kind=kind or old.kind,
            links=old.links if links is None else tuple(links),
            modified=now(),
        )
        self._keep(new)
        return new

    def edit_all(
        self,
        annotation_ids: Iterable[str],
        *,
        color: HighlightColor | None = None,
        add_tags: Sequence[str] = (),
        remove_tags: Sequence[str] = (),
    ) -> tuple[Annotation, ...]:
        """Change several annotations, all of them or none; returns their new states.

        Raises as `edit` does.
        """
        removed, modified = {tag.casefold() for tag in remove_tags}, now()
        changed = tuple(
            replace(
                old,
                color=color or old.color,
                tags=cleaned_tags([tag for tag in (*old.tags, *add_tags) if tag.casefold() not in removed]),
                modified=modified,
            )
            for old in map(self.get, annotation_ids)
        )
        self._keep_all(changed)
        return changed

    def delete(self, annotation_id: str) -> Annotation:
        """Take an annotation away; returns it, for `restore`. Its row stays in the database as a tombstone.

        Raises:
            AnnotationError: If there never was such an annotation.
        """
        kept = self._annotations.get(annotation_id)
        if not kept.deleted:
            self._keep_all((kept.annotation,), deleted=now())
        return kept.annotation

    def delete_all(self, annotations: Iterable[Annotation]) -> None:
        """Take annotations away, for good or until `restore`; their rows stay as tombstones."""
        kept = [self._annotations.get(annotation.id) for annotation in annotations]
        self._keep_all([one.annotation for one in kept if not one.deleted], deleted=now())

    def restore(self, annotation: Annotation) -> Annotation:
        """Bring an annotation back as given: an earlier state, after a deletion, or from a sidecar.

        If the text has changed since, it comes back at the place of its words. Returns it.

        Raises:
            DocumentUnknown: If its document is not in the archive.
        """
        return self.restore_all((annotation,))[0]

    def restore_all(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Bring annotations back as `restore` does, all of them or none."""
        placed = tuple(self._placed(annotation) for annotation in annotations)
        self._keep_all(placed)
        return placed

    def restore_lost(self) -> tuple[Annotation, ...]:
        """Bring back what only sidecars hold, as after the database was restored from an older copy."""
        found = tuple(a for a in self.copies.strangers() if self.copies.has_document(a.document_id))
        for annotation in found:
            self.restore(annotation)
        return found

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the annotations (`index.notes.problems`)."""
        return problems(self._annotations, self._library, self.copies)

    def _placed(self, annotation: Annotation) -> Annotation:
        document_id, library = annotation.document_id, self._library
        text, pages = library.text(document_id), library.pages(document_id)
        if stands_at(text, annotation.anchor):
            return annotation
        return placed_again(annotation, text, pages, library.text_map(document_id))

    def _keep(self, annotation: Annotation) -> None:
        self._keep_all((annotation,))

    def _keep_all(self, annotations: Sequence[Annotation], deleted: str = "") -> None:
        self._annotations.put_all(annotations, deleted)
        for document_id in sorted({annotation.document_id for annotation in annotations}):
            self.copies.write(document_id)
