"""A text as its letters and digits alone: what stays when it is set, hyphenated or recognised anew."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from index.model.span import Span

_RUN: Final = re.compile(r"[^\W_]+")
_SHINGLE: Final = 4
"""Words that, together, rarely stand in a text twice."""


class Letters:
    """The letters and digits of a text, small, ё as е, and where each stands.

    Attributes:
        text: The text.
        letters: Its letters and digits, one behind another.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets = array("I")
        runs = []
        for match in _RUN.finditer(text):
            runs.append(folded(match.group()))
            self._offsets.extend(range(*match.span()))
        self.letters = "".join(runs)

    def __len__(self) -> int:
        return len(self.letters)

    def number_at(self, offset: int) -> int:
        """Return the number of the first letter at or behind an offset of the text."""
        return bisect_left(self._offsets, offset)

    def span(self, start: int, stop: int) -> Span:
        """Return where letters stand in the text, from one up to another that is not among them."""
        return Span(self._offsets[start], self._offsets[stop - 1] + 1)


def folded(text: str) -> str:
    """Return letters as they are compared, as many as there are."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("ё", "е")


def only_letters(text: str) -> str:
    """Return the letters and digits of a text as they are compared."""
    return "".join(folded(run) for run in _RUN.findall(text))


def course(old: str, new: str) -> Callable[[int], int]:
    """Return about where in a new text stands what stood at an offset of the old one.

    Four words that stand once in either text are the same place in both. What lies behind one of them is as
    far behind it in the other.
    """
    here, there = _shingles(old), _shingles(new)
    pairs = sorted((offset, there[words]) for words, offset in here.items() if words in there)
    befores = [before for before, _ in pairs]

    def expected(offset: int) -> int:
        number = bisect_left(befores, offset + 1) - 1
        before, after = pairs[number] if number >= 0 else (0, 0)
        return max(0, min(len(new), after + offset - before))

    return expected


def _shingles(text: str) -> dict[tuple[str, ...], int]:
    """Return each run of four words that stands in a text once, and where."""
    words = [(folded(match.group()), match.start()) for match in _RUN.finditer(text)]
    found: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for number in range(len(words) - _SHINGLE + 1):
        key = tuple(word for word, _ in words[number : number + _SHINGLE])
        if key in found:
            twice.add(key)
        found[key] = words[number][1]
    return {key: offset for key, offset in found.items() if key not in twice}
