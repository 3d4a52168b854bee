"""Lists of findings as files for other programs: CSV and Excel. Nothing in them can be run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.tables.plain import BOM, harmless
from index.tables.workbook import LONGEST_CELL, fitting_width, safe_workbook

Value = str | int | float
"""What a field holds. Texts stay texts, whatever they look like."""

_MOST_ROWS: Final = 1_048_576  # of a sheet of Excel
_MEASURED_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under a head.

    Attributes:
        name: What they are; the name of the sheet.
        head: Names of the columns.
        rows: As many fields each as there are columns.
    """

    name: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def listing_csv(listing: Listing, delimiter: str = ";") -> str:
    """Return a list as CSV with a byte order mark and CR LF.

    Args:
        listing: The list.
        delimiter: `;`, with decimal commas as in Russian spreadsheets, or `,`, with decimal points.
    """
    point = "," if delimiter == ";" else "."
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in listing.head])
    writer.writerows([_written(value, point) for value in row] for row in listing.rows)
    return BOM + stream.getvalue()


def listing_workbook(listings: Sequence[Listing], title: str) -> bytes:
    """Return the bytes of a workbook with a sheet for each list, or several if it is longer than a sheet.

    Args:
        listings: The lists; there must be one.
        title: What the workbook says of itself.
    """
    stream = io.BytesIO()
    book = safe_workbook(stream, title)
    bold = book.add_format({"bold": True, "bg_color": "#EDEDED", "border": 1})
    for listing in listings:
        step = _MOST_ROWS - 1
        for start in range(0, len(listing.rows) or 1, step):
            sheet = book.add_worksheet(f"{listing.name} {start // step + 1}" if start else listing.name)
            for column, name in enumerate(listing.head):
                sheet.write_string(0, column, name, bold)
                texts = [str(row[column]) for row in listing.rows[:_MEASURED_ROWS]]
                sheet.set_column(column, column, fitting_width([name, *texts]))
            sheet.freeze_panes(1, 0)
            for row, fields in enumerate(listing.rows[start : start + step], 1):
                for column, value in enumerate(fields):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value[:LONGEST_CELL])
                    else:
                        sheet.write_number(row, column, value)
    book.close()
    return stream.getvalue()


def _written(value: Value, point: str) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", point)
    return harmless(value) if isinstance(value, str) else str(value)
