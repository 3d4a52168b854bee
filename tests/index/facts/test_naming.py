"""Names by what the document says around and elsewhere; the expected names stand beside the sentences."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from index.facts.abbreviated import is_short_for
from index.facts.extract import extract
from index.model.fact import EntityType

pytestmark = pytest.mark.usefixtures("loaded")


def _entities(text: str, *kinds: EntityType) -> dict[str, list[str]]:
    """Return the names of entities of some kinds with their mentions as written."""
    return {
        entity.name: [span.of(text) for span in entity.mentions]
        for entity in extract(text).entities
        if entity.type in kinds
    }


IN_BRACKETS = [
    (
        "Об этом сообщил руководитель комитета Джоэл Саймон (Joel Simon).",
        EntityType.PERSON,
        {"Джоэл Саймон": ["Джоэл Саймон", "Joel Simon"]},
    ),
    (
        "Судили матч: • Тору Камикава (Япония) • Грэм Полл (Англия).",
        EntityType.COUNTRY,
        {"Япония": ["Япония"], "Англия": ["Англия"]},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), IN_BRACKETS)
def test_a_name_ends_at_a_bracket_or_a_bullet(
    text: str, kind: EntityType, expected: dict[str, list[str]]
) -> None:
    assert _entities(text, kind) == expected


IN_COMPANY = [
    ("Представители Vestas отказались от встречи с рабочими.", ["Vestas"]),
    ("В мае компания Vestas закрыла завод, а позже Vestas уволила всех.", ["компания Vestas"]),
    ("Таким образом, сложность Vestas растёт вместе с числом потоков.", []),
    ("Новые требования ЕС заключаются в том, чтобы сведений было больше.", ["ЕС"]),
    ("Как пишет Lenta.ru, срок продлён до осени текущего года.", ["Lenta.ru"]),
    ("Альбом издан звукозаписывающими компаниями Nation и Westbury.", []),
    ("Накануне визита глава японского МИДа пообещал вернуться к вопросу.", ["японский МИД"]),
    ("Прежний адрес сайта lenta.ru больше не отвечает на запросы.", []),
    ("Новый портал SeeSaw показывает то, что снимает канал Five.", ["портал SeeSaw", "канал Five"]),
    ("Выберите команду Exit и откройте библиотеку Boost ещё раз.", []),
    (
        "Выступили движение «Солидарность» и люди из движения «Заря».",
        ["движение «Солидарность»", "движение «Заря»"],
    ),
    ("Вечером в российском министерстве финансов Петрову возражали.", ["российское министерство финансов"]),
    ("Как сообщается на сайте Roem.ru, связь не работала весь день.", ["Roem.ru"]),
    ("По сведениям Vestas, завод закрыли ещё в прошлом году.", ["Vestas"]),
    ("Демократы, потерявшие места в Конгрессе после выборов, возражают.", ["Конгресс"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_COMPANY)
def test_the_words_around_tell_a_body_from_a_term(text: str, expected: list[str]) -> None:
    assert list(_entities(text, EntityType.ORG)) == expected


AGAIN = [
    (
        "Книгу написал Василий Шумов из Москвы. Шумов первым записал и альбом.",
        EntityType.PERSON,
        {"Василий Шумов": ["Василий Шумов", "Шумов"]},
    ),
    (
        "На встречу пришли люди из партии «Яблоко». Инициатива «Яблока» удивила многих.",
        EntityType.ORG,
        {"партия «Яблоко»": ["партии «Яблоко»", "«Яблока»"]},
    ),
    (
        "Сообщает Комитет защиты журналистов (КЗЖ). По словам КЗЖ, арестов стало больше.",
        EntityType.ORG,
        {"Комитет защиты журналистов": ["Комитет защиты журналистов", "КЗЖ", "КЗЖ"]},
    ),
    (
        "Ранен Иса Ямадаев, третий из братьев. Сам Иса об этом ничего не говорит.",
        EntityType.PERSON,
        {"Иса Ямадаев": ["Иса Ямадаев", "Иса"]},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), AGAIN)
def test_what_is_named_in_full_is_found_where_it_is_said_again(
    text: str, kind: EntityType, expected: dict[str, list[str]]
) -> None:
    assert _entities(text, kind) == expected


PLACES = [
    ("Астронавты вернулись на Землю, а станция осталась у Луны.", {"Земля": ["Землю"], "Луна": ["Луны"]}),
    ("Земля здесь дорожает с каждым годом, говорят жители села.", {}),
    (
        "Барак Обама принимает в Белом доме коллегу из Европы.",
        {"Белый дом": ["Белом доме"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_wide_places_are_known_and_common_words_are_none(text: str, expected: dict[str, list[str]]) -> None:
    assert _entities(text, EntityType.PLACE) == expected


def test_a_place_is_not_what_belongs_to_it() -> None:
    text = "Ночью на улицы Лондона вывели патрули, а столица Калмыкии спала."
    found = _entities(text, EntityType.CITY, EntityType.REGION)
    assert [mention for mentions in found.values() for mention in mentions] == ["Лондона", "Калмыкии"]


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("ОБСЕ", "Организация по безопасности и сотрудничеству в Европе", True),
        ("ДПНИ", "Движение против нелегальной иммиграции", True),
        ("КЗЖ", "Комитет защиты журналистов", True),
        ("КЗЖ", "Комитет защиты прав", False),
    ],
)
def test_an_abbreviation_is_made_of_the_initials_of_a_name(short: str, name: str, expected: bool) -> None:
    assert is_short_for(short, name) is expected


_GENDERS = """
from index.facts.person_groups import grouped
from index.facts.persons import canonical_name, mention_of
from index.model.span import Span
text = "Саша Шевченко"
print([canonical_name(text, p) for p in grouped([mention_of(text, Span(0, len(text)), "")])])
people = grouped([mention_of(text, Span(0, len(text)), "")])
print(list(people[0].weights()))
"""


def test_the_same_reading_of_a_person_wins_in_every_process() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", _GENDERS],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(printed) == 1
