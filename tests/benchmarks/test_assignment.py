"""The best assignment, beside trying every one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.factrueval.assignment import best_pairs

Pairs = dict[tuple[int, int], float]

MEMBERS = st.integers(0, 4)
WEIGHTS = st.dictionaries(st.tuples(MEMBERS, MEMBERS), st.integers(1, 20).map(float), max_size=14)


def best_sum(weights: Pairs) -> float:
    """Try every assignment of five to five."""
    return max(
        sum(weights.get((left, right), 0.0) for left, right in enumerate(order))
        for order in itertools.permutations(range(5))
    )


@given(WEIGHTS)
def test_no_other_assignment_is_worth_more(weights: Pairs) -> None:
    assert sum(weights[pair] for pair in best_pairs(weights)) == pytest.approx(best_sum(weights))


@given(WEIGHTS)
def test_nobody_is_paired_twice_or_without_a_weight(weights: Pairs) -> None:
    pairs = best_pairs(weights)
    assert set(pairs) <= set(weights)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


def test_two_good_pairs_win_over_the_best_one() -> None:
    assert best_pairs({(0, 0): 1.0, (0, 1): 0.8, (1, 0): 0.7}) == [(0, 1), (1, 0)]


def test_a_side_with_more_members_leaves_some_out() -> None:
    assert best_pairs({(0, 7): 0.2, (1, 7): 0.9, (2, 7): 0.5}) == [(1, 7)]


def test_without_weights_there_are_no_pairs() -> None:
    assert best_pairs({}) == []
