"""The strips on which words stand: a strip ends where pdfium ends a line, and where the text jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.pdf.frames import PageFrame
from index.pdf.glyphs import Glyphs
from index.pdf.pieces import Pieces
from index.pdf.words import Strip, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_BACKWARDS_EM = 0.5  # kerning and italics overlap by less
_RAISED_EM, _LOWERED_EM = 1.1, 0.5  # superscripts and subscripts stay closer to the line
_MOST_JUMPS = 60  # within one line of pdfium's


def stripped(pieces: Pieces, glyphs: Glyphs, frame: PageFrame) -> Words:
    """Return the pieces as words on strips.

    Args:
        pieces: In the order of the file.
        glyphs: The page they are from.
        frame: How it is displayed.
    """
    import numpy as np

    n = len(pieces.texts)
    are_first = pieces.begin_lines.copy()
    baselines, sizes = np.zeros(n), np.zeros(n)
    new = np.flatnonzero(are_first)
    for jump in range(_MOST_JUMPS):
        origins, heights = glyphs.fonts(pieces.numbers[new].tolist())
        baselines[new] = frame.turned(origins[:, [0, 1, 0, 1]], pieces.directions[new])[:, 1]
        sizes[new] = heights
        of = np.flatnonzero(are_first)[np.cumsum(are_first) - 1]
        where = np.flatnonzero(_jumps(pieces.boxes, baselines[of], sizes[of]) & ~are_first)
        if not len(where):
            break
        # Only the first one of each strip: those after it are judged by the new strip.
        new = where if jump == _MOST_JUMPS - 2 else where[np.unique(of[where], return_index=True)[1]]
        are_first[new] = True
        _turn_again(pieces, glyphs, frame, new, are_first)
    firsts = np.flatnonzero(are_first)
    are_torn = ~pieces.begin_lines & ~pieces.blanks
    lasts = np.append(firsts, n)[1:] - 1
    ends = glyphs.are_bold(pieces.numbers[np.concatenate((firsts, lasts))].tolist())
    are_bold = [begin and end for begin, end in zip(ends[: len(firsts)], ends[len(firsts) :], strict=True)]
    columns = [column[firsts].tolist() for column in (pieces.directions, baselines, sizes, are_torn)]
    columns.insert(3, are_bold)
    strips = [Strip(*row) for row in zip(*columns, strict=True)]
    return Words(pieces.texts, pieces.blanks, pieces.boxes, strips, firsts.tolist())


def _turn_again(
    pieces: Pieces, glyphs: Glyphs, frame: PageFrame, new: NDArray[np.intp], are_first: NDArray[np.bool_]
) -> None:
    """Where text jumps it may also turn."""
    import numpy as np

    ends = np.append(np.flatnonzero(are_first), len(are_first))
    for i, angle in zip(new.tolist(), glyphs.angles(pieces.numbers[new].tolist()), strict=True):
        direction = frame.direction(max(0.0, angle))
        if direction != pieces.directions[i]:
            strip = slice(i, int(ends[np.searchsorted(ends, i, "right")]))
            pieces.directions[strip] = direction
            pieces.boxes[strip] = frame.turned(pieces.sides[strip], pieces.directions[strip])


def _jumps(boxes: Floats, baselines: Floats, sizes: Floats) -> NDArray[np.bool_]:
    """Return which words stand on another row than their strip, or go back; pdfium may not see it."""
    import numpy as np

    left, top, right, bottom = boxes.T
    ems = np.maximum(sizes, bottom - top)
    found: NDArray[np.bool_] = (bottom < baselines - _RAISED_EM * ems) | (top > baselines + _LOWERED_EM * ems)
    found[1:] |= left[1:] < right[:-1] - _BACKWARDS_EM * ems[1:]
    return found
