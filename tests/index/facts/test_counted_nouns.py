"""Nouns behind numerals."""

from decimal import Decimal

import pytest

from index.facts.counted_nouns import read_counted


@pytest.mark.parametrize(
    ("words", "count", "name", "forms"),
    [
        (["книгам"], 5, "книга", ["1 книга", "2 книги", "5 книг", "2.5 книги", "21 книга", "12 книг"]),
        (["национальных", "школ"], 2, "национальная школа", ["1 национальная школа", "3 национальные школы"]),
        (["километрах"], 5, "километр", ["1 километр", "4 километра", "11 километров"]),
        (["людей"], 5, "человек", ["5 человек"]),
        (["новых", "окнах"], 6, "новое окно", ["1 новое окно", "6 новых окон"]),
    ],
)
def test_a_counted_noun_has_its_name_and_its_form_after_every_number(
    words: list[str], count: int, name: str, forms: list[str]
) -> None:
    noun = read_counted(words, Decimal(count))
    assert noun is not None
    assert noun.name == name
    for form in forms:
        number, _, said = form.partition(" ")
        assert noun.after(Decimal(number)) == said


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["закона"], 5),
        (["книга"], 2),
        (["новой", "книги"], 2),
        (["по"], 7),
        (["быстро"], 5),
    ],
)
def test_what_does_not_stand_as_a_numeral_asks_is_not_counted(words: list[str], count: int) -> None:
    assert read_counted(words, Decimal(count)) is None
