"""A desk in memory: facets as a test lays them out, saved and past searches."""

from __future__ import annotations

import threading
from dataclasses import replace

from index.model.span import Span
from index.model.study import Facets, PastSearch, SavedSearch
from index.tasks import Task


class FakeDesk:
    """What the search column asks of the desk.

    Attributes:
        counted: The facets of whatever query.
        gate: Counting and saving wait here; open unless a test closes it.
        failure: Raised instead of counting.
        queries: What was counted, in order.
        places: What is found in whatever document, by query.
    """

    def __init__(self) -> None:
        self.counted = Facets("", 0, ())
        self.gate = threading.Event()
        self.gate.set()
        self.failure: Exception | None = None
        self.queries: list[str] = []
        self.places: dict[str, tuple[Span, ...]] = {}
        self._saved: list[SavedSearch] = []
        self._past: list[PastSearch] = []

    def facets(self, query: str, _task: Task | None = None) -> Facets:
        self.queries.append(query)
        self.gate.wait(10)
        if self.failure is not None:
            raise self.failure
        return replace(self.counted, query=query)

    def within(self, _document_id: object, query: str, _task: Task | None = None) -> tuple[Span, ...]:
        if self.failure is not None:
            raise self.failure
        return self.places.get(query, ())

    def saved(self) -> tuple[SavedSearch, ...]:
        return tuple(sorted(self._saved, key=lambda one: one.name))

    def save(self, name: str, query: str, order: str) -> SavedSearch:
        self.gate.wait(10)
        made = SavedSearch(f"id{len(self._saved)}", name or query, query, order, "2026-01-02T03:04:05+00:00")
        self._saved.append(made)
        return made

    def rename(self, search_id: str, name: str) -> SavedSearch:
        old = self.forget(search_id)
        self._saved.append(replace(old, name=name))
        return self._saved[-1]

    def forget(self, search_id: str) -> SavedSearch:
        gone = next(one for one in self._saved if one.id == search_id)
        self._saved.remove(gone)
        return gone

    def restore(self, search: SavedSearch) -> None:
        self._saved.append(search)

    def history(self, limit: int = 200) -> tuple[PastSearch, ...]:
        return tuple(self._past[:limit])

    def remember(self, query: str, documents: int) -> None:
        self._past = [one for one in self._past if one.query != query]
        self._past.insert(0, PastSearch(query, "2026-01-02T03:04:05+00:00", documents))

    def clear_history(self) -> None:
        self._past.clear()
