"""Who owns what by a predicate; owners and bodies stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.owned_by import PREDICATES
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SENTENCES = [
    ("owns", "[Иван Петров] владеет 30 % акций [компании «Свет»]."),
    ("owns", "[Холдинг «Юг»], владеющий [банком «Север»], растёт."),
    ("belongs", "[Холдингу «Юг»] принадлежит 75 % акций [АО «Алмаз»]."),
    ("founded", "[Иван Петров] основал [компанию «Свет»] в 1999 году."),
    ("founded", "[Компания «Свет»], основанная [Иваном Петровым], открыла филиал."),
    ("share_in", "Доля [холдинга «Юг»] в [компании «Свет»] составляет 40 %."),
    ("in_ownership", "Пакет акций [«Алмаза»] находится в собственности [Росимущества]."),
    ("daughter_of", "[ООО «Лотос»] — дочернее предприятие [холдинга «Юг»]."),
    ("owner_by_office", "Главным владельцем [компании «Свет»] является [Иван Петров]."),
]
NOTHING = [
    "Иван Петров не владеет акциями компании «Свет».",
    "Иван Петров владеет английским языком и работает в компании «Свет».",
    "Правительство создаст комиссию по ценам.",
    "Доля рынка компании «Свет» растёт.",
    "Победа принадлежит команде «Юг».",
]


def _owned(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.OWNERSHIP]


@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_owner_and_body_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _owned(_BRACKETS.sub("", sentence))
    assert (fact.rule, {slot.text for slot in fact.slots}) == (
        rule,
        set(re.findall(r"\[([^\]]+)\]", sentence)),
    )


@pytest.mark.parametrize("sentence", NOTHING)
def test_who_owns_no_body_is_no_owner(sentence: str) -> None:
    assert not _owned(sentence)


def test_every_predicate_of_owners_has_its_sentence() -> None:
    assert set(PREDICATES) <= {rule for rule, _ in SENTENCES}


def test_all_of_a_list_of_founders_own_it() -> None:
    owners = {
        str(slot.value)
        for fact in _owned("Украина и Турция создали Стратегический совет.")
        if (slot := fact.slot("owner"))
    }
    assert owners == {"Украина", "Турция"}
