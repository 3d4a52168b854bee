"""The reader's annotations: made, edited, deleted, brought back; in the database, then in the sidecar."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from index.errors import StoreError
from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.condition import Problem
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.copies import Copies
from index.notes.moving import place_of, placed_again, stands_at
from index.notes.sidecar import Sidecars
from index.store.annotations import AnnotationStore, Kept
from index.store.library import Library


class Notebook:
    """All annotations of one archive. Methods block on the disk; any thread may call them.

    An annotation is kept when a method returns: committed in the database, and written to its sidecar file.

    Attributes:
        copies: The sidecar files.
    """

    def __init__(
        self, annotations: AnnotationStore, library: Library, sidecars: Sidecars[Annotation]
    ) -> None:
        self._annotations, self._library = annotations, library
        self.copies = Copies(annotations, library, sidecars)

    def all(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of a document in text order, or of all documents, newest document first."""
        return self._annotations.live(document_id)

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
        """Mark a passage.

        `quote` are its words as the reader sees them: if others stand there by now, because pages were
        recognised meanwhile, they are looked for. Without it the span is trusted.

        Raises:
            AnnotationError: If the passage holds no words, or the quoted ones are not in the text any more.
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; there is then no annotation.
        """
        text, pages = self._library.text(document_id), self._library.pages(document_id)
        if quote and span.of(text) != quote:
            span = place_of(quote, span, text)
        made = _made(document_id, make_anchor(text, pages, span), color, note, tags)
        self._keep(made)
        return made

    def annotate_all(
        self,
        document_id: DocumentId,
        spans: Iterable[Span],
        color: HighlightColor,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> tuple[Annotation, ...]:
        """Mark passages of a document, all of them or none; those marked already are left as they are.

        Raises as `annotate` does.
        """
        text, pages = self._library.text(document_id), self._library.pages(document_id)
        marked = {annotation.anchor.span for annotation in self._annotations.live(document_id)}
        anchors = {anchor.span: anchor for anchor in (make_anchor(text, pages, span) for span in spans)}
        made = tuple(
            _made(document_id, anchor, color, note, tags)
            for span, anchor in anchors.items()
            if span not in marked
        )
        self._annotations.put_all(made)
        if made:
            self.copies.write(document_id)
        return made

    def delete_all(self, annotations: Iterable[Annotation]) -> None:
        """Take annotations away, for good or until `restore`; their rows stay as tombstones."""
        kept = [self._annotations.get(annotation.id) for annotation in annotations]
        gone = [one.annotation for one in kept if not one.deleted]
        self._annotations.put_all(gone, deleted=_now())
        for document_id in sorted({annotation.document_id for annotation in gone}):
            self.copies.write(document_id)

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        color: HighlightColor | None = None,
        tags: Sequence[str] | None = None,
    ) -> Annotation:
        """Change what is given and leave the rest; returns the new state.

        Raises:
            AnnotationError: If there never was such an annotation.
            StoreError: If it cannot be written; the old state is then still there.
        """
        old = self._annotations.get(annotation_id).annotation
        new = dataclasses.replace(
            old,
            note=old.note if note is None else note,
            color=old.color if color is None else color,
            tags=old.tags if tags is None else _cleaned(tags),
            modified=_now(),
        )
        self._keep(new)
        return new

    def delete(self, annotation_id: str) -> Annotation:
        """Take an annotation away; returns it, for `restore`. Its row stays in the database as a tombstone.

        Raises:
            AnnotationError: If there never was such an annotation.
        """
        kept = self._annotations.get(annotation_id)
        if not kept.deleted:
            self._keep(kept.annotation, deleted=_now())
        return kept.annotation

    def restore(self, annotation: Annotation) -> Annotation:
        """Bring an annotation back as given: after a deletion, or from a sidecar; returns it.

        If the text has changed since, it comes back at the place of its words.

        Raises:
            DocumentUnknown: If its document is not in the archive.
        """
        text, pages = self._library.text(annotation.document_id), self._library.pages(annotation.document_id)
        placed = placed_again(annotation, text, pages)
        self._keep(placed)
        return placed

    def restore_lost(self) -> tuple[Annotation, ...]:
        """Bring back what only sidecars hold, as after the database was restored from an older copy."""
        found = tuple(a for a in self.copies.strangers() if self.copies.has_document(a.document_id))
        for annotation in found:
            self.restore(annotation)
        return found

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the annotations: damaged rows, sidecars that differ from the database."""
        everything = self._annotations.everything()
        for kept in everything:
            if not kept.is_sound:
                yield _damaged_row(kept)
        yield from self._adrift(everything)
        for annotation in self.copies.strangers():
            yield _lost(annotation, has_document=self.copies.has_document(annotation.document_id))
        for document_id in self.copies.owners():
            if difference := self.copies.difference(document_id):
                yield Problem(
                    "sidecar_differs",
                    f"Копия заметок рядом с базой (папка notes) {difference}. Заметки в базе данных целы.",
                    "Копия обновится при следующем запуске программы или по команде rebuild.",
                    document_id,
                )

    def _keep(self, annotation: Annotation, deleted: str = "") -> None:
        self._annotations.put(annotation, deleted)
        self.copies.write(annotation.document_id)

    def _adrift(self, everything: Iterable[Kept]) -> Iterator[Problem]:
        """Yield the living annotations whose words do not stand where they say."""
        for kept in everything:
            annotation = kept.annotation
            if kept.deleted or not kept.is_sound:
                continue
            try:
                text = self._library.text(annotation.document_id)
            except StoreError:
                continue  # told as a damaged document
            if not stands_at(text, annotation.anchor):
                yield _to_confirm(annotation) if annotation.anchor.span else _without_place(annotation)


def _made(
    document_id: DocumentId, anchor: Anchor, color: HighlightColor, note: str, tags: Sequence[str]
) -> Annotation:
    now = _now()
    return Annotation(
        id=str(uuid.uuid4()),
        document_id=document_id,
        anchor=anchor,
        color=color,
        note=note,
        tags=_cleaned(tags),
        created=now,
        modified=now,
    )


def _damaged_row(kept: Kept) -> Problem:
    return Problem(
        "note_damaged",
        f"Запись заметки «{kept.annotation.anchor.quote[:60]}» в базе данных повреждена.",
        "Сравните её с копией в папке notes и исправьте: запись заметки обновит обе.",
        kept.annotation.document_id,
    )


def _lost(annotation: Annotation, *, has_document: bool) -> Problem:
    quote = annotation.anchor.quote[:60]
    if has_document:
        return Problem(
            "note_lost",
            f"Заметка «{quote}» есть в папке notes, но её нет в базе данных.",
            "Верните её командой notes restore.",
            annotation.document_id,
        )
    return Problem(
        "note_without_document",
        f"Заметка «{quote}» в папке notes относится к документу, которого нет в архиве.",
        "Импортируйте этот документ, затем выполните notes restore.",
        annotation.document_id,
    )


def _to_confirm(annotation: Annotation) -> Problem:
    return Problem(
        "note_to_confirm",
        f"Место заметки «{annotation.anchor.quote[:60]}» в нынешнем тексте документа найдено не точно "
        f"(стр. {annotation.anchor.page_index + 1}). Сама заметка цела.",
        "Откройте её: если место верное, подтвердите его, иначе отметьте другое.",
        annotation.document_id,
    )


def _without_place(annotation: Annotation) -> Problem:
    return Problem(
        "note_without_place",
        f"Слова заметки «{annotation.anchor.quote[:60]}» в нынешнем тексте документа не найдены "
        f"(стр. {annotation.anchor.page_index + 1}). Сама заметка цела.",
        "Откройте страницу и отметьте место заново; прежняя заметка остаётся в списке.",
        annotation.document_id,
    )


def _cleaned(tags: Sequence[str]) -> tuple[str, ...]:
    """Return the tags without blanks around them, each once, in the order given."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
