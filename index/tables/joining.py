"""Tables that run over several pages, made whole again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.model.table import Cell, Table

_ALIKE_PT = 8.0


@dataclass(frozen=True, slots=True)
class WholeTable:
    """A table with all its pages.

    Attributes:
        table: Its cells in one grid; each keeps its box on its own page.
        parts: What it was joined from, one for each page, ascending.
    """

    table: Table
    parts: tuple[Table, ...]

    @property
    def page_indexes(self) -> tuple[int, ...]:
        """Its pages, ascending."""
        return tuple(part.page_index for part in self.parts)

    def page_of(self, row: int) -> int:
        """Return the page on which a row stands."""
        begun = [part for part in self.parts if self.first_row(part) <= row]
        return begun[-1].page_index

    def first_row(self, part: Table) -> int:
        """Return the row with which a part begins; the head that it repeats is left out."""
        row = 0
        for one in self.parts:
            if one == part:
                break
            row += one.row_count - (_repeated_rows(self.parts[0], one) if row else 0)
        return row


def joined(tables: Iterable[Table]) -> tuple[WholeTable, ...]:
    """Join each table with its continuation on the next page.

    The first table of a page continues the last one of the page before when their columns stand at the same
    places and the head is repeated, which is then left out, or absent.

    Args:
        tables: By page, and on each page from top to bottom.
    """
    runs: list[list[Table]] = []
    last_of_page: list[Table] | None = None
    for table in tables:
        is_first = not runs or runs[-1][-1].page_index < table.page_index
        if is_first and last_of_page is not None and _continues(last_of_page, table):
            last_of_page.append(table)
            runs.remove(last_of_page)
            runs.append(last_of_page)
        else:
            runs.append([table])
        last_of_page = runs[-1]
    return tuple(_whole(run) for run in runs)


def _continues(run: Sequence[Table], table: Table) -> bool:
    first, last = run[0], run[-1]
    if table.page_index != last.page_index + 1 or table.is_ruled != last.is_ruled:
        return False
    if table.column_count != last.column_count or not _same_columns(last, table):
        return False
    return not table.header_rows or _repeated_rows(first, table) == table.header_rows


def _same_columns(one: Table, other: Table) -> bool:
    """Whether columns begin at the same distances, wherever the tables stand on their pages."""
    ours, theirs = _edges(one), _edges(other)
    return all(abs(ours[column] - theirs[column]) <= _ALIKE_PT for column in ours.keys() & theirs.keys())


def _edges(table: Table) -> dict[int, float]:
    """Return where columns begin, from the left of the table; sideways tables by their other side."""
    is_upright = _is_upright(table)
    edges: dict[int, float] = {}
    for cell in table.cells:
        begin = cell.box.left - table.box.left if is_upright else cell.box.top - table.box.top
        edges.setdefault(cell.column, begin)
    return edges


def _is_upright(table: Table) -> bool:
    row = [cell for cell in table.cells if cell.row == table.cells[0].row]
    return len(row) < 2 or abs(row[0].box.left - row[-1].box.left) > abs(row[0].box.top - row[-1].box.top)


def _repeated_rows(first: Table, table: Table) -> int:
    """Return how many rows of the head are those of the first page once more.

    Where the head numbers its columns, «1 | 2 | 3», the numbers alone may be repeated.
    """
    ours, theirs = first.grid(), table.grid()
    if table.header_rows == 1 and _numbers_columns(theirs[0]) and theirs[0] in ours:
        return 1
    count = 0
    while count < min(first.header_rows, table.row_count) and ours[count] == theirs[count]:
        count += 1
    return count


def _numbers_columns(row: Sequence[str]) -> bool:
    return len(row) > 1 and list(row) == [str(number) for number in range(1, len(row) + 1)]


def _whole(run: Sequence[Table]) -> WholeTable:
    first = run[0]
    cells: list[Cell] = list(first.cells)
    rows = first.row_count
    for table in run[1:]:
        skipped = _repeated_rows(first, table)
        kept = (cell for cell in table.cells if cell.row >= skipped)
        cells += (replace(cell, row=cell.row - skipped + rows) for cell in kept)
        rows += table.row_count - skipped
    return WholeTable(replace(first, cells=tuple(cells), row_count=rows), tuple(run))
