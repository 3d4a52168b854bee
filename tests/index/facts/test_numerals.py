"""Numbers in words, spelled by a grammar of their own, are read back."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facts.numbers import find_numbers
from tests.helpers.numerals import CASES, FORMS_OF_ORDINALS, GENDERS, cardinal, collective, ordinal

_LARGEST = 10**12
# Magnitudes are as likely as each other, and round numbers as likely as others.
_VALUES = st.one_of(
    *(st.integers(10**i, min(10 ** (i + 1), _LARGEST)) for i in range(12)),
    st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(1, 999), st.integers(0, 9)),
)


def _read(words: str) -> list[tuple[str, Decimal, bool]]:
    text = f"({words})"
    return [(number.span.of(text), number.low, number.is_ordinal) for number in find_numbers(text)]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("gender", GENDERS)
def test_every_cardinal_up_to_a_thousand_is_read_back_in_every_case(case: str, gender: str) -> None:
    for value in range(1001):
        words = cardinal(value, case, gender)
        assert _read(words) == [(words, Decimal(value), False)]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", FORMS_OF_ORDINALS)
def test_every_ordinal_up_to_a_thousand_is_read_back_in_every_case(case: str, form: str) -> None:
    for value in range(1001):
        words = ordinal(value, case, form)
        assert _read(words) == [(words, Decimal(value), True)]


@settings(max_examples=1500, deadline=None)
@given(_VALUES, st.sampled_from(CASES), st.sampled_from(GENDERS), st.booleans())
def test_cardinals_of_every_magnitude_are_read_back(value: int, case: str, gender: str, has_yo: bool) -> None:
    words = cardinal(value, case, gender)
    words = words if has_yo else words.replace("ё", "е")
    assert _read(words) == [(words, Decimal(value), False)]


@settings(max_examples=1500, deadline=None)
@given(_VALUES, st.sampled_from(CASES), st.sampled_from(FORMS_OF_ORDINALS), st.booleans())
def test_ordinals_of_every_magnitude_are_read_back(value: int, case: str, form: str, has_yo: bool) -> None:
    words = ordinal(value, case, form)
    words = words if has_yo else words.replace("ё", "е")
    assert _read(words) == [(words, Decimal(value), True)]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("value", range(2, 11))
def test_collectives_are_read_back_in_every_case(value: int, case: str) -> None:
    words = collective(value, case)
    assert _read(words) == [(words, Decimal(value), False)]


@pytest.mark.parametrize("words", ["ТРЁХСОТ СОРОКА", "Двадцать Пять", "двести\u00a0тридцать"])
def test_capitals_and_blanks_do_not_matter(words: str) -> None:
    assert [said for said, _, _ in _read(words)] == [words]
