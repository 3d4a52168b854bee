"""Intentions, instructions, agreements and decisions, by deadline."""

from __future__ import annotations

from typing import Final

from index.model.fact import STATUSES
from index.model.overview import Promise, Promises
from index.store.statements import PROMISES
from index.study.moment import Moment
from index.study.timeline import iso_day
from index.text.days import days_of

_DONE: Final = ("achieved", "past")


def promises(moment: Moment, query: str, today: str, limit: int = 500) -> Promises:
    """Return promises by deadline; those without one last, from the latest document to the earliest.

    A promise is overdue when the last day of its deadline is past and the statement itself does not say that
    it is done. Whether another document says so is for the reader to find: telling it from words would be
    guessing.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        today: The day on which they are looked at, `2021-05-12`.
        limit: How many, 0 for all; counts are exact whatever it is.

    Raises:
        ValueError: If `today` is no day.
    """
    import numpy as np

    if (days := days_of(today)) is None:
        raise ValueError(f"not a day: {today}")
    table, rows = moment.columns.statements, moment.rows_of(PROMISES)
    document, start, deadline = (table[name][rows] for name in ("row", "start", "high"))
    is_done = np.isin(table["status"][rows], [STATUSES.index(status) for status in _DONE])
    has_deadline = deadline > 0
    is_overdue = has_deadline & (deadline < days[0]) & ~is_done
    # Nothing else orders those without a deadline, so their documents do: the latest first.
    age = np.where(has_deadline, 0, -moment.columns.days[0][document])
    order = np.lexsort((start, document, age, deadline, ~has_deadline))[: limit or None]
    places = moment.places(rows[order])
    stated = moment.stated(places)
    lines = tuple(
        Promise(stated[place], iso_day(int(deadline[i])), bool(is_overdue[i]))
        for place, i in zip(places, order, strict=True)
        if place in stated
    )
    return Promises(query, today, len(rows), int(has_deadline.sum()), int(is_overdue.sum()), lines)
