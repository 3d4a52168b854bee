"""Tables as an Excel workbook: numbers as numbers, text as text, never a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from index.model.table import Cell
from index.tables.joining import WholeTable
from index.tables.numbers import Number
from index.tables.plain import Value, values

_NARROWEST, _WIDEST = 6.0, 60.0
LONGEST_CELL: Final = 32_767
"""Characters in a cell of Excel."""

_TITLE: Final = 255


@dataclass(frozen=True, slots=True)
class Titles:
    """What a workbook says of itself.

    Attributes:
        document: Title of the document.
        page: Word before the number of a page in the names of sheets.
        pages: The same before several.
    """

    document: str = ""
    page: str = "с."
    pages: str = "с."


@dataclass(slots=True)
class _Book:
    """An open workbook and the formats made so far."""

    workbook: Any
    formats: dict[tuple[str, bool], Any] = field(default_factory=dict)

    def format(self, number: str, *, is_bold: bool) -> Any:  # noqa: ANN401 - XlsxWriter's own class
        key = (number, is_bold)
        if key not in self.formats:
            looks: dict[str, Any] = {"bold": is_bold, "text_wrap": not number, "valign": "top", "border": 1}
            if number:
                looks["num_format"] = number
            if is_bold:
                looks |= {"bg_color": "#EDEDED", "align": "center", "valign": "vcenter"}
            self.formats[key] = self.workbook.add_format(looks)
        return self.formats[key]


def workbook(tables: Sequence[WholeTable], titles: Titles = Titles()) -> bytes:
    """Return the bytes of a workbook with a sheet for each table.

    Args:
        tables: The tables; there must be one.
        titles: What the workbook says of itself.

    Raises:
        ValueError: If there is no table.
    """
    if not tables:
        raise ValueError("no tables")
    stream = io.BytesIO()
    pages = ", ".join(dict.fromkeys(_pages(whole, titles) for whole in tables))
    made = safe_workbook(stream, titles.document, pages)
    book = _Book(made)
    names: set[str] = set()
    for whole in tables:
        name = _free_name(_pages(whole, titles), names)
        names.add(name)
        _fill(made.add_worksheet(name), whole, book)
    made.close()
    return stream.getvalue()


def safe_workbook(stream: BinaryIO, title: str, subject: str = "", *, rows: Path | None = None) -> Any:  # noqa: ANN401 - XlsxWriter's own class
    """Begin a workbook in which text is never looked at.

    What looks like a formula, a link or a number stays the text it is.

    Args:
        stream: Where it goes when it is closed.
        title: What it says of itself.
        subject: Likewise.
        rows: A folder in which rows wait, for long tables: then each row has to be written whole, from the
            top down. None when everything is to be in memory.
    """
    import xlsxwriter

    options = {
        "in_memory": rows is None,
        "constant_memory": rows is not None,
        "tmpdir": None if rows is None else str(rows),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made = xlsxwriter.Workbook(stream, options)
    made.set_properties({"title": title[:_TITLE], "subject": subject[:_TITLE]})
    return made


def _pages(whole: WholeTable, titles: Titles) -> str:
    first, last = whole.page_indexes[0] + 1, whole.page_indexes[-1] + 1
    return f"{titles.page} {first}" if first == last else f"{titles.pages} {first}\N{EN DASH}{last}"


def _free_name(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _fill(sheet: Any, whole: WholeTable, book: _Book) -> None:  # noqa: ANN401 - XlsxWriter's own class
    table = whole.table
    grid = values(table)
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    for row, line in enumerate(grid):
        for column, value in enumerate(line):
            cell = by_place.get((row, column))
            if cell is not None:
                _write(sheet, cell, value, book, is_bold=row < table.header_rows)
    for column in range(table.column_count):
        sheet.set_column(column, column, _width([line[column] for line in grid]))
    if table.header_rows:
        sheet.freeze_panes(table.header_rows, 0)
        sheet.repeat_rows(0, table.header_rows - 1)
    sheet.set_landscape() if table.column_count > 6 else sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, cell: Cell, value: Value, book: _Book, *, is_bold: bool) -> None:  # noqa: ANN401 - no types
    number = value.format if isinstance(value, Number) else ""
    looks = book.format(number, is_bold=is_bold)
    if cell.row_span > 1 or cell.column_span > 1:
        stop = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
        # XlsxWriter writes the text of a merged range by looking at it: written again as what it is.
        sheet.merge_range(cell.row, cell.column, *stop, "", looks)
    if isinstance(value, Number):
        sheet.write_number(cell.row, cell.column, value.value, looks)
    elif value:
        sheet.write_string(cell.row, cell.column, value[:LONGEST_CELL], looks)
    else:
        sheet.write_blank(cell.row, cell.column, None, looks)


def _width(column: Sequence[Value]) -> float:
    return fitting_width([value if isinstance(value, str) else value.written(",") for value in column])


def fitting_width(texts: Sequence[str]) -> float:
    """Return the width of a column in characters: that of most of its texts, at least one, within reason."""
    lengths = sorted(map(len, texts))
    usual = lengths[int(0.9 * (len(lengths) - 1))]
    return min(_WIDEST, max(_NARROWEST, usual + 3.0))
