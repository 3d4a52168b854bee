"""Whom a bare word of office means: the one told before to hold it."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.model.fact import FactType

pytestmark = pytest.mark.usefixtures("loaded")

_TWO = "Приехали президент Грузии Иван Петров и президент Чехии Пётр Ким."


def _met(text: str) -> list[tuple[str, object]]:
    facts = [fact for fact in extract(text).facts if fact.type == FactType.MEETING]
    return [(slot.text, slot.value) for fact in facts for slot in fact.slots[:1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Президент Казахстана Иван Петров приехал. Здесь Президент встретился с Олегом Беловым.",
            [("Президент", "Иван Петров")],
        ),
        (
            "Президент Казахстана Иван Петров приехал. Глава государства встретился с Олегом Беловым.",
            [("Глава государства", "Иван Петров")],
        ),
        (
            "Говорил директор завода Иван Петров. Директор завода встретился с Олегом Беловым.",
            [("Директор завода", "Иван Петров")],
        ),
        (
            f"{_TWO} Президент Чехии встретился с Олегом Беловым.",
            [("Президент Чехии", "Пётр Ким")],
        ),
        (
            f"{_TWO} Президент встретился с Олегом Беловым.",
            [],
        ),
        ("Говорил директор завода Иван Петров. Директор школы встретился с Олегом Беловым.", []),
        ("Говорил бывший директор завода Иван Петров. Директор завода встретился с Олегом Беловым.", []),
        ("Президент встретился с Олегом Беловым. Приехал президент Казахстана Иван Петров.", []),
    ],
)
def test_a_word_of_office_means_the_only_one_told_to_hold_it(
    text: str, expected: list[tuple[str, object]]
) -> None:
    assert _met(text) == expected


def test_who_appoints_may_be_told_by_the_office() -> None:
    text = "Президент Казахстана Иван Петров приехал. Президент назначил Олега Белова министром обороны."
    (fact,) = [fact for fact in extract(text).facts if fact.type == FactType.APPOINTMENT]
    by = fact.slot("by")
    assert by is not None
    assert (by.text, by.value) == ("Президент", "Иван Петров")
