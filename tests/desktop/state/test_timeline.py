from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.timeline import Measure, band, height, mark_text, period_name, scale, told
from index.model.overview import Grain, Moments, Timeline
from index.model.study import Period

MAY = Period("2021-05", 3, 7, 12)


@pytest.mark.parametrize(
    ("measure", "expected"), [(Measure.DOCUMENTS, 3), (Measure.MATCHES, 7), (Measure.SHARE, 0.25)]
)
def test_a_bar_is_as_high_as_it_counts(measure: Measure, expected: float) -> None:
    assert height(MAY, measure) == expected


def test_a_time_without_documents_has_no_share() -> None:
    assert height(Period("2021", 0, 0, 0), Measure.SHARE) == 0


@given(st.integers(1, 10**7))
def test_a_scale_of_counts_reaches_the_highest_bar_in_whole_steps(highest: int) -> None:
    marks = scale(highest, Measure.MATCHES)
    assert marks[0] == 0
    assert marks[-2] < highest <= marks[-1]
    assert all(mark == round(mark) for mark in marks)
    assert 2 <= len(marks) <= 6


@given(st.floats(1e-4, 1))
def test_a_scale_of_shares_reaches_the_highest_bar(highest: float) -> None:
    marks = scale(highest, Measure.SHARE)
    assert marks[-1] >= highest - 1e-9
    assert 2 <= len(marks) <= 6
    assert marks[-1] <= 2.5 * highest


def test_nothing_has_a_scale_too() -> None:
    assert scale(0, Measure.SHARE) == (0.0, 1.0)


def test_marks_of_small_shares_tell_themselves_apart(qapp: object) -> None:
    marks = scale(0.004, Measure.SHARE)
    texts = [mark_text(mark, Measure.SHARE) for mark in marks]
    assert len(set(texts)) == len(texts)


def test_months_and_years_have_names(qapp: object) -> None:
    assert [period_name("2021-05"), period_name("1912")] == ["май 2021", "1912"]


def test_a_time_is_told_with_all_its_numbers(qapp: object) -> None:
    words = told(MAY).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "май 2021: 3 документа, 7 мест · 25 % всех документов того времени (12)"


def timeline(**dates: int) -> Timeline:
    moments = tuple(Moments(name.removeprefix("y"), count, 1) for name, count in dates.items())
    return Timeline("", Grain.YEAR, moments, sum(dates.values()), ())


def test_a_band_has_every_year_between_those_that_are_told_of() -> None:
    assert [(one.name, one.matches) for one in band(timeline(y1999=2, y2001=3))] == [
        ("1999", 2),
        ("2000", 0),
        ("2001", 3),
    ]
    assert band(timeline()) == ()


@pytest.mark.parametrize("far", ["0988", "2999"])
def test_a_year_far_from_all_others_does_not_push_them_off_the_band(far: str) -> None:
    years = {"y1999": 2, "y2001": 3, f"y{far}": 1}
    shown = band(timeline(**dict(sorted(years.items()))))
    assert [shown[0].name, shown[-1].name] == ["1999", "2001"]


def test_years_that_have_room_together_are_all_there() -> None:
    shown = band(timeline(y1800=1, y2049=1))
    assert (len(shown), shown[0].name) == (250, "1800")
    assert [one.name for one in band(timeline(y1800=1, y2050=1))] == ["2050"]
