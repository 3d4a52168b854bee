"""The shape of a table that is being found: what is a table at all, which rows name the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.pdf.frames import Box
from index.pdf.table_grid import Region
from index.pdf.table_gutters import is_numeric
from index.pdf.table_ink import Rules, TableWord
from index.pdf.table_text import lines_of

_SLIVER_PT = 7.0  # no row or column of text is as narrow
_LEAST_FILLED = 0.2
_MOST_HEADER_ROWS = 4
_SIDE_BY_SIDE = 0.6
_UNDIVIDED = 0.5
_CROSSED = 0.12


@dataclass(slots=True)
class Draft:
    """A table before its texts are joined; in reading space.

    Attributes:
        xs: Where columns begin, and where the last one ends.
        ys: Where rows begin, and where the last one ends.
        cells: The words of each cell.
        is_ruled: Whether lines part the cells.
    """

    xs: list[float]
    ys: list[float]
    cells: dict[Region, list[TableWord]]
    is_ruled: bool

    @property
    def box(self) -> Box:
        """Around everything."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def row(self, row: int) -> list[tuple[Region, str]]:
        """Return the cells that begin in a row, with rough texts."""
        found = [(region, words) for region, words in self.cells.items() if region.row == row]
        return [
            (region, " ".join(word.text for line in lines_of(words) for word in line))
            for region, words in sorted(found, key=lambda each: each[0].column)
        ]


def cleaned(draft: Draft) -> Draft | None:
    """Drop slivers between double lines, and what no cell covers at the edges; None if nothing is left."""
    rows, columns = draft.size
    keep_rows = _kept(draft.ys, [(r.row, r.row_stop, bool(words)) for r, words in draft.cells.items()])
    keep_columns = _kept(
        draft.xs, [(r.column, r.column_stop, bool(words)) for r, words in draft.cells.items()]
    )
    if not keep_rows or not keep_columns:
        return None
    if len(keep_rows) == rows and len(keep_columns) == columns:
        return draft
    cells: dict[Region, list[TableWord]] = {}
    for region, words in draft.cells.items():
        held_rows = [i for i, row in enumerate(keep_rows) if region.row <= row < region.row_stop]
        held = [i for i, column in enumerate(keep_columns) if region.column <= column < region.column_stop]
        if held_rows and held:
            cells[Region(held_rows[0], held[0], held_rows[-1] + 1, held[-1] + 1)] = words
    return Draft(_edges(draft.xs, keep_columns), _edges(draft.ys, keep_rows), cells, draft.is_ruled)


def _kept(edges: Sequence[float], extents: Sequence[tuple[int, int, bool]]) -> list[int]:
    """Return the rows, or columns, that hold something or are at least as wide as a letter."""
    count = len(edges) - 1
    starts = [
        any(full and begin == i and stop == i + 1 for begin, stop, full in extents) for i in range(count)
    ]
    touched = [any(begin <= i < stop for begin, stop, _full in extents) for i in range(count)]
    wide = [i for i in range(count) if starts[i] or edges[i + 1] - edges[i] >= _SLIVER_PT]
    while wide and not touched[wide[0]]:
        wide.pop(0)
    while wide and not touched[wide[-1]]:
        wide.pop()
    return wide


def _edges(edges: Sequence[float], kept: Sequence[int]) -> list[float]:
    """Return the edges of what is kept; a sliver goes to what stands before it."""
    return [*(edges[i] for i in kept), edges[kept[-1] + 1]]


def is_ruled_table(draft: Draft, rules: Rules) -> bool:
    """Whether a frame with cells is a table and no drawing, chart, slide or frame around a text."""
    rows, columns = draft.size
    full = [region for region, words in draft.cells.items() if words]
    if columns < 2 or rows < 2 or len(full) < 3 or len(full) < _LEAST_FILLED * len(draft.cells):
        return False
    if len({region.column for region in full}) < 2 or len({region.row for region in full}) < 2:
        return False
    # Rows side by side: a frame divided once is a page layout.
    paired = sum(len({r.column for r in full if r.row <= row < r.row_stop}) > 1 for row in range(rows))
    return paired >= 2 and not _is_layout(draft) and not _is_crossed(draft, rules)


def _is_layout(draft: Draft) -> bool:
    """Whether one undivided field fills most of the frame, as on slides and title pages."""
    left, top, right, bottom = draft.box
    widths = (
        draft.ys[region.row_stop] - draft.ys[region.row]
        for region in draft.cells
        if region.column_stop - region.column == draft.size[1]
    )
    return right > left and max(widths, default=0.0) > _UNDIVIDED * (bottom - top)


