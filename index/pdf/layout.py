"""Lines as a person sees them, from the strips of a page.

Everything here is in reading space (`index.pdf.frames`): lines run to the right and follow one another
downwards, whatever the rotation of the page or of the text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from index.model.textmap import SURE
from index.pdf.words import Strip

_SAME_ROW_EM = 0.6  # of the smaller font: superscripts are raised by less, lines stand further apart
_BACKWARDS_EM = 0.5  # kerning and italics overlap by less
_LINE_HYPHENS = frozenset("-\u2010\u00ac")  # what a divided word may end with; ¬ comes from OCR
# Letters are not three times as high as their font; nor are they a sixth of it, as a line of dots may be.
_LEAST_EM, _MOST_EM = 0.3, 6.0
_LEAST_SIZE_PT, _LARGEST_SIZE_PT = 0.5, 5000.0
_UNLIKE_EM = 0.6
_MARKER = re.compile(r"(?:\W|\d{1,2}[.)])\s")  # of an item; the gap after it is not stretched
_WIDE_GAP_EM = 2.5  # no blank is as wide, except between cells of a table
# The stroke of the marker covers capitals and descenders even where a line has none.
_CAP_EM, _DESCENT_EM = 0.68, 0.2


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
        confidence: Percent for each word or run of punctuation; None when all are printed as text.
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
    confidence: bytes | None = None

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
    text = "".join(parts)
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
        text,
        bounds,
        edges,
        _has_cells(text, gaps, size),
        edges[2 * first - 1] - edges[0],
        bytes(atom.confidence for atom in atoms) if any(atom.confidence < SURE for atom in atoms) else None,
    )


def _has_cells(text: str, gaps: list[float], size: float) -> bool:
    widest = max(gaps, default=0.0)
    if widest < _WIDE_GAP_EM * size:
        return False
    if len(gaps) == 1:
        return widest > 2 * _WIDE_GAP_EM * size
    # In a justified line all blanks are stretched alike; cells are not, even where each is a single word.
    if min(gaps) > _WIDE_GAP_EM / 2 * size:
        stretched = gaps[1:] if _MARKER.match(text) else gaps
        return max(stretched) - min(stretched) > _UNLIKE_EM * size
    return widest > 2 * max(sorted(gaps)[len(gaps) // 2 - 1], 0.2 * size)


def _font(strip: Strip, top: float, bottom: float) -> tuple[float, float]:
    """Return baseline and size, from the letters themselves where the font's word is not to be trusted."""
    height = bottom - top
    size = strip.size
    is_near = top - size <= strip.baseline <= bottom + size
    is_large = size > _LARGEST_SIZE_PT or (size > _MOST_EM * height and _has_tall_letters(strip))
    if size >= max(_LEAST_EM * height, _LEAST_SIZE_PT) and is_near and not is_large:
        return strip.baseline, size
    return bottom, max(height, _LEAST_SIZE_PT)


def _has_tall_letters(strip: Strip) -> bool:
    """Whether there are letters with a height: those of fonts without outlines have none and tell nothing."""
    words = [atom for atom in strip.atoms if atom.text[0].isalnum()]
    return any(atom.bottom - atom.top > _LEAST_SIZE_PT for atom in words)
