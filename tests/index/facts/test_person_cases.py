"""She or he: what a list, a verb or a line tells of a surname that may be of either."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.model.fact import EntityType

pytestmark = pytest.mark.usefixtures("loaded")

TOLD = [
    ("1. Минеева О.М., Шахов Е.М. Основы учёта. – М.: Наука, 2008.", ["О.М. Минеева", "Е.М. Шахов"]),
    ("Кокорина Л.И. Основы учёта. СПб.: Питер, 2003.", ["Л.И. Кокорина"]),
    ("Доклад подготовила Кокорина Л.И. вместе с нами.", ["Л.И. Кокорина"]),
    ("Хайруллина Г.Р. обратилась в суд с иском.", ["Г.Р. Хайруллина"]),
    ("Слушали: Орлову Н.П. о подготовке к ремонту.", ["Н.П. Орлова"]),
    ("доц. к.т.н. О.Н. Титова; ассистент Л.А. Тюгаева", ["О.Н. Титова", "Л.А. Тюгаева"]),
    ("Под ред. А.В. Ефимова, Б.П. Демидовича. – М.: Наука, 1993.", ["А.В. Ефимов", "Б.П. Демидович"]),
    ("А. Мередова1 mered@mail.ru", ["А. Мередова"]),
    ("Стихи посвящены Анне Ахматовой.", ["Анна Ахматова"]),
    ("Программа Л.А. Ефросининой принята.", ["Л.А. Ефросинина"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_words_around_tell_her_from_him(text: str, expected: list[str]) -> None:
    found = [entity.name for entity in extract(text).entities if entity.type == EntityType.PERSON]
    assert found == expected
