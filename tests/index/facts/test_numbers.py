"""Numbers in words and digits."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.facts import morph
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
    ("от 1,8 до 2,2 млн", {"from": 1_800_000, "to": 2_200_000}),
    ("с 31 до 44 тыс.", {"from": 31_000, "to": 44_000}),
    ("15 200–15 600", {"from": 15_200, "to": 15_600}),
    ("3–4", {"from": 3, "to": 4}),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_a_number_has_its_value_and_its_whole_span(text: str, value: object) -> None:
    (number,) = find_numbers(text)
    assert number.value == value
    assert number.span.of(text) == text


@pytest.mark.parametrize("text", ["за семью печатями", "тысяч рублей", "млн руб.", "тыс. руб."])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_neighbours_that_make_no_number_stay_apart() -> None:
    assert [number.low for number in find_numbers("два двадцать, пять, шесть")] == [2, 20, 5, 6]


def test_an_ordinal_says_so() -> None:
    (number,) = find_numbers("тысяча девятьсот девяносто первого")
    assert number.is_ordinal
    assert number.low == Decimal(1991)


_UNITS = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()  # noqa: SIM905 - same
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()  # noqa: SIM905 - same
_SCALES = {10**9: "миллиард", 10**6: "миллион", 10**3: "тысяча"}


def _group(value: int) -> list[str]:
    words = [_HUNDREDS[value // 100 - 1]] if value >= 100 else []
    value %= 100
    if value >= 20:
        words.append(_TENS[value // 10 - 2])
        value %= 10
    return [*words, _UNITS[value]] if value else words


def _spell(value: int, case: str) -> str:
    words: list[str] = []
    for size, name in _SCALES.items():
        if value >= size:
            words += [*_group(value // size), name]
            value %= size
    words += _group(value)
    return " ".join(_in_case(word, case) for word in words)


def _in_case(word: str, case: str) -> str:
    parse = next(p for p in morph.parses(word) if p.normal_form == word)
    form = parse.inflect({case})
    return str(form.word) if form is not None else word


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**12 - 1), st.sampled_from(["nomn", "gent", "datv", "accs", "ablt", "loct"]))
def test_cardinals_in_words_are_read_back_in_every_case(value: int, case: str) -> None:
    # «Семью» by itself is likelier a family.
    assume((value, case) != (7, "ablt"))
    text = f"({_spell(value, case)})"
    assert [number.low for number in find_numbers(text)] == [Decimal(value)]
