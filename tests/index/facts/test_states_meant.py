"""Whom words without a name mean; the document before them names two presidents and a minister."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.facts.states_meant import RULES, collectives, with_members
from index.model.fact import FactType

pytestmark = pytest.mark.usefixtures("loaded")

TALKS = (
    "Президент Узбекистана Шавкат Мирзиёев и Президент Казахстана Касым-Жомарт Токаев провели переговоры.\n"
)
MINISTERS = (
    "Министр культуры Узбекистана Иван Петров и министр туризма Казахстана Олег Белов обсудили выставку.\n"
)
GUESTS = "Президент Киргизии Пётр Седов и Президент Таджикистана Фёдор Орлов прислали письма.\n"
PREMIERS = "Премьер-министр Грузии Иван Петров и премьер-министр Армении Олег Белов провели переговоры.\n"
BOTH = ["Шавкат Мирзиёев", "Касым-Жомарт Токаев"]

MEANT = [
    ("leaders", TALKS + "Лидеры двух стран выразили намерение учредить совет.", BOTH),
    ("leaders", TALKS + "Главы государств обсудили торговлю.", BOTH),
    ("presidents", TALKS + "Президенты согласились строить дорогу.", BOTH),
    ("sides", TALKS + "Стороны договорились о поставках.", ["Узбекистан", "Казахстан"]),
    ("ministers", MINISTERS + "Министры подписали программу.", ["Иван Петров", "Олег Белов"]),
    (
        "heads_of_government",
        PREMIERS + "Главы правительств подписали заявление.",
        ["Иван Петров", "Олег Белов"],
    ),
    ("office_of_a_state", TALKS + "Президент Казахстана отметил рост торговли.", ["Касым-Жомарт Токаев"]),
    (
        "president_of_ours",
        TALKS + "Президент нашей страны уехал.\nИсточник: https://president.uz/uz/4808",
        ["Шавкат Мирзиёев"],
    ),
    ("leaders", GUESTS + TALKS + "Лидеры двух стран условились о встрече.", BOTH),
]


def _found(text: str) -> list[tuple[str, list[str]]]:
    facts = extract(text)
    return [
        (one.rule, [member.name for member in one.members])
        for one in collectives(text, facts.entities, facts.facts)
    ]


@pytest.mark.parametrize(("rule", "text", "members"), MEANT)
def test_words_mean_whom_the_document_names_together(rule: str, text: str, members: list[str]) -> None:
    assert _found(text) == [(rule, members)]


def test_every_rule_has_its_case() -> None:
    assert {rule.name for rule in RULES} == {rule for rule, _, _ in MEANT}


NOBODY = [
    "Лидеры двух стран выразили намерение учредить совет.",
    TALKS + "Главы государств Центральной Азии встретятся весной.",
    TALKS + "С его стороны и со стороны гостей вопросов не было.",
    TALKS + "Токаев, со своей стороны, пригласил гостя.",
    TALKS + "Лидеры трёх стран встретятся весной.",
    TALKS + "Премьер-министры встретятся весной.",
    TALKS + "Президент нашей страны уехал.",
    TALKS + "Президент Франции прислал письмо.",
    "Президент Узбекистана Шавкат Мирзиёев приехал. Стороны довольны.",
    "Две стороны треугольника равны.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_where_it_is_not_clear_nobody_is_meant(text: str) -> None:
    assert _found(text) == []


def test_parties_that_are_told_without_a_name_get_their_names() -> None:
    text = TALKS + "Стороны договорились принять программу."
    facts = extract(text)
    (agreed,) = [
        fact for fact in with_members(text, facts.entities, facts.facts) if fact.type == FactType.AGREEMENT
    ]
    assert [slot.value for slot in agreed.slots if slot.name == "parties"] == [["Узбекистан", "Казахстан"]]


def test_facts_without_such_words_stay_as_they_are() -> None:
    facts = extract(TALKS)
    assert with_members(TALKS, facts.entities, facts.facts) == list(facts.facts)
