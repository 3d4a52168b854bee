from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.timeline import Measure, height, mark_text, period_name, query_of, scale, told
from index.model.study import Period
from index.search.query import parse

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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("мир", "мир И дата:2021-05"),
        ("мир ИЛИ труд", "(мир ИЛИ труд) И дата:2021-05"),
        ("«мир во всём", "«мир во всём» И дата:2021-05"),
    ],
)
def test_a_time_narrows_a_query_without_changing_what_it_means(query: str, expected: str) -> None:
    narrowed = query_of(query, MAY)
    assert parse(narrowed).root == parse(expected).root
