"""Where the words of a phrase stand together, in terms of token positions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from index.search.analysis import Positions


def adjacent(slots: Sequence[Positions]) -> list[tuple[int, int]]:
    """Return the intervals in which each slot has a position, one directly after the other.

    Sorted, and apart from each other: of two that share a position («а а» in «а а а») the first is taken.
    """
    size = len(slots)
    if size == 1:
        return [(position, position + 1) for position in slots[0]]
    starts = set(slots[0])
    for offset, positions in enumerate(slots[1:], 1):
        starts.intersection_update([position - offset for position in positions])
        if not starts:
            return []
    return _apart([(start, start + size) for start in sorted(starts)])


def within(slots: Sequence[Positions], slop: int) -> list[tuple[int, int]]:
    """Return the shortest intervals with a position of each slot in this order and at most `slop` others.

    Sorted and apart from each other.
    """
    found: list[tuple[int, int]] = []
    longest = len(slots) + slop
    for first in slots[0]:
        last = first
        for positions in slots[1:]:
            i = bisect_right(positions, last)
            if i == len(positions) or positions[i] - first >= longest:
                break
            last = positions[i]
        else:
            # A later beginning with the same end is shorter and says the same.
            if found and found[-1][1] == last + 1:
                found.pop()
            found.append((first, last + 1))
    return _apart(found)


def leaning(small: Sequence[tuple[int, int]], firm: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of the `small` intervals that stand in an unbroken row with one of the `firm` ones.

    Both sorted and apart from each other.
    """
    ends, starts = {last for _, last in firm}, {first for first, _ in firm}
    kept = set()
    for interval in small:
        if interval[0] in ends:
            ends.add(interval[1])
            kept.add(interval)
    for interval in reversed(small):
        if interval[1] in starts:
            starts.add(interval[0])
            kept.add(interval)
    return sorted(kept)


def _apart(intervals: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in intervals:
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept
