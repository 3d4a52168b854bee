"""Columns, as far as a pointer needs them: blocks of lines under one another, and which one a point means.

A point belongs to the column it is in or beside, however near a line of another column is: a selection that
is drawn down a column stays in it. Columns are not kept anywhere; a block of the same height that stands
between a point and another block parts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from desktop.pageview.layout import Place
from desktop.pageview.textline import Range, TextLine, gap, hull, overlap, turned

# Lines further apart than this many of their heights belong to different blocks.
_FARTHEST: Final = 1.5


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand under one another.

    Attributes:
        lines: At least one, all of one direction.
        reach: From where to where they reach along themselves.
        depth: From where to where they reach across themselves.
    """

    lines: tuple[TextLine, ...]
    reach: Range
    depth: Range

    @property
    def direction(self) -> int:
        """The direction of its lines."""
        return self.lines[0].line.direction

    def gap(self, place: Place) -> tuple[float, float]:
        """Return how far a place is from the block across its lines, and along them."""
        at, deep = turned(place, self.direction)
        return gap(self.depth, deep), gap(self.reach, at)

    def line_at(self, place: Place) -> TextLine:
        """Return the line at the height of a place, or the nearest to it."""
        _at, deep = turned(place, self.direction)
        return min(self.lines, key=lambda one: (gap(one.depth, deep), abs(one.middle - deep)))


def blocks_of(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """Return the blocks of a page whose lines stand in text order."""
    runs: list[list[TextLine]] = []
    for line in lines:
        if runs and _follows(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    whole = [_block(run) for run in runs]
    return tuple(part for block in whole for part in _without_heads(block, whole))


def block_at(blocks: Sequence[Block], place: Place) -> Block | None:
    """Return the block that a point means; None without blocks."""
    nearest = sorted(blocks, key=lambda block: block.gap(place))
    return next((one for one in nearest if not _is_parted(one, blocks, place)), next(iter(nearest), None))


def _block(lines: Sequence[TextLine]) -> Block:
    return Block(tuple(lines), hull(line.reach for line in lines), hull(line.depth for line in lines))


def _follows(upper: TextLine, lower: TextLine) -> bool:
    """Whether a line stands under another one, of the same column."""
    if upper.line.direction != lower.line.direction:
        return False
    height = upper.depth[1] - upper.depth[0]
    is_lower = upper.depth[0] < lower.depth[0] and not upper.is_beside(lower)
    is_near = lower.depth[0] - upper.depth[1] <= _FARTHEST * height
    return is_lower and is_near and overlap(upper.reach, lower.reach)


def _without_heads(block: Block, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the parts of a block: a head over two columns is no part of the column that follows it."""
    inside = [one for one in blocks if one is not block and _intersect(one, block)]

    def is_wide(line: TextLine) -> bool:
        return any(overlap(line.reach, one.reach) for one in inside)

    for _is_wide, lines in groupby(block.lines, key=is_wide):
        yield _block(tuple(lines))


def _intersect(one: Block, other: Block) -> bool:
    is_same = one.direction == other.direction
    return is_same and overlap(one.reach, other.reach) and overlap(one.depth, other.depth)


def _is_parted(block: Block, blocks: Sequence[Block], place: Place) -> bool:
    """Whether another block beside it stands between a block and a point, or has the point in its column."""
    at, _deep = turned(place, block.direction)
    for other in blocks:
        if other is block or other.direction != block.direction or not overlap(other.depth, block.depth):
            continue
        if block.reach[1] <= other.reach[0] <= at or at <= other.reach[1] <= block.reach[0]:
            return True
    return False
