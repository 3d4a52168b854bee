"""What is wrong with annotations: damaged rows, passages to confirm or without a place, odd sidecars."""

from __future__ import annotations

from collections.abc import Iterator

from index.errors import StoreError
from index.model.annotation import Annotation
from index.model.condition import Problem
from index.notes.copies import Copies
from index.notes.moving import stands_at
from index.store.annotations import AnnotationStore, Kept
from index.store.library import Library


def problems(annotations: AnnotationStore, library: Library, copies: Copies[Annotation]) -> Iterator[Problem]:
    """Yield what is wrong with the annotations of an archive. Blocks; changes nothing."""
    for kept in annotations.everything():
        if not kept.is_sound:
            yield _damaged_row(kept)
        elif not kept.deleted and not _stands(kept.annotation, library):
            annotation = kept.annotation
            yield _to_confirm(annotation) if annotation.anchor.span else _without_place(annotation)
    for annotation in copies.strangers():
        yield _lost(annotation, has_document=copies.has_document(annotation.document_id))
    for document_id in copies.owners():
        if difference := copies.difference(document_id):
            yield Problem(
                "sidecar_differs",
                f"Копия заметок рядом с базой (папка notes) {difference}. Заметки в базе данных целы.",
                "Копия обновится при следующем запуске программы или по команде rebuild.",
                document_id,
            )


def _stands(annotation: Annotation, library: Library) -> bool:
    try:
        return stands_at(library.text(annotation.document_id), annotation.anchor)
    except StoreError:
        return True  # told as a damaged document


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
