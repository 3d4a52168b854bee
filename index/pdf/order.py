"""Lines that were drawn after the rest of their page and belong between it.

Spreadsheets print the rows of a table first and then all merged or coloured rows, its headings: in the file
these come last. Where text jumps back to the top of what was printed already, and has room there, it
is put where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.pdf.layout import PrintedLine

_LEAST_LINES = 8
_TABLE_SHARE = 0.3
_BACK_EM = 3.0
_SAME_ROW_EM = 0.4
_ASCENDING_SHARE = 0.9
_WITHIN_SHARE = 0.9
_ALONE_EM, _ALONE_SHARE = 1.6, 0.6


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of a page, those drawn late put between the rows of its table.

    Columns stay: they stand beside what comes before them, not between it.
    """
    rows = sum(line.has_cells for line in lines)
    # A file that says where its paragraphs end has them in order.
    is_in_order = any(line.ends_paragraph for line in lines)
    if is_in_order or len(lines) < _LEAST_LINES or rows < _TABLE_SHARE * len(lines):
        return list(lines)
    start = next(
        (
            i
            for i, (above, below) in enumerate(pairwise(lines), 1)
            if below.baseline < above.baseline - _BACK_EM * above.size
        ),
        len(lines),
    )
    main, late = lines[:start], lines[start:]
    if not late or len(late) > len(main) or not (_ascend(main) and _ascend(late)):
        return list(lines)
    if not _stand_between(main, late):
        return list(lines)
    return _merged(main, late)


def _ascend(lines: Sequence[PrintedLine]) -> bool:
    steps = [below.baseline >= above.baseline - _SAME_ROW_EM * above.size for above, below in pairwise(lines)]
    return sum(steps) >= _ASCENDING_SHARE * len(steps)


def _stand_between(main: Sequence[PrintedLine], late: Sequence[PrintedLine]) -> bool:
    """Whether late lines lie within the width of the others and cover none of them."""
    left, right = min(line.left for line in main), max(line.right for line in main)
    if any(line.direction != main[0].direction for line in (*main, *late)):
        return False
    alone = sum(below.baseline - above.baseline > _ALONE_EM * above.size for above, below in pairwise(late))
    if alone < _ALONE_SHARE * (len(late) - 1):
        # The lines of a cell, which stay together.
        return False
    within = sum(left <= (line.left + line.right) / 2 <= right for line in late)
    free = sum(not any(_covers(line, other) for other in main) for line in late)
    return min(within, free) >= _WITHIN_SHARE * len(late)


def _covers(one: PrintedLine, other: PrintedLine) -> bool:
    is_row = abs(one.baseline - other.baseline) < _SAME_ROW_EM * one.size
    return is_row and min(one.right, other.right) > max(one.left, other.left)


def _merged(main: Sequence[PrintedLine], late: Sequence[PrintedLine]) -> list[PrintedLine]:
    waiting = sorted(late, key=lambda line: line.baseline)
    merged: list[PrintedLine] = []
    for line in main:
        while waiting and _comes_before(waiting[0], line):
            merged.append(waiting.pop(0))
        merged.append(line)
    return merged + waiting


def _comes_before(late: PrintedLine, line: PrintedLine) -> bool:
    if abs(late.baseline - line.baseline) < _SAME_ROW_EM * line.size:
        return late.left < line.left
    return late.baseline < line.baseline
