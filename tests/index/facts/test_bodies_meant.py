"""Which body a bare word of kind means; in the tables, the words and the body, '' where nobody could tell."""

from __future__ import annotations

import pytest

from index.facts.bodies_meant import BodiesMeant
from index.facts.extract import extract
from index.model.fact import Entity, EntityType, Fact, FactType
from index.model.span import Span

_BODIES = (
    Entity("o1", EntityType.ORG, "банк «Север»", (Span(0, 5),)),
    Entity("o2", EntityType.ORG, "Чирчикмелькомбинат", (Span(10, 20),)),
    Entity("o3", EntityType.ORG, "ООО «Лотос»", (Span(30, 35),)),
    Entity("g1", EntityType.REGION, "Омская область", (Span(40, 45),)),
    Entity("o4", EntityType.ORG, "Народный банк", (Span(60, 65),)),
)


@pytest.mark.parametrize(
    ("word", "before", "name"),
    [
        ("банка", 50, "банк «Север»"),
        ("банк", 100, "Народный банк"),
        ("комбината", 50, "Чирчикмелькомбинат"),
        ("компании", 50, "ООО «Лотос»"),
        ("области", 50, "Омская область"),
        ("комбинат", 5, ""),
        ("завода", 100, ""),
        ("стола", 100, ""),
    ],
)
def test_a_word_of_kind_means_the_nearest_body_of_that_kind_before_it(
    word: str, before: int, name: str
) -> None:
    found = BodiesMeant(_BODIES).meant(word, before)
    assert (found.name if found is not None else "") == name


def test_a_state_is_meant_where_one_country_alone_is_named() -> None:
    one = Entity("c1", EntityType.COUNTRY, "Узбекистан", (Span(0, 5),))
    other = Entity("c2", EntityType.COUNTRY, "Казахстан", (Span(7, 9),))
    assert BodiesMeant([one]).meant("государства", 50) == one
    assert BodiesMeant([one, other]).meant("государства", 50) is None


def _offices(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.OCCUPATION]


def _said(fact: Fact) -> tuple[object, object, str]:
    position, org = fact.slot("position"), fact.slot("org")
    assert position is not None
    return position.value, org.value if org else "", org.text if org else ""


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ООО «Чирчикмелькомбинат» закрыто. Рад этому директор комбината Иван Петров.",
            ("директор", "ООО «Чирчикмелькомбинат»", "комбината"),
        ),
        (
            "Свердловская область растёт. Рад этому свердловский губернатор Иван Петров.",
            ("губернатор", "Свердловская область", "свердловский"),
        ),
        ("Рад этому свердловский губернатор Иван Петров.", ("свердловский губернатор", "", "")),
        ("Рад этому директор комбината Иван Петров.", ("директор комбината", "", "")),
        (
            "Узбекистан растёт. Глава государства Шавкат Мирзиёев рад.",
            ("глава", "Узбекистан", "государства"),
        ),
        (
            "Узбекистан и Казахстан растут. Глава государства Шавкат Мирзиёев рад.",
            ("глава государства", "", ""),
        ),
    ],
)
def test_an_office_is_of_the_body_that_its_last_word_means(text: str, expected: tuple[str, str, str]) -> None:
    (fact,) = _offices(text)
    assert _said(fact) == expected


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Россия рада. Экономика России растёт. Об этом сказал премьер-министр Иван Петров.", "Россия"),
        ("Россия рада. Об этом сказал премьер-министр Иван Петров.", ""),
        ("Россия и Китай рады России. Об этом сказал премьер-министр Иван Петров.", ""),
        ("Россия рада. Экономика России растёт. Об этом сказал директор Иван Петров.", ""),
    ],
)
def test_an_office_of_state_is_of_the_only_country_that_is_named_again(text: str, country: str) -> None:
    (fact,) = _offices(text)
    org = fact.slot("org")
    assert (org.value if org is not None else "") == country


@pytest.mark.usefixtures("loaded")
def test_a_guest_is_not_made_an_officer_of_the_country_he_visits() -> None:
    text = "Франция рада. Во Францию прибыл министр Иван Петров. Его встретил президент Франции Пьер Дюран."
    guest, host = _offices(text)
    assert (guest.slot("org"), host.slot("org") is None) == (None, False)
