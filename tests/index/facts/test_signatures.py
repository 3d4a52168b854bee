"""Who signs on the line below an office; office, body and person stand in brackets."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.signatures import RULE
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SIGNED = [
    "УТВЕРЖДАЮ\n[Первый заместитель Генерального директора] ______________\n[Белов С.Л.]\nМ.П.",
    "К защите допустить\n[Зав. кафедрой]\nд. т. н., профессор\n[М. С. Куприянов]\n2020",
    "Готово.\n[Научный руководитель]:\n[Белов Сергей Леонидович]\nМосква",
    "[Генеральный директор]:\n[Белов Сергей Леонидович], действующий на основании Устава.",
    "Всё.\n[Председатель] [Комитета по бюджету]\n[Олег Белов]",
    "Всё.\n[Губернатор]\n[Курганской области] [А. Г. Белов]",
    "Всё.\n[Губернатор]\n[Курганской области]\n[А. Г. Белов]",
    "Всё.\n[Председатель] [Правительства\nРоссийской Федерации]\n[О. Белов]",
    "Всё.\n[Министр\nздравоохранения]\n[А. Р. Белов]",
    "УТВЕРЖДАЮ\n[Генеральный директор]\n[ООО «Ромашка»]\n_________ [И. И. Белов]",
    "[Научный руководитель]: д.ф.-м.н., профессор\n[Белов Сергей Леонидович]",
]
NOBODY = [
    "Директор школы\nИван Петров пришёл домой.",
    "Список директоров\nИванов И. И.",
    "Директор школы рад, что\nИванов И. И.",
    "Директоры\nИванов И. И.",
    "Конец.\nИванов И. И.",
    "Иванов И. И.",
    "Директор школы\nпришёл домой с Иваном Петровым",
    "Президент\nСтраны мира и\nИ. И. Иванов",
    "бывший спикер палаты, Нэнси Белова",
    "Список кафедры\nПетров П. П.\nИванов И. И.",
]


def _signed(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.OCCUPATION and fact.rule == RULE]


@pytest.mark.parametrize("text", SIGNED)
def test_who_signs_below_an_office_holds_it(text: str) -> None:
    (fact,) = _signed(_BRACKETS.sub("", text))
    assert {slot.text for slot in fact.slots} == set(re.findall(r"\[([^\]]+)\]", text))


@pytest.mark.parametrize("text", NOBODY)
def test_a_name_below_another_line_signs_nothing(text: str) -> None:
    assert not _signed(text)


def test_the_place_for_a_signature_parts_no_office_from_its_holder() -> None:
    (fact,) = [one for one in extract("Директор ________ И. И. Белов").facts if one.slot("position")]
    person = fact.slot("person")
    assert person is not None
    assert person.text == "И. И. Белов"
