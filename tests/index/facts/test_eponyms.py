"""Persons that things are named after."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.model.fact import EntityType

pytestmark = pytest.mark.usefixtures("loaded")


def _persons(text: str) -> list[str]:
    return [entity.name for entity in extract(text).entities if entity.type == EntityType.PERSON]


NAMED_AFTER = [
    ("Преобразование Бокса-Кокса применяют в статистике.", ["Бокс", "Кокс"]),
    ("Формула Ньютона-Лейбница известна всем.", ["Ньютон", "Лейбниц"]),
    ("Лечение болезни Гоше проводят бесплатно.", ["Гоше"]),
    ("Кривая Лоренца", ["Лоренц"]),
    ("Проба Манту отрицательная.", []),
    ("Применяем метод Монте-Карло.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED_AFTER)
def test_each_person_that_a_thing_is_named_after_has_a_name(text: str, expected: list[str]) -> None:
    assert _persons(text) == expected


def test_a_known_place_behind_such_a_word_stays_a_place() -> None:
    facts = extract("В основу положена модель Казахстана.")
    assert [(entity.type, entity.name) for entity in facts.entities] == [(EntityType.COUNTRY, "Казахстан")]
