"""Sets tables: widths of columns, lines of cells, heights of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.formats.breaking import SetLine, break_lines, is_bound
from index.formats.content import Table
from index.formats.fonts import Face, face

_SIZE, _LEADING = 9.0, 12.2
_PAD_X, _PAD_Y = 4.5, 3.5
_NARROWEST: Final = 24.0
_WIDEST_SHARE: Final = 0.7
_MOST_COLUMNS: Final = 40


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row in lines.

    Attributes:
        text: What it says, cells parted by blanks.
        height: In points.
        lines: Each line, where it begins, where its letters stand below the row's top, and whether the row's
            text ends with it.
    """

    text: str
    height: float
    lines: tuple[tuple[SetLine, float, float, bool], ...]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table in lines.

    Attributes:
        rows: From top to bottom; none is empty.
        edges: Where columns begin, from the left margin, and where the last one ends.
        weight: Of its letters.
        size: Of its letters.
    """

    rows: tuple[SetRow, ...]
    edges: tuple[float, ...]
    weight: Face
    size: float


def set_table(table: Table, room: float) -> SetTable | None:
    """Set a table as wide as the column; None if nothing stands in it.

    Args:
        table: The table.
        room: Width of the column in points.
    """
    rows = [_narrowed(row) for row in table.rows if any(row)]
    if not rows:
        return None
    count = max(map(len, rows))
    weight = face()
    widths = _widths(rows, count, room, weight)
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return SetTable(tuple(_set_row(row, edges, weight) for row in rows), tuple(edges), weight, _SIZE)


def _narrowed(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row of at most so many cells as can be printed side by side; the rest shares the last one."""
    if len(row) <= _MOST_COLUMNS:
        return row
    return (*row[: _MOST_COLUMNS - 1], " ".join(filter(None, row[_MOST_COLUMNS - 1 :])))


def _widths(rows: Sequence[tuple[str, ...]], count: int, room: float, weight: Face) -> list[float]:
    """Share the width out: no column narrower than its longest word if it can be, the rest by need."""
    words, wishes = [0.0] * count, [0.0] * count
    for row in rows:
        for i, cell in enumerate(row):
            if cell:
                longest = max(weight.width(unit, _SIZE) for unit in _units(cell))
                words[i] = max(words[i], min(longest, room * _WIDEST_SHARE))
                wishes[i] = max(wishes[i], min(weight.width(cell, _SIZE), room * _WIDEST_SHARE))
    pads = 2 * _PAD_X + 0.5
    least = [max(_NARROWEST, width + pads) if room / count > _NARROWEST else room / count for width in words]
    wanted = [max(low, wish + pads) for low, wish in zip(least, wishes, strict=True)]
    if sum(wanted) <= room:
        return wanted
    if sum(least) >= room:
        return [low * room / sum(least) for low in least]
    extra = (room - sum(least)) / (sum(wanted) - sum(least))
    return [low + (wish - low) * extra for low, wish in zip(least, wanted, strict=True)]


def _units(cell: str) -> list[str]:
    """Return what should stand in one line: words, and numbers with their blanks."""
    first, *rest = cell.split(" ")
    units = [first]
    for word in rest:
        if is_bound(units[-1].rsplit(" ", 1)[-1], word):
            units[-1] += f" {word}"
        else:
            units.append(word)
    return units


def _set_row(row: tuple[str, ...], edges: Sequence[float], weight: Face) -> SetRow:
    lines: list[tuple[SetLine, float, float, bool]] = []
    tallest = 1
    last = max(i for i, cell in enumerate(row) if cell)
    for i, cell in enumerate(row):
        if not cell:
            continue
        room = max(edges[i + 1] - edges[i] - 2 * _PAD_X, 4.0)
        made = break_lines(cell, lambda part: weight.width(part, _SIZE), room, room)
        tallest = max(tallest, len(made))
        for number, line in enumerate(made):
            baseline = _PAD_Y + _LEADING * (number + 1) - 0.28 * _LEADING
            lines.append((line, edges[i] + _PAD_X, baseline, line.is_last and i == last))
    return SetRow(" ".join(filter(None, row)), tallest * _LEADING + 2 * _PAD_Y, tuple(lines))
