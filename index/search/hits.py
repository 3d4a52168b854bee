"""Documents that an engine found, as the window shows them: with titles, pages and passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from index.errors import DocumentUnknown
from index.model.document import DocumentId, DocumentSummary, Page
from index.model.hit import Hit, Match
from index.search.engine import Ranked
from index.search.passages import PageFinder, PassageMaker
from index.tasks import Task

_SENTENCE_BUDGET: Final = 120


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


def hits_of(ranked: Sequence[Ranked], library: Library, task: Task) -> Iterator[Hit]:
    """Yield hits with their passages, in the order given.

    A document that left the archive between the commit of the index and now is left out.
    """
    maker = PassageMaker(_SENTENCE_BUDGET)
    for document in ranked:
        task.checkpoint()
        try:
            summary = library.summary(document.document_id)
            if not document.spans:
                yield Hit(summary, document.score, (), ())
                continue
            text = library.text(document.document_id)
            finder = PageFinder(library.pages(document.document_id))
        except DocumentUnknown:
            continue
        matches = tuple(Match(span, finder.page_at(span.start)) for span in document.spans)
        yield Hit(summary, document.score, matches, maker.passages(text, matches))
