"""Searches the index: a query in, documents with their matches and passages out."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from index.errors import ArchiveError, DocumentUnknown, IndexDamaged
from index.model.document import DocumentId, DocumentSummary, Page
from index.model.hit import Answer, Hit, Match
from index.model.span import Span
from index.search.engine import Order, Ranked
from index.search.evaluate import evaluate
from index.search.passages import PageFinder, PassageMaker
from index.search.query import Query, parse
from index.search.tree import Node
from index.tasks import Cancelled, Task
from index.text.normalise import fold

_SENTENCE_BUDGET: Final = 120
_OPENING_ATTEMPTS: Final = 5


class Library(Protocol):
    """Where the searcher finds what the index does not keep."""

    def summary(self, document_id: DocumentId, /) -> DocumentSummary:
        """Return what lists show of a document; raises DocumentUnknown."""
        ...

    def text(self, document_id: DocumentId, /) -> str:
        """Return the text that was indexed; raises DocumentUnknown."""
        ...

    def pages(self, document_id: DocumentId, /) -> tuple[Page, ...]:
        """Return the pages; raises DocumentUnknown."""
        ...


class SearchIndex:
    """The index in a folder, to be searched. Safe to use from several threads: they take turns at the index.

    Every search sees the newest commit. Nothing is opened before the first search.

    Args:
        folder: Folder of the index; it need not exist yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._reader: Any = None
        self._state: tuple[Path, int] | None = None

    def search(
        self,
        query_text: str,
        library: Library,
        limit: int = 20,
        task: Task | None = None,
        *,
        order: Order = Order.RELEVANCE,
    ) -> Answer:
        """Answer a query. Blocks; most queries take milliseconds.

        Args:
            query_text: In the language of `index.search.query`.
            library: Where texts, pages and titles come from.
            limit: Number of documents in the answer, 0 for all; the counts are exact whatever it is.
            task: Cancels.
            order: Which documents come first.

        Raises:
            QueryError: If the query cannot be answered.
            IndexOutdated: If the index was built by another version of the analyzer.
            IndexDamaged: If its files contradict each other.
            Cancelled: If `task` was.
        """
        started = time.perf_counter()
        task = task or Task()
        query = parse(query_text)
        documents, matches, hits = 0, 0, tuple[Hit, ...]()
        if query.root is not None:
            is_best_first = order is Order.RELEVANCE
            documents, matches, ranked = self._ranked(query.root, limit if is_best_first else 0, task)
            if not is_best_first:
                ranked = _in_order(ranked, order, library)[: limit or None]
            hits = tuple(_hits(ranked, library, task))
        return _answer(query, documents, matches, hits, (time.perf_counter() - started) * 1000)

    def matching(self, root: Node, task: Task) -> list[int]:
        """Return the archive's numbers of all documents that answer (`index.search.engine.Engine`)."""
        with self._postings(task) as postings:
            if postings is None:
                return []
            found = evaluate(root, postings, task)
            return [int(postings.value("number", number)) for number in found.matches]

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        """Yield every document that answers with its spans (`index.search.engine.Engine`)."""
        wanted = None if numbers is None else frozenset(numbers)
        _, _, ranked = self._ranked(root, 0, task)
        for one in sorted(ranked, key=lambda one: one.number):
            if wanted is None or one.number in wanted:
                yield one

    def document_ids(self) -> frozenset[DocumentId]:
        """Return the ids of all documents in the index.

        Raises:
            SearchIndexError: If it cannot be used.
        """
        with self._postings(Task()) as postings:
            if postings is None:
                return frozenset()
            return frozenset(DocumentId(postings.value("id", number)) for number in postings.documents())

    def version_matches(self) -> bool:
        """Whether this program built the index, or there is none yet; if not, it has to be built again."""
        from index.search import storage
        from index.search.schema import INDEX_VERSION

        try:
            current = storage.read_current(self._folder)
        except IndexDamaged:
            return False
        return current is None or current.version == INDEX_VERSION

    def is_built(self) -> bool:
        """Whether there is an index at all, damaged or not. Reads one small file."""
        from index.search import storage

        try:
            return storage.read_current(self._folder) is not None
        except IndexDamaged:
            return True

    def check(self) -> None:
        """Read every file of the index and compare its hash. Blocks: about a second for each gigabyte.

        Raises:
            SearchIndexError: If the index cannot be used.
        """
        from index.search.storage import DurableStorage

        with self._lock, _explained():
            self._refresh()
            if self._state is not None:
                DurableStorage(self._state[0]).verify(thoroughly=True)

    def close(self) -> None:
        """Close the files of the index. It can be searched again, which opens them."""
        with self._lock:
            self._close_reader()

    def _ranked(self, root: Node, limit: int, task: Task) -> tuple[int, int, list[Ranked]]:
        """Return the numbers of documents and matches, and the best documents, best first."""
        with self._postings(task) as postings:
            if postings is None:
                return 0, 0, []
            found = evaluate(root, postings, task)
            count = sum(len(intervals) for intervals in found.matches.values())
            # Equal documents: the one taken in last comes first.
            order = [(-found.scores.get(number, 0.0), -number) for number in found.matches]
            best = heapq.nsmallest(limit, order) if limit else sorted(order)
            ranked: list[Ranked] = []
            for negative_score, negative_number in best:
                task.checkpoint()
                number, spans = -negative_number, tuple[Span, ...]()
                if intervals := found.matches[number]:
                    places = postings.places(number)
                    spans = tuple(places.span(first, last) for first, last in intervals)
                own = int(postings.value("number", number))
                ranked.append(Ranked(DocumentId(postings.value("id", number)), own, -negative_score, spans))
            return len(found.matches), count, ranked

    @contextmanager
    def _postings(self, task: Task) -> Iterator[Any]:
        """Lend the postings of the newest commit, None if there is no index; one borrower at a time."""
        with self._lock, _explained():
            self._refresh()
            if self._reader is None:
                yield None
                return
            from index.search.plain import WhooshPostings

            yield WhooshPostings(self._reader, task)

    def _refresh(self) -> None:
        """Open the newest commit if it is not open. A commit may take files away meanwhile: look again."""
        from index.search import storage
        from index.search.schema import INDEX_VERSION
        from index.search.writer import outdated

        for attempt in range(_OPENING_ATTEMPTS):
            current = storage.read_current(self._folder)
            if current is None:
                self._close_reader()
                return
            if current.version != INDEX_VERSION:
                self._close_reader()
                raise outdated()
            files = storage.DurableStorage(current.folder)
            state = (current.folder, files.commit_number())
            if state == self._state:
                return
            self._close_reader()
            try:
                files.verify(thoroughly=False)
                opened = files.open_index()
                self._reader, self._state = opened.reader(), state
                opened.close()
            except Exception:
                newest = storage.read_current(self._folder)
                is_same = newest == current and files.commit_number() == state[1]
                if is_same or attempt == _OPENING_ATTEMPTS - 1:
                    raise
            else:
                return

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = self._state = None


