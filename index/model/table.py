"""Tables as they are printed: cells in rows and columns, each with its place on the page and in the text."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.geometry import Rect
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        row: Row of its upper left corner, counted from 0.
        column: Column of its upper left corner, counted from 0.
        text: What it says, on one line: words divided at line ends are joined, numbers are as printed.
        box: Where it is, in page space (`index.model.geometry`).
        row_span: Rows it covers; more than one for merged cells.
        column_span: Columns it covers.
        spans: Its words in the document's text, in text order. More than one when the text runs across
            the row and the cell has several lines; empty for what is no part of the text.
    """

    row: int
    column: int
    text: str
    box: Rect
    row_span: int = 1
    column_span: int = 1
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table on one page.

    Attributes:
        page_index: The page, counted from 0.
        box: Around all cells, in page space.
        row_count: Rows.
        column_count: Columns.
        cells: By row, then by column. Cells do not overlap; a place without a cell is empty.
        is_ruled: Whether lines on the page part the cells, and not only white space.
        header_rows: Rows at the top that name the columns, as far as can be told.
    """

    page_index: int
    box: Rect
    row_count: int
    column_count: int
    cells: tuple[Cell, ...]
    is_ruled: bool
    header_rows: int = 0

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts by row and column; merged cells say theirs once, at the upper left."""
        rows = [[""] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text
        return tuple(tuple(row) for row in rows)

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place of the grid; None where there is none."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ):
                return cell
        return None


Tables = tuple[Table, ...]
"""Tables by page, and on each page from top to bottom."""
