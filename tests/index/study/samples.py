"""An archive of plain texts, to be studied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.model.document import Document, DocumentId, Page
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.notebook import Notebook
from index.notes.sidecar import ANNOTATIONS, Sidecars
from index.search.searcher import SearchIndex
from index.search.writer import AddDocuments, IndexDocument, index_handler
from index.store.annotations import AnnotationStore
from index.store.database import Database
from index.store.documents import Arrival, DocumentStore
from index.store.library import Library
from index.study.asking import Asking
from tests.index.store.samples import document_id, open_database


def nothing() -> None:
    """Find no fault with the index."""


@dataclass(frozen=True)
class Studied:
    """Everything of an archive that studies need; the index is written in this very process."""

    database: Database
    documents: DocumentStore
    library: Library
    notebook: Notebook
    asking: Asking
    folder: Path

    def add(self, name: str, text: str, date: str = "", supersedes: DocumentId | None = None) -> DocumentId:
        """Take a text in, on two pages if it has two paragraphs."""
        cut = text.find("\n") + 1 or len(text)
        pages = (Page(0, 595, 842, Span(0, cut)), Page(1, 595, 842, Span(cut, len(text))))
        made = Document(document_id(name), name, f"{name}.txt", "", text, TextMap((), ()), pages)
        summary = self.documents.add(made, Arrival(date, 1, supersedes, b"", 0))
        indexed = IndexDocument(made.id, name, made.file_name, date, text, summary.number)
        index_handler(str(self.folder / "index"), AddDocuments((indexed,)), lambda _: None)
        return made.id

    @property
    def dates(self) -> dict[int, str]:
        return {number: entry.date for number, entry in self.documents.roll().items()}


def studied(folder: Path, texts: Mapping[str, str] | None = None) -> Studied:
    """Make an archive of texts by name; a name that begins with a date gives the document's own."""
    database = open_database(folder)
    documents = DocumentStore(database)
    library = Library(documents)
    notebook = Notebook(AnnotationStore(database), library, Sidecars(folder / "notes", ANNOTATIONS))
    asking = Asking(SearchIndex(folder / "index", library), library, nothing)
    made = Studied(database, documents, library, notebook, asking, folder)
    for name, text in (texts or {}).items():
        date = name.split()[0]
        made.add(name, text, date if date[:1].isdigit() else "")
    return made
