"""Where lines of an edition end, so that they are put together again exactly.

Nothing is hyphenated, and lines are ragged at the right: in a narrow column that is calmer than wide blanks.
As printers have it, a line never ends in a word of one letter, before a dash or within a number. A word wider
than the column is cut, and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

Width = Callable[[str], float]
"""Returns how wide a text is when printed, in points."""

# Two words in one line: before a dash, after «в» or «№», within «1 000 000» and «5 %».
_BOUND: Final = re.compile(r"[^ ]* [–—−]\Z|(?:\W*[^\W\d_]|№|§) |[^ ]*\d (?:\d{3}(?!\d)|%)")
_GOOD_CUT: Final = re.compile(r"[/&=?_.,;:)\]-]")
_COMBINING: Final = re.compile("[\u0300-\u036f\u0483-\u0489]")


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line.

    Attributes:
        text: Its words, parted by single blanks.
        width: How wide it is when printed, in points.
        is_last: Whether it ends its paragraph.
        is_torn: Whether its last word runs on in the next line.
    """

    text: str
    width: float
    is_last: bool = False
    is_torn: bool = False


def break_lines(text: str, width: Width, first_room: float, room: float) -> list[SetLine]:
    """Break a plain text into lines.

    Args:
        text: Words parted by single blanks; not empty.
        width: Measures.
        first_room: Width of the first line in points.
        room: Width of the others.
    """
    blank = width(" ")
    words = _pieces(text, width, min(first_room, room))
    lines: list[SetLine] = []
    begin = 0
    while begin < len(words):
        end = _end(words, begin, blank, room if lines else first_room)
        taken = words[begin:end]
        lines.append(
            SetLine(
                " ".join(word for word, _, _ in taken),
                sum(extent for _, extent, _ in taken) + blank * (len(taken) - 1),
                is_last=end == len(words),
                is_torn=taken[-1][2],
            )
        )
        begin = end
    return lines


def _end(words: list[tuple[str, float, bool]], begin: int, blank: float, room: float) -> int:
    """Return where a line ends that begins with a word: as many as fit, less those it must not end with."""
    used, end = words[begin][1], begin + 1
    while end < len(words) and not words[end - 1][2] and used + blank + words[end][1] <= room:
        used += blank + words[end][1]
        end += 1
    if end == len(words) or words[end - 1][2]:
        return end
    return next((place for place in range(end, begin, -1) if not _is_bound(words, place)), end)


def _is_bound(words: list[tuple[str, float, bool]], place: int) -> bool:
    return is_bound(words[place - 1][0], words[place][0])


def is_bound(word: str, following: str) -> bool:
    """Whether two words should not be parted by the end of a line."""
    return bool(_BOUND.match(f"{word} {following}"))


def _pieces(text: str, width: Width, room: float) -> list[tuple[str, float, bool]]:
    """Return the words of a text, cut where they must be: each with its width, and whether it runs on."""
    parts = (part for word in text.split(" ") for part in _cut(word, width, room))
    return [(part, width(part), is_torn) for part, is_torn in parts]


def _cut(word: str, width: Width, room: float) -> list[tuple[str, bool]]:
    """Cut a word that is wider than its line; each part says whether it runs on."""
    if width(word) <= room:
        return [(word, False)]
    reach = list(accumulate(map(width, word), initial=0.0))
    parts: list[tuple[str, bool]] = []
    begin = 0
    while reach[-1] - reach[begin] > room and len(word) - begin > 1:
        most = max(begin + 1, bisect_right(reach, reach[begin] + room, begin) - 1)
        end = _cut_place(word, begin, min(most, len(word) - 1))
        parts.append((word[begin:end], True))
        begin = end
    return [*parts, (word[begin:], False)]


def _cut_place(word: str, begin: int, most: int) -> int:
    """Return where a part of a word that begins at `begin` ends: after a stroke or so, if one is near."""
    fits = [place for place in range(most, begin, -1) if _may_cut(word, place)]
    if not fits:
        return most
    near = begin + 2 * (most - begin) // 3
    return next((place for place in fits if place > near and _GOOD_CUT.match(word[place - 1])), fits[0])


def _may_cut(word: str, place: int) -> bool:
    return not _COMBINING.match(word[place])
