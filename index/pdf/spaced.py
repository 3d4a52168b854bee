"""Words that are set with blanks between their letters: «Р А С П О Р Я Ж Е Н И Е»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.pdf.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST_LETTERS = 4
_WORD_GAP = 1.6  # of the gap between letters: more parts words


def close_spaced(words: Words, lengths: NDArray[np.int64], blanks: NDArray[np.bool_]) -> None:
    """Take away the blanks within words set letter by letter.

    A run of letters is one word, or several parted by wider gaps, if the dictionary knows what comes out.

    Args:
        words: The words of a page; letters with blanks between them are words of their own.
        lengths: How many letters each has.
        blanks: Whether a blank stands before each; changed in place.
    """
    from index.text.morphology import is_known

    for first, last in _runs(lengths == 1, blanks):
        for start, stop in _parts(words, first, last):
            word = "".join(words.texts[start:stop])
            if len(word) >= _LEAST_LETTERS and word.isalpha() and is_known(word):
                blanks[start + 1 : stop] = False


def _runs(are_single: NDArray[np.bool_], blanks: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of single characters with blanks between them, on one row."""
    import numpy as np

    # A run goes on where one follows another after a blank.
    goes_on = np.zeros(len(are_single), bool)
    goes_on[1:] = are_single[1:] & are_single[:-1] & blanks[1:]
    edges = np.flatnonzero(np.diff(np.concatenate(([False], goes_on, [False]))))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if last - first + 1 >= _LEAST_LETTERS:
            yield first - 1, last


def _parts(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a run: between them the gaps are wider."""
    gaps = (words.boxes[first + 1 : last, 0] - words.boxes[first : last - 1, 2]).tolist()
    usual = sorted(gaps)[len(gaps) // 2]
    start = first
    for i, gap in enumerate(gaps, first + 1):
        if gap > _WORD_GAP * usual:
            yield start, i
            start = i
    yield start, last
