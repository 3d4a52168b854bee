"""The desk at which results of searches are studied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.model.annotation import Annotation, Pen
from index.model.document import DocumentId
from index.model.span import Span
from index.model.study import (
    Collocations,
    Concordance,
    Facets,
    Frequencies,
    KwicOrder,
    PastSearch,
    SavedSearch,
    Similar,
    VersionGroup,
    WordTable,
)
from index.notes.notebook import Notebook
from index.search.engine import Order
from index.store.documents import DocumentStore
from index.store.searches import MOST_PAST, SearchStore
from index.study.asking import Asking
from index.study.calling import Calling
from index.study.collocations import collocations
from index.study.concordance import concordance
from index.study.frequencies import frequencies
from index.study.marking import mark
from index.study.overview import Overview
from index.study.similarity import similar
from index.study.versions import Versions
from index.study.within import places_within
from index.study.wordlists import word_table
from index.tasks import Task


class Counter(Protocol):
    """Counts by what an answer can be narrowed."""

    def count(self, query: str, numbers: Sequence[int], /) -> Facets:
        """Return the facets of the documents with these archive's numbers, which answer a query."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What lies on a desk.

    Attributes:
        searches: Saved and past searches.
        versions: Finds documents that are nearly the same.
        counter: Counts facets.
        overview: Gathers what documents state.
        calling: Calls somebody by another name.
    """

    searches: SearchStore
    versions: Versions
    counter: Counter
    overview: Overview
    calling: Calling


class Desk:
    """All work with results. Any thread may call it.

    Every method that takes a task blocks, and may raise QueryError, SearchIndexError and Cancelled as
    `Archive.search` does.

    Args:
        asking: The archive, to be asked.
        documents: Its documents.
        notebook: Its annotations.
        tools: What else lies on it.

    Attributes:
        overview: Views over the whole archive.
        calling: Somebody called by another name in many documents.
    """

    def __init__(
        self,
        asking: Asking,
        documents: DocumentStore,
        notebook: Notebook,
        tools: Tools,
    ) -> None:
        self._asking, self._documents, self._notebook = asking, documents, notebook
        self._searches, self._versions, self._counter = tools.searches, tools.versions, tools.counter
        self.overview, self.calling = tools.overview, tools.calling

    def facets(self, query: str, task: Task | None = None) -> Facets:
        """Return by what the answer to a query can be narrowed."""
        numbers = self._asking.matching(self._asking.tree(query), task or Task())
        return self._counter.count(query, numbers)

    def answering(self, query: str, task: Task | None = None) -> frozenset[DocumentId]:
        """Return the documents that answer a query; an empty one, as everywhere, asks for nothing."""
        numbers = self._asking.matching(self._asking.tree(query), task or Task())
        roll = self._documents.roll()
        return frozenset(roll[number].id for number in map(int, numbers) if number in roll)

    def within(self, document_id: DocumentId, query: str, task: Task | None = None) -> tuple[Span, ...]:
        """Return the places of a document that answer a query (`index.study.within`), or DocumentUnknown."""
        return places_within(self._asking, self._documents.number(document_id), query, task)

    def concordance(
        self,
        query: str,
        order: KwicOrder = KwicOrder.DOCUMENT,
        limit: int = 5000,
        task: Task | None = None,
    ) -> Concordance:
        """Return the matches of a query one under the other (`index.study.concordance`); 0 for all lines."""
        return concordance(self._asking, query, order, limit, task)

    def word_table(self, lines: Iterable[str], within: str = "", task: Task | None = None) -> WordTable:
        """Count every entry of a list of words or names (`index.study.wordlists`)."""
        return word_table(self._asking, lines, within, self._dates(), task)

    def collocations(
        self, query: str, task: Task | None = None, *, with_small_words: bool = False
    ) -> Collocations:
        """Return the words around the matches of a query (`index.study.collocations`)."""
        return collocations(self._asking, query, task, with_small_words=with_small_words)

    def frequencies(self, query: str, task: Task | None = None) -> Frequencies:
        """Count the answers to a query by month and year (`index.study.frequencies`)."""
        return frequencies(self._asking, query, self._dates(), task)

    def similar(
        self, document_id: DocumentId, limit: int = 10, task: Task | None = None
    ) -> tuple[Similar, ...]:
        """Return the documents most like another one (`index.study.similarity`), or raise DocumentUnknown."""
        ids = {number: entry.id for number, entry in self._documents.roll().items()}
        return similar(self._asking, document_id, ids, limit, task)

    def versions(self, task: Task | None = None) -> tuple[VersionGroup, ...]:
        """Return the groups of documents that are nearly the same (`index.study.versions`)."""
        return self._versions.groups(task)

    def versions_of(self, document_id: DocumentId, task: Task | None = None) -> VersionGroup | None:
        """Return the group in which a document is; None if it stands alone."""
        return self._versions.of(document_id, task)

    def mark(
        self,
        query: str,
        pen: Pen,
        task: Task | None = None,
        numbers: Iterable[int] | None = None,
    ) -> tuple[Annotation, ...]:
        """Annotate every match of a query (`index.study.marking`), in these documents alone when given.

        Returns what was made, for `unmark`.
        """
        return mark(self._asking, self._notebook, query, pen, task, numbers)

    def unmark(self, annotations: Iterable[Annotation]) -> None:
        """Take back what `mark` made."""
        self._notebook.delete_all(annotations)

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name, as a dictionary sorts."""
        return self._searches.saved()

    def save(self, name: str, query: str, order: str = Order.RELEVANCE) -> SavedSearch:
        """Keep a search under a name; without one it is called by its query."""
        return self._searches.save(name, query, order)

    def rename(self, search_id: str, name: str) -> SavedSearch:
        """Give a saved search another name, or raise StoreError if there is no such search."""
        return self._searches.rename(search_id, name)

    def forget(self, search_id: str) -> SavedSearch:
        """Take a saved search away; returns it, for `restore`. Raises StoreError if there is none."""
        return self._searches.forget(search_id)

    def restore(self, search: SavedSearch) -> None:
        """Bring a saved search back exactly as it was."""
        self._searches.restore(search)

    def history(self, limit: int = MOST_PAST) -> tuple[PastSearch, ...]:
        """Return the searches asked last, the newest first, each once."""
        return self._searches.history(limit)

    def remember(self, query: str, documents: int) -> None:
        """Put a search, and how many documents answered, on top of the history."""
        self._searches.remember(query, documents)

    def clear_history(self) -> None:
        """Forget all past searches."""
        self._searches.clear_history()

    def _dates(self) -> dict[int, str]:
        return {number: entry.date for number, entry in self._documents.roll().items()}
