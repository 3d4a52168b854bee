"""What was achieved stands in braces, whoever did it in brackets."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

ACHIEVED = [
    ("work_done", "В мае {введена в эксплуатацию котельная мощностью 2 МВт}."),
    ("work_done", "В области {реализовано 340 проектов}."),
    ("work_done", "{Построено 12 тысяч квадратных метров жилья}."),
    ("work_done", "{План третьего квартала выполнен на 112 процентов}."),
    ("work_done", "{Ивану Петрову присуждена премия имени Попова}."),
    ("work_done", "Руководитель студии {Анна Белова удостоена звания лауреата}."),
    ("somebody_achieved", "[Строители] {завершили ремонт школы}."),
    ("somebody_achieved", "[Хор ветеранов] {стал лауреатом областного фестиваля}."),
    ("first_time", "{Впервые налажено производство автомобильных шин}."),
    ("first_time", "{Сборная Казахстана впервые завоевала золотую медаль}."),
]
NOT_ACHIEVED = [
    "Ремонт школы будет завершён к осени.",
    "Если построена школа, её открывают.",
    "Новая школа так и не построена.",
    "План третьего квартала выполнен на 96 процентов.",
    "В главе построена модель данных.",
    "Марк завершил беседу размышлением о работе.",
    "Впервые за десять лет цены упали.",
]
_MARKS = re.compile(r"[\[\]{}]")


def _achievements(text: str) -> list[Fact]:
    return [fact for fact in extract(_MARKS.sub("", text)).facts if fact.type == FactType.ACHIEVEMENT]


@pytest.mark.parametrize(("rule", "sentence"), ACHIEVED)
def test_what_is_achieved_and_by_whom_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _achievements(sentence)
    assert [slot.text for slot in fact.slots if slot.name == "what"] == re.findall(r"\{([^}]+)\}", sentence)
    assert [slot.text for slot in fact.slots if slot.name == "by"] == re.findall(r"\[([^\]]+)\]", sentence)
    assert (fact.rule, fact.status) == (rule, "achieved")


@pytest.mark.parametrize("sentence", NOT_ACHIEVED)
def test_what_is_not_done_or_no_work_is_no_achievement(sentence: str) -> None:
    assert not _achievements(sentence)


def test_what_was_founded_is_a_creation_alone() -> None:
    facts = extract("В городе построена новая школа искусств.").facts
    assert [fact.type for fact in facts] == [FactType.CREATION]
