"""When something was done: the date in the clause of its verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts import clauses, drafts
from index.facts.dates import DateMatch
from index.facts.passage import Passage
from index.facts.scene import Scene
from index.model.fact import Slot
from index.model.span import Span

_UNTIL: Final = frozenset({"до", "по", "к"})


def date_slots(scene: Scene, verb: int) -> tuple[Slot, ...]:
    """Return the slot of when something was done, by the date of its verb's clause; none without one.

    Args:
        scene: The sentence.
        verb: Number of the verb, or of the noun that tells what was done.
    """
    date = _date_of(scene.passage, verb, scene.dates)
    return () if date is None else (drafts.slot(scene.text, "date", date.span, date.value),)


def _date_of(passage: Passage, verb: int, dates: Sequence[DateMatch]) -> DateMatch | None:
    """Return the date nearest to the verb; no comma parts it, unless it opens the sentence; not «до мая»."""
    clause = clauses.around(passage, verb)
    start, stop = passage.tokens[clause.start].start, passage.tokens[clause.stop - 1].stop
    said = passage.tokens[verb].span
    within = [
        date
        for date in dates
        if start <= date.span.start
        and date.span.stop <= stop
        and ("," not in passage.of(_gap(said, date.span)) or _opens(passage, date.span))
        and not _is_until(passage, date.span)
    ]
    return min(within, key=lambda date: len(_gap(said, date.span)), default=None)


def _opens(passage: Passage, date: Span) -> bool:
    """Whether a sentence begins with a date: «20 мая Белов, прибывший вчера, встретился с Ким»."""
    first = passage.first_token(date)
    return all(passage.part(number) == "ADP" for number in range(first))


def _is_until(passage: Passage, date: Span) -> bool:
    """Whether a date tells when something ends."""
    before = passage.first_token(date) - 1
    return before >= 0 and passage.tokens[before].text.lower() in _UNTIL


def _gap(one: Span, other: Span) -> Span:
    """Return what stands between two spans."""
    left, right = sorted((one, other))
    return Span(left.stop, max(left.stop, right.start))
