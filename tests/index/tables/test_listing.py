from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tables import streaming
from index.tables.listing import Listing, listing_csv, listing_workbook
from index.tables.plain import harmless

LISTING = Listing(
    "Слова", ("Слово", "Раз", "Сила"), (("=1+1", 1200, 3.5), ("007; «да»", 2, 0.126), ("12", 0, 1.0))
)


def test_csv_runs_nothing_and_keeps_texts() -> None:
    assert listing_csv(LISTING) == (
        '\ufeffСлово;Раз;Сила\r\n\'=1+1;1200;3,50\r\n"007; «да»";2;0,13\r\n12;0;1,00\r\n'
    )


def test_csv_with_commas_has_points() -> None:
    rows = list(csv.reader(io.StringIO(listing_csv(LISTING, ",").removeprefix("\ufeff"))))
    assert rows[1] == ["'=1+1", "1200", "3.50"]


fields = st.integers() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.tuples(fields, fields), max_size=5), st.sampled_from(";,"))
def test_csv_is_read_back_as_it_was(rows: list[tuple[str | int, str | int]], delimiter: str) -> None:
    written = listing_csv(Listing("а", ("б", "в"), rows), delimiter).removeprefix("\ufeff")
    _head, *read = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    assert read == [[harmless(v) if isinstance(v, str) else str(v) for v in row] for row in rows]


def test_a_workbook_has_texts_as_texts_and_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(listing_workbook([LISTING], "Вода")))
    sheet = book["Слова"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Слово", "Раз", "Сила"],
        ["=1+1", 1200, 3.5],
        ["007; «да»", 2, 0.126],
        ["12", 0, 1],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet.freeze_panes == "A2"
    assert book.properties.title == "Вода"


def test_a_list_longer_than_a_sheet_goes_on_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(listing_workbook([LISTING], "")))
    assert book.sheetnames == ["Слова", "Слова 2"]
    assert [cell.value for cell in book["Слова 2"]["A"]] == ["Слово", "12"]


def test_an_empty_list_is_a_head_alone() -> None:
    book = openpyxl.load_workbook(io.BytesIO(listing_workbook([Listing("Пусто", ("а",), ())], "")))
    assert [[cell.value for cell in row] for row in book["Пусто"].iter_rows()] == [["а"]]
