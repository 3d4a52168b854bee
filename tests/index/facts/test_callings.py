"""What is an office, and what only a calling or a repetition."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.facts.lexicon import words
from index.facts.office_words import position_lemma
from index.model.fact import FactType

pytestmark = pytest.mark.usefixtures("loaded")


def _offices(text: str) -> list[tuple[str, str]]:
    facts = [fact for fact in extract(text).facts if fact.type == FactType.OCCUPATION]
    slots = [(fact.slot("position"), fact.slot("org")) for fact in facts]
    return [(str(office and office.value), str(body.value) if body else "") for office, body in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Так думает известный писатель Иван Белов.", []),
        ("Так думает фотограф газеты «Труд» Иван Белов.", [("фотограф", "газета «Труд»")]),
        ("Так думает главный бухгалтер Иван Белов.", [("главный бухгалтер", "")]),
    ],
)
def test_a_calling_without_a_body_is_no_office(text: str, expected: list[tuple[str, str]]) -> None:
    assert _offices(text) == expected


def test_an_office_is_told_once_and_with_its_body() -> None:
    text = "Приехал президент Иван Белов. Президент Грузии Иван Белов уехал. Президент Иван Белов вернулся."
    assert _offices(text) == [("президент", "Грузия")]


def test_another_office_of_the_same_person_stays() -> None:
    text = "Президент Грузии Иван Белов уехал. Генерал Иван Белов вернулся."
    assert _offices(text) == [("президент", "Грузия"), ("генерал", "")]


def test_every_calling_is_a_word_of_office() -> None:
    assert not {word for word in words("callings.txt") if not position_lemma(word)}
