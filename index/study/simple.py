"""Facets that documents have without any extraction: years and formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from index.model.study import Facet, FacetKind, Facets, FacetValue
from index.store.documents import DocumentStore


class SimpleCounter:
    """Counts years and formats. Blocks for a query of the database; any thread may call it."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def count(self, query: str, numbers: Sequence[int]) -> Facets:
        """Return the facets of the documents with these archive's numbers, which answer a query."""
        wanted = set(numbers)
        found = [summary for summary in self._documents.summaries() if summary.number in wanted]
        years = Counter(summary.date[:4] for summary in found if summary.date)
        formats = Counter(summary.media.suffix.removeprefix(".") for summary in found)
        kinds = (
            _facet(FacetKind.YEAR, "дата", sorted(years.items(), reverse=True)),
            _facet(FacetKind.FORMAT, "тип", formats.most_common()),
        )
        return Facets(query, len(found), tuple(facet for facet in kinds if facet.values))


def _facet(kind: FacetKind, field: str, counts: Iterable[tuple[str, int]]) -> Facet:
    return Facet(kind, tuple(FacetValue(value, f"{field}:{value}", count) for value, count in counts))
