"""The dates of documents and in documents, in order."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, Final

from index.model.fact import FactType
from index.model.overview import Dated, Grain, Moments, Timeline
from index.model.span import Span
from index.study.moment import Moment
from index.text.days import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_OWN: Final = -1
"""Instead of the place among the facts: the date of the document itself."""
_MONTHS: Final = 12
_PARTED: Final = {Grain.YEAR: 10_000, Grain.MONTH: 100, Grain.DAY: 1}


def timeline(
    moment: Moment,
    query: str,
    grain: Grain = Grain.YEAR,
    between: tuple[int, int] = (FIRST_DAY, LAST_DAY),
    limit: int = 500,
) -> Timeline:
    """Return the dates of documents and in documents, by first day, the more exact one of two first.

    Told from the day of writing («вчера») they are there if the document has a date; «1 мая» without a year
    is not: it would be put into a wrong one.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        grain: How exactly the counts are parted.
        between: Only dates that have a day in common with these, from the first to the last
            (`index.text.days`).
        limit: How many lines, 0 for all; counts are exact whatever it is.
    """
    import numpy as np

    rows, places, lows, highs = _dates(moment)
    is_wanted = (lows <= between[1]) & (highs >= between[0])
    rows, places, lows, highs = (column[is_wanted] for column in (rows, places, lows, highs))
    order = np.lexsort((places, rows, highs, lows))[: limit or None]
    chosen = [(int(rows[i]), int(places[i]), int(lows[i]), int(highs[i])) for i in order]
    stated = moment.stated((row, place) for row, place, _, _ in chosen if place != _OWN)
    lines = []
    for row, place, low, high in chosen:
        if place == _OWN:
            value = moment.columns.records[row].date
            evidence = next(iter(moment.evidence(row, [Span(0, 0)])), None)
        else:
            found = stated.get((row, place))
            evidence = None if found is None else found.evidence
            slot = None if found is None else found.fact.slot("date")
            value = "" if slot is None else str(slot.value)
        if evidence is not None:
            lines.append(Dated(value, low, high, place == _OWN, evidence))
    return Timeline(query, grain, _moments(grain, rows, lows, highs), len(rows), tuple(lines))


def _dates(moment: Moment) -> tuple[NDArray[np.int64], ...]:
    """Return row, place, first and last day of all dates."""
    import numpy as np

    table, dated = moment.columns.statements, moment.rows_of([FactType.DATE])
    low, high = moment.columns.days
    own = np.flatnonzero(moment.is_chosen & (low > 0))
    return (
        np.concatenate([own, table["row"][dated]]),
        np.concatenate([np.full(len(own), _OWN), table["place"][dated]]),
        np.concatenate([low[own], table["low"][dated]]),
        np.concatenate([high[own], table["high"][dated]]),
    )


def _moments(
    grain: Grain, rows: NDArray[np.int64], lows: NDArray[np.int64], highs: NDArray[np.int64]
) -> tuple[Moments, ...]:
    import numpy as np

    part = _PARTED[grain]
    is_within = lows // part == highs // part
    names, rows = lows[is_within] // part, rows[is_within]
    found, counts = np.unique(names, return_counts=True)
    # Each document once a name.
    pairs = np.unique(names * (rows.max(initial=0) + 1) + rows)
    documents = np.unique(pairs // (rows.max(initial=0) + 1), return_counts=True)[1]
    return tuple(
        Moments(_written(name, grain), dates, of)
        for name, dates, of in zip(found.tolist(), counts.tolist(), documents.tolist(), strict=True)
    )


def _written(name: int, grain: Grain) -> str:
    match grain:
        case Grain.YEAR:
            return f"{name:04}"
        case Grain.MONTH:
            return f"{name // 100:04}-{name % 100:02}"
        case Grain.DAY:
            return iso_day(name)


def iso_day(day: int) -> str:
    """Return a day as ISO 8601 writes it; empty for none.

    Days behind the end of a month, as `index.text.days` has them for its last one, are the last there is.
    """
    if not day:
        return ""
    year, month = day // 10_000, day // 100 % 100
    last = monthrange(year, month)[1] if 1 <= month <= _MONTHS else LAST_DAY % 100
    return f"{year:04}-{month:02}-{min(day % 100, last):02}"
