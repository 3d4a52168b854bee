"""Copies of documents as PDFs with real marks, which every viewer shows: notes, and what else is asked for.

A document that is a PDF is copied with all that it holds; of any other its edition for reading. The originals
are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from index.errors import ArchiveError, StoreError
from index.exchange.cells import in_words
from index.exchange.note_markdown import file_name
from index.exchange.target import target
from index.exchange.words import kind_name
from index.model.annotation import Annotation
from index.model.document import Document, DocumentId, DocumentSummary
from index.model.fact import DocumentFacts, Fact
from index.model.hit import Answer
from index.model.markup import MADE_HERE, Markup, MarkupKind, Rgb
from index.model.said import said
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.notebook import Notebook
from index.notes.pdf_marks import has_place, pdf_marks
from index.tasks import Task
from index.text.wording import Language

SUFFIX: Final = ".pdf"
_COLORS: Final[Mapping[MarkupKind, Rgb]] = {
    MarkupKind.HIGHLIGHT: (1.0, 0.898, 0.541),
    MarkupKind.UNDERLINE: (0.788, 0.910, 0.824),
}
"""Colours of what was found and of what is stated, on white paper: those of the light theme."""
_AUTHOR: Final = ("Читальня", "Chitalnya")
_BOOKMARKS: Final = ("Закладки", "Bookmarks")


class Copier(Protocol):
    """What writes marks into a copy: `index.ingest.marginalia.Marginalia`."""

    def write(
        self,
        document_id: DocumentId,
        marks: Sequence[Markup],
        path: Path,
        bookmarks: str,
        task: Task | None = None,
        /,
    ) -> object:
        """Write a copy of the PDF that shows a document, with marks, to a new file."""
        ...


class CopySource(Protocol):
    """Where documents, notes, facts and hits come from: an archive."""

    notebook: Notebook

    @property
    def marginalia(self) -> Copier:
        """What writes the copies."""
        ...

    def document(self, document_id: DocumentId, /) -> Document:
        """Return a whole document."""
        ...

    def facts(self, document_id: DocumentId, task: Task | None = None, /) -> DocumentFacts:
        """Return the facts of a document as the reader decided; extracts them first if need be."""
        ...

    def search(self, query: str, limit: int = 20, task: Task | None = None, /) -> Answer:
        """Answer a query."""
        ...


@dataclass(frozen=True, slots=True)
class CopyForm:
    """What is marked in copies.

    Attributes:
        with_notes: Whether notes are.
        query: What is found by it is, too; empty for nothing.
        with_facts: Whether what the documents state is, too.
        only: Ids of the notes that are asked for; None for all.
        language: Of the words that the program adds.
    """

    with_notes: bool = True
    query: str = ""
    with_facts: bool = False
    only: frozenset[str] | None = None
    language: Language = Language.RU


@dataclass(frozen=True, slots=True)
class CopiesMade:
    """What came of it.

    Attributes:
        path: The file, or the folder of several.
        documents: How many copies there are.
        notes: How many notes are in them.
        unplaced: How many are not, because their words are not in the text any more.
        hits: How many places that were found.
        facts: How many statements.
        left_out: Titles of documents of which no copy could be made, and why.
    """

    path: Path
    documents: int = 0
    notes: int = 0
    unplaced: int = 0
    hits: int = 0
    facts: int = 0
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Marked:
    """A document with what is to be marked in it."""

    summary: DocumentSummary
    notes: tuple[Annotation, ...]
    hits: tuple[Span, ...]
    facts: tuple[Fact, ...] = field(default=())

    def marks(self, text_map: TextMap, language: Language) -> Iterator[Markup]:
        """Yield the marks: facts underlined, for they overlap; what was found, and notes on top of it."""
        author = _in(language, _AUTHOR)

        def passage(span: Span, kind: MarkupKind, what: str, note: str) -> Iterator[Markup]:
            quads = text_map.quads(span)
            for page_index in dict.fromkeys(quad.page_index for quad in quads):
                on_page = tuple(quad for quad in quads if quad.page_index == page_index)
                name = f"{MADE_HERE}{what}-{page_index + 1}"
                yield Markup(kind, page_index, name, on_page, color=_COLORS[kind], note=note, author=author)

        for fact in self.facts:
            words = f"{kind_name(fact.type, language)}: {in_words(fact, language)}"
            yield from passage(fact.span, MarkupKind.UNDERLINE, f"fact-{fact.id}", words)
        for span in self.hits:
            yield from passage(span, MarkupKind.HIGHLIGHT, f"hit-{span.start}-{span.stop}", "")
        for note in self.notes:
            yield from pdf_marks(note)


def export_copies(
    source: CopySource,
    documents: Sequence[DocumentSummary],
    path: Path,
    form: CopyForm,
    task: Task | None = None,
    *,
    overwrites: bool = False,
) -> CopiesMade:
    """Write copies of documents with marks: one file if its name ends so, else a folder. Blocks.

    Args:
        source: The archive.
        documents: Which documents; those in which nothing is to be marked are left out.
        path: The file, for one document; or the folder.
        form: What is marked.
        task: Progress by documents, cancellation.
        overwrites: Whether a file of that name may be replaced; a folder never is.

    Raises:
        StoreError: If there is nothing to mark, if a file is named for several documents, or if it is there
            already or cannot be written; whatever was there is as it was.
        ImportFailed: If no copy of the only document can be made.
        Cancelled: If `task` was cancelled.
    """
    task = task or Task()
    chosen = list(_chosen(source, documents, form, task))
    if not chosen:
        raise StoreError(
            said("copies.nothing", "Отмечать нечего: в этих документах нет ни заметок, ни найденного."),
            said("notes.choose_others", "Выберите другие документы или сначала отметьте что-нибудь."),
        )
    is_file = path.suffix.lower() == SUFFIX
    if is_file and len(chosen) > 1:
        raise StoreError(
            said("copies.several", "Документов с пометками {count}, а файл назван один.", count=len(chosen)),
            said("copies.name_folder", "Назовите папку (без .pdf): в ней будет файл для каждого."),
        )
    with target(path, overwrites=overwrites) as made:
        if is_file:
            _write(source, chosen[0], made, form, task)
            left_out: dict[DocumentId, str] = {}
        else:
            left_out = _folder(source, chosen, made, form, task)
    done = [one for one in chosen if one.summary.id not in left_out]
    return CopiesMade(
        path,
        len(done),
        sum(has_place(note) for one in done for note in one.notes),
        sum(not has_place(note) for one in done for note in one.notes),
        sum(len(one.hits) for one in done),
        sum(len(one.facts) for one in done),
        tuple((one.summary.title, left_out[one.summary.id]) for one in chosen if one not in done),
    )


def _chosen(
    source: CopySource, documents: Sequence[DocumentSummary], form: CopyForm, task: Task
) -> Iterator[_Marked]:
    found: Mapping[DocumentId, tuple[Span, ...]] = {}
    if form.query:
        answer = source.search(form.query, 0, task)
        found = {hit.document.id: tuple(match.span for match in hit.matches) for hit in answer.hits}
    for number, summary in enumerate(documents):
        task.checkpoint(number, 2 * len(documents))
        notes = source.notebook.all(summary.id) if form.with_notes else ()
        if form.only is not None:
            notes = tuple(note for note in notes if note.id in form.only)
        facts = source.facts(summary.id, task).facts if form.with_facts else ()
        marked = _Marked(summary, notes, found.get(summary.id, ()), facts)
        if marked.notes or marked.hits or marked.facts:
            yield marked


def _folder(
    source: CopySource, chosen: Sequence[_Marked], folder: Path, form: CopyForm, task: Task
) -> dict[DocumentId, str]:
    """Write a file for each document; returns why none could be made of some."""
    folder.mkdir()
    left_out: dict[DocumentId, str] = {}
    names = _names(one.summary for one in chosen)
    for number, one in enumerate(chosen):
        task.checkpoint(len(chosen) + number, 2 * len(chosen))
        path = folder / names[one.summary.id]
        try:
            _write(source, one, path, form, task)
        except ArchiveError as error:
            path.unlink(missing_ok=True)
            left_out[one.summary.id] = error.user_message
    return left_out


def _write(source: CopySource, one: _Marked, path: Path, form: CopyForm, task: Task) -> None:
    text_map = source.document(one.summary.id).text_map
    marks = tuple(one.marks(text_map, form.language))
    source.marginalia.write(one.summary.id, marks, path, _in(form.language, _BOOKMARKS), task)


def _names(summaries: Iterable[DocumentSummary]) -> dict[DocumentId, str]:
    """Return a name for each copy: that of the file, with some of its identity where two are the same.

    Of `a.txt` it is `a.txt.pdf`: beside it may lie `a.pdf`, another document.
    """
    names: dict[DocumentId, str] = {}
    for summary in summaries:
        name = file_name(summary.file_name.removesuffix(SUFFIX))
        taken = {other.casefold() for other in names.values()}
        is_taken = f"{name}{SUFFIX}".casefold() in taken
        names[summary.id] = f"{name} {summary.id[:8]}{SUFFIX}" if is_taken else f"{name}{SUFFIX}"
    return names


def _in(language: Language, names: tuple[str, str]) -> str:
    return names[language is Language.EN]
