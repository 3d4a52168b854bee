"""When something was done: the date in the clause of its verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts import clauses, drafts
from index.facts.dates import DateMatch
from index.facts.passage import Passage
from index.model.fact import Slot
from index.model.span import Span

_UNTIL: Final = frozenset({"до", "по", "к"})


def date_slots(text: str, passage: Passage, verb: int, dates: Sequence[DateMatch]) -> tuple[Slot, ...]:
    """Return the slot of when something was done, by the date of its verb's clause; none without one.

    Args:
        text: The document's text.
        passage: The sentence.
        verb: Number of the verb, or of the noun that tells what was done.
        dates: The dates of the document.
    """
    date = _date_of(passage, verb, dates)
    return () if date is None else (drafts.slot(text, "date", date.span, date.value),)


def _date_of(passage: Passage, verb: int, dates: Sequence[DateMatch]) -> DateMatch | None:
    """Return the date nearest to the verb; no comma may part them, and «до» tells another day."""
    clause = clauses.around(passage, verb)
    start, stop = passage.tokens[clause.start].start, passage.tokens[clause.stop - 1].stop
    said = passage.tokens[verb].span
    within = [
        date
        for date in dates
        if start <= date.span.start
        and date.span.stop <= stop
        and "," not in passage.of(_gap(said, date.span))
        and not _is_until(passage, date.span)
    ]
    return min(within, key=lambda date: len(_gap(said, date.span)), default=None)


def _is_until(passage: Passage, date: Span) -> bool:
    """Whether a date tells when something ends."""
    before = passage.first_token(date) - 1
    return before >= 0 and passage.tokens[before].text.lower() in _UNTIL


def _gap(one: Span, other: Span) -> Span:
    """Return what stands between two spans."""
    left, right = sorted((one, other))
    return Span(left.stop, max(left.stop, right.start))
