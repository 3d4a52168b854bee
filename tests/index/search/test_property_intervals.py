"""The arithmetic of sorted keys gives what the oracle's lists give, document by document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import found, keys, phrases
from index.search.keys import POSITION_BITS
from tests.index.search.oracle import intervals
from tests.index.search.oracle.intervals import Interval

Archive = Sequence[Sequence[Interval]]
"""For each document its intervals, ascending and apart."""

_DOCUMENTS = 3
_POSITIONS = st.lists(st.sets(st.integers(0, 14)).map(sorted), min_size=_DOCUMENTS, max_size=_DOCUMENTS)
_LENGTHS = st.lists(st.integers(1, 3), min_size=15, max_size=15)
_INTERVALS = st.tuples(_POSITIONS, _LENGTHS).map(
    lambda drawn: [
        intervals.apart((first, first + drawn[1][first]) for first in positions) for positions in drawn[0]
    ]
)
_SINGLE = _POSITIONS.map(lambda drawn: [[(first, first + 1) for first in positions] for positions in drawn])


def as_keys(archive: Archive) -> tuple[np.ndarray, np.ndarray]:
    pairs = [
        (number << POSITION_BITS | first, number << POSITION_BITS | last)
        for number, pairs in enumerate(archive)
        for first, last in pairs
    ]
    array = np.array(pairs, np.int64).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def as_lists(pair: tuple[np.ndarray, np.ndarray]) -> list[list[Interval]]:
    lists: list[list[Interval]] = [[] for _ in range(_DOCUMENTS)]
    mask = (1 << POSITION_BITS) - 1
    for first, last in zip(pair[0].tolist(), pair[1].tolist(), strict=True):
        assert first >> POSITION_BITS == last >> POSITION_BITS
        lists[first >> POSITION_BITS].append((first & mask, last & mask))
    return lists


def firsts(archive: Archive) -> list[list[int]]:
    return [[first for first, _ in pairs] for pairs in archive]


@given(st.lists(_SINGLE, min_size=2, max_size=3), st.sampled_from([1, 2, 5]))
def test_words_follow_each_other_in_every_document(slots: list[Archive], slop: int) -> None:
    arrays = [as_keys(slot)[0] for slot in slots]
    lists = [[firsts(slot)[number] for slot in slots] for number in range(_DOCUMENTS)]
    assert as_lists(phrases.adjacent(arrays)) == [intervals.adjacent(one) for one in lists]
    assert as_lists(phrases.within(arrays, slop)) == [intervals.within(one, slop) for one in lists]


@settings(max_examples=300)
@given(st.lists(_INTERVALS | _SINGLE, min_size=2, max_size=3), st.sampled_from([0, 1, 3, 8]))
def test_parts_near_each_other_are_found_in_every_document(parts: list[Archive], distance: int) -> None:
    windows = phrases.near([as_keys(part) for part in parts], distance, are_apart=False)
    assert as_lists(windows) == [
        intervals.near([part[number] for part in parts], distance) for number in range(_DOCUMENTS)
    ]


@settings(max_examples=300)
@given(_POSITIONS, st.data(), st.sampled_from([0, 1, 3, 8]))
def test_parts_that_are_never_at_one_place_are_found_at_once(
    positions: list[list[int]], data: st.DataObject, distance: int
) -> None:
    count = data.draw(st.integers(2, 3))
    parts: list[list[list[Interval]]] = [[[] for _ in range(_DOCUMENTS)] for _ in range(count)]
    for number, firsts_here in enumerate(positions):
        for first in firsts_here:
            parts[data.draw(st.integers(0, count - 1))][number].append((first, first + 1))
    arrays = [as_keys(part) for part in parts]
    at_once = phrases.near(arrays, distance, are_apart=True)
    assert as_lists(at_once) == as_lists(phrases.near(arrays, distance, are_apart=False))


@given(st.lists(_INTERVALS, min_size=1, max_size=3))
def test_matches_that_share_a_position_become_one(parts: list[Archive]) -> None:
    expected = [intervals.merged(pair for part in parts for pair in part[n]) for n in range(_DOCUMENTS)]
    assert as_lists(found.joined([as_keys(part) for part in parts])) == expected


@given(_SINGLE, _INTERVALS)
def test_small_words_lean_on_their_neighbours(small: Archive, firm: Archive) -> None:
    leaning = found.leaning(as_keys(small), as_keys(firm))
    assert as_lists(leaning) == [intervals.leaning(small[n], firm[n]) for n in range(_DOCUMENTS)]


@given(_POSITIONS, _LENGTHS)
def test_of_intervals_that_overlap_the_first_is_kept(positions: list[list[int]], lengths: list[int]) -> None:
    # None within another: neither firsts nor lasts may go back.
    stops = np.maximum.accumulate(np.arange(15) + np.array(lengths)).tolist()
    archive = [[(first, stops[first]) for first in firsts_here] for firsts_here in positions]
    assert as_lists(keys.apart(*as_keys(archive))) == [intervals.apart(pairs) for pairs in archive]
