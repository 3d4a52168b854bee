"""Which printed lines make one row, where no line on the page says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.pdf.table_grid import Region
from index.pdf.table_gutters import Block, Row, rows_of
from index.pdf.table_ink import TableWord
from index.pdf.table_shape import Draft, column_numbers

_WIDER = 0.3  # of the height of a line: how much wider rows are apart than lines of a row
_FULL = 0.5
_LOOSE = 0.9
_APART = 4.0
_BLANK = 0.45
_MOST_HEAD_ROWS = 4
_FEWEST_LINES = 3


def drafted(block: Block) -> Draft:
    """Return the table of a block: the lines that are not drawn run halfway through the white."""
    left, right = block.columns[0][0], block.columns[-1][1]
    xs = [left, *((one[1] + other[0]) / 2 for one, other in pairwise(block.columns)), right]
    return _banded(xs, block.rows)


def _banded(xs: list[float], rows: Sequence[Row]) -> Draft:
    bands = _bands(xs, rows)
    ys = [
        rows[0].top,
        *((one[-1].bottom + other[0].top) / 2 for one, other in pairwise(bands)),
        rows[-1].bottom,
    ]
    cells = {
        Region(i, k, i + 1, k + 1): [word for row in band for word in row.words if _column(xs, word) == k]
        for i, band in enumerate(bands)
        for k in range(len(xs) - 1)
    }
    return Draft(xs, ys, cells, is_ruled=False)


def _column(xs: Sequence[float], word: TableWord) -> int:
    return min(len(xs) - 2, max(0, sum(x <= word.middle[0] for x in xs) - 1))


def _bands(xs: Sequence[float], rows: Sequence[Row]) -> list[list[Row]]:
    """Group printed lines into rows.

    Rows that stand further apart than the lines of a cell show where they begin; else a line with an empty
    first column goes on with what stands above it.
    """
    filled = [{_column(xs, word) for word in row.words} for row in rows]
    height = sorted(row.bottom - row.top for row in rows)[len(rows) // 2]
    gaps = [below.top - above.bottom for above, below in pairwise(rows)]
    if not gaps:
        return [list(rows)]
    tight = sorted(gaps)[len(gaps) // 5]
    starts = [gap > tight + _WIDER * height for gap in gaps]
    alone = [len(columns) == 1 for columns in filled[1:]]
    is_spaced = any(starts) and sum(not start for start in starts) and any(alone)
    # Lines that begin no row must look like the rest of a cell: fewer columns than a row has.
    if is_spaced:
        inner = [len(columns) for columns, start in zip(filled[1:], starts, strict=True) if not start]
        is_spaced = sum(inner) / len(inner) < _FULL * (len(xs) - 1) + 0.5
    if tight > _LOOSE * height:
        # Lines of one cell are never as far apart.
        starts = [True] * len(gaps)
    elif is_spaced:
        starts = [start or _begins_anew(filled, i) for i, start in enumerate(starts, 1)]
    else:
        starts = [0 in columns or len(columns) > _FULL * (len(xs) - 1) for columns in filled[1:]]
    bands = [[rows[0]]]
    for row, is_start in zip(rows[1:], starts, strict=True):
        if is_start:
            bands.append([row])
        else:
            bands[-1].append(row)
    return bands


def _begins_anew(filled: Sequence[set[int]], i: int) -> bool:
    """Whether a line has company, and nothing stands right above any of it: cells do not leave lines free."""
    return len(filled[i]) > 1 and not filled[i] & filled[i - 1]


def with_body(head: Draft, words: Sequence[TableWord]) -> Draft | None:
    """Return the table whose head alone is ruled; None if no rows follow that keep to its columns.

    Args:
        head: A grid of a few rows.
        words: The words of the page that are in no table.
    """
    rows, columns = head.size
    texts = [text for row in range(rows) for _region, text in head.row(row) if text]
    if columns < 3 or rows > _MOST_HEAD_ROWS or len(texts) < columns - 1 or _has_numbers(texts):
        return None
    left, _top, right, bottom = head.box
    below = [word for word in words if word.top >= bottom - 2 and left - 8 <= word.middle[0] <= right + 8]
    body: list[Row] = []
    edge = bottom
    for row in rows_of(below):
        height = row.bottom - row.top
        if row.top - edge > _APART * height or not _keeps_to(head.xs, row):
            break
        body.append(row)
        edge = row.bottom
    full = sum(len({_column(head.xs, word) for word in row.words}) > 1 for row in body)
    # A page may hold nothing but the rest of one long cell, under the head once more.
    if full < 2 and (len(body) < _FEWEST_LINES or len(texts) < columns):
        return None
    lower = _banded(head.xs, body)
    cells = dict(head.cells)
    for region, held in lower.cells.items():
        cells[region._replace(row=region.row + rows, row_stop=region.row_stop + rows)] = held
    return Draft(
        head.xs, [*head.ys[:-1], max(head.ys[-1], head.ys[-2] + 1), *lower.ys[1:]], cells, is_ruled=False
    )


def _has_numbers(texts: Sequence[str]) -> bool:
    return any(text[0].isdecimal() for text in texts) and not column_numbers(
        [text for text in texts if text[0].isdecimal()]
    )


def _keeps_to(xs: Sequence[float], row: Row) -> bool:
    """Whether there is white where columns meet."""
    words = sorted(row.words, key=lambda word: word.left)
    height = row.bottom - row.top
    for x in xs[1:-1]:
        if any(word.left + 2 < x < word.right - 2 for word in words):
            return False
        before = max((word.right for word in words if word.middle[0] < x), default=-1e9)
        after = min((word.left for word in words if word.middle[0] >= x), default=1e9)
        if after - before < _BLANK * height:
            return False
    return True
