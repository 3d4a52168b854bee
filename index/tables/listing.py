"""Lists of findings as files for other programs: CSV and Excel. Nothing in them can be run."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from index.tables.streaming import Book, CsvRows

Value = str | int | float
"""What a field holds. Texts stay texts, whatever they look like."""


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
    stream = io.StringIO()
    rows = CsvRows(stream, listing.head, delimiter, decimals=2)
    for row in listing.rows:
        rows.add(row)
    return stream.getvalue()


def listing_workbook(listings: Sequence[Listing], title: str) -> bytes:
    """Return the bytes of a workbook with a sheet for each list, or several if it is longer than a sheet.

    Args:
        listings: The lists; there must be one.
        title: What the workbook says of itself.
    """
    stream = io.BytesIO()
    book = Book(stream, title)
    for listing in listings:
        book.begin(listing.name, listing.head)
        for row in listing.rows:
            book.add(listing.name, row)
    book.close()
    return stream.getvalue()
