from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.keys import apart, intersection, is_member, merged, runs, union, unique
from index.search.phrases import adjacent, within

_NUMBERS = st.sets(st.integers(0, 60)).map(sorted)
_INTERVALS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)).map(lambda x: (x[0], x[0] + x[1])))


def ints(numbers: list[int]) -> np.ndarray:
    return np.array(numbers, np.int64)


@given(_NUMBERS, _NUMBERS)
def test_sets_of_numbers_are_sets(left: list[int], right: list[int]) -> None:
    assert intersection(ints(left), ints(right)).tolist() == sorted({*left} & {*right})
    assert union([ints(left), ints(right)]).tolist() == sorted({*left, *right})
    assert is_member(ints(left), ints(right)).tolist() == [number in right for number in left]


@given(st.lists(st.integers(0, 9)).map(sorted))
def test_repetitions_go(numbers: list[int]) -> None:
    assert unique(ints(numbers)).tolist() == sorted({*numbers})


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5))))
def test_runs_are_ranges_one_after_the_other(ranges: list[tuple[int, int]]) -> None:
    expected = [i for start, length in ranges for i in range(start, start + length)]
    assert runs(ints([x for x, _ in ranges]), ints([x for _, x in ranges])).tolist() == expected


@given(_INTERVALS.map(sorted))
def test_merged_matches_cover_the_same_and_never_overlap(intervals: list[tuple[int, int]]) -> None:
    starts, stops = merged(ints([a for a, _ in intervals]), ints([b for _, b in intervals]))
    kept = list(zip(starts.tolist(), stops.tolist(), strict=True))
    assert all(before[1] <= after[0] for before, after in pairwise(kept))
    assert {i for pair in kept for i in range(*pair)} == {i for pair in intervals for i in range(*pair)}
    assert all(any(a <= first < b for a, b in kept) for first, _ in intervals)


@given(st.sets(st.integers(0, 40)).map(sorted), st.integers(1, 5))
def test_of_intervals_that_overlap_the_first_is_kept(firsts: list[int], size: int) -> None:
    starts, stops = apart(ints(firsts), ints([first + size for first in firsts]))
    expected, reached = [], -1
    for first in firsts:
        if first >= reached:
            expected.append(first)
            reached = first + size
    assert starts.tolist() == expected
    assert stops.tolist() == [first + size for first in expected]


@given(st.lists(_NUMBERS, min_size=2, max_size=3))
def test_adjacent_words_are_words_within_no_others(slots: list[list[int]]) -> None:
    arrays = [ints(slot) for slot in slots]
    assert [x.tolist() for x in adjacent(arrays)] == [x.tolist() for x in within(arrays, 0)]
