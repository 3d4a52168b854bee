"""Ruled tables: cells from lines.

Lines that touch belong to one frame. The places where they run cut the frame into small fields; fields
without a line between them are one cell, and so merged cells come out as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from index.pdf.frames import Box
from index.pdf.table_ink import SNAP_PT, Rule, Rules

_TOUCH_PT = 3.6
_MOST_RULES = 4000  # more are a drawing
_MOST_FIELDS = 40_000
_OPEN_SIDE_SHARE = 0.5


class Region(NamedTuple):
    """A cell by its fields: the half-open ranges of rows and columns it covers."""

    row: int
    column: int
    row_stop: int
    column_stop: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A frame of lines.

    Attributes:
        xs: Where its columns begin, and where the last one ends.
        ys: Where its rows begin, and where the last one ends.
        regions: Its cells, by row and column.
        open_regions: Those of them that the frame does not close on some side.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    open_regions: frozenset[Region]

    @property
    def box(self) -> Box:
        """Around everything."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, region: Region) -> Box:
        """Around one cell."""
        return (
            self.xs[region.column],
            self.ys[region.row],
            self.xs[region.column_stop],
            self.ys[region.row_stop],
        )


def frames_of(rules: Rules) -> Iterator[Rules]:
    """Yield the lines that touch one another, directly or through others."""
    if len(rules.across) + len(rules.down) > _MOST_RULES:
        return
    parent = list(range(len(rules.across) + len(rules.down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, across in enumerate(rules.across):
        for k, down in enumerate(rules.down, len(rules.across)):
            if _touch(across, down):
                parent[root(i)] = root(k)
    frames: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*rules.across, *rules.down)):
        frames.setdefault(root(i), ([], []))[i >= len(rules.across)].append(rule)
    for ours, theirs in frames.values():
        yield Rules(tuple(ours), tuple(theirs))


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.begin - _TOUCH_PT <= down.at <= across.end + _TOUCH_PT
        and down.begin - _TOUCH_PT <= across.at <= down.end + _TOUCH_PT
    )


def grids_of(frame: Rules) -> Iterator[Grid]:
    """Yield the grids of a frame; none when it has no two columns or no row.

    Where neither side of a row is drawn, one table ends and another begins, though a line inside runs on.
    """
    across = [*frame.across, *_missing_sides(frame.down, frame.across)]
    down = [*frame.down, *_missing_sides(frame.across, frame.down)]
    xs, ys = _places(down), _places(across)
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_FIELDS:
        return
    # walls[row][k]: whether a line runs along xs[k] beside that row; floors[k][column]: along ys[k].
    walls = [[_is_drawn(down, x, top, bottom) for x in xs] for top, bottom in pairwise(ys)]
    floors = [[_is_drawn(across, y, left, right) for left, right in pairwise(xs)] for y in ys]
    start = 0
    for row in range(len(walls) + 1):
        if row < len(walls) and (walls[row][0] or walls[row][-1]):
            continue
        if row > start and sum(any(walls[r][k] for r in range(start, row)) for k in range(len(xs))) > 2:
            yield _grid(xs, ys[start : row + 1], walls[start:row], floors[start : row + 1])
        start = row + 1


def _grid(xs: list[float], ys: list[float], walls: list[list[bool]], floors: list[list[bool]]) -> Grid:
    """Return one grid; upright lines that belong to another one above or below are left out."""
    used = [k for k in range(len(xs)) if any(row[k] for row in walls)] or list(range(len(xs)))
    xs = [xs[k] for k in used]
    walls = [[row[k] for k in used] for row in walls]
    floors = [[any(floor[one:other]) for one, other in pairwise(used)] for floor in floors]
    regions, leaks = _regions(walls, floors)
    return Grid(tuple(xs), tuple(ys), tuple(regions), frozenset(leaks))


def _places(rules: Sequence[Rule]) -> list[float]:
    places: list[float] = []
    for at in sorted({rule.at for rule in rules}):
        if not places or at - places[-1] > SNAP_PT:
            places.append(at)
    return places


def _is_drawn(rules: Sequence[Rule], at: float, begin: float, end: float) -> bool:
    """Whether a line runs along one side of a field."""
    inset = min(_TOUCH_PT, 0.3 * (end - begin))
    return any(
        abs(rule.at - at) <= SNAP_PT and rule.begin <= begin + inset and rule.end >= end - inset
        for rule in rules
    )


def _missing_sides(reaching: Sequence[Rule], sides: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the outer sides that are not drawn though lines end there, as of tables without side lines."""
    if len(reaching) < 2:
        return
    for is_end in (False, True):
        ends = [rule.end if is_end else rule.begin for rule in reaching]
        outer = max(ends) if is_end else min(ends)
        there = [rule for rule, end in zip(reaching, ends, strict=True) if abs(end - outer) <= 2 * SNAP_PT]
        if len(there) < max(2, _OPEN_SIDE_SHARE * len(reaching)):
            continue
        if not any(abs(side.at - outer) <= 2 * SNAP_PT for side in sides):
            yield Rule(outer, min(rule.at for rule in there), max(rule.at for rule in there))


def _regions(walls: list[list[bool]], floors: list[list[bool]]) -> tuple[list[Region], list[Region]]:
    """Join the fields between which no line runs; returns cells, and those that are open to the outside."""
    row_count, column_count = len(walls), len(floors[0])
    owner = [[-1] * column_count for _ in range(row_count)]
    regions: list[Region] = []
    for row in range(row_count):
        for column in range(column_count):
            if owner[row][column] >= 0:
                continue
            region = _grown(row, column, owner, (walls, floors))
            for r in range(region.row, region.row_stop):
                for c in range(region.column, region.column_stop):
                    owner[r][c] = len(regions)
            regions.append(region)
    return regions, [region for region in regions if _is_open(region, walls, floors)]


def _grown(
    row: int, column: int, owner: list[list[int]], lines: tuple[list[list[bool]], list[list[bool]]]
) -> Region:
    """Return the largest rectangle of free fields from a corner on that no line crosses: wide, then high."""
    walls, floors = lines
    stop = column + 1
    while stop < len(floors[0]) and not walls[row][stop] and owner[row][stop] < 0:
        stop += 1
    below = row + 1
    while below < len(walls) and all(
        not floors[below][c] and owner[below][c] < 0 for c in range(column, stop)
    ):
        if any(walls[below][c] for c in range(column + 1, stop)):
            break
        below += 1
    return Region(row, column, below, stop)


def _is_open(region: Region, walls: list[list[bool]], floors: list[list[bool]]) -> bool:
    rows, columns = range(region.row, region.row_stop), range(region.column, region.column_stop)
    last_row, last_column = len(walls), len(floors[0])
    return (
        (region.column == 0 and not all(walls[r][0] for r in rows))
        or (region.column_stop == last_column and not all(walls[r][last_column] for r in rows))
        or (region.row == 0 and not all(floors[0][c] for c in columns))
        or (region.row_stop == last_row and not all(floors[last_row][c] for c in columns))
    )
