"""The engine of the program: NumPy postings in Whoosh segments, searched through our own query tree."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import IndexDamaged
from index.model.document import DocumentId
from index.model.hit import Answer, Suggestion
from index.search.chips import chips
from index.search.engine import Asked, Beyond, Order, Outcome, Ranked, Told, Vocabulary
from index.search.hits import Library, hits_of
from index.search.layouts import in_other_layout
from index.search.query import Query, parse
from index.search.suggestions import suggest
from index.search.tree import Node, Outside
from index.tasks import Task

if TYPE_CHECKING:
    from index.search.opening import Newest
    from index.search.snapshot import Snapshot

_AT_ONCE: Final = 256


class NothingBeyond:
    """Knows of no names, notes and folders."""

    def find(self, _leaf: Outside, _task: Task) -> Told:
        """Return nothing."""
        return Told((), (), ())


class SearchIndex:
    """The index in a folder, to be searched by any number of threads, also while it is written.

    Every search sees the newest commit. Nothing is opened before the first search.

    Args:
        folder: Folder of the index; it need not exist yet.
        library: Where texts, pages and titles come from.
        beyond: Answers what is no word of a text.
    """

    def __init__(self, folder: Path, library: Library, beyond: Beyond | None = None) -> None:
        self._folder, self._library = folder, library
        self._beyond = beyond or NothingBeyond()
        self._lock = threading.Lock()
        self._newest: Newest | None = None

    def search(
        self, query_text: str, limit: int = 20, task: Task | None = None, *, order: Order = Order.RELEVANCE
    ) -> Answer:
        """Answer a query with passages to be shown. Blocks; most queries take milliseconds.

        Args:
            query_text: In the language of `index.search.query`.
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
        outcome, suggestions = Outcome(0, 0, ()), tuple[Suggestion, ...]()
        if query.root is not None:
            outcome = self.answer(Asked(query.root, limit, order), task)
        if query.root is not None and not outcome.documents:
            query, outcome = self._in_other_layout(query, Asked(query.root, limit, order), task)
        if not outcome.documents:
            suggestions = suggest(query, self.vocabulary(), lambda root: self._count(root, task))
        hits = tuple(hits_of(outcome.ranked, self._library, task))
        return Answer(
            query=query.text,
            read_as=query.read_as,
            documents=outcome.documents,
            matches=outcome.matches,
            hits=hits,
            elapsed_ms=(time.perf_counter() - started) * 1000,
            problems=query.problems,
            chips=chips(query),
            suggestions=suggestions,
        )

    def answer(self, asked: Asked, task: Task) -> Outcome:
        """Answer a question (`index.search.engine.Engine`)."""
        snapshot = self._snapshot()
        if snapshot is None:
            return Outcome(0, 0, ())
        from index.search import telling
        from index.search.evaluate import Evaluation
        from index.search.ranking import best, by_closeness

        evaluation = Evaluation(snapshot, self._beyond, task)
        found = evaluation.of(asked.root)
        if asked.order is Order.RELEVANCE:
            found = by_closeness(asked.root, found, evaluation, snapshot)
        chosen = best(found, snapshot, asked.order, asked.limit)
        scores = found.scores[chosen].tolist()
        documents = found.documents[chosen]
        if asked.has_spans:
            ranked = tuple(telling.ranked(snapshot, found, (documents, scores), self._library, task))
        else:
            ids, numbers = map(snapshot.document_id, documents.tolist()), snapshot.numbers[documents].tolist()
            ranked = tuple(map(Ranked, ids, numbers, scores, repeat(())))
        return Outcome(len(found.documents), found.total(), ranked)

    def matching(self, root: Node, task: Task) -> Sequence[int]:
        """Return the archive's numbers of all documents that answer (`index.search.engine.Engine`)."""
        snapshot = self._snapshot()
        if snapshot is None:
            return ()
        from index.search.evaluate import Evaluation

        found = Evaluation(snapshot, self._beyond, task).of(root)
        numbers: list[int] = snapshot.numbers[found.documents].tolist()
        return numbers

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        """Yield every document that answers with its spans (`index.search.engine.Engine`)."""
        snapshot = self._snapshot()
        if snapshot is None:
            return
        import numpy as np

        from index.search import telling
        from index.search.evaluate import Evaluation

        found = Evaluation(snapshot, self._beyond, task).of(root)
        own = snapshot.numbers[found.documents]
        wanted = np.argsort(own, kind="stable")
        if numbers is not None:
            wanted = wanted[np.isin(own[wanted], np.fromiter(numbers, np.int64))]
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            chosen = found.documents[some], found.scores[some].tolist()
            yield from telling.ranked(snapshot, found, chosen, self._library, task)

    def vocabulary(self) -> Vocabulary:
        """Return the words of the newest commit."""
        from index.search.vocabulary import Words

        return Words(self._snapshot())

    def document_ids(self) -> frozenset[DocumentId]:
        """Return the ids of all documents in the index.

        Raises:
            SearchIndexError: If it cannot be used.
        """
        snapshot = self._snapshot()
        if snapshot is None:
            return frozenset()
        return frozenset(snapshot.document_ids())

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
        from index.search.opening import check

        self._snapshot()
        folder = self._opened().folder()
        if folder is not None:
            check(folder)

    def close(self) -> None:
        """Let go of the files of the index. It can be searched again, which opens them."""
        if self._newest is not None:
            self._newest.close()

    def _in_other_layout(self, query: Query, asked: Asked, task: Task) -> tuple[Query, Outcome]:
        """Answer a query that finds nothing as it reads on the other keyboard, if that finds something."""
        text = in_other_layout(query.text, self.vocabulary())
        other = query if text is None else parse(text)
        if text is not None and other.root is not None:
            outcome = self.answer(replace(asked, root=other.root), task)
            if outcome.documents:
                return other, outcome
        return query, Outcome(0, 0, ())

    def _count(self, root: Node, task: Task) -> int:
        return self.answer(Asked(root, 1, has_spans=False), task).documents

    def _snapshot(self) -> Snapshot | None:
        """Return the newest commit; None if there is no index."""
        return self._opened().snapshot()

    def _opened(self) -> Newest:
        with self._lock:
            if self._newest is None:
                # It loads NumPy and Whoosh: not before the first search.
                from index.search.opening import Newest

                self._newest = Newest(self._folder)
            return self._newest
