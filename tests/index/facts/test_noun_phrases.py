"""Noun phrases in the nominative."""

import pytest

from index.facts.noun_phrases import nominative, phrase_forms
from index.facts.office_words import singular


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Совета министров иностранных дел", "Совет министров иностранных дел"),
        ("Высшего Межгосударственного Совета", "Высший Межгосударственный Совет"),
        (
            "Совместной рабочей группы по выработке предложений",
            "Совместная рабочая группа по выработке предложений",
        ),
        ("агентству «Туркменсыяхат»", "агентство «Туркменсыяхат»"),
        ("Ученого совета", "Учёный совет"),
        ("АН Казахской ССР", "АН Казахской ССР"),
        ("мастерской № 2", "мастерская № 2"),
        ("Центральной Азии", "Центральная Азия"),
        ("Чёрном Иртыше", "Чёрный Иртыш"),
        ("Консультативных встреч глав государств", "Консультативные встречи глав государств"),
        ("О полевых подразделениях", "О полевых подразделениях"),
    ],
)
def test_the_head_stands_in_the_nominative_and_the_rest_stays(phrase: str, expected: str) -> None:
    assert nominative(phrase) == expected


def test_a_country_is_known_in_every_case() -> None:
    assert {"узбекистана", "узбекистаном"} <= phrase_forms("Узбекистан")
    assert {"российской федерации", "российскую федерацию"} <= phrase_forms("Российская Федерация")
    assert "каракалпакии" in phrase_forms("Каракалпакия")


def test_an_office_of_several_is_told_of_one() -> None:
    assert singular("реставраторы") == "реставратор"
    assert singular("аналитик") == "аналитик"
