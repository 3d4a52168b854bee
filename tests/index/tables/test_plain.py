from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tables.plain import BOM, csv_text, harmless, html, tabbed
from tests.index.tables.samples import table

HEAD = ("Название", "Сумма")


def read(text: str, delimiter: str = ";") -> list[list[str]]:
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=delimiter))


def test_csv_has_numbers_that_a_russian_spreadsheet_reads() -> None:
    made = table([HEAD, ("Дом; сад", "1 234,56"), ("Долг", "-15")])
    assert read(csv_text(made)) == [list(HEAD), ["Дом; сад", "1234,56"], ["Долг", "-15"]]
    assert read(csv_text(made, ","), ",")[1] == ["Дом; сад", "1234.56"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 343", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"]
)
def test_what_a_spreadsheet_might_run_is_quoted(text: str) -> None:
    assert harmless(text) == "'" + text
    assert read(csv_text(table([HEAD, (text, "1")])))[1][0] == "'" + text


@pytest.mark.parametrize("text", ["Дом", "-", "5-14", "– да", "a=b"])
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=5))
def test_no_cell_of_a_csv_begins_like_a_formula_unless_it_is_a_number(rows: list[tuple[str, str]]) -> None:
    text = csv_text(table(rows, header_rows=0))
    for row in read(text):
        for cell in row:
            if cell.startswith(("=", "+", "@", "\t", "\r", "-")) and cell.strip() not in {"-", "+"}:
                float(cell.replace(",", ".").removesuffix("%"))


def test_tabs_and_html_keep_rows_and_columns() -> None:
    made = table([HEAD, ("Дом\tи сад", "=1")])
    assert tabbed(made.grid()) == "Название\tСумма\r\nДом и сад\t'=1"
    page = html(made)
    assert "<th>Название</th>" in page
    assert "<td>&#x27;=1</td>" in page


def test_html_shows_markup_as_text() -> None:
    assert "<script>" not in html(table([HEAD, ("<script>", "1")]))