def _is_crossed(draft: Draft, rules: Rules) -> bool:
    """Whether lines run through words, as the grid of a chart through the numbers beside it."""
    words = [word for held in draft.cells.values() for word in held]
    crossed = 0
    for word in words:
        (x, y), inset = word.middle, 0.3 * (word.bottom - word.top)
        crossed += any(
            rule.begin < x < rule.end and word.top + inset < rule.at < word.bottom - inset
            for rule in rules.across
        ) or any(
            rule.begin < y < rule.end and word.left + inset < rule.at < word.right - inset
            for rule in rules.down
        )
    return crossed > _CROSSED * len(words)


def column_numbers(texts: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 1, 2, 3."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 4]
    return (
        len(numbers) == len([text for text in texts if text]) >= 2
        and all(other == one + 1 for one, other in pairwise(numbers))
        and numbers[0] <= 2
    )


def header_rows(draft: Draft) -> int:
    """Return how many rows at the top name the columns; 0 when none seems to."""
    rows, _columns = draft.size
    top = draft.row(0)
    if rows < 2 or sum(bool(text) for _region, text in top) < max(2, 0.5 * len(top)):
        return 0
    if any(is_numeric(text) for _region, text in top if text) and not column_numbers(
        [text for _r, text in top]
    ):
        return 0
    count = min(_MOST_HEADER_ROWS, max((region.row_stop for region, text in top if text), default=1))
    while count < min(rows, _MOST_HEADER_ROWS) and column_numbers([text for _r, text in draft.row(count)]):
        count += 1
    if any(region.row < count < region.row_stop for region in draft.cells):
        return 0
    is_wordy = median([len(text.split()) for _region, text in top if text] or [0]) > 14
    return 0 if is_wordy or count >= rows else count


def split_rows(draft: Draft) -> Draft:
    """Cut rows that hold many printed rows: tables with lines between columns alone.

    A row of a grid is cut when nearly each of its printed lines stands in most columns, one of which holds
    numbers: the lines of a wrapped text have no such company.
    """
    cuts: dict[int, list[float]] = {}
    for row in range(draft.size[0]):
        held = {region: words for region, words in draft.cells.items() if region.row <= row < region.row_stop}
        if any(region.row_stop - region.row > 1 for region in held):
            continue
        lines = lines_of([word for words in held.values() for word in words])
        if len(lines) >= 3 and _are_rows(lines, held):
            tops = [min(word.top for word in line) for line in lines]
            bottoms = [max(word.bottom for word in line) for line in lines]
            cuts[row] = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    return _cut(draft, cuts) if cuts else draft


def _are_rows(lines: Sequence[Sequence[TableWord]], held: dict[Region, list[TableWord]]) -> bool:
    of_word = {id(word): region for region, words in held.items() for word in words}
    good = 0
    for line in lines:
        texts: dict[Region, str] = {}
        for word in line:
            region = of_word[id(word)]
            texts[region] = f"{texts.get(region, '')} {word.text}".strip()
        numbers = sum(is_numeric(text) for text in texts.values())
        good += numbers >= 1 and len(texts) >= 2 and len(texts) >= _SIDE_BY_SIDE * len(held)
    return good >= 0.8 * len(lines)


def _cut(draft: Draft, cuts: dict[int, list[float]]) -> Draft:
    ys: list[float] = []
    new_row: list[int] = []
    for row, top in enumerate(draft.ys[:-1]):
        new_row.append(len(ys))
        ys += [top, *cuts.get(row, ())]
    new_row.append(len(ys))
    ys.append(draft.ys[-1])
    cells: dict[Region, list[TableWord]] = {}
    for region, words in draft.cells.items():
        if region.row not in cuts:
            cells[replace_rows(region, new_row[region.row], new_row[region.row_stop])] = words
            continue
        for i in range(new_row[region.row], new_row[region.row + 1]):
            inside = [word for word in words if ys[i] <= word.middle[1] < ys[i + 1]]
            cells[replace_rows(region, i, i + 1)] = inside
    return Draft(draft.xs, ys, cells, draft.is_ruled)


def replace_rows(region: Region, row: int, stop: int) -> Region:
    """Return a cell in other rows."""
    return region._replace(row=row, row_stop=stop)


def rows_by_lines(draft: Draft, rules: Rules) -> Draft:
    """Join printed rows between which no line runs, where lines run between nearly all rows of a table."""
    left, top, right, bottom = draft.box
    width = right - left
    lines = sorted(
        rule.at
        for rule in rules.across
        if top < rule.at < bottom and min(rule.end, right) - max(rule.begin, left) > 0.9 * width
    )
    rows = draft.size[0]
    if len(lines) < 2 or len(lines) < 0.25 * (rows - 1):
        return draft
    edges = [top, *lines, bottom]
    cells: dict[Region, list[TableWord]] = {}
    for region, words in draft.cells.items():
        middle = (draft.ys[region.row] + draft.ys[region.row_stop]) / 2
        row = max(0, sum(edge <= middle for edge in edges) - 1)
        cells.setdefault(replace_rows(region, row, row + 1), []).extend(words)
    return Draft(draft.xs, edges, cells, draft.is_ruled)
