from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.narrowing import narrowed, narrowed_answer
from index.model.hit import Answer, Chip
from index.model.study import FacetKind
from index.search.query import parse
from index.search.tree import And

CLAUSE = "дата:2021"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("полив", "полив дата:2021"),
        ("  капельный полив ", "капельный полив дата:2021"),
        ("полив -мука", "полив -мука дата:2021"),
        ("полив ИЛИ сев", "(полив ИЛИ сев) дата:2021"),
        ("полив дата:2021", "полив дата:2021"),
        ("«капельный полив", "(«капельный полив») дата:2021"),
        ("", CLAUSE),
        ("…", CLAUSE),
    ],
)
def test_a_clause_is_put_where_it_narrows_the_whole_query(query: str, wanted: str) -> None:
    assert narrowed(query, CLAUSE) == wanted


WORDS = st.sampled_from(["полив", "сев", "-мука", "«два слова»", "ИЛИ", "НЕ", "(", ")", "«", '"', "файл:а"])


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_a_narrowed_query_reads_as_the_query_and_the_clause(query: str) -> None:
    root, clause = parse(query).root, parse(CLAUSE).root
    assert clause is not None
    found = parse(narrowed(query, CLAUSE)).root
    if root is None:
        assert found == clause
    elif isinstance(root, And):
        assert found == And((*root.parts, clause))
    else:
        assert found == And((root, clause))
    assert narrowed(narrowed(query, CLAUSE), CLAUSE) == narrowed(query, CLAUSE)


def answer(query: str, *chips: Chip) -> Answer:
    return Answer(query, query, 1, 1, (), 1.0, chips=chips)


def test_another_time_takes_the_place_of_the_first_one() -> None:
    first = answer("полив дата:2019..2022", Chip("дата:2019..2022", "date", False, "полив"))
    assert narrowed_answer(first, FacetKind.YEAR, CLAUSE) == "полив дата:2021"


def test_a_time_that_is_left_out_stays_left_out() -> None:
    first = answer("полив -дата:2019", Chip("дата:2019", "date", True, "полив"))
    assert narrowed_answer(first, FacetKind.YEAR, CLAUSE) == "полив -дата:2019 дата:2021"


def test_names_add_up() -> None:
    first = answer("полив файл:а", Chip("файл:а", "file", False, "полив"))
    assert narrowed_answer(first, FacetKind.PERSON, "файл:б") == "полив файл:а файл:б"
