from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts import typed
from index.model.fact import Value
from index.text import values

amounts = st.one_of(
    st.integers(0, 10**13),
    st.integers(0, 10**6).map(lambda n: n / 100),
    st.integers(1, 999).map(lambda n: n * 10**9),
)
rising = (
    st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)).map(sorted).filter(lambda two: two[0] < two[1])
)


@given(amounts)
def test_a_number_is_read_as_it_was_written(value: float) -> None:
    assert typed.number(values.numbers(value)) == value


@given(amounts)
def test_a_number_below_nothing_is_read_as_it_was_written(value: float) -> None:
    assert typed.number(values.numbers(-value)) == -value


@given(rising)
def test_ranges_and_changes_are_read_as_they_were_written(two: list[int]) -> None:
    low, high = two
    for value in ({"from": low, "to": high}, {"from": high, "to": low}):
        assert typed.number(values.numbers(value)) == value


@given(amounts, st.sampled_from(["USD", "EUR", "RUB", "KZT", "UZS", "CNY", "TRY", "JPY", "AED", "TJS"]))
def test_a_sum_is_read_as_it_was_written(value: float, currency: str) -> None:
    assert typed.money(values.money(value, currency)) == typed.Sum(value, currency)


@given(st.dates().map(lambda day: day.isoformat()))
def test_a_day_is_read_as_it_was_written(day: str) -> None:
    assert typed.day(values.day(day)) == day


@pytest.mark.parametrize(
    "value",
    [
        *("1964-11", "1960", "988", "2019-Q2", "1966-H1", "2019-winter", "1940s", "-0043"),
        *("--11-08", "--03", "season:spring", "1801/1900", "2024/2028", "2021-01/2021-09", "--05-10/--05-12"),
        *("2021-05-12/2021-05-14", "2021-11/2022-02", "1941-06-22/1945-05-09", "-0300/-0201"),
        *("today", "this_year", "last_quarter", "end_of_quarter", "weekday:monday", "past:P3Y", "future:P2M"),
    ],
)
def test_other_times_are_read_as_they_were_written(value: str) -> None:
    value = value.zfill(4) if value.isdecimal() else value
    assert typed.day(values.day(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        "P5Y",
        "P7M",
        "P45D",
        "P2W",
        "P1Y6M",
        "PT30M",
        "PT2H30M",
        "PT5H/PT2H",
        "P21D",
        "PT45S",
        "P3M/P6M",
        "P15Y/P20Y",
    ],
)
def test_lengths_of_time_are_read_as_they_were_written(value: str) -> None:
    assert typed.duration(values.duration(value)) == value


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("4,5 млрд долларов", 4_500_000_000, "USD"),
        ("четыре с половиной миллиарда долларов США", 4_500_000_000, "USD"),
        ("5 рублей 20 копеек", 5.2, "RUB"),
        ("$ 3 млн", 3_000_000, "USD"),
        ("200 тыс.", 200_000, ""),
        ("от 5 до 7 млн тенге", {"from": 5_000_000, "to": 7_000_000}, "KZT"),
    ],
)
def test_sums_are_read_as_people_write_them(words: str, amount: Value, currency: str) -> None:
    assert typed.money(words) == typed.Sum(amount, currency)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15.11.2021", "2021-11-15"),
        ("15 ноября 2021 г.", "2021-11-15"),
        ("2021-11-15", "2021-11-15"),
        ("1 мая 2020 - 5 июня 2021", "2020-05-01/2021-06-05"),
        ("вчера", "2019-04-07"),
    ],
)
def test_days_are_read_as_people_write_them(words: str, day: str) -> None:
    assert typed.day(words, "2019-04-08") == day


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("долларов США", "USD"),
        ("₽", "RUB"),
        ("eur", "EUR"),
        ("тенге", "KZT"),
        ("юаней", "CNY"),
        ("CHF", "CHF"),
    ],
)
def test_currencies_are_known_by_name_sign_and_code(words: str, code: str) -> None:
    assert typed.currency(words) == code


@pytest.mark.parametrize("words", ["", "много", "4 и 5", "5 книг", "2021-13-40", "12 → 14 → 15"])
def test_what_is_no_value_is_not_taken_for_one(words: str) -> None:
    assert typed.number(words) is None
    assert typed.money(words) is None
    assert typed.percent(words) is None
    assert typed.day(words) == typed.duration(words) == typed.currency(words) == ""


def test_a_share_is_read_with_its_sign_or_without() -> None:
    assert typed.percent("7,5 %") == typed.percent("7,5") == typed.percent("7,5 процента") == 7.5
    assert typed.percent(values.percent({"from": 12, "to": 15})) == {"from": 12, "to": 15}
