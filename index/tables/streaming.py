"""Tables written row by row, however long: CSV and Excel. Nothing in them can be run.

Only the row that is being written is in memory.
"""

from __future__ import annotations

import contextlib
import csv
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO
from urllib.parse import quote

from index.store.records import encodable
from index.tables.plain import BOM, harmless
from index.tables.workbook import LONGEST_CELL, fitting_width, safe_workbook

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet of Excel, the head among them."""
_MOST_LINKS: Final = 65_530  # of a sheet of Excel
_LONGEST_TARGET: Final = 2_079  # of a link of Excel
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that XML has no room for."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before it Excel counts a day that never was, or does not count at all."""
_MEASURED_ROWS: Final = 1000
_MEASURED_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere.

    Attributes:
        text: What is shown.
        target: An address of the web, or `internal:'Sheet'!A1`.
    """

    text: str
    target: str


Value = str | int | float | date | Link | None
"""What a field holds. Texts stay texts, whatever they look like; None is an empty field."""


class CsvRows:
    """CSV with a byte order mark and CR LF.

    Args:
        stream: Where it goes, opened without translation of newlines.
        head: Names of the columns.
        delimiter: `;`, with decimal commas as in Russian spreadsheets, or `,`, with decimal points.
        decimals: Digits after the point of numbers that are not whole; None for those that they have.
    """

    def __init__(
        self, stream: TextIO, head: Sequence[str], delimiter: str = ";", decimals: int | None = None
    ) -> None:
        self._point, self._decimals = "," if delimiter == ";" else ".", decimals
        self._writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        stream.write(BOM)
        self._writer.writerow([harmless(name) for name in head])

    def add(self, row: Sequence[Value]) -> None:
        """Write a row."""
        self._writer.writerow([self._written(value) for value in row])

    def _written(self, value: Value) -> str:
        if isinstance(value, float):
            return self._number(value).replace(".", self._point)
        text = value.text if isinstance(value, Link) else value
        return harmless(text) if isinstance(text, str) else "" if text is None else str(text)

    def _number(self, value: float) -> str:
        if self._decimals is not None:
            return f"{value:.{self._decimals}f}"
        return format(Decimal(repr(value)).normalize(), "f")


@dataclass(slots=True)
class _Sheet:
    """A sheet that is being written.

    Attributes:
        made: XlsxWriter's.
        columns: Number of its columns.
        row: The next row.
        links: How many it has.
        texts: The first texts of each column, which tell its width.
    """

    made: Any
    columns: int
    row: int = 1
    links: int = 0
    texts: list[list[str]] = field(default_factory=list)


class Book:
    """A workbook of tables. What does not fit into a sheet goes on in the next one.

    Args:
        stream: Where it goes when it is closed.
        title: What it says of itself.
        folder: Where its rows wait until then; the system's folder for such files by default.
    """

    def __init__(self, stream: BinaryIO, title: str, folder: Path | None = None) -> None:
        self._book = safe_workbook(stream, title, rows=folder or Path(tempfile.gettempdir()))
        self._bold = self._book.add_format({"bold": True, "bg_color": "#EDEDED", "border": 1})
        self._grouped = self._book.add_format({"num_format": "#,##0"})
        self._day = self._book.add_format({"num_format": "dd.mm.yyyy"})
        self._link = self._book.add_format({"font_color": "#0563C1", "underline": 1})
        self._heads: dict[str, Sequence[str]] = {}
        self._parts: dict[str, list[_Sheet]] = {}

    def begin(self, name: str, head: Sequence[str]) -> None:
        """Begin a table, with its head. Sheets stand in this order."""
        self._heads[name] = head
        self._parts[name] = [self._sheet(name, head)]

    def add(self, name: str, row: Sequence[Value]) -> None:
        """Write a row of a table that was begun."""
        parts = self._parts[name]
        if parts[-1].row == MOST_ROWS:
            parts.append(self._sheet(_part_name(name, len(parts)), self._heads[name]))
        sheet = parts[-1]
        for column, value in enumerate(row):
            self._write(sheet, column, value)
            if sheet.row <= _MEASURED_ROWS:
                sheet.texts[column].append(_measured(value))
        sheet.row += 1

    def target(self, name: str, number: int) -> str:
        """Return where a link to a row of a table leads, counted from 1."""
        part, row = divmod(number - 1, MOST_ROWS - 1)
        return f"internal:'{_part_name(name, part)}'!A{row + 2}"

    def close(self) -> None:
        """Finish the workbook and write it.

        Raises:
            OSError: If the disk is full or refuses.
        """
        from xlsxwriter.exceptions import FileCreateError, FileSizeError

        for sheet in self._sheets():
            for column, texts in enumerate(sheet.texts):
                sheet.made.set_column(column, column, fitting_width(texts))
            sheet.made.autofilter(0, 0, sheet.row - 1, sheet.columns - 1)
        try:
            self._book.close()
        except (FileCreateError, FileSizeError) as error:
            raise OSError(str(error)) from error

    def abandon(self) -> None:
        """Let go of the rows that wait; the folder they wait in can be removed."""
        for sheet in self._sheets():
            # On a full disk closing fails, and closes.
            with contextlib.suppress(OSError):
                sheet.made.row_data_fh.close()

    def hide_empty(self) -> None:
        """Hide the sheets that have no rows; the first one always stays in sight."""
        for parts in list(self._parts.values())[1:]:
            if parts[0].row == 1:
                parts[0].made.hide()

    def _sheets(self) -> Iterator[_Sheet]:
        yield from (sheet for parts in self._parts.values() for sheet in parts)

    def _sheet(self, name: str, head: Sequence[str]) -> _Sheet:
        made = self._book.add_worksheet(name)
        for column, title in enumerate(head):
            made.write_string(0, column, _fitting(title), self._bold)
        made.freeze_panes(1, 0)
        return _Sheet(made, len(head), texts=[[title] for title in head])

    def _write(self, sheet: _Sheet, column: int, value: Value) -> None:
        place = sheet.row, column
        if isinstance(value, Link):
            self._write_link(sheet, column, value)
        elif isinstance(value, str):
            sheet.made.write_string(*place, _fitting(value))
        elif isinstance(value, date):
            if value >= _FIRST_DAY:
                sheet.made.write_datetime(*place, value, self._day)
            else:
                sheet.made.write_string(*place, value.isoformat())
        elif isinstance(value, int):
            sheet.made.write_number(*place, value, self._grouped)
        elif value is not None:
            sheet.made.write_number(*place, value)

    def _write_link(self, sheet: _Sheet, column: int, link: Link) -> None:
        if sheet.links == _MOST_LINKS or len(quote(link.target)) > _LONGEST_TARGET:
            sheet.made.write_string(sheet.row, column, _fitting(link.text))
            return
        sheet.links += 1
        # XlsxWriter escapes control characters in cells, but not where a link repeats its cell.
        shown = _UNWRITABLE.sub("", _fitting(link.text))
        sheet.made.write_url(sheet.row, column, link.target, self._link, shown)
        sheet.made.write_string(sheet.row, column, _fitting(link.text), self._link)


def _part_name(name: str, part: int) -> str:
    return f"{name} {part + 1}" if part else name


def _fitting(text: str) -> str:
    """Return what a cell can hold of a text."""
    return encodable(text)[:LONGEST_CELL]


def _measured(value: Value) -> str:
    text = value.text if isinstance(value, Link) else value
    return "" if text is None else str(text)[:_MEASURED_LENGTH]
