"""Who dealt with whom; both stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.deals import DEALS
from index.facts.extract import extract
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SENTENCES = [
    ("bought", "[Газпром] купил 51% акций [компании «Белтрансгаз»]."),
    ("sold", "[Компания «Свет»] продала завод [холдингу «Тень»]."),
    ("invested", "[Компания «Свет»] вложила в [холдинг «Тень»] 100 млн рублей."),
    ("fined", "[ФАС] оштрафовала [компанию «МТС»]."),
    ("lent", "[Россия] дала [Украине] кредит на два миллиарда долларов."),
]
NOTHING = [
    "Газпром не купил акции компании «Белтрансгаз».",
    "Россия дала Украине слово.",
    "Иван Петров купил газету в Москве.",
    "Компания «Свет» вложила деньги с холдингом «Тень».",
]


def _deals(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.DEAL]


@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_who_dealt_stands_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _deals(_BRACKETS.sub("", sentence))
    parties = {slot.text for slot in fact.slots if slot.name == "participants"}
    assert (fact.rule, parties) == (rule, set(re.findall(r"\[([^\]]+)\]", sentence)))


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_deal_is_none(sentence: str) -> None:
    assert not _deals(sentence)


def test_every_kind_of_deal_has_its_sentence() -> None:
    assert {deal.name for deal in DEALS} == {rule for rule, _ in SENTENCES}


def test_a_deal_has_its_kind_and_its_date() -> None:
    (fact,) = _deals("В 2008 году Газпром купил компанию «Свет».")
    values = {slot.name: slot.value for slot in fact.slots}
    assert (values["kind"], values["date"]) == ("купля/продажа", "2008")
