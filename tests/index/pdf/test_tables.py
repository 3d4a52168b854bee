from __future__ import annotations

from pathlib import Path

import pytest

from index.model.document import Document
from index.model.table import Table
from index.pdf.table_worker import find_tables, make_table_finder
from tests.helpers.pdfs import Print, write_pdf
from tests.helpers.table_pdfs import (
    Drawn,
    Stroke,
    dashed,
    double,
    filled,
    read,
    scanned,
    tables_in,
    thin,
    write_tables,
)

GOODS = (
    ("Товар", "Количество", "Цена, руб."),
    ("Бумага белая", "12", "1 234,56"),
    ("Карандаш", "700", "15,00"),
    ("Тетрадь в клетку", "45", "92,10"),
)
WIDTHS = (150.0, 90.0, 110.0)


def assert_words_are_in_their_cells(document: Document, table: Table) -> None:
    """Every word of a cell is lit inside the cell's box."""
    lit = 0
    for cell in table.cells:
        for span in cell.spans:
            for quad in document.text_map.quads(span):
                lit += 1
                box, bounds = cell.box, quad.bounds
                assert quad.page_index == table.page_index
                assert box.left - 1 <= bounds.left
                assert bounds.right <= box.right + 1
                assert box.top - 3 <= bounds.top
                assert bounds.bottom <= box.bottom + 3
    assert lit >= sum(bool(cell.text) for cell in table.cells)


@pytest.mark.parametrize("stroke", [thin, filled, dashed, double])
def test_lines_part_the_cells_however_they_are_drawn(tmp_path: Path, stroke: Stroke) -> None:
    path = write_tables(tmp_path / "a.pdf", [[Drawn(GOODS, WIDTHS, stroke=stroke)]])
    document, (table,) = tables_in(path)
    assert table.grid() == GOODS
    assert table.is_ruled
    assert table.header_rows == 1
    assert_words_are_in_their_cells(document, table)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_and_cropped_pages_have_their_cells_in_place(tmp_path: Path, rotation: int) -> None:
    path = write_tables(
        tmp_path / "a.pdf", [[Drawn(GOODS, WIDTHS)]], rotation=rotation, crop=(30, 70, 560, 800)
    )
    document, (table,) = tables_in(path)
    assert table.grid() == GOODS
    assert_words_are_in_their_cells(document, table)
    page = document.pages[0]
    assert 0 < table.box.left < table.box.right < page.width_pt
    assert 0 < table.box.top < table.box.bottom < page.height_pt


def test_merged_cells_cover_their_columns(tmp_path: Path) -> None:
    rows = (("Показатели", "Квартал", None), ("Продажи", "15", "55"), ("Выручка", "2 385", "8 745"))
    _document, (table,) = tables_in(write_tables(tmp_path / "a.pdf", [[Drawn(rows, WIDTHS)]]))
    quarter = table.cell_at(0, 2)
    assert quarter is not None
    assert (quarter.text, quarter.column, quarter.column_span, quarter.row_span) == ("Квартал", 1, 2, 1)


def test_a_table_without_side_lines_is_whole(tmp_path: Path) -> None:
    _document, (table,) = tables_in(
        write_tables(tmp_path / "a.pdf", [[Drawn(GOODS, WIDTHS, has_sides=False)]])
    )
    assert table.grid() == GOODS


def test_words_divided_in_a_cell_are_joined_and_numbers_stay(tmp_path: Path) -> None:
    rows = (
        ("Название", "Срок", "Сумма"),
        ("строитель-\nство дома", "2015-\n2016", "10"),
        ("ремонт", "2017", "20"),
    )
    _document, (table,) = tables_in(write_tables(tmp_path / "a.pdf", [[Drawn(rows, WIDTHS)]]))
    assert table.grid()[1] == ("строительство дома", "2015-2016", "10")


def test_two_tables_under_one_another_are_two(tmp_path: Path) -> None:
    tables = [Drawn(GOODS, WIDTHS, y=100), Drawn(GOODS[:3], WIDTHS, y=300)]
    _document, found = tables_in(write_tables(tmp_path / "a.pdf", [tables]))
    assert [table.row_count for table in found] == [4, 3]


def test_numbers_in_columns_are_a_table_without_any_line(tmp_path: Path) -> None:
    path = write_tables(tmp_path / "a.pdf", [[Drawn(GOODS, WIDTHS, stroke=None, row_height=16)]])
    document, (table,) = tables_in(path)
    assert table.grid() == GOODS
    assert not table.is_ruled
    assert_words_are_in_their_cells(document, table)


def test_rows_under_a_ruled_head_belong_to_it(tmp_path: Path) -> None:
    rows = (
        ("Код", "Группа", "Лекарство"),
        ("А01", "витамины", "тиамин"),
        ("", "", "ретинол"),
        ("А02", "минералы", "кальций"),
    )
    path = write_tables(tmp_path / "a.pdf", [[Drawn(rows, WIDTHS, ruled_rows=1)]])
    _document, (table,) = tables_in(path)
    assert table.grid() == rows
    assert table.header_rows == 1


def test_lines_in_the_picture_of_a_scan_part_the_cells(tmp_path: Path) -> None:
    drawn = write_tables(tmp_path / "drawn.pdf", [[Drawn(GOODS, WIDTHS)]])
    path = scanned(drawn, tmp_path / "scan.pdf")
    worker = make_table_finder()
    try:
        (table,) = find_tables(worker, path, read(path), [0]).tables
    finally:
        worker.close()
    assert table.grid() == GOODS
    assert table.is_ruled


PROSE = "слово за словом идёт ровная строка"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([(PROSE, f"и рядом {PROSE}"[:34])] * 8, id="prose in two columns"),
        pytest.param([(f"Глава {i} о земле и воде", str(3 + 7 * i)) for i in range(8)], id="contents"),
        pytest.param([(f"{i}.", f"{PROSE}") for i in range(1, 8)], id="list"),
        pytest.param([("Директор", "Иванов"), ("Бухгалтер", "Петрова")], id="signatures"),
        pytest.param([("Фамилия", "________"), ("Имя", "________")] * 3, id="form"),
        pytest.param([("x =", "y + z"), ("a =", "b"), ("c =", "d · e"), ("f =", "g")], id="formulas"),
    ],
)
def test_what_is_no_table_is_not_found(tmp_path: Path, lines: list[tuple[str, str]]) -> None:
    prints = [
        Print(text, x, 100 + 16 * i, 10)
        for i, pair in enumerate(lines)
        for x, text in zip((72, 320), pair, strict=True)
    ]
    assert tables_in(write_pdf(tmp_path / "a.pdf", [prints]))[1] == ()


def test_the_grid_of_a_chart_is_no_table(tmp_path: Path) -> None:
    # Numbers of an axis stand on the lines, not between them.
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    for i in range(6):
        canvas.line(100, 300 + 40 * i, 400, 300 + 40 * i)
        canvas.drawString(92, 296 + 40 * i, str(10 * i))
    for i in range(5):
        canvas.line(100 + 75 * i, 300, 100 + 75 * i, 500)
        canvas.drawString(96 + 75 * i, 296, str(2010 + i))
    canvas.save()
    assert tables_in(tmp_path / "a.pdf")[1] == ()
