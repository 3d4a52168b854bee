"""Tables as text for other programs: CSV, tabs and HTML for the clipboard. Nothing in them can be run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from typing import Final

from index.model.table import Cell, Table
from index.tables.numbers import Number, holds_codes, number_of

BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the system."""

# What a spreadsheet may take for a formula, also in their full-width forms (OWASP, "CSV Injection").
_FORMULA: Final = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_HARMLESS: Final = frozenset({"-", "+"})
_QUOTE: Final = "'"

Value = str | Number
"""What a cell holds."""


def values(table: Table) -> tuple[tuple[Value, ...], ...]:
    """Return what the cells hold, by row and column: numbers where they are numbers.

    Heads stay text, and so do the codes of a column that numbers sections.
    """
    grid = table.grid()
    codes = [holds_codes(row[column] for row in grid) for column in range(table.column_count)]
    return tuple(
        tuple(
            text if row < table.header_rows else _value(text, is_code=codes[column])
            for column, text in enumerate(texts)
        )
        for row, texts in enumerate(grid)
    )


def _value(text: str, *, is_code: bool) -> Value:
    number = number_of(text)
    if number is None or is_code:
        return text
    return number


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: what may begin a formula gets an apostrophe in front."""
    is_formula = text.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) or text.startswith(_FORMULA)
    return _QUOTE + text if is_formula and text.strip() not in _HARMLESS else text


def csv_text(table: Table, delimiter: str = ";") -> str:
    """Return a table as CSV with a byte order mark and CR LF.

    Args:
        table: The table.
        delimiter: `;`, with decimal commas as in Russian spreadsheets, or `,`, with decimal points.
    """
    point = "," if delimiter == ";" else "."
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    for row in values(table):
        writer.writerow([_written(value, point) for value in row])
    return BOM + stream.getvalue()


def tabbed(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts parted by tabs, for the clipboard."""
    return "\r\n".join("\t".join(_one_line(harmless_number(text)) for text in row) for row in rows)


def harmless_number(text: str) -> str:
    """Return a text that no spreadsheet runs; numbers stay as they are printed."""
    return text if number_of(text) is not None else harmless(text)


def html(table: Table) -> str:
    """Return a table as HTML for the clipboard: heads and merged cells as they are."""
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(_html_cell(cell, is_head=cell.row < table.header_rows))
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table border="1" style="border-collapse:collapse">{body}</table>'


def html_rows(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as HTML, for a part of a table."""
    body = "".join(f"<tr>{''.join(f'<td>{_safe(text)}</td>' for text in row)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table border="1" style="border-collapse:collapse">{body}</table>'


def _html_cell(cell: Cell, *, is_head: bool) -> str:
    tag = "th" if is_head else "td"
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if count > 1
    )
    return f"<{tag}{spans}>{_safe(cell.text)}</{tag}>"


def _safe(text: str) -> str:
    return escape(harmless_number(text))


def _written(value: Value, point: str) -> str:
    return value.written(point) if isinstance(value, Number) else harmless(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
