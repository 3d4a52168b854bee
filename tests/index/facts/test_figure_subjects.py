"""What a figure is of or for: its words stand in brackets in the sentence, the nominative beside it."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.figure_neighbours import BESIDE
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.figure_subjects import BY_SYNTAX

pytestmark = pytest.mark.usefixtures("loaded")

SUBJECTS = [
    ("share_of", "На соседей пришлось 52 процента [поставок], остальное ушло за море.", "поставки"),
    ("share_of", "Аванс составит 30 % от [суммы договора].", "сумма договора"),
    ("share_of", "Вывозят до 80 % [производства фруктов и овощей].", "производство фруктов и овощей"),
    ("sum_for", "Район получит 850 млн рублей на [ремонт дорог].", "ремонт дорог"),
    ("in_size_of", "Ему присуждена [премия] в размере 1,2 млн тенге.", "премия"),
    (
        "in_size_of",
        "Подготовлен [пакет новых проектов] на сумму свыше двух миллиардов долларов.",
        "пакет новых проектов",
    ),
    ("in_size_of", "Она покрыла [убыток] размером более триллиона долларов.", "убыток"),
    (
        "in_size_of",
        "Закон влечёт [наложение штрафа] на граждан в размере двух тысяч рублей.",
        "наложение штрафа",
    ),
    ("paid", "Его перевели на должность геолога с [окладом] 412 тыс. тенге.", "оклад"),
    ("paid", "Совет объявил о выделении [гранта] в 29 миллионов долларов.", "грант"),
    ("sum_of", "Суд взыскал 45 678 руб. 12 коп. [неустойки] с завода.", "неустойка"),
    ("told_of", "[Призовой фонд матча] — 1 миллион долларов.", "призовой фонд матча"),
    ("told_of", "Доходы – 98 млрд руб., [расходы] – около 104 млрд руб.", "расходы"),
    ("told_of", "[Площадь здания]: 120 кв. м.", "площадь здания"),
    ("has_figure", "[Экспорт муки] вырос на 8 % к тому же периоду.", "экспорт муки"),
    ("has_figure", "[Закупка автобусов] обойдётся в 2 млн долларов.", "закупка автобусов"),
    ("has_figure", "[Большие мельницы завода «Помол»] загружены на 46 %.", "большие мельницы завода «Помол»"),
    ("has_figure", "[Число жертв] достигло 25 человек.", "число жертв"),
    ("spent_on", "На [оснащение центра] израсходовать не более 61,5 млн тенге.", "оснащение центра"),
    ("bought_for", "Фирма купила [старый мост] за 15 млн рублей.", "старый мост"),
    ("bought_for", "[Завод] продан за 2 млн рублей в 2010 году.", "завод"),
]
NONE = [
    "Он заплатил 500 рублей на месяц раньше.",
    "В засушливом году она не опускалась ниже 17 процентов.",
    "Кредит выдан под 5 % годовых.",
    "Каждый третий опрошенный доволен.",
    "Ранее 5 млн рублей получили предприятия области.",
    "В 2014 году – 32,3 %.",
    "Лечат за счёт средств казны - 2440,39 рубля.",
    "Иванов – 5 млн рублей.",
    "Сборная края потеряла два очка.",
    "Вывезено 420 тыс. тонн муки: экспорт растёт.",
]


def _subjects(text: str) -> list[tuple[str, object]]:
    return [
        (slot.text, slot.value)
        for fact in extract(text).facts
        for slot in fact.slots
        if slot.name in ("what", "what_for")
    ]


@pytest.mark.parametrize(("rule", "sentence", "nominative"), SUBJECTS)
def test_what_a_figure_is_of_stands_where_the_sentence_marks_it(
    rule: str, sentence: str, nominative: str
) -> None:
    (marked,) = re.findall(r"\[([^\]]+)\]", sentence)
    assert (marked, nominative) in _subjects(re.sub(r"[\[\]]", "", sentence)), rule


@pytest.mark.parametrize("sentence", NONE)
def test_a_figure_whose_matter_is_not_named_has_none(sentence: str) -> None:
    assert not _subjects(sentence)


def test_every_rule_has_a_sentence_above() -> None:
    names = [name for name, _ in BESIDE] + [name for name, _, _ in BY_SYNTAX]
    assert list(dict.fromkeys(rule for rule, _, _ in SUBJECTS)) == names


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("перечислить пакет инвестиционных проектов", "пакет инвестиционных проектов"),
        ("выплатить гражданам пособие", "пособие"),
        ("передать Интерполу гранта", "гранта"),
        ("был подписан", None),
    ],
)
def test_the_phrase_that_ends_at_a_place_has_one_head(text: str, phrase: str | None) -> None:
    found = ending_at(text, len(text))
    assert (found.of(text) if found is not None else None) == phrase


@pytest.mark.parametrize(
    ("text", "case", "phrase"),
    [
        ("расходов бюджета, и", "gent", "расходов бюджета"),
        ("ремонт сельских дорог в горах", "accs", "ремонт сельских дорог"),
        ("быстро", "gent", None),
    ],
)
def test_the_phrase_that_begins_at_a_place_takes_its_genitives_in(
    text: str, case: str, phrase: str | None
) -> None:
    found = beginning_at(text, 0, case)
    assert (found.of(text) if found is not None else None) == phrase
