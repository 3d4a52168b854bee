"""Words that run over the end of a line without a hyphen, parted where their letters leave their row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from index.pdf.letters import clean
from index.pdf.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Letters(NamedTuple):
    """The letters of some words, in order; columns of one length.

    Attributes:
        words: Which word each is of, ascending.
        texts: Each by itself.
        numbers: pdfium's number of each.
        sides: Left, bottom, right, top in file space, shape (n, 4).
        boxes: Left, top, right, bottom in reading space, shape (n, 4).
    """

    words: NDArray[np.intp]
    texts: list[str]
    numbers: NDArray[np.int64]
    sides: Floats
    boxes: Floats


def parted(pieces: Pieces, letters: Letters) -> Pieces:
    """Return all words, of some of them the parts that stand on one row each.

    Args:
        pieces: All words.
        letters: Those of the words that may have to be parted; of one word at least.
    """
    import numpy as np

    words, above, below = letters.words, letters.boxes[:-1], letters.boxes[1:]
    begin_words, begin_parts = np.ones(len(words), bool), np.ones(len(words), bool)
    begin_words[1:] = words[1:] != words[:-1]
    begin_parts[1:] = begin_words[1:] | (below[:, 1] > above[:, 3]) | (below[:, 3] < above[:, 1])
    firsts = np.flatnonzero(begin_parts)
    counts = np.maximum(1, np.bincount(words[firsts], minlength=len(pieces.texts)))
    of = np.repeat(np.arange(len(counts)), counts)
    made = Pieces([pieces.texts[k] for k in of.tolist()], *(column[of] for column in pieces.columns()))
    parts = np.flatnonzero(np.isin(of, words))
    made.numbers[parts] = letters.numbers[firsts]
    made.sides[parts], made.boxes[parts] = _hulls(letters.sides, firsts), _hulls(letters.boxes, firsts)
    rest = parts[~begin_words[firsts]]
    made.blanks[rest] = made.begin_lines[rest] = False
    bounds = [*firsts.tolist(), len(words)]
    for k, (first, stop) in zip(parts.tolist(), pairwise(bounds), strict=True):
        made.texts[k] = clean("".join(letters.texts[first:stop]))
    return made


def _hulls(boxes: Floats, firsts: NDArray[np.intp]) -> Floats:
    """Return the box around each run of boxes; the runs begin at `firsts`."""
    import numpy as np

    least = np.minimum.reduceat(boxes[:, :2], firsts)
    return np.hstack((least, np.maximum.reduceat(boxes[:, 2:], firsts)))
