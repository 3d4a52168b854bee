"""Lines as a person sees them, from the strips of a page; and the columns they stand in.

Everything here is in reading space (`index.pdf.frames`): lines run to the right and follow one another
downwards, whatever the rotation of the page or of the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.pdf.words import Strip

_SAME_ROW_EM = 0.6  # of the smaller font: superscripts are raised by less, lines stand further apart
_BACKWARDS_EM = 0.5  # kerning and italics overlap by less
_LINE_HYPHENS = frozenset("-\u2010\u00ac")  # what a divided word may end with; ¬ comes from OCR
# Letters are not three times as high as their font; nor are they a sixth of it, as a line of dots may be.
_LEAST_EM, _MOST_EM = 0.3, 6.0
_LEAST_SIZE_PT, _LARGEST_SIZE_PT = 0.5, 5000.0
_WIDE_GAP_EM = 2.5  # no blank is as wide, except between cells of a table
# The stroke of the marker covers capitals and descenders even where a line has none.
_CAP_EM, _DESCENT_EM = 0.68, 0.2
_CLUSTER_EM = 0.4
_BLOCK_GAP_EM = 4.0
_ENOUGH_LINES = 4
_RAGGED_SHARE = 0.05
_JUSTIFIED_SHARE = 0.5
_AT_MARGIN_EM = 0.15
_ENDS = frozenset(".!?…:;»)")


@dataclass(slots=True)
class PrintedLine:
    """One line of text in reading space.

    Attributes:
        page_index: Its page.
        direction: Quarter turns clockwise in which it runs on the displayed page.
        baseline: Where its letters stand.
        size: Height of its font.
        is_bold: Whether it begins in bold type.
        has_hyphen: Whether it ends in a hyphen that may only divide a word.
        is_torn: Whether it continues the last word of the line before it.
        top: Upper edge of its letters.
        bottom: Lower edge of its letters.
        text: Its words with single blanks.
        bounds: Offsets into `text`: start and stop of each word or run of punctuation.
        edges: `u` where each of them begins and ends.
        has_cells: Whether it looks like a row of a table: parts of it stand far from one another.
        first_width: How much room its first word takes, with the punctuation that clings to it.
    """

    page_index: int
    direction: int
    baseline: float
    size: float
    is_bold: bool
    has_hyphen: bool
    is_torn: bool
    top: float
    bottom: float
    text: str
    bounds: array[int]
    edges: array[float]
    has_cells: bool
    first_width: float

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return self.edges[-1]


def printed_lines(page_index: int, strips: Iterable[Strip]) -> list[PrintedLine]:
    """Join the strips that stand on one row."""
    rows: list[list[Strip]] = []
    for strip in strips:
        if rows and _continues(rows[-1], strip):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return [_printed(page_index, row) for row in rows]


def _continues(row: list[Strip], strip: Strip) -> bool:
    """Whether a strip stands on a row, to the right of what is there."""
    first, last = row[0], row[-1].atoms[-1]
    if strip.direction != first.direction:
        return False
    em = min(first.size, strip.size) or (last.bottom - last.top)
    if strip.atoms[0].left < last.right - _BACKWARDS_EM * em:
        return False
    return abs(strip.baseline - first.baseline) <= _SAME_ROW_EM * em


def _printed(page_index: int, row: list[Strip]) -> PrintedLine:
    bounds, edges = array("I"), array("f")
    parts: list[str] = []
    gaps: list[float] = []
    length = first = 0
    for strip in row:
        for number, atom in enumerate(strip.atoms):
            if length and atom.has_blank and (number or not strip.is_torn):
                parts.append(" ")
                length += 1
                gaps.append(atom.left - edges[-1])
                first = first or len(bounds) // 2
            parts.append(atom.text)
            bounds.extend((length, length + len(atom.text)))
            edges.extend((atom.left, atom.right))
            length += len(atom.text)
    atoms = [atom for strip in row for atom in strip.atoms] if len(row) > 1 else row[0].atoms
    first = first or len(atoms)
    top, bottom = min(atom.top for atom in atoms), max(atom.bottom for atom in atoms)
    baseline, size = _font(row[0], top, bottom)
    return PrintedLine(
        page_index,
        row[0].direction,
        baseline,
        size,
        row[0].is_bold,
        len(atoms) > 1
        and atoms[-1].text in _LINE_HYPHENS
        and not atoms[-1].has_blank
        and atoms[-2].text[-1].isalnum(),
        row[0].is_torn,
        min(top, baseline - _CAP_EM * size),
        max(bottom, baseline + _DESCENT_EM * size),
        "".join(parts),
        bounds,
        edges,
        _has_cells(gaps, size),
        edges[2 * first - 1] - edges[0],
    )


def _has_cells(gaps: list[float], size: float) -> bool:
    widest = max(gaps, default=0.0)
    if widest < _WIDE_GAP_EM * size:
        return False
    if len(gaps) == 1:
        return widest > 2 * _WIDE_GAP_EM * size
    # In a justified line all blanks are stretched alike.
    return widest > 2 * max(sorted(gaps)[len(gaps) // 2 - 1], 0.2 * size)


def _font(strip: Strip, top: float, bottom: float) -> tuple[float, float]:
    """Return baseline and size, from the letters themselves where the font's word is not to be trusted."""
    height = bottom - top
    size = strip.size
    is_near = top - size <= strip.baseline <= bottom + size
    is_large = size > _LARGEST_SIZE_PT or (height > 0 and size > _MOST_EM * height and _has_letters(strip))
    if size >= max(_LEAST_EM * height, _LEAST_SIZE_PT) and is_near and not is_large:
        return strip.baseline, size
    return bottom, max(height, _LEAST_SIZE_PT)


