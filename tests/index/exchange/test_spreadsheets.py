from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.exchange import spreadsheets
from index.exchange.portion import Portion
from index.exchange.spreadsheets import CsvWriter, XlsxWriter
from index.exchange.writing import PLAIN, Form
from index.facts.wording import GroupKey
from index.model.fact import DocumentFacts, Entity, EntityType, FactType, Mark
from index.model.span import Span
from index.tables import streaming
from index.tables.plain import harmless
from index.text.wording import Language
from tests.index.exchange.samples import ANNA, FIRM, everything, marked, nasty, told
from tests.index.study.stating import Text

MONEY = Form(frozenset({GroupKey.MONEY}))


def csv_of(*portions: Portion, form: Form = PLAIN) -> list[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        writer = CsvWriter(path, form)
        for one in portions:
            writer.add(one)
        writer.close()
        text = path.read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=form.delimiter)
    assert all(len(row) == len(head) for row in rows)
    return [dict(zip(head, row, strict=True)) for row in rows]


def book_of(*portions: Portion, form: Form = PLAIN) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        writer = XlsxWriter(path, form)
        for one in portions:
            writer.add(one)
        writer.close()
        assert [one.name for one in Path(folder).iterdir()] == ["a.xlsx"]
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def named(name: str, title: str) -> Portion:
    """Return the share of a document that names one person."""
    one = told(Text("Кто?"), title=title)
    person = Entity("p", EntityType.PERSON, name, (Span(0, 3),))
    summary = replace(one.summary, title=title)
    return replace(one, summary=summary, facts=DocumentFacts((person,)))


