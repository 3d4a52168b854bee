"""Cuts pdfium's text of a page into words and runs of punctuation, by tables instead of letter by letter.

pdfium marks the end of a line by CR LF, or by U+FFFE where it saw a hyphen there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BLANK, _WORD, _SIGN, _HYPHEN, _END, _SOFT = range(6)
_PLANE = 1 << 16
_IN_WORDS = re.compile("[\\w\u0300-\u036f\u0483-\u0487]")  # combining: accents, breve, titlo
_NOTHING = re.compile("[\\s\x00-\x1f\x7f-\x9f\uffff]")
_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"


class Cut(NamedTuple):
    """Where words and runs of punctuation stand in a text. Arrays of shape (n,).

    Attributes:
        starts: Offset of the first character of each.
        stops: Offset after the last one.
        are_hyphens: Whether it is a hyphen that divides a word at the end of a line.
        blanks: Whether something parts it from the one before, or it is the first of its line.
        begin_lines: Whether it is the first of its line.
    """

    starts: NDArray[np.intp]
    stops: NDArray[np.intp]
    are_hyphens: NDArray[np.bool_]
    blanks: NDArray[np.bool_]
    begin_lines: NDArray[np.bool_]


def cut(text: str) -> Cut:
    """Cut a text."""
    import numpy as np

    kinds = _kinds(text)
    begins = np.ones(len(kinds), bool)
    begins[1:] = (kinds[1:] != kinds[:-1]) | (kinds[1:] == _HYPHEN)
    starts = np.flatnonzero(begins)
    stops = np.append(starts[1:], len(kinds))
    runs = kinds[starts]
    are_hyphens = runs == _HYPHEN
    ended = np.cumsum((runs == _END) | are_hyphens)
    is_cut = (runs == _WORD) | (runs == _SIGN) | are_hyphens
    starts, stops, are_hyphens = starts[is_cut], stops[is_cut], are_hyphens[is_cut]
    # A hyphen ends its line and stands on it.
    lines = ended[is_cut] - are_hyphens
    begin_lines = np.ones(len(starts), bool)
    begin_lines[1:] = lines[1:] != lines[:-1]
    blanks = np.ones(len(starts), bool)
    blanks[1:] = starts[1:] > stops[:-1]
    return Cut(starts, stops, are_hyphens, blanks, begin_lines)


def _kinds(text: str) -> NDArray[np.uint8]:
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds: NDArray[np.uint8] = _table()[np.minimum(codes, _PLANE - 1)]
    for i in np.flatnonzero(codes >= _PLANE):
        kinds[i] = _kind(text[i])
    soft = np.flatnonzero(kinds == _SOFT)
    if len(soft):
        # Within a word it is a place where the word may be divided; at the end of one it divides it.
        after = np.append(kinds, _BLANK)[soft + 1]
        before = np.append(_BLANK, kinds)[soft]
        kinds[soft] = np.where(after != _WORD, _HYPHEN, np.where(before == _WORD, _WORD, _BLANK))
    return kinds


@cache
def _table() -> NDArray[np.uint8]:
    import numpy as np

    return np.array([_kind(chr(code)) for code in range(_PLANE)], np.uint8)


def _kind(character: str) -> int:
    if character == "\xad":
        return _SOFT
    if character == "\ufffe":
        return _HYPHEN
    if character in _ENDS:
        return _END
    if _IN_WORDS.match(character):
        return _WORD
    return _BLANK if _NOTHING.match(character) else _SIGN
