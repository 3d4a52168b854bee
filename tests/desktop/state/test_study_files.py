from __future__ import annotations

import csv
import io
import zipfile

import pytest

from desktop.state.study_files import FileKind, Studied, content, listings
from index.model.study import Frequencies, WordRow, WordTable
from index.text.wording import Language
from tests.helpers.studies import PERIODS, YEARS, FakeStudyDesk

DESK = FakeStudyDesk()
TIMES = Frequencies("мир", PERIODS, YEARS, 0, 0)


def rows(found: Studied, language: Language) -> list[list[str]]:
    text = content(found, listings(found), FileKind.CSV, language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if language is Language.RU else ","))


def test_a_concordance_is_written_line_by_line(qapp: object) -> None:
    written = rows(DESK.concordance("мир"), Language.RU)
    assert written[0] == ["Слева", "Найдено", "Справа", "Документ", "Страница", "Дата"]
    assert written[1] == ["О ", "сотрудничестве", " стран.", "Речь", "2", "2021-05"]


def test_numbers_are_written_as_spreadsheets_of_the_language_read_them(qapp: object) -> None:
    found = DESK.collocations("мир")
    assert rows(found, Language.RU)[1][-1] == "12,50"
    assert rows(found, Language.EN)[1][-1] == "12.50"


def test_nothing_that_a_list_holds_is_run_by_a_spreadsheet(qapp: object) -> None:
    table = WordTable((WordRow("=1+1", "=1+1", 0, 0),))
    assert not rows(table, Language.RU)[1][0].startswith("=")


def test_months_are_what_a_csv_file_of_times_has(qapp: object) -> None:
    assert [row[0] for row in rows(TIMES, Language.RU)[1:]] == ["2021-05", "2021-06", "2021-07"]


@pytest.mark.parametrize("found", [TIMES, DESK.concordance("мир"), DESK.word_table(["мир"])])
def test_workbooks_have_a_sheet_for_each_list(qapp: object, found: Studied) -> None:
    lists = listings(found)
    book = zipfile.ZipFile(io.BytesIO(content(found, lists, FileKind.EXCEL, Language.RU)))
    sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(lists)
