"""An export of notes from beginning to end: one file, or a folder with a file for each document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from index.errors import StoreError
from index.exchange import note_tables
from index.exchange.bundle import write_bundle
from index.exchange.note_html import notes_page
from index.exchange.note_markdown import file_name, note_page
from index.exchange.noted import Noted, NoteForm, NoteSource, noted
from index.exchange.target import target
from index.exchange.writing import text_stream
from index.model.document import DocumentSummary
from index.model.said import said
from index.notes.jsonld import to_jsonld
from index.tables.streaming import Book, CsvRows
from index.tasks import Task
from index.text.wording import Language


class NoteFormat(StrEnum):
    """What notes are written as."""

    MARKDOWN = "markdown"
    OBSIDIAN = "obsidian"
    """A folder with a page of Markdown for each document."""
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"
    JSONLD = "jsonld"
    """W3C Web Annotation."""
    BUNDLE = "bundle"
    """A folder with pages of HTML, pictures of the marked pages and facts (`index.exchange.bundle`)."""
    ZIP = "zip"
    """The same, packed."""


SUFFIXES: Final = {
    NoteFormat.MARKDOWN: ".md",
    NoteFormat.OBSIDIAN: "",
    NoteFormat.HTML: ".html",
    NoteFormat.CSV: ".csv",
    NoteFormat.XLSX: ".xlsx",
    NoteFormat.JSONLD: ".jsonld",
    NoteFormat.BUNDLE: "",
    NoteFormat.ZIP: ".zip",
}
"""How files of each format are named; a folder has no suffix."""


@dataclass(frozen=True, slots=True)
class NotesExported:
    """What came of an export.

    Attributes:
        path: The file or folder.
        documents: How many documents are in it.
        notes: How many notes.
        undrawn: How many marked pages of a bundle could not be drawn.
    """

    path: Path
    documents: int
    notes: int
    undrawn: int = 0


def export_notes(
    source: NoteSource,
    documents: Sequence[DocumentSummary],
    what: tuple[NoteFormat, Path],
    form: NoteForm | None = None,
    task: Task | None = None,
    *,
    overwrites: bool = False,
) -> NotesExported:
    """Write the notes to documents, in their order. The file has its name only when it is complete.

    Blocks: for a bundle some hundredths of a second for each marked page, and what its facts take.

    Args:
        source: The archive.
        documents: Which documents; those without notes are left out.
        what: Format and name of the file or folder.
        form: How it is to be written.
        task: Progress by documents, cancellation.
        overwrites: Whether a file of that name may be replaced; a folder never is.

    Raises:
        StoreError: If there are no notes, if the file cannot be written, or is there already; whatever was
            there is as it was.
        Cancelled: If `task` was cancelled; likewise.
    """
    kind, path = what
    form, task = form or NoteForm(), task or Task()
    told = _collected(source, documents, form.only, task)
    with target(path, overwrites=overwrites) as made:
        undrawn = 0
        if kind in {NoteFormat.BUNDLE, NoteFormat.ZIP}:
            undrawn = write_bundle(source, told, made, form, task, is_packed=kind is NoteFormat.ZIP)
        else:
            _WRITERS[kind](told, made, form)
    return NotesExported(path, len(told), sum(len(one.annotations) for one in told), undrawn)


def _collected(
    source: NoteSource, documents: Sequence[DocumentSummary], only: frozenset[str] | None, task: Task
) -> list[Noted]:
    """Return the documents with notes.

    Raises:
        StoreError: If there are none.
        Cancelled: If `task` was.
    """
    told: list[Noted] = []
    for number, summary in enumerate(documents):
        task.checkpoint(number, len(documents))
        told += noted(source, (summary,), only)
    if not told:
        raise StoreError(
            said("notes.none_to_export", "Заметок нет, файл не записан."),
            said("notes.choose_others", "Выберите другие документы или сначала отметьте что-нибудь."),
        )
    return told


def _write(path: Path, text: str) -> None:
    with text_stream(path) as stream:
        stream.write(text)


def _markdown(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    _write(path, "\n".join(note_page(one, form.language) for one in told))


def _obsidian(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    path.mkdir()
    files: dict[str, str] = {}
    for one in told:
        name = file_name(one.summary.title)
        taken = {other.casefold() for other in files.values()}
        files[one.summary.id] = name if name.casefold() not in taken else f"{name} {one.summary.id[:8]}"
    for one in told:
        _write(path / f"{files[one.summary.id]}.md", note_page(one, form.language, files))


def _html(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    _write(path, notes_page(told, form.language, form.title))


def _csv(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    with text_stream(path) as stream:
        table = CsvRows(stream, note_tables.head(form.language), form.delimiter)
        for one in told:
            for row in note_tables.rows(one, form.language):
                table.add(row)


def _xlsx(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    sheet = "Заметки" if form.language is Language.RU else "Notes"
    with path.open("wb") as stream:
        book = Book(stream, form.title, path.parent)
        try:
            book.begin(sheet, note_tables.head(form.language))
            for one in told:
                for row in note_tables.rows(one, form.language):
                    book.add(sheet, row)
            book.close()
        except BaseException:
            book.abandon()
            raise


def _jsonld(told: Sequence[Noted], path: Path, form: NoteForm) -> None:
    everything = [annotation for one in told for annotation in one.annotations]
    _write(path, to_jsonld(everything, form.title or told[0].summary.title))


_WRITERS: Final[dict[NoteFormat, Callable[[Sequence[Noted], Path, NoteForm], None]]] = {
    NoteFormat.MARKDOWN: _markdown,
    NoteFormat.OBSIDIAN: _obsidian,
    NoteFormat.HTML: _html,
    NoteFormat.CSV: _csv,
    NoteFormat.XLSX: _xlsx,
    NoteFormat.JSONLD: _jsonld,
}
