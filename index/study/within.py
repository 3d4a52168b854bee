"""The places of one document that answer a query: the same words in the same forms as over the archive."""

from __future__ import annotations

from typing import Final

from index.model.span import Span
from index.study.asking import Asking
from index.tasks import Task

_SHORTEST_BEGINNING: Final = 2


def places_within(asking: Asking, number: int, query: str, task: Task | None = None) -> tuple[Span, ...]:
    """Return the matches of a query in a document, in text order.

    While a word is being typed it is not a word yet: when there is no match, the last word of a query is
    taken for the beginning of one.

    Args:
        asking: The archive.
        number: The archive's number of the document.
        query: In the query language.
        task: Cancels.

    Raises:
        QueryError: If the query cannot be answered.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    task = task or Task()
    for asked in (query, _beginning(query)):
        if asked:
            for found in asking.occurrences(asking.tree(asked), task, [number]):
                if found.spans:
                    return found.spans
    return ()


def _beginning(query: str) -> str:
    last = query.rsplit(maxsplit=1)[-1] if query.split() else ""
    return f"{query.rstrip()}*" if last.isalpha() and len(last) >= _SHORTEST_BEGINNING else ""
