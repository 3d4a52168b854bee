"""The command `tables`."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from index.cli.main import main
from tests.helpers.table_pdfs import Drawn, write_tables

ROWS = (("Товар", "Цена"), ("Бумага", "1 200,50"), ("=Карандаш", "7"))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(write_tables(tmp_path / "цены.pdf", [[Drawn(ROWS, (150.0, 100.0))], []]))


def test_tables_are_listed(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", path]) == 0
    assert "1. с. 1: 3 строки, 2 столбца\n   Товар | Цена" in capsys.readouterr().out


def test_a_page_without_tables_says_so(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", path, "--page", "2"]) == 0
    assert "Таблиц не найдено." in capsys.readouterr().out


def test_csv_is_printed(path: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["tables", path, "--format", "csv", "--delimiter", ","]) == 0
    printed = capsysbinary.readouterr().out.decode("utf-8-sig")
    assert printed == "Товар,Цена\r\nБумага,1200.50\r\n'=Карандаш,7\r\n"


def test_a_workbook_is_written(path: str, tmp_path: Path) -> None:
    assert main(["tables", path, "--format", "xlsx", "--out", str(tmp_path / "a.xlsx")]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["Бумага", 1200.5],
        ["=Карандаш", 7],
    ]


def test_json_has_cells_with_boxes_and_spans(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", path, "--json"]) == 0
    (table,) = json.loads(capsys.readouterr().out)["tables"]
    assert (table["page"], table["rows"], table["columns"], table["ruled"]) == (1, 3, 2, True)
    cell = table["cells"][2]
    assert cell["text"] == "Бумага"
    assert len(cell["box"]) == 4
    assert cell["spans"][0]["start"] < cell["spans"][0]["stop"]


def test_a_page_that_is_not_there_is_told(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", path, "--page", "9"]) == 1
    assert "нет страницы 9" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", path, "--format", "csv", "--out", "/nowhere/a.csv"]) == 1
    assert "не записан" in capsys.readouterr().err
