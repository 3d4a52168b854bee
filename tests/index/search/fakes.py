"""A library of plain texts, and an index of them, for the tests of the search."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import DocumentUnknown
from index.model.document import DocumentId, DocumentSummary, Page
from index.model.span import Span
from index.search.dates import is_within
from index.search.engine import Told
from index.search.requests import AddDocuments, IndexDocument
from index.search.searcher import SearchIndex
from index.search.tree import InDates, Outside
from index.search.writer import index_handler
from index.tasks import Task


def document_id(name: str) -> DocumentId:
    return DocumentId(hashlib.sha256(name.encode()).hexdigest())


@dataclass
class FakeLibrary:
    """Documents by name; each has one page for every `page_length` characters."""

    page_length: int = 2000
    documents: dict[DocumentId, IndexDocument] = field(default_factory=dict)

    def add(self, name: str, text: str, title: str | None = None, date: str = "") -> IndexDocument:
        title = text.partition("\n")[0] if title is None else title
        starts = tuple(range(0, max(1, len(text)), self.page_length))
        added = IndexDocument(
            document_id(name), title, f"{name}.pdf", date, text, len(self.documents) + 1, starts
        )
        self.documents[added.id] = added
        return added

    def summary(self, wanted: DocumentId) -> DocumentSummary:
        found = self._found(wanted)
        pages = len(self.pages(wanted))
        return DocumentSummary(found.id, found.title, found.file_name, "", pages, "2024-01-01", found.date)

    def text(self, wanted: DocumentId) -> str:
        return self._found(wanted).text

    def pages(self, wanted: DocumentId) -> tuple[Page, ...]:
        length = len(self._found(wanted).text)
        starts = range(0, max(1, length), self.page_length)
        return tuple(
            Page(i, 595, 842, Span(start, min(length, start + self.page_length)))
            for i, start in enumerate(starts)
        )

    def _found(self, wanted: DocumentId) -> IndexDocument:
        if wanted not in self.documents:
            raise DocumentUnknown("Такого документа нет.")
        return self.documents[wanted]


@dataclass
class FakeBeyond:
    """What an archive would say of its documents: their own dates, and what `told` has."""

    library: FakeLibrary
    told: dict[Outside, Told] = field(default_factory=dict)

    def find(self, leaf: Outside, _task: Task) -> Told:
        if not isinstance(leaf, InDates):
            return self.told.get(leaf, Told((), (), ()))
        held = self.library.documents.values()
        numbers = sorted(one.number for one in held if is_within(one.date, leaf.first, leaf.last))
        return Told(numbers, [-1] * len(numbers), [-1] * len(numbers))


class Searchable:
    """A library with its index, written in this very process."""

    def __init__(self, folder: Path, texts: Mapping[str, str] | None = None) -> None:
        self.folder, self.library = folder, FakeLibrary()
        self.index = SearchIndex(folder, self.library, FakeBeyond(self.library))
        if texts:
            self.add(self.library.add(name, text) for name, text in texts.items())

    def add(self, documents: Iterable[IndexDocument]) -> None:
        index_handler(str(self.folder), AddDocuments(tuple(documents)), lambda _: None)

    def names(self, query: str) -> list[str]:
        """Return the names of the documents that answer, sorted."""
        answer = self.index.search(query, limit=0)
        assert len(answer.hits) == answer.documents
        return sorted(hit.document.file_name.removesuffix(".pdf") for hit in answer.hits)

    def lit(self, query: str) -> list[str]:
        """Return the matched words, in text order, of all documents."""
        answer = self.index.search(query, limit=0)
        words = [
            self.library.text(hit.document.id)[match.span.start : match.span.stop]
            for hit in sorted(answer.hits, key=lambda hit: hit.document.file_name)
            for match in hit.matches
        ]
        assert len(words) == answer.matches
        return words
