"""Tables for tests, made from texts."""

from __future__ import annotations

from collections.abc import Sequence

from index.model.geometry import Rect
from index.model.table import Cell, Table

COLUMN_PT, ROW_PT = 100.0, 20.0


def table(rows: Sequence[Sequence[str]], *, page_index: int = 0, header_rows: int = 1) -> Table:
    """A table whose cells all have one size."""
    cells = tuple(
        Cell(r, c, text, Rect(c * COLUMN_PT, r * ROW_PT, (c + 1) * COLUMN_PT, (r + 1) * ROW_PT))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    width, height = COLUMN_PT * len(rows[0]), ROW_PT * len(rows)
    box = Rect(0, 0, width, height)
    return Table(page_index, box, len(rows), len(rows[0]), cells, is_ruled=True, header_rows=header_rows)
