from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.state.fact_groups import FactEntry, gather
from desktop.state.reasons import reasons
from index.model.fact import FactType, Mark
from tests.helpers.fakes_panels import TEXT, document, some_facts

FACTS = some_facts()


def entry(kind: str, title: str = "") -> FactEntry:
    entries = (one for group in gather(FACTS, TEXT) for one in group.entries)
    return next(one for one in entries if one.kind == kind and title in one.title)


def why(one: FactEntry) -> dict[str, str]:
    return {reason.about: reason.words.replace("\u00a0", " ") for reason in reasons(one, document())}


def test_a_figure_is_told_with_its_words_and_how_sure_it_is() -> None:
    told = why(entry("MONEY"))
    assert told["Вид"] == "Сумма"
    assert told["Состояние"] == "ожидается"
    assert told["Уверенность"] == "90 %"
    assert told["Части"].split("\n") == [
        "Сумма: 4 млрд долл. («четырёх миллиардов долларов»)",
        "На что, за что: Объём торговли",
    ]
    assert told["Где"].startswith("с. 1: «")


def test_a_name_is_told_with_its_spellings_and_offices() -> None:
    told = why(entry("PERSON"))
    assert told["Написания"] == "Шавкат Мирзиёев"
    assert told["Должности"].startswith("Президент Республики Узбекистан (")
    assert "Уверенность" not in told


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("number_and_currency", "число и валюта за ним"),
        ("no_such_rule", "число и валюта"),
    ],
)
def test_a_rule_is_told_in_plain_words_even_if_it_is_new(rule: str, words: str) -> None:
    assert why(replace(entry("MONEY"), rules=(rule,)))["Как найдено"] == words


def test_every_kind_of_fact_has_its_words() -> None:
    (fact,) = entry("MONEY").facts
    for kind in FactType:
        one = replace(entry("MONEY"), kind=kind.value, facts=(replace(fact, type=kind),), rules=("",))
        assert why(one)["Как найдено"]


@pytest.mark.parametrize("mark", [Mark.ACCEPTED, Mark.CORRECTED, Mark.OWN])
def test_what_the_reader_decided_is_told_instead_of_a_rule(mark: Mark) -> None:
    (fact,) = entry("MONEY").facts
    told = why(replace(entry("MONEY"), facts=(replace(fact, mark=mark),)))
    assert told["Как найдено"].startswith("вы ")
    assert "Уверенность" not in told


def test_of_many_places_the_first_are_told() -> None:
    one = entry("COUNTRY", "Узбекистан")
    many = replace(one, spans=one.spans * 4)
    assert why(many)["Где"].split("\n")[-1] == "и ещё 5 мест"
