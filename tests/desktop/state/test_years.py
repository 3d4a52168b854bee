from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.years import MOST_BARS, YearBar, year_bars, years_clause
from index.model.study import FacetValue


def values(counts: dict[int, int]) -> tuple[FacetValue, ...]:
    latest_first = sorted(counts.items(), reverse=True)
    return tuple(FacetValue(f"{year:04}", years_clause(year, year), count) for year, count in latest_first)


def test_years_without_documents_are_empty_bars() -> None:
    assert year_bars(values({2022: 3, 2020: 1})) == (
        YearBar(2020, 2020, 1),
        YearBar(2021, 2021, 0),
        YearBar(2022, 2022, 3),
    )


def test_many_years_are_put_together_by_round_numbers() -> None:
    bars = year_bars(values({1897: 1, 1922: 2, 2021: 4}))
    assert (bars[0], bars[-1]) == (YearBar(1897, 1899, 1), YearBar(2020, 2021, 4))
    assert all(bar.first % 5 == 0 for bar in bars[1:])


def test_what_is_no_year_has_no_bar() -> None:
    assert year_bars((FacetValue("без даты", "", 3),)) == ()


@given(st.dictionaries(st.integers(1, 9999), st.integers(1, 500), min_size=1))
def test_bars_hold_every_year_once(counts: dict[int, int]) -> None:
    bars = year_bars(values(counts))
    assert len(bars) <= MOST_BARS
    assert (bars[0].first, bars[-1].last) == (min(counts), max(counts))
    assert all(one.last + 1 == other.first for one, other in pairwise(bars))
    assert [bar.documents for bar in bars] == [
        sum(count for year, count in counts.items() if bar.first <= year <= bar.last) for bar in bars
    ]


@pytest.mark.parametrize(("years", "clause"), [((2021, 2021), "дата:2021"), ((988, 2021), "дата:0988..2021")])
def test_a_range_of_years_is_a_clause(years: tuple[int, int], clause: str) -> None:
    assert years_clause(*years) == clause
