"""Numbers in words and digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts.numbers import find_numbers

CASES = [
    ("четыре миллиарда", 4_000_000_000),
    ("двадцати пяти тысяч трёхсот сорока", 25_340),
    ("полутора миллионов", 1_500_000),
    ("двумястами пятьюдесятью", 250),
    ("трёх с половиной миллиардов", 3_500_000_000),
    ("полмиллиарда", 500_000_000),
    ("миллион двести тысяч", 1_200_000),
    ("1 500 000", 1_500_000),
    ("2 млн. 340 тыс.", 2_340_000),
    ("1 тыс. 800", 1_800),
    ("341,50", 341.5),
    ("30 (тридцать)", 30),
    ("100 (сто) тысяч", 100_000),
    ("1,5 (полтора) млн.", 1_500_000),
    ("от 1,8 до 2,2 млн", {"from": 1_800_000, "to": 2_200_000}),
    ("с 31 до 44 тыс.", {"from": 31_000, "to": 44_000}),
    ("15 200–15 600", {"from": 15_200, "to": 15_600}),
    ("3–4", {"from": 3, "to": 4}),
    ("две-три тысячи", {"from": 2_000, "to": 3_000}),
    ("от полутора до двух миллиардов", {"from": 1_500_000_000, "to": 2_000_000_000}),
    ("от 500 до 2 тыс.", {"from": 500, "to": 2_000}),
    ("с 14 до 9 млн", {"from": 14_000_000, "to": 9_000_000}),
    ("между 5 и 7", {"from": 5, "to": 7}),
    ("1\u2009234\u202f567,89", 1_234_567.89),
    ("1.234.567", 1_234_567),
    ("1,234,567.89", 1_234_567.89),
    ("1.234,56", 1_234.56),
    ("1'234'567", 1_234_567),
    ("0,125", 0.125),
    ("2018", 2018),
    ("5-ти", 5),
    ("2-х миллионов", 2_000_000),
    ("полтораста", 150),
    ("полусотни", 50),
    ("полутора десятков", 15),
    ("две сотни тысяч", 200_000),
    ("шесть сот", 600),
    ("тысячью", 1_000),
    ("восьмьюдесятью", 80),
    ("восьмьюстами", 800),
    ("две трети", 2 / 3),
    ("трёх четвертей", 0.75),
    ("одна целая пять десятых", 1.5),
    ("двух целых и трёх десятых миллиона", 2_300_000),
    ("ноль целых двадцать пять сотых", 0.25),
    ("пять и шесть десятых", 5.6),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_a_number_has_its_value_and_its_whole_span(text: str, value: object) -> None:
    (number,) = find_numbers(text)
    assert number.value == value
    assert number.span.of(text) == text


@pytest.mark.parametrize(
    "text", ["за семью печатями", "любит свою семью", "тысяч рублей", "млн руб.", "тыс. руб.", "треть"]
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    "text", ["несколько тысяч", "десятки тысяч", "в сотнях миллионов", "тысячи людей", "миллионы тонн"]
)
def test_a_vague_number_is_none_and_no_part_of_it_is(text: str) -> None:
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "value"), [("около тысячи людей", 1_000), ("свыше сотни тысяч", 100_000), ("семью днями", 7)]
)
def test_what_stands_beside_a_word_tells_the_number(text: str, value: int) -> None:
    assert [number.value for number in find_numbers(text)] == [value]


@pytest.mark.parametrize("text", ["сто с лишним", "двадцать с небольшим"])
def test_a_remainder_left_unsaid_is_marked(text: str) -> None:
    (number,) = find_numbers(text)
    assert number.more is not None
    assert number.stop == len(text)


def test_a_row_of_numbers_is_no_nest_of_them() -> None:
    assert {number.low for number in find_numbers("пять и " * 2000)} == {5}


def test_a_telephone_is_no_range() -> None:
    assert all(number.high is None for number in find_numbers("тел. 22-14-05, 8-800-555-35-35"))


def test_neighbours_that_make_no_number_stay_apart() -> None:
    assert [number.low for number in find_numbers("два двадцать, пять, шесть")] == [2, 20, 5, 6]


def test_an_ordinal_says_so() -> None:
    (number,) = find_numbers("тысяча девятьсот девяносто первого")
    assert number.is_ordinal
    assert number.low == Decimal(1991)


@pytest.mark.parametrize(
    ("text", "value"),
    [("5-го", 5), ("25-тысячный", 25_000), ("1,5-миллиардного", 1_500_000_000), ("полуторатысячный", 1_500)],
)
def test_digits_with_the_ending_of_an_ordinal_are_one(text: str, value: int) -> None:
    (number,) = find_numbers(text)
    assert (number.is_ordinal, number.low, number.span.of(text)) == (True, value, text)


def test_the_twenty_fifth_is_no_fraction() -> None:
    (number,) = find_numbers("двадцать пятых")
    assert (number.is_ordinal, number.low) == (True, 25)


_GROUPINGS = [
    (" ", ","),
    ("\u00a0", ","),
    ("\u2009", ","),
    ("\u202f", ","),
    (".", ","),
    (",", "."),
    ("'", "."),
    ("", ","),
]


@given(st.integers(0, 10**12), st.integers(1, 99), st.sampled_from(_GROUPINGS))
def test_digits_are_read_in_every_grouping(whole: int, cents: int, marks: tuple[str, str]) -> None:
    group, point = marks
    text = f"({f'{whole:,}'.replace(',', group)}{point}{cents:02d})"
    assert [number.low for number in find_numbers(text)] == [Decimal(whole) + Decimal(cents) / 100]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 126 сек. 731 нс.\n2 144 сек. 171 нс.", [1, 126, 731, 2, 144, 171]),
        ("1 126 сек. 731 нс.\n1 144 сек. 171 нс.", [1126, 731, 1144, 171]),
        ("1 250 рублей выделено.\n2 340 рублей потрачено.", [1250, 2340]),
    ],
)
def test_the_number_of_a_row_is_no_thousands(text: str, values: list[int]) -> None:
    assert [number.low for number in find_numbers(text)] == values
