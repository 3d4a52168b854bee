from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from index.model.table import Table
from index.tables.joining import joined
from index.tables.workbook import Titles, workbook
from tests.index.tables.samples import table

ROWS = (
    ("Код", "Название", "Сумма"),
    ("1.8", "=1+1", "1 234,56"),
    ("1.8.3", "https://example.org", "45 %"),
    ("007", "-A1", "-3"),
)


def opened(*tables: Table) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(joined(tables), Titles("Отчёт"))))


def test_numbers_are_numbers_and_everything_else_is_text() -> None:
    sheet = opened(table(ROWS)).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert values[1] == ["1.8", "=1+1", 1234.56]
    assert values[2] == ["1.8.3", "https://example.org", 0.45]
    assert values[3] == ["007", "-A1", -3]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    assert sheet["C2"].number_format == "#,##0.00"
    assert sheet["B3"].hyperlink is None


def test_nothing_in_the_file_is_a_formula() -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(workbook(joined([table(ROWS)])))) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_head_is_bold_and_stays_in_sight() -> None:
    sheet = opened(table(ROWS)).worksheets[0]
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_sheets_are_named_after_pages_and_the_book_after_the_document() -> None:
    book = opened(table(ROWS), table(ROWS), table([("а", "б"), ("1", "2")], page_index=4))
    assert book.sheetnames == ["с. 1", "с. 1 (2)", "с. 5"]
    assert book.properties.title == "Отчёт"


def test_merged_cells_are_merged() -> None:
    made = table([("Год", ""), ("1", "2")])
    wide = replace(made.cells[0], column_span=2)
    merged = replace(made, cells=(wide, *made.cells[2:]))
    sheet = opened(merged).worksheets[0]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet["A1"].value == "Год"


def test_no_tables_make_no_workbook() -> None:
    with pytest.raises(ValueError, match="no tables"):
        workbook(())
