"""Half-open intervals of positions: where the words of a phrase stand together.

Every list of positions or intervals is ascending. Nothing here knows of documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

Interval = tuple[int, int]
"""First position, and one past the last."""


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return intervals ascending, those that share a position joined; those that only touch are not."""
    kept: list[Interval] = []
    for first, last in sorted(intervals):
        if kept and first < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]))
        else:
            kept.append((first, last))
    return kept


def apart(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the first interval and every next one that shares no position with the one taken before."""
    kept: list[Interval] = []
    for first, last in intervals:
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def adjacent(slots: Sequence[Sequence[int]]) -> list[Interval]:
    """Return where each slot has a position directly after that of the slot before."""
    rest = [frozenset(positions) for positions in slots[1:]]
    starts = [start for start in slots[0] if all(start + i in there for i, there in enumerate(rest, 1))]
    return apart((start, start + len(slots)) for start in starts)


def within(slots: Sequence[Sequence[int]], slop: int) -> list[Interval]:
    """Return the shortest intervals with a position of each slot in this order and at most `slop` others."""
    shortest: dict[int, int] = {}
    for first in slots[0]:
        last: int | None = first
        for positions in slots[1:]:
            last = next((at for at in positions if last is not None and at > last), None)
        if last is not None and last + 1 - first <= len(slots) + slop:
            # A later beginning with the same end is shorter and says the same.
            shortest[last + 1] = first
    return apart((first, last) for last, first in sorted(shortest.items()))


def near(parts: Sequence[Sequence[Interval]], distance: int) -> list[Interval]:
    """Return the windows that hold a match of every part, in any order, no two of them sharing a position.

    For each place where a window can end it is the shortest one; it counts if at most `distance` positions in
    it belong to none of its matches. Of windows that share a position the one that ends first is taken.
    """
    windows: dict[int, tuple[int, int]] = {}
    for matches in product(*parts):
        inside = sorted(matches)
        if any(after[0] < before[1] for before, after in pairwise(inside)):
            continue
        first, last = inside[0][0], inside[-1][1]
        others = last - first - sum(stop - start for start, stop in inside)
        windows[last] = max(windows.get(last, (-1, 0)), (first, -others))
    ending = sorted(windows.items())
    return apart((first, last) for last, (first, others) in ending if -others <= distance)


def leaning(small: Sequence[Interval], firm: Sequence[Interval]) -> list[Interval]:
    """Return those of the `small` intervals that stand in an unbroken row with one of the `firm` ones."""
    ends, starts = {last for _, last in firm}, {first for first, _ in firm}
    kept = set[Interval]()
    for first, last in small:
        if first in ends:
            ends.add(last)
            kept.add((first, last))
    for first, last in reversed(small):
        if last in starts:
            starts.add(first)
            kept.add((first, last))
    return sorted(kept)


def differ_by_one(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, added or swapped with the next; or nothing at all."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) + 1 == len(other):
        return any(one == other[:i] + other[i + 1 :] for i in range(len(other)))
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(wrong) > 2:
        return False
    if len(wrong) < 2:
        return True
    first, second = wrong
    return second == first + 1 and one[first] + one[second] == other[second] + other[first]
