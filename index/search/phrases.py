"""Where words stand together: one after the other, within a few words, or near in any order.

All functions take and return ascending keys (`index.search.keys`); a neighbour in a document is the next
number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np  # noqa: TID253 - this module is arrays

from index.search.found import NO_INTERVALS, Intervals
from index.search.keys import NO_KEYS, POSITION_BITS, Ints, apart, intersection, union


def adjacent(slots: Sequence[Ints]) -> Intervals:
    """Return where each slot has a key, one directly after the other; the first of those that overlap."""
    # The rarest first: what is left only becomes less.
    size = len(slots)
    order = sorted(range(size), key=lambda i: len(slots[i]))
    stops = slots[order[0]] + (size - order[0])
    for i in order[1:]:
        if not len(stops):
            return NO_INTERVALS
        stops = intersection(stops, slots[i] + (size - i))
    return apart(stops - size, stops)


def within(slots: Sequence[Ints], slop: int) -> Intervals:
    """Return the shortest intervals with a key of each slot in this order and at most `slop` other words.

    Apart from each other.
    """
    longest = len(slots) + slop
    firsts = lasts = slots[0]
    for keys in slots[1:]:
        if not len(keys):
            return NO_INTERVALS
        at = np.searchsorted(keys, lasts, "right")
        is_there = at < len(keys)
        firsts, lasts = firsts[is_there], keys[at[is_there]]
        near = lasts - firsts < longest
        firsts, lasts = firsts[near], lasts[near]
    if not len(firsts):
        return NO_INTERVALS
    # Of those with the same end the last one is the shortest and says the same.
    is_shortest = np.append(np.diff(lasts) != 0, True)
    return apart(firsts[is_shortest], lasts[is_shortest] + 1)


def near(parts: Sequence[Intervals], distance: int, *, are_apart: bool) -> Intervals:
    """Return the windows that hold a match of every part, in any order, no two of them sharing a position.

    For each place where a window can end it is the shortest one; it counts if at most `distance` positions in
    it belong to none of its matches. Of windows that share a position the one that ends first is taken.

    Args:
        parts: The matches of each part.
        distance: As above.
        are_apart: Whether no two parts can match at the same place, and each always in as many words.
    """
    if any(not len(starts) for starts, _ in parts):
        return NO_INTERVALS
    if not are_apart:
        return _near_one_by_one(parts, distance)
    # With the latest match of every part that ends no later the window is as short as can be.
    ends = union([stops for _, stops in parts])
    starts, words = np.full(len(ends), np.iinfo(np.int64).max), np.zeros(len(ends), np.int64)
    is_whole = np.ones(len(ends), np.bool_)
    for part_starts, part_stops in parts:
        at = np.searchsorted(part_stops, ends, "right") - 1
        is_whole &= at >= 0
        chosen = np.maximum(at, 0)
        starts = np.minimum(starts, part_starts[chosen])
        words += part_stops[chosen] - part_starts[chosen]
    is_whole &= (starts >> POSITION_BITS) == (ends - 1 >> POSITION_BITS)
    is_whole &= ends - starts - words <= distance
    starts, ends = starts[is_whole], ends[is_whole]
    # A later end of a window that begins at the same place overlaps it, and so would be left out.
    is_first = np.diff(starts, prepend=-1) != 0
    return apart(starts[is_first], ends[is_first])


def _near_one_by_one(parts: Sequence[Intervals], distance: int) -> Intervals:
    """Return the same for parts that may match at the same places («мир» near «мир»)."""
    longest = sum(int((stops - starts).max()) for starts, stops in parts) + distance
    lists = [list(zip(starts.tolist(), stops.tolist(), strict=True)) for starts, stops in parts]
    kept: list[tuple[int, int]] = []
    for end in union([stops for _, stops in parts]).tolist():
        near_end = [_between(pairs, end - longest, end) for pairs in lists]
        window = _shortest(near_end, (), end)
        if window is None or end - window[0] - window[1] > distance:
            continue
        first = window[0]
        if first >> POSITION_BITS == end - 1 >> POSITION_BITS and (not kept or first >= kept[-1][1]):
            kept.append((first, end))
    found = np.array(kept, np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _between(pairs: Sequence[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    low, high = bisect_left(pairs, (first, 0)), bisect_right(pairs, (last, 0))
    return [pair for pair in pairs[low:high] if pair[1] <= last]


def _shortest(
    rest: Sequence[Sequence[tuple[int, int]]], chosen: tuple[tuple[int, int], ...], end: int
) -> tuple[int, int] | None:
    """Return the latest beginning of matches of all parts that end at `end`, and how many words they have."""
    if not rest:
        is_ended = any(stop == end for _, stop in chosen)
        return (min(chosen)[0], sum(stop - start for start, stop in chosen)) if is_ended else None
    free = (pair for pair in rest[0] if all(pair[1] <= start or pair[0] >= stop for start, stop in chosen))
    windows = (_shortest(rest[1:], (*chosen, pair), end) for pair in free)
    return max((window for window in windows if window is not None), default=None)


def shifted(intervals: Intervals, by: Ints) -> Intervals:
    """Return intervals moved to other positions; those whose document has none are left out.

    Args:
        intervals: The intervals.
        by: For each document of the snapshot how many positions to move; negative for none.
    """
    starts, stops = intervals
    if not len(starts):
        return NO_KEYS, NO_KEYS
    steps = by[starts >> POSITION_BITS]
    kept = steps >= 0
    return starts[kept] + steps[kept], stops[kept] + steps[kept]
