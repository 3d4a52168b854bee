"""Offices of somebody in the course of time, from statements of many documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.model.fact import Fact
from index.model.overview import Office, Stated
from index.text.days import days_of
from index.text.normalise import fold

_PARTS = ("person", "position", "org")
_TIMES = ("since", "until", "date")
_NOT_NOW = frozenset({"past", "proposed", "planned", "expected", "target", "discussed"})
"""Who was in office, or is to be, is not in office on the date of the document."""


def offices(stated: Iterable[Stated]) -> tuple[Office, ...]:
    """Gather what is said of occupations and appointments, by time; what has none comes last.

    Statements are of one office if person, position and body are the same, case and ё aside. It lasts at
    least from the first to the last time that its statements tell, and what tells none counts for the date of
    its document, unless it speaks of a former office, or of one to come.
    """
    gathered: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for one in stated:
        gathered[tuple(fold(_said(one.fact, name)) for name in _PARTS)].append(one)
    made = [_office(each) for each in gathered.values()]
    return tuple(
        sorted(made, key=lambda office: (not office.first, office.first, office.last, office.position))
    )


def _office(stated: list[Stated]) -> Office:
    times = sorted({time for one in stated for time in _times(one)})
    first = times[0][2] if times else ""
    last = max(times, key=lambda time: (time[1], time[0]))[2] if times else ""
    fact = stated[0].fact
    by_time = sorted(stated, key=lambda one: (_times(one)[:1], one.evidence.date, one.evidence.title))
    person, position, body = (_said(fact, name) for name in _PARTS)
    is_former = all(one.fact.status == "past" for one in stated)
    return Office(person, position, body, first, last, tuple(by_time), is_former)


def _times(one: Stated) -> list[tuple[int, int, str]]:
    """Return first day, last day and wording of every time of a statement."""
    said = [_said(one.fact, name) for name in _TIMES]
    told = [(*days, value) for value in said if (days := days_of(value))]
    own = None if one.fact.status in _NOT_NOW else days_of(one.evidence.date)
    return told or ([(*own, one.evidence.date)] if own else [])


def _said(fact: Fact, slot_name: str) -> str:
    """Return the normalised value of a part, or its words; empty when there is none."""
    slot = fact.slot(slot_name)
    if slot is None:
        return ""
    return slot.value if isinstance(slot.value, str) else slot.text
