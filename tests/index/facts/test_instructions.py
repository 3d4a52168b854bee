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
    ("told_by_verb", "Обязать тов. [Гуревича] <к 1 ноября> {закончить ремонт фабрики}."),
    ("told_by_verb", "4. [Органам местного самоуправления] рекомендовать {предоставить врачам жильё}."),
    ("told_by_verb", "Министр потребовал от [руководителей банков] {упростить выдачу кредитов}."),
    ("told_by_verb", "Предложить ректору университета [Ф. И. Гарину] {увеличить набор}."),
    ("told_by_verb", "Поручено <до 1 мая> {разработать программу развития туризма}."),
    ("told_by_noun", "Министру энергетики [Ивану Петрову] дано поручение {построить шесть подстанций}."),
    ("told_by_noun", "Иван Петров поставил перед [министерствами] задачу {ускорить работу}."),
    ("told_by_noun", "Дать поручение [Министерству юстиции] {подготовить проект закона}."),
    ("laid_on", "9. {Контроль за исполнением приказа} возложить на заместителя главы [Дроздова И. К.]"),
    ("laid_on", "{Контроль} возложить на заместителя мэра, члена совета [Дроздова И. К.]"),
    ("needed_by", "[Главам районов] необходимо <до 1 июня> {представить отчёт}."),
    ("told_by_naming", "4) [Бухгалтерии] {отпустить 14 тысяч рублей на покупку парт}."),
    ("told_by_naming", "2) Зам. наркома [Ивану Петрову] {выехать в район}."),
    ("told_by_naming", "[Правительству Курганской области] {подготовить доклад}."),
    ("told_by_naming", "Постановили: 1) ждать; 2) [Отделу снабжения] {отгрузить запасные части}."),
    ("laid_on", "Возложить на [Министерство юстиции] {координацию действий бригад}."),
    ("laid_on", "Возложить {контроль за исполнением решения} на [комиссию по бюджету]."),
    ("laid_on", "На [министерство строительства] возложена {ответственность за качество работ}."),
    ("bound_to", "1. [Учредитель] обязан {обеспечить сохранность фонда}."),
    ("bound_to", "[Медицинские организации], участвующие в программе, обязаны {вести учёт больных}."),
    ("must_by", "<До 1 мая> [правительство] должно {составить опись построек}."),
    ("told_by_naming", "6. Начальнику планового отдела т. [Носовой К. И.] {пересмотреть график}."),
    ("told_by_naming", "6. [Департаменту транспорта] совместно с [главами районов] {починить дороги}."),
    ("told_by_naming", "7. [Отделу главного механика] <до 20.04.2019> {провести ревизию и представить акт}."),
    ("told_by_naming", "Первому зам. директора [И. С. Левченко] {согласовать границы участков}."),
    ("told_by_naming", "3. Главному бухгалтеру [Сидоровой А. А.] {выделить деньги на ремонт}."),
    ("told_by_naming", "8. [Финансовой службе] <в 10-дневный срок> {заключить договоры аренды}."),
    ("told_under_heading", "6. [М. О. Петрову]:\nа) <до 1 мая> {укомплектовать 9 бригад};"),
    ("told_under_heading", "4. Директору МУП «Водоканал» [Сорокиной Н. П.]:\n4.1. {Провести ревизию}."),
    ("told_under_heading", "3. [Библиотека] обязана:\n1) {вести учёт фонда};"),
    ("told_under_heading", "2. [Министерству финансов] (Кузина О. Л.):\n<до 1 мая> {разработать план};"),
    (
        "told_by_charge",
        "Решили:\n1.1. {Ускорить замену труб}.\nСрок: <20 сентября 2023 г.> Ответственный: [Седова О. С.]",
    ),
    ("told_by_charge", "Решили: {заслушать вопрос повторно}. Ответственный – [Шарипов Р. З.]"),
]
NOTHING = [
    "Министерству не поручено заменить указатели.",
    "Иван Петров сдаваться не собирается.",
    "Ивану Петрову удалось заменить указатели.",
    "Ивану Петрову строить дом?",
    "Ему поручили возглавить отдел.",
    "Исполнение обязанностей директора возложить на Ивана Петрова.",
    "Президент возложил венок на могилу неизвестного солдата.",
    "Совет должен работать лучше.",
    "Главам районов необходимо работать лучше.",
    "Если учредитель обязан обеспечить сохранность фонда, он это делает.",
    "В кабинет Детского отделения, с собой обязательно иметь паспорт.",
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


def test_a_sentence_of_its_own_may_tell_the_deadline() -> None:
    (fact,) = _instructions("Обязать министра Ивана Петрова проверить склады. Срок – до 5 марта.")
    assert _words(fact, "deadline") == ["до 5 марта"]


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("Ивану Петрову доложить о выполнении приказа 30 июня 2019 года.", ["30 июня 2019 года"]),
        ("28 февраля министр поручил Ивану Петрову доложить о приказе от 3 марта 2019 года.", []),
        ("Ивану Петрову согласовать границы участков не позднее 1 мая.", ["не позднее 1 мая"]),
    ],
)
def test_a_day_behind_the_task_is_its_deadline(sentence: str, deadlines: list[str]) -> None:
    (fact,) = _instructions(sentence)
    assert _words(fact, "deadline") == deadlines


def test_whom_it_goes_through_did_not_tell_it() -> None:
    (fact,) = _instructions("Прокуратура через суд обязала собственника здания начать работы.")
    assert not _words(fact, "who")


def test_who_resolves_stands_above_the_points() -> None:
    (fact,) = _instructions("Учёный совет постановляет:\n1) обязать Ивана Петрова представить график;")
    assert _words(fact, "who") == ["Учёный совет"]


def test_a_bare_word_for_a_body_means_the_only_one_of_its_kind_named_before() -> None:
    text = "Вчера открылась компания «Северный путь». Суд обязал компанию устранить нарушения."
    (fact,) = _instructions(text)
    assert [slot.value for slot in fact.slots if slot.name == "to_whom"] == ["компания «Северный путь»"]


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