def _in_order(ranked: Sequence[Ranked], order: Order, library: Library) -> list[Ranked]:
    """Return the documents by date or title; without a date, or gone from the archive, they come last."""

    def key(one: Ranked) -> tuple[bool, str]:
        try:
            summary = library.summary(one.document_id)
        except DocumentUnknown:
            return True, ""
        return (False, fold(summary.title)) if order is Order.NAME else (not summary.date, summary.date)

    newest_first = sorted(ranked, key=lambda one: -one.number)
    if order is not Order.NEWEST:
        return sorted(newest_first, key=key)
    by_date = sorted(newest_first, key=key, reverse=True)
    return sorted(by_date, key=lambda one: key(one)[0])


def _hits(ranked: Sequence[Ranked], library: Library, task: Task) -> Iterator[Hit]:
    maker = PassageMaker(_SENTENCE_BUDGET)
    for document in ranked:
        task.checkpoint()
        try:
            summary = library.summary(document.document_id)
            if not document.spans:
                yield Hit(summary, document.score, (), ())
                continue
            text, finder = library.text(document.document_id), PageFinder(library.pages(document.document_id))
        except DocumentUnknown:
            # It left the archive between the commit of the index and now.
            continue
        matches = tuple(Match(span, finder.page_at(span.start)) for span in document.spans)
        yield Hit(summary, document.score, matches, maker.passages(text, matches))


def _answer(query: Query, documents: int, matches: int, hits: tuple[Hit, ...], elapsed_ms: float) -> Answer:
    return Answer(query.text, query.read_as, documents, matches, hits, elapsed_ms, query.problems)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn whatever Whoosh raises on damaged files into one error."""
    try:
        yield
    except (ArchiveError, Cancelled, MemoryError):
        raise
    except Exception as error:  # damaged files raise five kinds of exceptions (docs/decisions/0005)
        from index.search.storage import damaged

        raise damaged(type(error).__name__) from error
