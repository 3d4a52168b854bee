"""What the reader wrote to one document, as every export of notes needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from index.keyring import Keyring
from index.model.annotation import Annotation, AnnotationKind, HighlightColor
from index.model.document import Document, DocumentId, DocumentSummary
from index.model.fact import DocumentFacts
from index.notes.notebook import Notebook
from index.tasks import Task
from index.text.wording import Language

_KINDS: Final = {
    AnnotationKind.HIGHLIGHT: ("маркер", "marker"),
    AnnotationKind.UNDERLINE: ("подчёркнуто", "underlined"),
    AnnotationKind.STRIKE: ("зачёркнуто", "struck out"),
    AnnotationKind.NOTE: ("заметка на странице", "note on the page"),
    AnnotationKind.BOOKMARK: ("закладка", "bookmark"),
}
_COLORS: Final = {
    HighlightColor.YELLOW: ("жёлтый", "yellow"),
    HighlightColor.GREEN: ("зелёный", "green"),
    HighlightColor.BLUE: ("голубой", "blue"),
    HighlightColor.PINK: ("розовый", "pink"),
    HighlightColor.VIOLET: ("сиреневый", "violet"),
}
_PAGE: Final = ("с. {}", "p. {}")
_ID_LETTERS: Final = 8


class NoteSource(Protocol):
    """Where documents, notes, facts and pages come from: an archive."""

    notebook: Notebook
    keyring: Keyring

    def document(self, document_id: DocumentId, /) -> Document:
        """Return a whole document."""
        ...

    def facts(self, document_id: DocumentId, task: Task | None = None, /) -> DocumentFacts:
        """Return the facts of a document as the reader decided; extracts them first if need be."""
        ...

    def edition(self, document_id: DocumentId, /) -> Path:
        """Return the PDF that shows a document."""
        ...


@dataclass(frozen=True, slots=True)
class NoteForm:
    """How notes are to be written, whatever the format.

    Attributes:
        language: Of the words around them.
        delimiter: What parts the columns of CSV.
        title: What the file is called inside.
        only: Ids of the notes that are asked for; all by default.
        with_facts: Whether a bundle tells what documents state, too; it is extracted first if need be.
    """

    language: Language = Language.RU
    delimiter: str = ";"
    title: str = ""
    only: frozenset[str] | None = None
    with_facts: bool = True


@dataclass(frozen=True, slots=True)
class Noted:
    """A document and what the reader wrote to it.

    Attributes:
        summary: What lists show of it.
        document: Its text and pages.
        annotations: In text order.
    """

    summary: DocumentSummary
    document: Document
    annotations: tuple[Annotation, ...]

    def page_name(self, annotation: Annotation) -> str:
        """Return the page as the document itself calls it, by its number if it has no name."""
        index = annotation.anchor.page_index
        label = self.document.pages[index].label if index < len(self.document.pages) else ""
        return label or str(index + 1)

    def tags(self) -> tuple[str, ...]:
        """Return the tags of all its notes, each once, in the order in which they come."""
        return tuple(dict.fromkeys(tag for annotation in self.annotations for tag in annotation.tags))


def noted(
    source: NoteSource, documents: Iterable[DocumentSummary], only: frozenset[str] | None = None
) -> Iterator[Noted]:
    """Yield the documents to which the reader wrote anything, in their order; blocks for each.

    Args:
        source: The archive.
        documents: Which documents.
        only: Ids of the notes that are asked for; all by default.
    """
    for summary in documents:
        annotations = source.notebook.all(summary.id)
        if only is not None:
            annotations = tuple(one for one in annotations if one.id in only)
        if annotations:
            yield Noted(summary, source.document(summary.id), annotations)


def on_one_line(words: str) -> str:
    """Return words without the lines of their page."""
    return " ".join(words.split())


def short_id(annotation_id: str) -> str:
    """Return the name by which other notes of a file lead to one: the beginning of its id."""
    return f"n-{annotation_id[:_ID_LETTERS]}"


def kind_words(kind: AnnotationKind, language: Language) -> str:
    """Return how a place is marked."""
    return _KINDS[kind][language is Language.EN]


def color_words(color: HighlightColor, language: Language) -> str:
    """Return the name of a colour."""
    return _COLORS[color][language is Language.EN]


def page_words(page: str, language: Language) -> str:
    """Return «с. 5» or “p. 5”."""
    return _PAGE[language is Language.EN].format(page)
