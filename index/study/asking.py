"""A query of the reader's, put to the engine: what every study of results begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from index.errors import DocumentUnknown, QueryError, StoreDamaged
from index.model.document import DocumentId
from index.model.said import said
from index.search.engine import Asked, Engine, Outcome, Ranked, Vocabulary
from index.search.hits import Library
from index.search.query import parse
from index.search.tree import Node
from index.tasks import Task


class Asking:
    """Puts questions to the engine. Any thread may call it; every method blocks.

    Args:
        engine: The search engine.
        library: Where texts come from.
        ensure: Raises SearchIndexError when there is no index though there should be one.
    """

    def __init__(self, engine: Engine, library: Library, ensure: Callable[[], None]) -> None:
        self._engine, self._ensure = engine, ensure
        self.library = library

    def tree(self, query: str) -> Node:
        """Read a query.

        Raises:
            QueryError: If it cannot be answered, or nothing in it can be searched.
        """
        root = parse(query).root
        if root is None:
            raise QueryError(
                said("query.no_words", "В запросе нет ни слова: искать нечего."),
                said("query.write_words", "Напишите слово или несколько."),
                0,
                len(query),
            )
        return root

    def matching(self, root: Node, task: Task) -> Sequence[int]:
        """Return the archive's numbers of all documents that answer; raises as the engine does."""
        self._ensure()
        return self._engine.matching(root, task)

    def answer(self, asked: Asked, task: Task) -> Outcome:
        """Answer a question; raises as the engine does."""
        self._ensure()
        return self._engine.answer(asked, task)

    def vocabulary(self) -> Vocabulary:
        """Return the words of the index; raises as the engine does."""
        self._ensure()
        return self._engine.vocabulary()

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        """Yield every document that answers (of these numbers, when given) with its spans, oldest first."""
        self._ensure()
        yield from self._engine.occurrences(root, task, numbers)

    def text(self, document_id: DocumentId) -> str:
        """Return the text of a document; empty for one that left the archive since it was indexed.

        Likewise for one that is damaged, which `check` tells: it does not keep the others from being studied.
        """
        try:
            return self.library.text(document_id)
        except (DocumentUnknown, StoreDamaged):
            return ""