def unescape(written: str) -> str:
    """Return a text as Excel reads it (ECMA-376, ST_Xstring)."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), written)


def of_kind(rows: Sequence[dict[str, str]], kind: str) -> dict[str, str]:
    (found,) = (row for row in rows if row["Вид"] == kind)
    return found


def test_csv_has_a_row_for_every_statement_and_name() -> None:
    one = told(everything())
    assert len(csv_of(one)) == one.count


def test_a_row_of_csv_says_who_what_how_much_and_where_it_stands() -> None:
    row = of_kind(csv_of(told(everything())), "Суммы")
    assert row["Утверждение"] == "1,5–2 млн долл. — мост · достигнуто"
    assert (row["Что"], row["Число"], row["до"], row["Единица"]) == ("мост", "1500000", "2000000", "USD")
    assert (row["Состояние"], row["Правило"], row["Уверенность"]) == ("достигнуто", "by_hand", "1")
    assert row["Цитата"] == "На мост ушло от 1,5 до 2 млн долл."
    where = (row["Страница"], row["Документ"], row["Дата документа"], row["Файл"])
    assert where == ("1", "Отчёт", "2021-06-01", "a.pdf")


def test_a_fraction_keeps_all_its_digits_with_the_point_of_the_spreadsheet() -> None:
    text = Text()
    text.state(FactType.PERCENT, "Рост 0,125 %.", ("value", "0,125", 0.125))
    assert csv_of(told(text))[0]["Число"] == "0,125"
    assert csv_of(told(text), form=Form(delimiter=","))[0]["Число"] == "0.125"


def test_a_name_says_how_often_it_is_named_and_where_first() -> None:
    text = Text()
    text.name(ANNA, f"Здесь {ANNA}.", "Она там.")
    row = csv_of(told(text))[0]
    assert (row["Вид"], row["Утверждение"], row["Упоминаний"]) == ("Лица", ANNA, "2")
    assert row["Цитата"] == f"Здесь {ANNA}."


def test_the_mark_of_the_reader_stands_with_the_fact() -> None:
    assert of_kind(csv_of(told(marked(everything(), Mark.OWN))), "Сроки")["Пометка читателя"] == "добавлено"


def test_only_what_was_chosen_is_written() -> None:
    assert {row["Вид"] for row in csv_of(told(everything()), form=MONEY)} == {"Суммы"}


def test_heads_and_codes_can_be_english() -> None:
    (row,) = csv_of(told(everything()), form=Form(MONEY.groups, Language.EN, ","))
    assert (row["Kind"], row["Status"]) == ("Sums", "achieved")


@settings(deadline=None)
@given(nasty, nasty)
def test_csv_is_read_back_as_it_was_and_runs_nothing(name: str, title: str) -> None:
    (row,) = csv_of(named(name, title))
    assert (row["Утверждение"], row["Документ"]) == (harmless(name), harmless(title))


def test_the_book_begins_with_the_documents_and_hides_kinds_of_which_nothing_is_stated() -> None:
    book = book_of(told(everything()))
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert shown[:3] == ["Документы", "Лица", "Должности"]
    assert "Сделки" not in shown
    assert book["Сделки"].sheet_state == "hidden"
    (row,) = rows_of(book["Документы"])
    assert (row["Документ"], row["Файл"], row["Откуда"]) == ("Отчёт", "a.pdf", "/a.pdf")
    assert row["Дата документа"] == datetime.fromisoformat("2021-06-01")


def test_numbers_and_days_are_cells_of_their_kind() -> None:
    book = book_of(told(everything()))
    (money,) = rows_of(book["Суммы"])
    assert (money["Число"], money["до"], money["Валюта"]) == (1_500_000, 2_000_000, "USD")
    (day,) = rows_of(book["Даты"])
    assert (day["Дата"], day["Страница"]) == (datetime.fromisoformat("2021-05-12"), 1)
    (office,) = rows_of(book["Должности"])
    assert (office["Кто"], office["Где"], office["С"]) == (ANNA, FIRM, "2021-05")
    (length,) = rows_of(book["Сроки"])
    assert (length["Срок"], length["ISO 8601"]) == ("3 года", "P3Y")


def test_a_day_that_excel_cannot_count_stays_as_it_is_written() -> None:
    text = Text()
    text.state(FactType.DATE, "19 февраля 1861 года.", ("date", "19 февраля 1861 года", "1861-02-19"))
    (row,) = rows_of(book_of(told(text))["Даты"])
    assert row["Дата"] == "1861-02-19"


def test_heads_stay_in_sight_and_have_filters() -> None:
    sheet = book_of(told(everything()))["Суммы"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:P2"


def test_titles_lead_to_the_line_of_their_document_and_addresses_to_the_web() -> None:
    book = book_of(told(everything()), told(everything(), name="b", title="Второй"))
    source = book["Источники"][3]
    found = {cell.hyperlink.location or cell.hyperlink.target for cell in source if cell.hyperlink}
    assert found == {"https://example.org/a", "'Документы'!A3"}
    assert book["Документы"]["A3"].value == "Второй"


def test_what_is_longer_than_a_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_ROWS", 3)
    book = book_of(*(told(everything(), title=str(number)) for number in range(5)), form=MONEY)
    assert [sheet.title for sheet in book] == [
        *("Документы", "Суммы", "Документы 2", "Суммы 2", "Документы 3", "Суммы 3")
    ]
    link = book["Суммы 3"]["K2"]
    assert (link.value, link.hyperlink.location) == ("4", "'Документы 3'!A2")
    assert book["Документы 3"]["A2"].value == "4"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    (row,) = rows_of(book_of(told(everything(), title="ё" * 40_000))["Документы"])
    assert row["Документ"] == "ё" * 32_767


def test_in_a_long_book_the_titles_of_the_first_documents_are_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreadsheets, "_LINKED", 2)
    sheet = book_of(*(told(everything(), name=name) for name in "abc"), form=MONEY)["Суммы"]
    assert [sheet[f"K{row}"].hyperlink is not None for row in (2, 3, 4)] == [True, True, False]


def test_more_links_than_a_sheet_can_have_are_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_MOST_LINKS", 1)
    sheet = book_of(*(told(everything(), name=name) for name in "ab"), form=MONEY)["Суммы"]
    assert [sheet[f"K{row}"].hyperlink is not None for row in (2, 3)] == [True, False]
    assert sheet["K3"].value == "Отчёт"


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(nasty, nasty), min_size=1, max_size=30))
def test_a_book_is_read_back_as_it_was_and_runs_nothing(said: list[tuple[str, str]]) -> None:
    form = Form(frozenset({GroupKey.PERSONS}))
    sheet = book_of(*(named(name, title) for name, title in said), form=form)["Лица"]
    rows = [(unescape(row["Имя"] or ""), unescape(row["Документ"] or "")) for row in rows_of(sheet)]
    assert rows == said
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_half_of_a_surrogate_pair_spoils_no_file() -> None:
    text = Text()
    text.name("А\udc80Б")
    one = told(text)
    assert csv_of(one)[0]["Утверждение"] == "А?Б"
    assert rows_of(book_of(one)["Лица"])[0]["Имя"] == "А\N{REPLACEMENT CHARACTER}Б"
