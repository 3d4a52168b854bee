"""The columns in which the lines of a page stand, and their margins.

Everything here is in reading space (`index.pdf.frames`), as the lines are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.pdf.layout import PrintedLine

_NEXT_LINE_EM, _WIDEST_INDENT_EM = 1.9, 4.5
_CLUSTER_EM = 0.4
_TOUCHING_EM = 0.9
_TABLE_SHARE = 0.4
_BLOCK_GAP_EM = 4.0
_ENOUGH_LINES = 4
_COLUMN_LINES = 3
_RAGGED_SHARE = 0.05
_JUSTIFIED_SHARE = 0.5
_AT_MARGIN_EM = 0.15
ENDS = frozenset(".!?…:;»)")
"""What sentences and items of lists end with."""


@dataclass(slots=True)
class Block:
    """Lines that follow one another downwards in one column.

    Attributes:
        lines: In order.
        left: Where full lines of its column begin.
        right: Where full lines of its column end.
        pitch: Usual distance of baselines; 0 when unknown.
        tight: Least distance of baselines; 0 when unknown.
        size: Usual size of its letters.
        is_ragged: Whether lines end well before the margin within sentences, as in text broken by the letter.
        is_justified: Whether most of its lines end exactly at the margin.
        is_table: Whether many of its lines look like rows of a table.
        has_margins: Whether there are enough lines, here or around, to tell where the margins are.
    """

    lines: list[PrintedLine] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    tight: float = 0.0
    size: float = 0.0
    is_ragged: bool = False
    is_justified: bool = False
    is_table: bool = False
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
        if min(self.right, line.right) > max(self.left, line.left):
            return True
        # A short second line may end before the indent of the first one.
        indent = self.left - line.left
        is_near = step <= _NEXT_LINE_EM * last.size and 0 < indent <= _WIDEST_INDENT_EM * last.size
        return len(self.lines) == 1 and is_near and line.text[0].islower() and not line.has_cells

    def meets(self, other: Block) -> bool:
        """Whether lines of two blocks stand side by side although the widest of them would overlap."""
        if min(len(self.lines), len(other.lines)) < _ENOUGH_LINES or self is other:
            return False
        if self.lines[0].direction != other.lines[0].direction:
            return False
        is_beside = self.lines[0].top < other.lines[-1].bottom and other.lines[0].top < self.lines[-1].bottom
        return is_beside and min(self.right, other.right) > max(self.left, other.left)

    def add(self, line: PrintedLine) -> None:
        """Append a line; the column is as wide as its widest lines."""
        self.left = min(self.left, line.left) if self.lines else line.left
        self.right = max(self.right, line.right) if self.lines else line.right
        self.lines.append(line)


def blocks(lines: Sequence[PrintedLine]) -> list[Block]:
    """Part the lines of one page, in the order of the file, into columns with their margins."""
    runs: list[Block] = []
    for line in lines:
        if not runs or not runs[-1].takes(line):
            runs.append(Block())
        runs[-1].add(line)
    made: list[Block] = []
    spanning: list[tuple[Block, float, float]] = []
    # Maps and drawings have thousands of runs of a word or two: only long ones can stand beside each other.
    long = [run for run in runs if len(run.lines) >= _ENOUGH_LINES]
    for run in runs:
        beside = [other for other in long if run.meets(other)] if len(run.lines) >= _ENOUGH_LINES else []
        parts = _parts(run, beside)
        made += [part for part, _ in parts]
        left, right = min(one.left for one in (run, *beside)), max(one.right for one in (run, *beside))
        spanning += [(part, left, right) for part, is_spanning in parts if is_spanning]
    for block in made:
        _measure(block)
    _borrow_margins(made)
    for block, left, right in spanning:
        # A title is narrower than the columns it stands above.
        block.left, block.right, block.has_margins = left, right, True
    return made


def _parts(run: Block, beside: Iterable[Block]) -> list[tuple[Block, bool]]:
    """Part a column from the lines above and below it that run across it and the column beside it.

    Returns:
        The parts in order, and whether each of them runs across.
    """
    spans: list[bool | None] = [None] * len(run.lines)
    for other in beside:
        for i, is_spanning in enumerate(_spans(run.lines, other.lines)):
            spans[i] = spans[i] or is_spanning
    known = [is_spanning for is_spanning in spans if is_spanning is not None]
    if True not in known:
        return [(run, False)]
    parts: list[tuple[Block, bool]] = []
    before = known[0]
    for line, is_spanning in zip(run.lines, spans, strict=True):
        # Short lines tell nothing: they belong to what stands above them.
        now = before if is_spanning is None else is_spanning
        if not parts or now is not before:
            parts.append((Block(), now))
        parts[-1][0].add(line)
        before = now
    return parts


def _spans(lines: Sequence[PrintedLine], others: Sequence[PrintedLine]) -> list[bool | None]:
    """Return for each line whether it runs across the columns that two runs of lines are, where beside.

    True: across both. False: within its column, beside the other one. None: neither.
    """
    rows = [
        [other for other in others if line.top < other.bottom and other.top < line.bottom] for line in lines
    ]
    own = [line for line, row in zip(lines, rows, strict=True) if row]
    beside = [other for row in rows for other in row]
    if len(own) < _COLUMN_LINES or len(beside) < _COLUMN_LINES:
        return [None] * len(lines)
    left, right = min(line.left for line in own), max(line.right for line in own)
    other_left, other_right = min(line.left for line in beside), max(line.right for line in beside)
    if min(right, other_right) > max(left, other_left):
        return [None] * len(lines)
    gutter_left, gutter_right = (right, other_left) if right <= other_left else (other_right, left)
    return [
        False if row else (line.left < gutter_left and line.right > gutter_right) or None
        for line, row in zip(lines, rows, strict=True)
    ]


def _measure(block: Block) -> None:
    plain = [line for line in block.lines if not line.has_cells] or block.lines
    block.is_table = len(block.lines) - len(plain) >= _TABLE_SHARE * len(block.lines)
    em = block.size = sorted(line.size for line in plain)[len(plain) // 2]
    block.left = _margin(sorted(line.left for line in plain), em)
    block.right = -_margin(sorted(-line.right for line in plain), em)
    pairs = [
        (above, below)
        for above, below in zip(block.lines, block.lines[1:], strict=False)
        if abs(above.size - em) < 0.1 * em and abs(below.size - em) < 0.1 * em
    ]
    # Within sentences: paragraphs of few lines that end near the margin have more room between them.
    steps = sorted(
        b.baseline - a.baseline for a, b in pairs if a.text[-1] not in ENDS and is_full(a, b, block.right)
    )
    block.pitch = steps[len(steps) // 2] if len(steps) >= 3 else 0.0
    apart = (b.baseline - a.baseline for a, b in pairs)
    block.tight = min((step for step in apart if step > _TOUCHING_EM * em), default=0.0)
    broken = sum(
        b.text[0].islower()
        and a.text[-1] not in ENDS
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
