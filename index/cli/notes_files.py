"""Commands that write notes for other programs, and take theirs: notes export, import, take."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Final

from index.archive import Archive
from index.cli.session import DONE, SOME_REFUSED, Session, interruptible, searched
from index.cli.wording import DOCUMENTS, NOTES, counted
from index.errors import ImportFailed
from index.exchange.note_export import NoteFormat, export_notes
from index.exchange.noted import NoteForm
from index.exchange.pdf_copies import CopiesMade, CopyForm, export_copies
from index.model.document import DocumentSummary
from index.model.foreign import Taken

_PDF: Final = "pdf"


def add_actions(action: Callable[..., ArgumentParser]) -> None:
    """Say what stands behind the actions."""
    made = action("export", export, "записать заметки для других программ")
    formats = [_PDF, *(one.value for one in NoteFormat)]
    made.add_argument("format", choices=formats, help="в каком виде")
    made.add_argument("chosen", nargs="*", metavar="DOC", help="документы архива (по умолчанию все)")
    made.add_argument("--out", type=Path, required=True, metavar="PATH", help="куда: файл или папка")
    made.add_argument("--hits", default="", metavar="QUERY", help="pdf: отметить и найденное по запросу")
    made.add_argument("--facts", action="store_true", help="pdf: отметить и факты")
    made.add_argument("--no-notes", action="store_true", help="pdf: без заметок")
    made.add_argument("--force", action="store_true", help="заменить файл, если он уже есть")
    made = action("import", import_files, "взять заметки из файлов других программ")
    made.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="PDF с пометками, W3C JSON-LD, Hypothesis или Zotero",
    )
    made.add_argument("--document", metavar="DOC", help="чьи они (по умолчанию как сказано в файле)")
    made = action("take", take, "взять заметки, которые стоят в самих файлах документов")
    made.add_argument("chosen", nargs="*", metavar="DOC", help="документы архива (по умолчанию все)")


def export(session: Session) -> int:
    """`notes export FORMAT [DOC...] --out PATH`: notes in one file or folder; `pdf` is a copy with marks."""
    chosen, output = session.arguments, session.output
    with session.archive() as archive, interruptible(session.task):
        documents = _chosen(archive, chosen.chosen)
        if chosen.format == _PDF:
            form = CopyForm(not chosen.no_notes, chosen.hits, chosen.facts)
            made = searched(
                archive,
                session.task,
                lambda: export_copies(
                    archive, documents, chosen.out, form, session.task, overwrites=chosen.force
                ),
            )
            return _tell_copies(session, made)
        what = NoteFormat(chosen.format), chosen.out
        told = export_notes(archive, documents, what, NoteForm(), session.task, overwrites=chosen.force)
    output.clear_progress()
    if output.is_json:
        output.json({"path": str(told.path), "documents": told.documents, "notes": told.notes})
    else:
        counts = f"{counted(told.documents, DOCUMENTS)}, {counted(told.notes, NOTES)}"
        output.line(f"Записано: {told.path} ({counts})")
    return DONE


def import_files(session: Session) -> int:
    """`notes import FILE... [--document DOC]`: notes of other programs, each once."""
    reference: str | None = session.arguments.document
    is_all = True
    with session.archive() as archive, interruptible(session.task):
        document_id = None if reference is None else archive.find(reference)
        for path in session.arguments.paths:
            found = archive.notes_files.take(path, document_id, session.task)
            is_all = is_all and not found.homeless
            if session.output.is_json:
                homeless = [{"document": one.words, "notes": one.count} for one in found.homeless]
                shape = {"path": str(path), **_counts(found.total), "without_document": homeless}
                session.output.json(shape)
                continue
            for summary, taken in found.taken:
                session.output.line(f"{summary.title}: {_words(taken)}")
            for one in found.homeless:
                session.output.line(
                    f"Документа нет в архиве: {one.words} ({counted(one.count, NOTES)}). "
                    "Назовите его ключом --document."
                )
    return DONE if is_all else SOME_REFUSED


def take(session: Session) -> int:
    """`notes take [DOC...]`: notes that stand in the documents' own files and were never taken."""
    output, total = session.output, Taken()
    refused: list[tuple[str, str]] = []
    with session.archive() as archive, interruptible(session.task):
        documents = _chosen(archive, session.arguments.chosen)
        for done, summary in enumerate(documents):
            session.task.checkpoint(done, len(documents))
            try:
                taken = archive.marginalia.take(summary.id, session.task)
            except ImportFailed as error:
                refused.append((summary.title, error.user_message))
                continue
            total = total.with_more(taken)
            if taken.all and not output.is_json:
                output.line(f"{summary.title}: {_words(taken)}")
    output.clear_progress()
    if output.is_json:
        left_out = [{"title": title, "message": message} for title, message in refused]
        output.json({**_counts(total), "left_out": left_out})
    else:
        for title, message in refused:
            output.line(f"Не прочитан: {title}. {message}")
        output.line(_words(total))
    return SOME_REFUSED if refused else DONE


def _chosen(archive: Archive, named: list[str]) -> list[DocumentSummary]:
    documents = archive.documents()
    if not named:
        return list(documents)
    by_id = {one.id: one for one in documents}
    return [by_id[document_id] for document_id in dict.fromkeys(map(archive.find, named))]


def _tell_copies(session: Session, made: CopiesMade) -> int:
    output = session.output
    output.clear_progress()
    if output.is_json:
        left_out = [{"title": title, "message": message} for title, message in made.left_out]
        shape = {
            "documents": made.documents,
            "notes": made.notes,
            "without_place": made.unplaced,
            "hits": made.hits,
            "facts": made.facts,
        }
        output.json({"path": str(made.path), **shape, "left_out": left_out})
        return SOME_REFUSED if left_out else DONE
    for title, message in made.left_out:
        output.line(f"Не вошёл: {title}. {message}")
    counts = f"{counted(made.documents, DOCUMENTS)}, {counted(made.notes, NOTES)}"
    output.line(f"Записано: {made.path} ({counts}, найденных мест {made.hits}, фактов {made.facts})")
    if made.unplaced:
        output.line(f"Без места в тексте, поэтому не вошло: {counted(made.unplaced, NOTES)}.")
    return SOME_REFUSED if made.left_out else DONE


def _counts(taken: Taken) -> dict[str, int]:
    return {
        "taken": len(taken.sure),
        "to_confirm": len(taken.likely),
        "without_place": len(taken.lost),
        "known": taken.known,
    }


def _words(taken: Taken) -> str:
    parts = [f"взято: {counted(len(taken.all), NOTES)}"]
    if taken.likely:
        parts.append(f"подтвердить место: {len(taken.likely)}")
    if taken.lost:
        parts.append(f"без места: {len(taken.lost)}")
    if taken.known:
        parts.append(f"взяты раньше: {taken.known}")
    return ", ".join(parts)
