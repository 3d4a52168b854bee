"""The habits of a document: how its lines are spaced, indented and aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from index.pdf.columns import ENDS, Block, is_full
from index.pdf.layout import PrintedLine

SLIGHT_DIFFERENCE = 0.06
"""Sizes that differ by less are one."""
INDENT_EM = 0.8
"""A line that begins further in than this is indented."""
RIGHT_SHARE = 0.3
"""Lines at the right begin after this share of the width of their column."""
_WIDEST_INDENT_EM = 6.0
_CENTRED_EM = 2.0
_WIDEST_OWN_PITCH = 1.3  # what is set wider is parted, as statements on a slide


class Alignment(Enum):
    """How a line stands in its column."""

    PLAIN = "plain"
    CENTRED = "centred"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Manner:
    """Habits of a document.

    Attributes:
        body_size: Size of most of its letters.
        has_indents: Whether its paragraphs begin with an indent.
        pitches: Usual distance of baselines by rounded font size.
        declares_paragraphs: Whether the file itself says where paragraphs end, as editions do.
    """

    body_size: float
    has_indents: bool
    pitches: dict[int, float]
    declares_paragraphs: bool = False

    def pitch(self, line: PrintedLine, block: Block) -> float:
        """Return the usual distance of baselines around a line; 0 when unknown."""
        usual = self.pitches.get(round(line.size), 0.0)
        is_own = block.pitch and abs(block.size - line.size) < SLIGHT_DIFFERENCE * line.size
        if is_own and not (usual and block.pitch > _WIDEST_OWN_PITCH * usual):
            return block.pitch
        return usual


def align(line: PrintedLine, block: Block) -> Alignment:
    """Return how a line stands in its column; a line that fills the column is plain."""
    left, right = line.left - block.left, block.right - line.right
    if min(left, right) > 2 * line.size and abs(left - right) < _CENTRED_EM * line.size:
        return Alignment.CENTRED
    if left > RIGHT_SHARE * block.width and left > 3 * line.size and right < 3 * line.size:
        return Alignment.RIGHT
    return Alignment.PLAIN


def declares_paragraphs(last_lines: Sequence[PrintedLine]) -> bool:
    """Whether a file says itself where paragraphs end: then its last one, before a page number, has an end.

    A file with a stray separator does not count.
    """
    return any(line.ends_paragraph for line in last_lines[-2:])


def manner_of(columns: Sequence[Block]) -> Manner:
    """Learn the habits of a document from its columns."""
    letters: dict[float, int] = {}
    steps: dict[int, list[float]] = {}
    indents = plain = 0
    for block in columns:
        for above, below in zip(block.lines, block.lines[1:], strict=False):
            if is_full(above, below, block.right):
                is_alike = abs(above.size - below.size) < SLIGHT_DIFFERENCE * above.size
                if is_alike and above.text[-1] not in ENDS:
                    steps.setdefault(round(above.size), []).append(below.baseline - above.baseline)
            elif not below.has_cells and align(below, block) is Alignment.PLAIN:
                shift = (below.left - block.left) / below.size
                indents += INDENT_EM <= shift <= _WIDEST_INDENT_EM
                plain += shift < INDENT_EM
        _count_letters(block.lines, letters)
    pitches = {size: sorted(values)[len(values) // 2] for size, values in steps.items() if len(values) >= 3}
    return Manner(
        max(letters, key=lambda size: letters[size], default=0.0),
        indents > plain,
        pitches,
        bool(columns) and declares_paragraphs(columns[-1].lines),
    )


def _count_letters(lines: Iterable[PrintedLine], letters: dict[float, int]) -> None:
    for line in lines:
        size = round(line.size, 1)
        letters[size] = letters.get(size, 0) + len(line.text)
