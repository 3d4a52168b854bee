"""Units in heads of tables: the head, its unit, and what is left of it."""

from __future__ import annotations

import pytest

from index.facts.table_units import unit_of, whole_unit

HEADS = [
    ("Выручка с НДС, руб.", ("MONEY", "RUB", 1), "Выручка с НДС"),
    ("Тыс. тонн", ("QUANTITY", "тонна", 1000), ""),
    ("Млн долл.", ("MONEY", "USD", 1_000_000), ""),
    ("млн долл. США", ("MONEY", "USD", 1_000_000), ""),
    ("Стоимость (в тыс. тенге)", ("MONEY", "KZT", 1000), "Стоимость"),
    ("На 1 жителя (руб.), в том числе по годам", ("MONEY", "RUB", 1), "На 1 жителя, в том числе по годам"),
    ("на 1 человека (на 1 жителя), руб.", ("MONEY", "RUB", 1), "на 1 человека (на 1 жителя)"),
    ("руб. на 1 человека в год", ("MONEY", "RUB", 1), "на 1 человека в год"),
    ("К 2021 году, %", ("PERCENT", "", 1), "К 2021 году"),
    ("в % к итогу", ("PERCENT", "", 1), "к итогу"),
    ("Площадь, м 2", ("QUANTITY", "квадратный метр", 1), "Площадь"),
    ("Численность, тыс. чел.", ("QUANTITY", "человек", 1000), "Численность"),
    ("Цена за 1 кв. м, руб.", ("MONEY", "RUB", 1), "Цена за 1 кв. м"),
]


@pytest.mark.parametrize(("head", "unit", "rest"), HEADS)
def test_a_head_has_its_unit_in_a_part_of_its_own(head: str, unit: tuple[str, str, int], rest: str) -> None:
    found, left = unit_of(head)
    assert found is not None
    assert (found.type, found.name, found.scale, left) == (*unit, rest)


@pytest.mark.parametrize(
    "head",
    [
        "Наименование",
        "средства ОМС",
        "Доля рублёвых вкладов",
        "Марка",
        "Узел",
        "Доза",
        "Сумма, руб., тыс. тонн",
    ],
)
def test_words_that_are_no_unit_or_two_tell_none(head: str) -> None:
    assert unit_of(head)[0] is None


def test_a_row_of_counts_is_no_row_of_percents() -> None:
    assert unit_of("Всего (% от числа программ)", is_row=True)[0] is None
    assert unit_of("Рентабельность, %", is_row=True)[0] is not None


def test_a_cell_of_units_is_one_as_a_whole() -> None:
    assert whole_unit("тыс. руб.") is not None
    assert whole_unit("случай госпитализации") is None
