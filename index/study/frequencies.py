"""How often a query is answered in the course of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from index.model.study import Frequencies, Period
from index.study.asking import Asking
from index.tasks import Task

_YEAR, _MONTH = 4, 7


@dataclass(slots=True)
class _Count:
    """What was found of one period."""

    documents: int = 0
    matches: int = 0


def frequencies(
    asking: Asking, query: str, dates: Mapping[int, str], task: Task | None = None
) -> Frequencies:
    """Count the documents and matches of a query by month and by year of the documents' own dates. Blocks.

    Args:
        asking: The archive.
        query: In the query language.
        dates: The own date of every document of the archive, by its number; ISO 8601, possibly incomplete or
            empty.
        task: Cancels.

    Raises:
        QueryError: If the query cannot be answered.
        SearchIndexError: If the index cannot be used.
        Cancelled: If `task` was.
    """
    task = task or Task()
    found: dict[str, _Count] = defaultdict(_Count)
    for ranked in asking.occurrences(asking.tree(query), task):
        task.checkpoint()
        for name in _names(dates.get(ranked.number, "")):
            found[name].documents += 1
            found[name].matches += len(ranked.spans)
    everything: dict[str, int] = defaultdict(int)
    for date in dates.values():
        for name in _names(date):
            everything[name] += 1

    def period(name: str) -> Period:
        count = found.get(name, _Count())
        return Period(name, count.documents, count.matches, everything[name])

    undated = found.get("", _Count())
    return Frequencies(
        query,
        months=tuple(map(period, _row(found, _MONTH, _month_after))),
        years=tuple(map(period, _row(found, _YEAR, _year_after))),
        undated_documents=undated.documents,
        undated_matches=undated.matches,
    )


def _names(date: str) -> tuple[str, ...]:
    """Return the periods to which a date belongs: its year and its month, if known; "" for no date."""
    return tuple(dict.fromkeys((date[:_YEAR], date[:_MONTH] if len(date) >= _MONTH else date[:_YEAR])))


def _row(found: Iterable[str], length: int, after: Callable[[str], str]) -> list[str]:
    """Return every period of this length of name from the first to the last found."""
    names = sorted(name for name in found if len(name) == length)
    row = names[:1]
    while row and row[-1] < names[-1]:
        row.append(after(row[-1]))
    return row


def _month_after(name: str) -> str:
    year, month = int(name[:_YEAR]), int(name[_YEAR + 1 :])
    return f"{year + month // 12:04}-{month % 12 + 1:02}"


def _year_after(name: str) -> str:
    return f"{int(name) + 1:04}"
