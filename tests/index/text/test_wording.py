from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.wording import (
    NBSP,
    THIN_SPACE,
    Language,
    moment,
    number,
    page_list,
    plural_en,
    plural_ru,
    position,
    searchable,
    short_number,
)


@pytest.mark.parametrize(
    ("n", "word"),
    [
        (0, "мест"),
        (1, "место"),
        (2, "места"),
        (4, "места"),
        (5, "мест"),
        (11, "мест"),
        (12, "мест"),
        (21, "место"),
        (22, "места"),
        (111, "мест"),
        (1001, "место"),
        (1012, "мест"),
    ],
)
def test_russian_plural_follows_the_last_digits(n: int, word: str) -> None:
    assert plural_ru(n, "место", "места", "мест") == word


def test_english_plural() -> None:
    assert [plural_en(n, "place", "places") for n in (0, 1, 2, 21)] == ["places", "place", "places", "places"]


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        (0, "0", "0"),
        (2750, "2750", "2,750"),
        (15200, f"15{THIN_SPACE}200", "15,200"),
        (0.06, "0,06", "0.06"),
        (-4.5, "\u22124,5", "\u22124.5"),
        (1e-7, "0,0000001", "0.0000001"),
        (2.0, "2", "2"),
        (1234567.25, f"1{THIN_SPACE}234{THIN_SPACE}567,25", "1,234,567.25"),
    ],
)
def test_number_is_written_in_full(value: float, russian: str, english: str) -> None:
    assert number(value) == russian
    assert number(value, Language.EN) == english


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4_000_000_000, "4 млрд"),
        (612_300_000, "612,3 млн"),
        (19_250_000, "19,25 млн"),
        (94_000, "94 тыс."),
        (15_200, f"15{THIN_SPACE}200"),
        (1_234_567, f"1{THIN_SPACE}234{THIN_SPACE}567"),
        (999, "999"),
        (2_000_000_000_000, "2 трлн"),
    ],
)
def test_large_number_gets_a_word_only_when_it_stays_exact(value: float, written: str) -> None:
    assert short_number(value).replace(NBSP, " ") == written


@given(st.integers(0, 10**14))
def test_short_number_never_rounds(value: int) -> None:
    scales = {"": 1, "тыс.": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
    digits, _, word = short_number(value).replace(THIN_SPACE, "").partition(NBSP)
    whole, _, fraction = digits.partition(",")
    assert int(whole + fraction) * scales[word] == value * 10 ** len(fraction)


def test_position_says_which_of_how_many() -> None:
    assert position(2, 5) == "2 из 5"
    assert position(2, 5, Language.EN) == "2 of 5"


def test_moment_is_as_short_as_today_allows() -> None:
    def at(year: int, month: int, day: int) -> str:
        return datetime(year, month, day, 12, 5, tzinfo=UTC).astimezone().isoformat()

    today = date(2024, 5, 12)
    assert moment(at(2024, 5, 12), today).endswith(":05")
    assert moment(at(2024, 5, 11), today) == "вчера"
    assert moment(at(2024, 3, 1), today) == f"1{NBSP}марта"
    assert moment(at(2021, 11, 15), today) == f"15{NBSP}ноября{NBSP}2021"
    assert moment(at(2021, 11, 15), today, Language.EN) == f"15{NBSP}November{NBSP}2021"
    assert moment("неизвестно когда", today) == ""


def test_filter_means_nothing_by_case_and_yo() -> None:
    assert searchable("Мирзиёев") == searchable("МИРЗИЕЕВ")
    assert searchable("йод") != searchable("иод")


@pytest.mark.parametrize(
    ("indexes", "written"), [([2, 3, 4, 7], "3–5, 8"), ([0], "1"), ([], ""), ([5, 4, 4], "5–6")]
)
def test_pages_are_listed_as_people_write_them(indexes: list[int], written: str) -> None:
    assert page_list(indexes) == written


@given(st.sets(st.integers(0, 200)))
def test_every_page_is_in_the_list(indexes: set[int]) -> None:
    pages: set[int] = set()
    for run in filter(None, page_list(indexes).split(", ")):
        first, _, last = run.partition("–")
        pages.update(range(int(first) - 1, int(last or first)))
    assert pages == indexes
