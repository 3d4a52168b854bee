"""What orders and minutes decide: what is decided stands in braces, who decides in brackets."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

DECIDED = [
    ("resolved_point", "ПОСТАНОВИЛИ:\n1. {Принять к сведению сообщение директора}."),
    ("resolved_point", "[Учёный совет] постановляет:\nа) {одобрить работу партии};"),
    (
        "resolved_point",
        "В связи с паводком приказываю:\n1. {Приказ о полевых партиях считать утратившим силу}.",
    ),
    ("resolved_point", "Решили:\n1. {Договор с ООО «Техмаш» расторгнуть}.\nСрок: 1 мая."),
    ("approved", "Решением совета {утверждён план работы на первое полугодие}."),
]
UNDECIDED = [
    "ПОСТАНОВИЛИ:\n1. Обязать Ивана Петрова принять к сведению сообщение.",
    "ПОСТАНОВИЛИ:\n1. Утвердить главным инженером Ивана Петрова.",
    "1. Принять к сведению сообщение директора.",
    "Если утверждён план работы, его исполняют.",
]
_MARKS = re.compile(r"[\[\]{}]")


def _decisions(text: str) -> list[Fact]:
    return [fact for fact in extract(_MARKS.sub("", text)).facts if fact.type == FactType.DECISION]


@pytest.mark.parametrize(("rule", "text"), DECIDED)
def test_what_is_decided_and_by_whom_stand_where_the_text_marks_them(rule: str, text: str) -> None:
    (fact,) = _decisions(text)
    assert [slot.text for slot in fact.slots if slot.name == "what"] == re.findall(r"\{([^}]+)\}", text)
    assert [slot.text for slot in fact.slots if slot.name == "who"] == re.findall(r"\[([^\]]+)\]", text)
    assert fact.rule == rule


@pytest.mark.parametrize("text", UNDECIDED)
def test_what_is_told_otherwise_or_not_resolved_is_no_decision(text: str) -> None:
    assert not _decisions(text)


def test_what_stands_behind_the_points_is_not_decided() -> None:
    text = "ПРИКАЗЫВАЮ:\n1. Сдать склад музея.\nДиректор молчал весь день.\nСдать склад музея было трудно."
    (fact,) = _decisions(text)
    assert fact.slots[0].text == "Сдать склад музея"
