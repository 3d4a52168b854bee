"""Quantities: what is counted stands in brackets, the value and the unit behind."""

import pytest

from index.facts.numbers import find_numbers
from index.facts.quantities import find_quantities
from index.model.fact import Fact, Value

CASES = [
    ("[девяноста четырёх тысяч туристов]", 94_000, "турист"),
    ("[9 буровых бригад] прибыли", 9, "буровая бригада"),
    ("[2 млн тонн] зерна", 2_000_000, "тонна"),
    ("длиной [430 км] и", 430, "километр"),
    ("зеркало [1,6 м]", 1.6, "метр"),
    ("[38 кв. м] на семью", 38, "квадратный метр"),
    ("[12,5 тыс. кв.м] жилья", 12_500, "квадратный метр"),
    ("[60 м2] площади", 60, "квадратный метр"),
    ("[300 млн кубометров] газа", 300_000_000, "кубометр"),
    ("[5 млрд кВт·ч] в год", 5_000_000_000, "киловатт-час"),
    ("[1200 МВт] мощности", 1_200, "мегаватт"),
    ("[4 га] пашни", 4, "гектар"),
    ("[90 тыс. баррелей] в сутки", 90_000, "баррель"),
    ("[14 чел.] и", 14, "человек"),
    ("[225 человек]", 225, "человек"),
    ("[23 ед.] техники", 23, "единица"),
    ("[с 31 до 44 тыс. тонн]", {"from": 31_000, "to": 44_000}, "тонна"),
    ("[двое рабочих]", 2, "рабочий"),
    ("[тремя новыми школами] района", 3, "новая школа"),
    ("в [2,5 раза] больше", 2.5, "раз"),
    ("поднять его [вдвое]", 2, "раз"),
    ("[пол-литра] молока", 0.5, "литр"),
    ("[полкилометра] пути", 0.5, "километр"),
    ("[112-ти русских поэтов]", 112, "русский поэт"),
    ("[шестьсот голов] скота", 600, "голова"),
    ("[25 ц/га] ячменя", 25, "центнер с гектара"),
    ("[минус 5 градусов] ночью", -5, "градус"),
    ("[два таких парня]", 2, "парень"),
    ("[21 вагон] и", 21, "вагон"),
    ("[0,025 посещения] на жителя", 0.025, "посещение"),
]


def _value(fact: Fact, name: str) -> Value:
    slot = fact.slot(name)
    return None if slot is None else slot.value


def _quantities(text: str) -> list[Fact]:
    return list(find_quantities(text, tuple(find_numbers(text))))


@pytest.mark.parametrize(("marked", "value", "unit"), CASES)
def test_a_quantity_has_its_value_and_its_unit(marked: str, value: Value, unit: str) -> None:
    (fact,) = _quantities(marked.replace("[", "").replace("]", ""))
    text = marked.replace("[", "").replace("]", "")
    assert (_value(fact, "value"), _value(fact, "unit")) == (value, unit)
    assert fact.span.of(text) == marked[marked.index("[") + 1 : marked.index("]")]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("более 30 человек", "over"),
        ("не менее сорока экскурсоводов", "at_least"),
        ("600 случаев и более", "at_least"),
        ("600 случаев и более половины дел", None),
        ("около 700 человек", "about"),
    ],
)
def test_a_quantity_may_be_bent(text: str, modifier: str | None) -> None:
    (fact,) = _quantities(text)
    assert _value(fact, "modifier") == modifier


@pytest.mark.parametrize(
    "text",
    [
        "статья 2 закона",
        "в п. 3 договора",
        "таблица 4 отчёта",
        "инвалид 2 группы",
        "до 3 числа",
        "6.2.47 анализов",
        "в двух странах",
        "обе стороны",
        "пять лет",
        "в 2011 и 2012 годах",
        "пятый вагон",
        "5-го вагона",
        "на 1 жителя",
        "сто рублей",
        "нескольких человек",
        "тысячи людей",
        "больше 0 и меньше",
        "2 соответствующего значения",
    ],
)
def test_what_only_stands_behind_a_number_is_no_quantity(text: str) -> None:
    assert _quantities(text) == []
