"""Offices with long bodies and tails; person, office and body stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.office_words import singular
from index.model.fact import FactType

SENTENCES = [
    (
        "office_before_person",
        "Об этом сказал [глава] [внешнеполитического ведомства России] [Сергей Лавров].",
    ),
    (
        "office_before_person",
        "Задержан [депутат] [муниципального собрания района Отрадное] [Михаил Вельмакин].",
    ),
    ("office_before_person", "Заявил это [координатор] [движения «Архнадзор»] [Константин Михайлов]."),
    ("office_before_person", "Выступил [начальник отдела снабжения] [Николай Чубарь]."),
    (
        "office_with_tail_before_person",
        "С ним говорил [посол] [Италии] в Грузии [Александр Сандалов], а потом и другие.",
    ),
    (
        "office_after_person",
        "[Андрей Санников] — бывший [заместитель министра иностранных дел] [Казахстана].",
    ),
    (
        "office_after_person",
        "Сказал это [Иван Петров], [представитель] [Италии] на переговорах, и ушёл.",
    ),
    ("office_after_person", "Сказал [Иван Петров], [глава] [Отдела по взаимоотношениям с обществом]."),
    ("office_after_person", "[Виктор Белов] - [зав.] [кафедрой социальных наук РГГУ]."),
    ("office_after_person", "[Кирсан Илюмжинов] [Президент] [ФИДЕ]"),
    ("office_before_person", "Приехали [заведующая складом] [Анна Белова] и другие."),
    ("office_before_person", "Так сказал [управляющий директор] [компании «Свет»] [Иван Петров]."),
    ("office_before_person", "[Командующий войсками] [Западного военного округа] [Олег Белов] прибыл."),
    ("office_before_person", "Это отметил [наблюдатель] от [ОБСЕ] [Иван Петров]."),
    ("office_before_person", "Сказал [депутат] от [Алматы] [Иван Петров]."),
    ("office_before_person", "Рад [начальник] [отдела по связям с прессой ООО «Свет»] [Иван Петров]."),
    ("office_with_tail_before_person", "Закон предложил [депутат] [Госдумы] от «Весны» [Иван Петров]."),
    ("office_with_tail_before_person", "Рад [тренер] [сборной России] по футболу [Иван Петров]."),
    ("office_before_person", "Так сказала [уполномоченный по правам ребёнка] [Анна Белова]."),
    ("office_before_person", "Победила [лидер] крайне правого [Национального фронта] (FN) [Марин Ле Пен]."),
]
NOTHING = [
    "После смерти Егора Свиридова прошли акции памяти.",
    "Это подтвердил муж актрисы Сергей Иванов.",
    "Таков уполномоченный орган Иван Петров.",
    "После приземления Андрей Петров сказал, что цел.",
]
_BRACKETS = re.compile(r"[\[\]]")


def _offices(text: str) -> list[tuple[str, set[str]]]:
    facts = [fact for fact in extract(text).facts if fact.type == FactType.OCCUPATION]
    return [(fact.rule, {slot.text for slot in fact.slots}) for fact in facts]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_person_office_and_body_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    marked = set(re.findall(r"\[([^\]]+)\]", sentence))
    assert _offices(_BRACKETS.sub("", sentence)) == [(rule, marked)]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_looks_like_an_office_of_the_person_is_none(sentence: str) -> None:
    assert not _offices(sentence)


OWNED = [
    ("owner_by_office", "Об этом заявил основатель [ООО «Ромашка»] [Иван Петров]."),
    (
        "owner_by_belonging",
        "Завод построило [ООО «Ромашка»], принадлежащее [Ивану Петрову] и [Олегу Белову].",
    ),
]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("rule", "sentence"), OWNED)
def test_owners_and_what_they_own_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    facts = [fact for fact in extract(_BRACKETS.sub("", sentence)).facts if fact.type == FactType.OWNERSHIP]
    assert {slot.text for fact in facts for slot in fact.slots} == set(re.findall(r"\[([^\]]+)\]", sentence))
    assert {fact.rule for fact in facts} == {rule}


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("sentence", [sentence for _, sentence in OWNED])
def test_an_owner_holds_no_office(sentence: str) -> None:
    assert not _offices(_BRACKETS.sub("", sentence))


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("музыкальные продюсеры", "музыкальный продюсер"),
        ("реставраторы", "реставратор"),
        ("судьи", "судья"),
        ("первый заместитель министра", "первый заместитель министра"),
    ],
)
def test_an_office_of_several_is_written_as_one_holds_it(several: str, one: str) -> None:
    assert singular(several) == one
