"""Years of an answer as bars of equal spans of time, few enough to be seen and hit with a pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.model.study import FacetValue

MOST_BARS: Final = 48
_SPANS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class YearBar:
    """A span of years.

    Attributes:
        first: First year.
        last: Last year.
        documents: How many documents of the answer are of each of these years, together.
    """

    first: int
    last: int
    documents: int


def year_bars(values: Sequence[FacetValue]) -> tuple[YearBar, ...]:
    """Return bars from the earliest to the latest year without a gap, each of as many years as need be."""
    counts = {int(value.label): value.documents for value in values if value.label.isdecimal()}
    if not counts:
        return ()
    earliest, latest = min(counts), max(counts)
    span = next(
        (span for span in _SPANS if latest // span - earliest // span < MOST_BARS), latest - earliest + 1
    )
    bars: list[YearBar] = []
    for start in range(earliest // span * span, latest + 1, span):
        years = range(max(start, earliest), min(start + span - 1, latest) + 1)
        bars.append(YearBar(years[0], years[-1], sum(counts.get(year, 0) for year in years)))
    return tuple(bars)


def years_clause(first: int, last: int) -> str:
    """Return the clause for documents of these years."""
    return f"дата:{first:04}" if first == last else f"дата:{first:04}..{last:04}"
