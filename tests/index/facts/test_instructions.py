"""Who is told to do what: the recipient stands in brackets, the task in braces, the deadline between <>."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.instructions import RULES
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

TOLD = [
    ("told_by_verb", "[Министерству финансов] поручено <не позднее 1 августа> {заменить указатели}."),
    ("told_by_verb", "Рекомендовать [профсоюзному комитету] <до конца апреля> {проверить жильё}."),
    ("told_by_verb", "Совет решил просить [Академию наук] {выделить 4 крана и 12 квартир}."),
    ("told_by_naming", "7. [Отделу главного механика] <до 20.04.2019> {провести ревизию и представить акт}."),
    ("told_by_naming", "Первому зам. директора [И. С. Левченко] {согласовать границы участков}."),
    ("told_by_naming", "8. [Финансовой службе] <в 10-дневный срок> {заключить договоры аренды}."),
    ("told_under_heading", "6. [М. О. Петрову]:\nа) <до 1 мая> {укомплектовать 9 бригад};"),
]
NOTHING = [
    "Министерству не поручено заменить указатели.",
    "Иван Петров сдаваться не собирается.",
    "Ивану Петрову удалось заменить указатели.",
    "Ивану Петрову строить дом?",
    "10. Грузы на участки доставлять по дороге.",
]
_MARKS = re.compile(r"[\[\]{}<>]")


def _instructions(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.INSTRUCTION]


def _words(fact: Fact, name: str) -> list[str]:
    return [slot.text for slot in fact.slots if slot.name == name]


@pytest.mark.parametrize(("rule", "sentence"), TOLD)
def test_whom_what_and_by_when_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _instructions(_MARKS.sub("", sentence))
    assert _words(fact, "to_whom") == re.findall(r"\[([^\]]+)\]", sentence)
    assert [_MARKS.sub("", words) for words in re.findall(r"\{([^}]+)\}", sentence)] == _words(fact, "what")
    assert _words(fact, "deadline") == re.findall(r"<([^>]+)>", sentence)
    assert fact.rule == rule


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_nobody_is_told_to_do_is_no_instruction(sentence: str) -> None:
    assert not _instructions(sentence)


def test_a_request_is_proposed_and_an_order_is_instructed() -> None:
    (order,) = _instructions("Министерству финансов поручено заменить указатели.")
    (request,) = _instructions("Рекомендовать профсоюзному комитету проверить жильё.")
    assert (order.status, request.status) == ("instructed", "proposed")


def test_two_persons_may_be_told_together() -> None:
    (fact,) = _instructions("5) поручить Белову З. П. совместно с Иваном Сабитовым напечатать каталог.")
    assert _words(fact, "to_whom") == ["Белову З. П.", "Иваном Сабитовым"]


def test_a_second_recipient_shares_the_verb() -> None:
    text = "Министерству финансов поручено заменить указатели, а Академии наук – обучить сорок человек."
    first, second = _instructions(text)
    assert (_words(first, "what"), _words(second, "what")) == (
        ["заменить указатели"],
        ["обучить сорок человек"],
    )
    assert _words(second, "to_whom") == ["Академии наук"]


def test_two_tasks_with_a_date_each_are_two_instructions() -> None:
    text = "Отделу главного механика сдать отчёт к 1 мая 2019 года и провести ревизию 3 июня 2019 года."
    first, second = _instructions(text)
    assert _words(first, "what") == ["сдать отчёт к 1 мая 2019 года"]
    assert _words(second, "what") == ["провести ревизию 3 июня 2019 года"]


def test_what_is_told_ends_where_the_quotation_does() -> None:
    (fact,) = _instructions("Он заявил: «Президент поручил министру Ивану Белову построить дом» и ушёл.")
    assert _words(fact, "what") == ["построить дом"]


def test_every_rule_has_a_sentence_above() -> None:
    assert {rule for rule, _ in TOLD} == {name for name, _ in RULES}
