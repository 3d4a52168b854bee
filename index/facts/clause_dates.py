"""When something was done: the date in the clause of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from index.facts import clauses
from index.facts.dates import DateMatch
from index.facts.passage import Passage
from index.model.span import Span


def date_of(passage: Passage, verb: int, dates: Sequence[DateMatch]) -> DateMatch | None:
    """Return the date of a verb's clause that stands nearest to the verb; no comma may part them."""
    clause = clauses.around(passage, verb)
    start, stop = passage.tokens[clause.start].start, passage.tokens[clause.stop - 1].stop
    said = passage.tokens[verb].span
    within = [
        date
        for date in dates
        if start <= date.span.start
        and date.span.stop <= stop
        and "," not in passage.of(_gap(said, date.span))
    ]
    return min(within, key=lambda date: len(_gap(said, date.span)), default=None)


def _gap(one: Span, other: Span) -> Span:
    """Return what stands between two spans."""
    left, right = sorted((one, other))
    return Span(left.stop, max(left.stop, right.start))
