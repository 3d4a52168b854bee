from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.state.pace import LONGEST_MS, SHORTEST_MS, Pace


def test_before_the_first_answer_neither_a_quick_nor_a_slow_archive_is_expected() -> None:
    assert SHORTEST_MS < Pace().rest_ms < LONGEST_MS / 2


def test_a_quick_archive_is_asked_almost_at_once() -> None:
    pace = Pace()
    for _ in range(12):
        pace.note(4)
    assert pace.rest_ms == SHORTEST_MS


def test_one_slow_answer_among_quick_ones_does_not_make_the_field_sluggish() -> None:
    pace = Pace()
    for _ in range(12):
        pace.note(4)
    pace.note(5_000)
    assert pace.rest_ms < LONGEST_MS / 2


def test_an_archive_that_became_slow_is_spared() -> None:
    pace = Pace()
    for taken in (4,) * 12 + (300,) * 8:
        pace.note(taken)
    assert pace.rest_ms > 0.9 * LONGEST_MS


@given(st.lists(st.floats(0, 1e6)))
def test_a_rest_is_always_within_its_bounds(taken: list[float]) -> None:
    pace = Pace()
    for one in taken:
        pace.note(one)
    assert SHORTEST_MS <= pace.rest_ms <= LONGEST_MS
