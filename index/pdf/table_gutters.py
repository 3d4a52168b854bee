"""Tables without lines: columns from the white between words.

A block of rows is a table only when white space runs straight down through all of them, and what stands
between is short: numbers, dates, names. Prose in columns, tables of contents, lists, signatures, formulas
and forms have white space too; each is turned away by a rule of its own, and in doubt there is no table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from index.pdf.table_ink import TableWord
from index.pdf.table_text import lines_of

_EM = 1 / 0.88  # the stroke of a line is so much of its font
_WIDE_EM = 1.15  # a blank between words is narrower, even in justified lines
_GUTTER_EM = 0.75
_APART = 2.6  # rows further apart, in heights of a row, are not of one table
_FEWEST_ROWS = 3
_NUMBER = re.compile(
    r"[-+−–±≈~<>≤≥]?\s?[\d\s.,:/×*%°()–-]*\d[\d\s.,:/×*%°()–-]*(?:руб\.?|р\.|коп\.?|шт\.?|₽|\$|€)?"
)
_NOTHING = re.compile(r"[-–—−.]|нет|да|н/д|x|х")
_MARKER = re.compile(
    r"(?:[^\w\s]|[\uf000-\uf0ff]|\(?(?:\d{1,3}|[IVXivx]{1,4}|[а-яa-z])[.)]?|\d+(?:\.\d+)+\.?)"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_MATH = re.compile(r"[=∑∏∫√∂∇≤≥≈≠∈∉⊂∀∃→⇒λμσπαβγδεθφψω±×·^|{}\\\[\]]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one row with no wide gap between them."""

    words: tuple[TableWord, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Its words with blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line across all columns."""

    chunks: tuple[Chunk, ...]
    top: float
    bottom: float

    @property
    def words(self) -> tuple[TableWord, ...]:
        """All its words."""
        return tuple(word for chunk in self.chunks for word in chunk.words)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows with common columns.

    Attributes:
        rows: From top to bottom.
        columns: Left and right of each column.
    """

    rows: tuple[Row, ...]
    columns: tuple[tuple[float, float], ...]

    @property
    def word_count(self) -> int:
        """Words in all."""
        return sum(len(row.words) for row in self.rows)

    def cells(self) -> list[list[str]]:
        """Return the texts by row and column."""
        return [[_text_in(row, column) for column in self.columns] for row in self.rows]


def rows_of(words: Sequence[TableWord]) -> list[Row]:
    """Cut the words of a page into rows and these into chunks."""
    if not words:
        return []
    em = _EM * median(word.bottom - word.top for word in words)
    return [
        Row(tuple(_chunks(line, em)), min(word.top for word in line), max(word.bottom for word in line))
        for line in lines_of(words)
    ]


def _chunks(line: Sequence[TableWord], em: float) -> Iterator[Chunk]:
    run: list[TableWord] = []
    for word in line:
        if run and word.left - run[-1].right > _WIDE_EM * em:
            yield Chunk(tuple(run))
            run = []
        run.append(word)
    yield Chunk(tuple(run))


def blocks_of(words: Sequence[TableWord], *, is_framed: bool = False) -> Iterator[Block]:
    """Yield the tables among words.

    Args:
        words: The words of a page that are in no other table.
        is_framed: Whether lines above and below them say that they are a table.
    """
    rows = rows_of(words)
    start = 0
    while start < len(rows):
        if len(rows[start].chunks) < 2:
            start += 1
            continue
        stop, columns = _grown(rows, start)
        block = Block(tuple(rows[start:stop]), tuple(columns))
        if len(columns) >= 2 and (is_table(block) if not is_framed else is_framed_table(block)):
            yield block
            start = stop
        else:
            start = max(start + 1, stop if stop - start > 2 and not is_framed else start + 1)


def _grown(rows: Sequence[Row], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Return where a block ends that begins with a row, and its columns."""
    height = rows[start].bottom - rows[start].top
    columns = _columns(rows[start : start + 1], height)
    stop = best = start + 1
    kept = columns
    while stop < len(rows):
        above, row = rows[stop - 1], rows[stop]
        if row.top - above.bottom > _APART * max(height, above.bottom - above.top):
            break
        wider = _columns(rows[start : stop + 1], height)
        if len(wider) < 2 or (len(wider) < 0.7 * len(columns) and stop - start > 1):
            break
        columns = wider
        stop += 1
        if len(row.chunks) > 1:
            best, kept = stop, columns
        elif _strays(row, columns) or stop - best > 3:
            break
    return best, kept


def _strays(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row with a single chunk fills the width of its column like a line of prose."""
    chunk = row.chunks[0]
    widest = max(right - left for left, right in columns)
    return chunk.right - chunk.left >= widest and len(chunk.words) > 6


def _columns(rows: Sequence[Row], height: float) -> list[tuple[float, float]]:
    """Return the stretches that words cover, parted by white that runs through all rows."""
    stretches = sorted((chunk.left, chunk.right) for row in rows for chunk in row.chunks)
    columns: list[tuple[float, float]] = []
    for left, right in stretches:
        if columns and left - columns[-1][1] < _GUTTER_EM * _EM * height:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _text_in(row: Row, column: tuple[float, float]) -> str:
    return " ".join(word.text for word in row.words if column[0] <= word.middle[0] <= column[1])


def is_numeric(text: str) -> bool:
    """Whether a cell says a number, a date, a sum or that there is none."""
    return bool(_NUMBER.fullmatch(text) or _NOTHING.fullmatch(text.lower()))


def is_table(block: Block) -> bool:
    """Whether rows with common columns are a table and nothing else."""
    cells = block.cells()
    full = [row for row in cells if sum(map(bool, row)) >= 2]
    if len(full) < _FEWEST_ROWS or len(full) < 0.5 * len(cells):
        return False
    return not any(is_other(block, full) for is_other in _OTHERS) and _is_regular(block, full)


def is_framed_table(block: Block) -> bool:
    """Whether rows with common columns between lines are a table."""
    full = [row for row in block.cells() if sum(map(bool, row)) >= 2]
    return len(full) >= 2 and not any(is_other(block, full) for is_other in _OTHERS)


def _is_regular(block: Block, full: list[list[str]]) -> bool:
    """Whether what stands in the columns is of the kind that tables hold."""
    later = [text for row in full for text in row[1:] if text]
    numeric = mean(is_numeric(text) for text in later)
    filled = mean(bool(text) for row in full for text in row)
    if numeric >= 0.5:
        return filled >= 0.5
    if len(block.columns) == 2 or len(full) < _FEWEST_ROWS + 1:
        return False
    words = mean(len(text.split()) for row in full for text in row if text)
    return filled >= 0.7 and words <= 4 and _is_aligned(block)


def _is_aligned(block: Block) -> bool:
    """Whether most columns begin, end or are centred at one place."""
    aligned = 0
    for left, right in block.columns:
        inside = [
            chunk for row in block.rows for chunk in row.chunks if left <= chunk.left and chunk.right <= right
        ]
        aligned += len(inside) >= 3 and any(
            _spread([place(chunk) for chunk in inside]) < 2.0 for place in _PLACES
        )
    return aligned >= 0.7 * len(block.columns)


_PLACES: tuple[Callable[[Chunk], float], ...] = (
    lambda chunk: chunk.left,
    lambda chunk: chunk.right,
    lambda chunk: (chunk.left + chunk.right) / 2,
)


def _spread(places: Sequence[float]) -> float:
    """Return how far places are from their median, as most of them are."""
    middle = median(places)
    return sorted(abs(place - middle) for place in places)[int(0.8 * (len(places) - 1))]


def _is_prose(block: Block, full: list[list[str]]) -> bool:
    """Columns of prose: lines that fill their column, word after word."""
    prose = 0
    for position, (left, right) in enumerate(block.columns):
        widths = [
            chunk.right - chunk.left
            for row in block.rows
            for chunk in row.chunks
            if left <= chunk.left and chunk.right <= right
        ]
        words = mean(len(row[position].split()) for row in full)
        is_full = bool(widths) and median(widths) > 0.8 * (right - left)
        prose += is_full and words >= 3.5
    return prose >= 2 or (prose == 1 and len(block.columns) == 2)


def _is_list(_block: Block, full: list[list[str]]) -> bool:
    """A list: marks or numbers of items, then sentences."""
    marks = mean(bool(_MARKER.fullmatch(row[0])) for row in full)
    numeric = mean(is_numeric(row[1]) for row in full)
    return marks > 0.6 and len(full[0]) == 2 and numeric < 0.5


def _is_contents(_block: Block, full: list[list[str]]) -> bool:
    """A table of contents: titles and numbers of pages that do not fall, or dots between them."""
    if mean(bool(_LEADERS.search(" ".join(row))) for row in full) > 0.4:
        return True
    numbers = [int(row[-1]) for row in full if row[-1].isdecimal() and len(row[-1]) <= 4]
    titles = [max(row[:-1], key=len) for row in full]
    is_rising = all(one <= other for one, other in itertools.pairwise(numbers))
    is_named = mean(sum(c.isalpha() for c in title) > 5 for title in titles) > 0.7
    return len(numbers) > 0.8 * len(full) and is_rising and is_named and len(full[0]) <= 3


def _is_form(_block: Block, full: list[list[str]]) -> bool:
    """A form or signatures: places to be filled in."""
    return mean("__" in " ".join(row) for row in full) > 0.25


def _is_formula(_block: Block, full: list[list[str]]) -> bool:
    """Formulas and code: single letters and signs far apart."""
    texts = [text for row in full for text in row if text]
    signs = mean(bool(_MATH.search(text)) for text in texts)
    short = mean(len(text) <= 2 and not text.isdecimal() and not is_numeric(text) for text in texts)
    return signs > 0.2 or short > 0.4


_OTHERS = (_is_prose, _is_list, _is_contents, _is_form, _is_formula)
