"""Lines as a person sees them, from the words of a page.

Everything here is in reading space (`index.pdf.frames`): lines run to the right and follow one another
downwards, whatever the rotation of the page or of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from index.pdf.spaced import close_spaced
from index.pdf.words import Strip, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAME_ROW_EM = 0.6  # of the smaller font: superscripts are raised by less, lines stand further apart
_SAME_CELLS_EM = 0.3  # cells of one row stand on one line; one that is centred in its row stands on none
_BACKWARDS_EM = 0.5  # kerning and italics overlap by less
_LINE_HYPHENS = frozenset("-\u2010\u00ac")  # what a divided word may end with; ¬ comes from OCR
# Letters are not three times as high as their font; nor are they a sixth of it, as a line of dots may be.
_LEAST_EM, _MOST_EM = 0.3, 6.0
_LEAST_SIZE_PT, _LARGEST_SIZE_PT = 0.5, 5000.0
_UNLIKE_EM = 0.6
_MARKER = re.compile(r"(?:\W|\d{1,2}[.)])\s")  # of an item; the gap after it is not stretched
_WIDE_GAP_EM = 2.5  # no blank is as wide, except between cells of a table
# The stroke of the marker covers capitals and descenders even where a line has none, or hides them in a word.
_CAP_EM, _DESCENT_EM = 0.72, 0.22
_ACCENTED_CAP_EM = 0.93
# What stands higher or deeper (braces and integrals of formulas, a cell that hangs lower) is not the line.
_TALLEST_EM, _DEEPEST_EM = 1.25, 0.5
_ACCENTED = re.compile("[ЙЁЎ]")


class WordColumns(NamedTuple):
    """The words of a page, as its lines refer to them. Arrays of shape (n,).

    Attributes:
        starts: Where each word or run of punctuation starts in the text of its line.
        stops: Where it stops there.
        lefts: `u` where it begins.
        rights: `u` where it ends.
        blanks: Whether a blank stands before it.
    """

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    lefts: NDArray[np.float32]
    rights: NDArray[np.float32]
    blanks: NDArray[np.bool_]


@dataclass(slots=True)
class PrintedLine:
    """One line of text in reading space.

    Attributes:
        page_index: Its page.
        direction: Quarter turns clockwise in which it runs on the displayed page.
        baseline: Where its letters stand.
        size: Height of its font.
        is_bold: Whether it is in bold type from its first word to its last.
        has_hyphen: Whether it ends in a hyphen that may only divide a word.
        is_torn: Whether it continues the last word of the line before it.
        left: Where its first letter begins.
        top: Upper edge of its letters.
        right: Where its last letter ends.
        bottom: Lower edge of its letters.
        text: Its words with single blanks.
        words: The words of its page, of which `first` to `last` (exclusive) are its own.
        first: As `words`.
        last: As `words`.
        has_cells: Whether it looks like a row of a table: parts of it stand far from one another.
        cell_left: Where the last of these parts begins; `left` if it has none.
        first_width: How much room its first word takes, with the punctuation that clings to it.
        confidence: Percent for each word or run of punctuation; None when all are printed as text.
        ends_paragraph: Whether the file itself says that a paragraph ends here.
    """

    page_index: int
    direction: int
    baseline: float
    size: float
    is_bold: bool
    has_hyphen: bool
    is_torn: bool
    left: float
    top: float
    right: float
    bottom: float
    text: str
    words: WordColumns
    first: int
    last: int
    has_cells: bool
    cell_left: float
    first_width: float
    confidence: bytes | None = None
    ends_paragraph: bool = False


def printed_lines(page_index: int, words: Words) -> list[PrintedLine]:
    """Join the strips that stand on one row."""
    import numpy as np

    if not words.texts:
        return []
    rows = _rows(words)
    firsts = np.array([row.first for row in rows])
    lasts = np.append(firsts[1:], len(words.texts))
    columns, texts = _columns(words, firsts)
    tops = np.minimum.reduceat(words.boxes[:, 1], firsts).tolist()
    bottoms = np.maximum.reduceat(words.boxes[:, 3], firsts).tolist()
    gaps = np.zeros(len(words.texts))
    gaps[1:] = np.where(columns.blanks[1:], words.boxes[1:, 0] - words.boxes[:-1, 2], 0.0)
    widest = np.maximum.reduceat(gaps, firsts).tolist()
    # Where the second word of each row begins, or its end.
    after_first = np.append(np.flatnonzero(columns.blanks), len(words.texts))
    seconds = np.minimum(after_first[np.searchsorted(after_first, firsts + 1)], lasts)
    lefts, rights = words.boxes[firsts, 0], words.boxes[lasts - 1, 2].tolist()
    first_widths = (words.boxes[seconds - 1, 2] - lefts).tolist()
    lines = []
    for (first, strip, is_bold, ends_paragraph), last, left, top, right, bottom, gap, first_width in zip(
        rows, lasts.tolist(), lefts.tolist(), tops, rights, bottoms, widest, first_widths, strict=True
    ):
        baseline, size = _font(words, strip, slice(first, last), (top, bottom))
        text = "".join(texts[first:last])
        cap = _ACCENTED_CAP_EM if _ACCENTED.search(text) else _CAP_EM
        has_cells = gap >= _WIDE_GAP_EM * size and _has_cells(
            text, gaps[first:last][columns.blanks[first:last]], size
        )
        lines.append(
            PrintedLine(
                page_index,
                strip.direction,
                baseline,
                size,
                is_bold,
                _has_hyphen(words.texts, columns, first, last),
                strip.is_torn,
                left,
                min(max(top, baseline - _TALLEST_EM * size), baseline - cap * size),
                right,
                max(min(bottom, baseline + _DEEPEST_EM * size), baseline + _DESCENT_EM * size),
                text,
                columns,
                first,
                last,
                has_cells,
                _cell_left(words, gaps, first, last, size) if has_cells else left,
                first_width,
                words.confidence[first:last] if words.confidence else None,
                ends_paragraph,
            )
        )
    return lines


class _Row(NamedTuple):
    """Strips on one row: its first word, its first strip, whether all is bold, whether a paragraph ends."""

    first: int
    strip: Strip
    is_bold: bool
    ends_paragraph: bool


def _rows(words: Words) -> list[_Row]:
    """Return the rows on which the strips stand."""
    import numpy as np

    rows: list[_Row] = []
    firsts = np.array(words.firsts)
    before = words.boxes[firsts - 1]
    gaps = (words.boxes[firsts, 0] - before[:, 2]).tolist()
    heights = (before[:, 3] - before[:, 1]).tolist()
    for strip, first, gap, height in zip(words.strips, words.firsts, gaps, heights, strict=True):
        if rows:
            above = rows[-1].strip
            em = min(above.size, strip.size) or height
            most = _SAME_ROW_EM if gap < _WIDE_GAP_EM * em else _SAME_CELLS_EM
            if (
                strip.direction == above.direction
                and abs(strip.baseline - above.baseline) <= most * em
                and gap >= -_BACKWARDS_EM * em
            ):
                is_bold = rows[-1].is_bold and strip.is_bold
                rows[-1] = rows[-1]._replace(is_bold=is_bold, ends_paragraph=strip.ends_paragraph)
                continue
        rows.append(_Row(first, strip, strip.is_bold, strip.ends_paragraph))
    return rows


def _columns(words: Words, firsts: NDArray[np.int64]) -> tuple[WordColumns, list[str]]:
    """Return the words as their lines refer to them, and their letters with the blanks before them."""
    import numpy as np

    blanks = words.blanks.copy()
    blanks[[first for first, strip in zip(words.firsts, words.strips, strict=True) if strip.is_torn]] = False
    blanks[firsts] = False
    lengths = np.fromiter(map(len, words.texts), np.int64, len(words.texts))
    close_spaced(words, lengths, blanks)
    stops = np.cumsum(lengths + blanks)
    starts = stops - lengths
    counts = np.diff(np.append(firsts, len(words.texts)))
    begins = np.repeat(starts[firsts], counts)
    columns = WordColumns(
        starts - begins,
        stops - begins,
        words.boxes[:, 0].astype(np.float32),
        words.boxes[:, 2].astype(np.float32),
        blanks,
    )
    letters = [
        f" {text}" if blank else text for text, blank in zip(words.texts, blanks.tolist(), strict=True)
    ]
    return columns, letters


def _has_hyphen(texts: list[str], columns: WordColumns, first: int, last: int) -> bool:
    return (
        last - first > 1
        and texts[last - 1] in _LINE_HYPHENS
        and not columns.blanks.item(last - 1)
        and texts[last - 2][-1].isalnum()
    )


def _has_cells(text: str, stretched: NDArray[np.float64], size: float) -> bool:
    """Whether blanks of which one is very wide are those between cells.

    Args:
        text: Text of the line.
        stretched: Widths of its blanks.
        size: Height of its font.
    """
    gaps: list[float] = stretched.tolist()
    if len(gaps) > 1 and _MARKER.match(text):
        gaps = gaps[1:]
    widest = max(gaps)
    if widest < _WIDE_GAP_EM * size:
        return False
    if len(gaps) == 1:
        return widest > 2 * _WIDE_GAP_EM * size
    # In a justified line all blanks are stretched alike; cells are not, even where each is a single word.
    if min(gaps) > _WIDE_GAP_EM / 2 * size:
        return max(gaps) - min(gaps) > _UNLIKE_EM * size
    return widest > 2 * max(sorted(gaps)[len(gaps) // 2 - 1], 0.2 * size)


def _cell_left(words: Words, gaps: NDArray[np.float64], first: int, last: int, size: float) -> float:
    """Return where the last cell of a row begins."""
    import numpy as np

    wide = np.flatnonzero(gaps[first:last] >= _WIDE_GAP_EM * size)
    return words.boxes.item(first + wide.item(-1), 0)


def _font(words: Words, strip: Strip, row: slice, extent: tuple[float, float]) -> tuple[float, float]:
    """Return baseline and size, from the letters themselves where the font's word is not to be trusted."""
    top, bottom = extent
    height = bottom - top
    size = strip.size
    is_near = top - size <= strip.baseline <= bottom + size
    is_large = size > _LARGEST_SIZE_PT or (size > _MOST_EM * height and _has_tall_letters(words, row))
    if size >= max(_LEAST_EM * height, _LEAST_SIZE_PT) and is_near and not is_large:
        return strip.baseline, size
    return bottom, max(height, _LEAST_SIZE_PT)


def _has_tall_letters(words: Words, row: slice) -> bool:
    """Whether there are letters with a height: those of fonts without outlines have none and tell nothing."""
    heights = (words.boxes[row, 3] - words.boxes[row, 1]).tolist()
    return any(
        height > _LEAST_SIZE_PT and text[0].isalnum()
        for height, text in zip(heights, words.texts[row], strict=True)
    )
