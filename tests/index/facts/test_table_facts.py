"""Figures of ruled tables: with what they are of, their unit and their year, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.facts.durations import find_durations
from index.facts.extract import extract
from index.facts.numbers import find_numbers
from index.facts.table_facts import beside_tables, find_table_facts
from index.facts.wording import describe
from index.model.fact import Fact
from index.model.geometry import Rect
from index.model.span import Span
from index.model.table import Cell, Table
from tests.helpers.shared import shared
from tests.helpers.table_pdfs import Drawn, tables_in, write_tables

Told = tuple[str, object, object, object, object]


def made(
    rows: Sequence[Sequence[str | None]], header_rows: int = 1, *, is_ruled: bool = True, above: str = ""
) -> tuple[str, Table]:
    """Return a text and a table of it below a line; None goes on with the cell to the left."""
    text, cells = above and f"{above}\n", []
    box = Rect(0, 0, 1, 1)
    for r, row in enumerate(rows):
        for c, said in enumerate(row):
            if said is None:
                continue
            width = next((i for i in range(c + 1, len(row)) if row[i] is not None), len(row)) - c
            spans = (Span(len(text), len(text) + len(said)),) if said else ()
            cells.append(Cell(r, c, said, box, 1, width, spans))
            text += f"{said} " if said else ""
        text = text.rstrip() + "\n"
    return text, Table(0, box, len(rows), len(rows[0]), tuple(cells), is_ruled, header_rows)


def told(facts: Sequence[Fact]) -> list[Told]:
    return [
        (
            fact.slots[0].text,
            fact.slots[0].value,
            fact.slots[1].value,
            next(slot.value for slot in fact.slots if slot.name in ("what", "what_for")),
            None if (date := fact.slot("date")) is None else date.value,
        )
        for fact in facts
    ]


def stated(rows: Sequence[Sequence[str | None]], header_rows: int = 1) -> list[Told]:
    text, table = made(rows, header_rows)
    return told(list(find_table_facts(text, [table])))


def test_row_and_column_tell_what_a_figure_is_of() -> None:
    assert stated(
        [
            ("Показатель", "2015 год", "2016"),
            ("Выручка завода, тыс. руб.", "12 500", "13 750,5"),
            ("Рентабельность, %", "7,5", "-3"),
            ("Численность, чел.", "120", "–"),
        ]
    ) == [
        ("12 500", 12_500_000, "RUB", "Выручка завода", "2015"),
        ("13 750,5", 13_750_500, "RUB", "Выручка завода", "2016"),
        ("7,5", 7.5, "share", "Рентабельность", "2015"),
        ("-3", -3, "share", "Рентабельность", "2016"),
        ("120", 120, "человек", "Численность", "2015"),
    ]


def test_the_unit_may_stand_above_or_in_a_column_of_units() -> None:
    assert stated(
        [("№ п/п", "Товар", "Ед. изм.", "Вывоз", "Цена, руб."), ("1", "Мука", "т", "741", "15 200,00")]
    ) == [
        ("741", 741, "тонна", "Мука, вывоз", None),
        ("15 200,00", 15_200, "RUB", "Мука, цена", None),
    ]


def test_heads_above_one_another_speak_together() -> None:
    assert stated(
        [
            ("Показатели", "Квартал", None, "Стоимость, руб.", None),
            ("", "I", "II", "2018 год", "2019 год"),
            ("1", "2", "3", "4", "5"),
            ("Продажи, ед.", "15", "55", "", ""),
            ("Печь", "", "", "100", "200"),
        ],
        2,
    ) == [
        ("15", 15, "единица", "Продажи, квартал I", None),
        ("55", 55, "единица", "Продажи, квартал II", None),
        ("100", 100, "RUB", "Печь, стоимость", "2018"),
        ("200", 200, "RUB", "Печь, стоимость", "2019"),
    ]


@pytest.mark.parametrize("caption", ["Таблица 1. Доходы бюджета, тыс. руб.", "(тыс. рублей)", "тыс. руб."])
def test_the_line_above_may_tell_the_unit_of_all(caption: str) -> None:
    rows = [("Показатель", "2015 год", "План 2016"), ("Налоги", "5", "6"), ("Численность", "7", "8")]
    text, table = made([*rows, ("Рентабельность, %", "9", "")], above=caption)
    found = told(list(find_table_facts(text, [table])))
    assert [(figure, value) for figure, value, *_ in found] == [("5", 5000), ("6", 6000), ("9", 9)]


def test_the_line_above_speaks_of_times_and_totals_only() -> None:
    text, table = made([("Товар", "Вес", "2015 год"), ("Мука", "5", "6")], above="Товары (тыс. руб.)")
    assert list(find_table_facts(text, [table])) == []


def test_a_year_to_compare_with_is_no_year_of_the_figure() -> None:
    assert stated([("Страна", "К 2021 году, %"), ("Грузия", "+5,0")]) == [
        ("+5,0", 5, "up", "Грузия, к 2021 году", None)
    ]


def test_a_table_without_a_head_tells_what_its_cells_tell() -> None:
    assert stated([("Всего проведено", "62"), ("Успешно", "44,4%")], 0) == [
        ("44,4%", 44.4, "share", "Успешно", None)
    ]


def test_a_figure_is_put_into_words_with_its_time() -> None:
    text, table = made(
        [
            ("Показатель", "2015 год", "План 2016"),
            ("Доход, млн руб.", "5", "6"),
            ("Рост, %", "7", "8"),
            ("Сбыт, т", "2", "9"),
        ]
    )
    described = [described for fact in find_table_facts(text, [table]) if (described := describe(fact))]
    assert [(one.title, one.subtitle) for one in described] == [
        ("5\u00a0млн\u00a0₽", "Доход · 2015"),
        ("6\u00a0млн\u00a0₽", "Доход · 2016 · планируется"),
        ("7\u00a0%", "Рост · 2015"),
        ("8\u00a0%", "Рост · 2016 · планируется"),
        ("2 тонны", "Сбыт · 2015"),
        ("9 тонн", "Сбыт · 2016 · планируется"),
    ]


def test_what_is_planned_or_expected_is_so() -> None:
    text, table = made(
        [("Статья", "План, руб.", "Прогноз, руб.", "Доля плана, %"), ("Ремонт", "5", "6", "7")]
    )
    assert [fact.status for fact in find_table_facts(text, [table])] == ["planned", "expected", "actual"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Товар", "Количество"), ("Мука", "741")],
        [("Товар", "Цена, руб."), ("Мука, тонн", "741")],
        [("Код", "Название", "Код, руб."), ("01", "Мука", "36.1.12")],
        [("Название", "Цена, руб."), ("Мука", "007")],
        [("Название", "Цена, руб."), ("Мука", "от 5 до 7")],
        [("Название", "Всего (% от числа)"), ("Всего (% от числа)", "нет")],
        [("1", "2"), ("3", "4")],
    ],
)
def test_a_figure_of_which_nobody_says_what_it_counts_is_no_fact(rows: Sequence[Sequence[str]]) -> None:
    assert stated(rows) == []


def test_a_row_that_begins_amid_words_tells_nothing() -> None:
    rows = [
        ("Вид помощи", "Сумма, руб."),
        ("Помощь лицам, не указанным в", ""),
        ("системе страхования", "500"),
        ("Прочее", "700"),
    ]
    assert [figure for figure, *_ in stated(rows)] == ["700"]


def test_what_is_parted_by_white_alone_tells_nothing() -> None:
    text, table = made([("Товар", "Цена, руб."), ("Мука", "741")], is_ruled=False)
    assert list(find_table_facts(text, [table])) == []


def test_a_figure_of_two_cells_is_none() -> None:
    text, table = made([("Номер", "Время"), ("1", "126 сек")])
    running = list(find_durations(text, tuple(find_numbers(text))))
    assert [fact.span.of(text) for fact in running] == ["1 126 сек"]
    assert list(beside_tables(running, [table], ())) == []


def test_every_slot_stands_where_the_page_shows_it(tmp_path: Path) -> None:
    rows = [("Показатель", "2015 год", "2016 год"), ("Выручка, тыс. руб.", "12 500", "13 750")]
    document, tables = tables_in(write_tables(tmp_path / "table.pdf", [[Drawn(rows, (200.0, 80.0, 80.0))]]))
    facts = list(find_table_facts(document.text, tables))
    assert [told([fact])[0][1] for fact in facts] == [12_500_000, 13_750_000]
    for fact in facts:
        for slot in fact.slots:
            assert slot.span is None or slot.span.of(document.text) == slot.text
            assert slot.span is None or fact.span.covers(slot.span)


@pytest.mark.usefixtures("loaded")
def test_a_document_states_its_tables_once() -> None:
    text, table = made([("Показатель", "2015 год"), ("Выручка", "500 руб.")])
    assert len([fact for fact in extract(text).facts if fact.type == "MONEY"]) == 1
    text, table = made([("Показатель", "2015 год"), ("Выручка, руб.", "500")])
    (fact,) = (fact for fact in extract(text, tables=[table]).facts if fact.type == "MONEY")
    assert fact.rule == "table"


def test_the_ruled_table_of_a_real_document_is_told() -> None:
    document, tables = tables_in(shared("gold/dev3.pdf"))
    found = told(list(find_table_facts(document.text, tables)))
    assert len(found) == 12
    assert ("318,6", 318_600_000, "USD", "Афганистан", None) in found
