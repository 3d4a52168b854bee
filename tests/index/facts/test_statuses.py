"""What a figure is to its sentence."""

from __future__ import annotations

import pytest

from index.facts.money import find_money
from index.facts.numbers import find_numbers
from index.facts.percents import find_percents
from index.facts.quantities import find_quantities
from index.facts.statuses import CUES, with_status

STATUSES = [
    ("Объём торговли, как ожидается, достигнет отметки в 4 млрд долларов.", "expected"),
    ("Есть возможности для доведения этого показателя до 10 млрд долларов.", "target"),
    ("Стороны намерены довести торговлю до полутора миллиардов долларов.", "target"),
    ("Взаимная торговля достигла 940 миллионов долларов.", "achieved"),
    ("Мост обойдётся в 300 млн рублей.", "expected"),
    ("Стоимость оценивается в 300 млн рублей.", "expected"),
    ("В 1967 г. намечено освоить не более 600 тысяч рублей.", "planned"),
    ("Ещё 4 миллиарда рублей предстоит найти.", "planned"),
    ("Министр предложил доплачивать перевозчикам около 20 долларов.", "proposed"),
    ("Министерству финансов до 25 апреля выделить 850 миллионов рублей.", "instructed"),
    ("Тонна стоит 168 тыс. тенге.", "actual"),
    ("Ещё в июле за тонну просили 190 тыс. тенге.", "past"),
    ("Израсходовано 6 миллиардов рублей.", "actual"),
    ("Ожидается рост. Тонна стоит 168 тыс. тенге.", "actual"),
    ("Планируется построить мост. 5 млн рублей уже есть.", "actual"),
    ("Необходимо перечислить аванс, т. е. 5 млн рублей.", "planned"),
    ("Фирма подключится к сети (5 млн рублей).", "actual"),
    ("Фирма подключится к сети (по заводу 5 млн рублей).", "actual"),
    ("Фирма подключена к сети (по плану достигнет 5 млн рублей).", "expected"),
    ("Постановили: выделить 5 млн рублей на кровлю.", "instructed"),
    ("По поручению общества дорога стоит 5 млн рублей.", "actual"),
    ("Если говорить о цене, то она – 5 млн рублей.", "actual"),
    ("Это попытка покрыть убыток размером более 5 млн рублей.", "actual"),
    ("Завод будет получать сырьё в обмен на 5 млн рублей.", "actual"),
    ("Изучив предложения, эксперты оценили банк в 5 млн рублей.", "actual"),
    ("Многие декларируют доходы в 5 млн рублей.", "actual"),
    ("Наложен штраф, предусмотренный законом, в размере 5 тыс. рублей.", "actual"),
    ("На ремонт предусмотрено 5 млн рублей.", "planned"),
    ("На ремонт нужно 5 млн рублей.", "planned"),
    ("Отделу главного механика закупить детали на 5 млн рублей.", "instructed"),
    ("Когда построят мост, посчитают всё: он стоит 168 тыс. тенге.", "actual"),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_the_sentence_tells_what_a_sum_is(text: str, expected: str) -> None:
    (fact,) = find_money(text, tuple(find_numbers(text)))
    assert with_status(text, fact).status == expected


def test_an_aim_reaches_its_own_figure_only() -> None:
    text = "Банк готов увеличить заём до 310 млн рублей, сохранив для всех сторон плату в 5 млн рублей."
    found = [with_status(text, fact).status for fact in find_money(text, tuple(find_numbers(text)))]
    assert found == ["target", "actual"]


def test_every_cue_has_a_sentence_above() -> None:
    told = {status for _, status in STATUSES}
    assert {cue.status for cue in CUES} - told <= {"agreed"}


def test_what_is_needed_to_do_is_no_plan_of_things() -> None:
    text = "Для этого нужно описать два класса."
    (fact,) = find_quantities(text, tuple(find_numbers(text)))
    assert with_status(text, fact).status == "actual"


def test_what_is_counted_is_not_past_by_another_verb() -> None:
    text = "Говорили о дороге протяжённостью 412 километров."
    (fact,) = find_quantities(text, tuple(find_numbers(text)))
    assert with_status(text, fact).status == "actual"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Для каждого автора выбиралось 20 % его книг.", "actual"),
        ("Рентабельность достигала 17 %.", "past"),
    ],
)
def test_a_share_of_a_whole_is_not_past_by_another_verb(text: str, status: str) -> None:
    (fact,) = find_percents(text, tuple(find_numbers(text)))
    assert with_status(text, fact).status == status
