"""Figures that disagree between documents, side by side.

Two figures are held against each other if `index.store.figures` calls them comparable and they are of the
same time: of the same days, when each stands in a sentence that names just one time; when neither does, of
the years of their documents (one «в 2019 году» and one without a time are not compared). A document that
gives several figures for the same thing and time is not heard: there the words do not tell which of them is
meant. The thing is in dispute when two of the figures left have no number in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.model.overview import Disagreement, Disagreements, Stated
from index.study.moment import At, Moment
from index.study.timeline import iso_day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.store.columns import Table

    Ints = NDArray[np.int64]

MOST_FIGURES: Final = 12
"""Of one thing; a reader compares no more."""

_YEAR: Final = 10_000
_SUBJECTS: Final = ("what", "what_for")


def disagreements(moment: Moment, query: str, limit: int = 50) -> Disagreements:
    """Return figures that disagree between documents.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        limit: How many things, 0 for all; counts are exact whatever it is.
    """
    import numpy as np

    table = moment.columns.statements
    rows = np.flatnonzero((table["key"] != 0) & moment.is_chosen[table["row"]])
    low, high = _times(moment, rows)
    order = np.lexsort((table["row"][rows], high, low, table["key"][rows]))
    rows, low, high = rows[order], low[order], high[order]
    heard = _heard(table, rows, low, high)
    rows, low, high = rows[heard], low[heard], high[heard]
    starts = np.flatnonzero(_changes(table["key"][rows], low, high))
    if not len(starts):
        return Disagreements(query, 0, 0, ())
    counts = np.diff(starts, append=len(rows))
    is_disputed = np.maximum.reduceat(table["least"][rows], starts) > np.minimum.reduceat(
        table["most"][rows], starts
    )
    disputed = [
        (rows[start : start + count], int(low[start]), int(high[start]))
        for start, count in zip(starts[is_disputed], counts[is_disputed], strict=True)
    ]
    disputed.sort(key=lambda one: (-len(one[0]), -one[1], one[0].tolist()))
    shown = disputed[: limit or None]
    told = [(moment.places(_ordered(table, figures)), len(figures)) for figures, _, _ in shown]
    stated = moment.stated(place for places, _ in told for place in places)
    lines = (
        _disagreement(places, documents, stated, _period(first, last))
        for (places, documents), (_, first, last) in zip(told, shown, strict=True)
    )
    compared = int(counts[counts > 1].sum())
    return Disagreements(query, compared, len(disputed), tuple(line for line in lines if line.figures))


def _times(moment: Moment, rows: Ints) -> tuple[Ints, Ints]:
    """Return first and last day of each figure; the year of the document, negative, if it tells none."""
    import numpy as np

    table = moment.columns.statements
    low, high = table["low"][rows].astype(np.int64), table["high"][rows].astype(np.int64)
    own_low, own_high = (days[table["row"][rows]] // _YEAR for days in moment.columns.days)
    is_silent = high == 0
    return np.where(is_silent, -own_low, low), np.where(is_silent, -own_high, high)


def _changes(*columns: Ints) -> NDArray[np.bool_]:
    """Return where runs of equal values begin."""
    import numpy as np

    changes = np.zeros(len(columns[0]), bool)
    changes[:1] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return changes


def _heard(table: Table, rows: Ints, low: Ints, high: Ints) -> Ints:
    """Return where one figure is of every document that does not contradict itself."""
    import numpy as np

    starts = np.flatnonzero(_changes(table["key"][rows], low, high, table["row"][rows]))
    is_one = np.ones(len(starts), bool)
    if len(starts):
        for column in (table["least"][rows], table["most"][rows]):
            is_one &= np.minimum.reduceat(column, starts) == np.maximum.reduceat(column, starts)
    heard: Ints = starts[is_one]
    return heard


def _ordered(table: Table, rows: Ints) -> Ints:
    """Return figures from the smallest to the largest; of many both ends."""
    import numpy as np

    ordered: Ints = rows[np.lexsort((rows, table["most"][rows], table["least"][rows]))]
    half = MOST_FIGURES // 2
    return ordered if len(rows) <= MOST_FIGURES else np.concatenate([ordered[:half], ordered[-half:]])


def _disagreement(places: list[At], documents: int, stated: dict[At, Stated], period: str) -> Disagreement:
    figures = tuple(stated[place] for place in places if place in stated)
    slots = [slot for one in figures for name in _SUBJECTS if (slot := one.fact.slot(name))]
    return Disagreement(slots[0].text if slots else "", period, documents, figures)


def _period(low: int, high: int) -> str:
    """Return days as ISO 8601 says them: a year as a year."""
    if high <= 0:
        return f"{-low:04}" if low and low == high else ""
    if low % _YEAR == 101 and high % _YEAR == 1231:
        first, last = f"{low // _YEAR:04}", f"{high // _YEAR:04}"
    elif low % 100 == 1 and high % 100 == 31 and low // 100 == high // 100:
        first = last = iso_day(low)[:7]
    else:
        first, last = iso_day(low), iso_day(high)
    return first if first == last else f"{first}/{last}"