def _has_letters(strip: Strip) -> bool:
    return any(atom.text[0].isalnum() for atom in strip.atoms)


@dataclass(slots=True)
class Block:
    """Lines that follow one another downwards in one column.

    Attributes:
        lines: In order.
        left: Where full lines of its column begin.
        right: Where full lines of its column end.
        pitch: Usual distance of baselines; 0 when unknown.
        size: Usual size of its letters.
        is_ragged: Whether lines end well before the margin within sentences, as in text broken by the letter.
        is_justified: Whether most of its lines end exactly at the margin.
        has_margins: Whether there are enough lines, here or around, to tell where the margins are.
    """

    lines: list[PrintedLine] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    size: float = 0.0
    is_ragged: bool = False
    is_justified: bool = False
    has_margins: bool = False

    @property
    def width(self) -> float:
        """Distance of the margins."""
        return self.right - self.left

    def takes(self, line: PrintedLine) -> bool:
        """Whether a line stands below the last one, in the same column."""
        last = self.lines[-1]
        step = line.baseline - last.baseline
        if line.direction != last.direction or not 0 < step <= _BLOCK_GAP_EM * max(last.size, line.size):
            return False
        return min(self.right, line.right) > max(self.left, line.left)

    def add(self, line: PrintedLine) -> None:
        """Append a line; the column is as wide as its widest lines."""
        self.left = min(self.left, line.left) if self.lines else line.left
        self.right = max(self.right, line.right) if self.lines else line.right
        self.lines.append(line)


def blocks(lines: Sequence[PrintedLine]) -> list[Block]:
    """Part the lines of one page, in the order of the file, into columns with their margins."""
    made: list[Block] = []
    for line in lines:
        if not made or not made[-1].takes(line):
            made.append(Block())
        made[-1].add(line)
    for block in made:
        _measure(block)
    _borrow_margins(made)
    return made


def _measure(block: Block) -> None:
    plain = [line for line in block.lines if not line.has_cells] or block.lines
    em = block.size = sorted(line.size for line in plain)[len(plain) // 2]
    block.left = _margin(sorted(line.left for line in plain), em)
    block.right = -_margin(sorted(-line.right for line in plain), em)
    pairs = [
        (above, below)
        for above, below in zip(block.lines, block.lines[1:], strict=False)
        if abs(above.size - em) < 0.1 * em and abs(below.size - em) < 0.1 * em
    ]
    steps = sorted(b.baseline - a.baseline for a, b in pairs if is_full(a, b, block.right))
    block.pitch = steps[len(steps) // 2] if len(steps) >= 3 else 0.0
    broken = sum(
        b.text[0].islower()
        and a.text[-1] not in _ENDS
        and max(a.left, b.left) - block.left < em
        and not is_full(a, b, block.right)
        for a, b in pairs
    )
    at_margin = sum(line.right > block.right - _AT_MARGIN_EM * em for line in plain)
    block.is_justified = len(plain) >= 5 and at_margin > _JUSTIFIED_SHARE * len(plain)
    block.is_ragged = broken > max(2, _RAGGED_SHARE * len(pairs))


def _margin(ascending: list[float], em: float) -> float:
    """Return the outermost place where more than a few lines begin (or end)."""
    enough = 1 if len(ascending) < 6 else max(2, len(ascending) // 20)
    for i, value in enumerate(ascending):
        if i + enough <= len(ascending) and ascending[i + enough - 1] - value <= _CLUSTER_EM * em:
            return value
    return ascending[0]


def _borrow_margins(made: list[Block]) -> None:
    """Give small blocks the margins of the column around them, where there is one."""
    columns = [block for block in made if len(block.lines) >= _ENOUGH_LINES]
    for block in made:
        if len(block.lines) >= _ENOUGH_LINES:
            block.has_margins = True
            continue
        em = block.lines[0].size
        around = [
            column
            for column in columns
            if column.left - em <= block.left
            and block.right <= column.right + em
            and column.lines[0].direction == block.lines[0].direction
        ]
        if around:
            narrowest = min(around, key=lambda column: column.right - column.left)
            block.left, block.right = narrowest.left, narrowest.right
            block.has_margins = True


def is_full(line: PrintedLine, following: PrintedLine, right: float) -> bool:
    """Whether a line had to end where it ends: there is no room for the first word of the next one."""
    blank = 0.22 * line.size
    return line.right + blank + following.first_width > right - 0.02 * line.size
