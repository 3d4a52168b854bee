"""What a search needs to know of the documents it found, with a small cache of what was asked last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from index.model.document import DocumentId, DocumentSummary, Page
from index.model.textmap import TextMap
from index.store.documents import DocumentStore

V = TypeVar("V")
_SUMMARIES: Final = 4096
_PAGES: Final = 256
_TEXT_MAPS: Final = 8
_TEXT_CHARACTERS: Final = 32_000_000


class Library:
    """Summaries, texts and pages of an archive, as the search index asks for them. Any thread may call it.

    Texts, maps and pages of a document never change under one id; summaries do (`forget`).
    """

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents
        self._summaries = _Cache[DocumentSummary](_SUMMARIES, lambda _: 1)
        self._pages = _Cache[tuple[Page, ...]](_PAGES, lambda _: 1)
        self._texts = _Cache[str](_TEXT_CHARACTERS, len)
        self._text_maps = _Cache[TextMap](_TEXT_MAPS, lambda _: 1)

    def summary(self, document_id: DocumentId) -> DocumentSummary:
        """Return what lists show of a document.

        Raises:
            DocumentUnknown: If there is no such document.
        """
        return self._summaries.get(document_id, self._documents.summary)

    def text(self, document_id: DocumentId) -> str:
        """Return the one text of a document.

        Raises:
            DocumentUnknown: If there is no such document.
        """
        return self._texts.get(document_id, self._documents.text)

    def pages(self, document_id: DocumentId) -> tuple[Page, ...]:
        """Return the pages of a document, in order."""
        return self._pages.get(document_id, self._documents.pages)

    def text_map(self, document_id: DocumentId) -> TextMap:
        """Return the map of a document's text, or raise DocumentUnknown."""
        return self._text_maps.get(document_id, self._documents.text_map)

    def forget(self) -> None:
        """Drop what was remembered: documents were added or replaced."""
        for cache in (self._summaries, self._pages, self._texts, self._text_maps):
            cache.clear()


class _Cache(Generic[V]):
    """The values asked for last, up to a total weight."""

    def __init__(self, capacity: int, weight: Callable[[V], int]) -> None:
        self._capacity, self._weight = capacity, weight
        self._values: OrderedDict[DocumentId, V] = OrderedDict()
        self._total = 0
        self._generation = 0
        self._lock = threading.Lock()

    def get(self, key: DocumentId, load: Callable[[DocumentId], V]) -> V:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            generation = self._generation
        value = load(key)
        with self._lock:
            # What was loaded before a `clear` may be out of date after it.
            if generation == self._generation and key not in self._values:
                self._values[key] = value
                self._total += self._weight(value)
                while self._total > self._capacity and len(self._values) > 1:
                    self._total -= self._weight(self._values.popitem(last=False)[1])
        return value

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._total = 0
            self._generation += 1
