"""Documents that answer a part of a query, and how their matches are told: by counting where that is enough.

A common word stands a hundred thousand times in a large archive. Its places are looked up for the few
documents that are shown; for the others it is enough how many there are, as long as no two parts of the query
can match at the same place. `Found` therefore keeps numbers where they are certain, and a function that looks
the places up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - this module is arrays

from index.search.keys import (
    NO_KEYS,
    POSITION_BITS,
    Floats,
    Ints,
    intersection,
    is_member,
    merged,
    places_in,
    sorted_intervals,
    union,
    within_documents,
)
from index.search.snapshot import Numbers

Intervals = tuple[Ints, Ints]
"""Ascending intervals apart from each other: keys of the first words, keys one past the last words."""

NO_INTERVALS: Intervals = (NO_KEYS, NO_KEYS)


@dataclass(frozen=True, slots=True)
class Found:
    """Documents that answer.

    Attributes:
        documents: Ascending.
        scores: One for each; larger is better.
        counts: Number of matches of each; None when they have to be counted place by place.
        places: Returns the matches in some of the documents, ascending.
        made_of: The forms that the matches consist of; None when other parts may match at the same places.
    """

    documents: Ints
    scores: Floats
    counts: Ints | None
    places: Callable[[Ints], Intervals]
    made_of: Numbers | None

    def total(self) -> int:
        """Return the number of matches in all documents."""
        if self.counts is not None:
            return int(self.counts.sum())
        return len(self.places(self.documents)[0])


def without_places(documents: Ints) -> Found:
    """Return documents that answer without a word."""
    size = len(documents)
    return Found(documents, np.zeros(size), np.zeros(size, np.int64), lambda _: NO_INTERVALS, ())


def at_places(documents: Ints, scores: Floats, intervals: Intervals, made_of: Numbers | None = None) -> Found:
    """Return documents whose matches are known, each of them in one of the documents."""
    counts = np.bincount(
        places_in(documents, intervals[0] >> POSITION_BITS), minlength=len(documents)
    ).astype(np.int64)

    def places(wanted: Ints) -> Intervals:
        kept = within_documents(intervals[0], wanted)
        return intervals[0][kept], intervals[1][kept]

    return Found(documents, scores, counts, places, made_of)


def nothing() -> Found:
    """Return no document."""
    return without_places(NO_KEYS)


def either(parts: Sequence[Found]) -> Found:
    """Return the documents that answer any part, lit by all the parts that they answer."""
    if len(parts) == 1:
        return parts[0]
    documents = union([part.documents for part in parts])
    scores = np.zeros(len(documents))
    counts: Ints | None = np.zeros(len(documents), np.int64) if _are_apart(parts) else None
    for part in parts:
        at = places_in(documents, part.documents)
        scores[at] += part.scores
        if counts is not None and part.counts is not None:
            counts[at] += part.counts

    def places(wanted: Ints) -> Intervals:
        return joined([part.places(intersection(wanted, part.documents)) for part in parts])

    return Found(documents, scores, counts, places, _together(parts))


def common(parts: Sequence[Found]) -> Found:
    """Return the documents that answer every part, lit by all of them."""
    if len(parts) == 1:
        return parts[0]
    documents = common_documents([part.documents for part in parts])
    chosen = [places_in(part.documents, documents) for part in parts]
    scores = np.zeros(len(documents))
    counts: Ints | None = np.zeros(len(documents), np.int64) if _are_apart(parts) else None
    for part, at in zip(parts, chosen, strict=True):
        scores += part.scores[at]
        if counts is not None and part.counts is not None:
            counts += part.counts[at]

    def places(wanted: Ints) -> Intervals:
        return joined([part.places(wanted) for part in parts])

    return Found(documents, scores, counts, places, _together(parts))


def common_documents(sets: Sequence[Ints]) -> Ints:
    """Return the documents that all sets have."""
    fewest_first = sorted(sets, key=len)
    documents = fewest_first[0]
    for others in fewest_first[1:]:
        documents = intersection(documents, others)
    return documents


def joined(parts: Sequence[Intervals]) -> Intervals:
    """Return the intervals of all parts, those that share a position as one."""
    filled = [part for part in parts if len(part[0])]
    if len(filled) < 2:
        return filled[0] if filled else NO_INTERVALS
    starts, stops = (np.concatenate([part[i] for part in filled]) for i in range(2))
    return merged(*sorted_intervals(starts, stops))


def leaning(small: Intervals, firm: Intervals) -> Intervals:
    """Return those of the `small` intervals that stand in an unbroken row with one of the `firm` ones."""
    kept = np.zeros(len(small[0]), np.bool_)
    ends, starts = np.sort(firm[1]), firm[0]
    while len(ends):
        new = is_member(small[0], ends) & ~kept
        kept |= new
        ends = np.sort(small[1][new])
    to_the_left = np.zeros(len(small[0]), np.bool_)
    while len(starts):
        new = is_member(small[1], starts) & ~to_the_left
        to_the_left |= new
        starts = small[0][new]
    kept |= to_the_left
    return small[0][kept], small[1][kept]


def _are_apart(parts: Sequence[Found]) -> bool:
    """Whether no two parts can match at the same place, so that their matches may be added up."""
    if any(part.counts is None or part.made_of is None for part in parts):
        return False
    known = [part.made_of for part in parts if part.made_of]
    for segment in range(len(known[0]) if known else 0):
        sets = [numbers[segment] for numbers in known]
        if sum(map(len, sets)) != len(union(sets)):
            return False
    return True


def _together(parts: Sequence[Found]) -> Numbers | None:
    known = [part.made_of for part in parts]
    filled = [numbers for numbers in known if numbers]
    if any(numbers is None for numbers in known):
        return None
    if len(filled) < 2:
        return filled[0] if filled else ()
    return tuple(map(union, zip(*filled, strict=True)))
