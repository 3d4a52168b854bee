"""What is no place: a reason each, with its claim; what stays beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.facts.place_filters import REFUSALS, Claim, refusal
from index.model.fact import EntityType

_CLAIM = Claim(
    said="Нагорье",
    type=EntityType.PLACE,
    is_guess=True,
    stands_first=False,
    is_in_prose=True,
    before="едут в ",
    after=", а потом",
    next_word=",",
)

CLAIMS = [
    ("currency", replace(_CLAIM, said="США", type=EntityType.COUNTRY, before="тыс. долл. ")),
    ("no_word_for_a_place", replace(_CLAIM, said="Комиссия")),
    ("no_noun", replace(_CLAIM, said="г. Из", type=EntityType.CITY, is_guess=False)),
    ("adjective_in_a_row", replace(_CLAIM, said="Богдановичское", is_in_prose=False)),
    ("adjective_of_noun", replace(_CLAIM, said="Талицкой", type=EntityType.CITY, next_word="больнице")),
    ("modifies_noun", replace(_CLAIM, said="Смарт", stands_first=True, next_word="фильтр")),
    ("hyphened_term", replace(_CLAIM, said="ПЦР-диагностика")),
    ("abbreviation", replace(_CLAIM, said="СПбГУТ")),
    ("common_phrase", replace(_CLAIM, said="Вычисление площади", stands_first=True)),
    ("trade_name", replace(_CLAIM, said="Эмбриоглю / EmbryoGlue")),
    ("half_a_word", replace(_CLAIM, said="Свердловск", is_guess=False, after=" ой области")),
    ("one_of_several", replace(_CLAIM, said="Бураевский", after=" и Татышлинский районы")),
    ("abbreviated_word", replace(_CLAIM, said="Инд", is_in_prose=False, after=". аллергены", next_word=".")),
    ("street", replace(_CLAIM, said="Начдива Белова", before="г. Талица, ", after=", 1/3")),
    ("surname", replace(_CLAIM, said="Чеусова", before="под статьёю ")),
]


@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_each_refusal_of_places_has_its_case(name: str, claim: Claim) -> None:
    assert refusal(claim) == name


def test_no_refusal_of_places_is_without_a_case() -> None:
    assert [name for name, _ in CLAIMS] == [rule.name for rule in REFUSALS]


STAY = [
    _CLAIM,
    replace(_CLAIM, said="Красная площадь", stands_first=True),
    replace(_CLAIM, said="Воробьёвы горы", stands_first=True),
    replace(_CLAIM, said="Богдановичское"),
    replace(_CLAIM, said="Талица", stands_first=True, next_word="стоит"),
    replace(_CLAIM, said="США", type=EntityType.COUNTRY, is_guess=False),
    replace(_CLAIM, said="Москва", is_guess=False, after=" -\n"),
    replace(_CLAIM, said="Талица", before="г. ", after=", 12 мая"),
    replace(_CLAIM, said="Чеусова", before="ехали из "),
    replace(_CLAIM, said="СПб"),
]


@pytest.mark.parametrize("claim", STAY)
def test_a_place_stays(claim: Claim) -> None:
    assert refusal(claim) == ""


def test_an_area_of_mathematics_is_no_region() -> None:
    assert refusal(replace(_CLAIM, said="Прямоугольная область", stands_first=True)) == "common_phrase"
