"""Where the names of a list stand in a text: looked up by first words, as no pattern of all could be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from index.model.span import Span

_WORD: Final = re.compile(r"(?<![\w-])[\w-]+")
_PART_OF_A_WORD: Final = re.compile(r"[\w-]")


class WordList:
    """Names in all their forms, found where they stand as whole words; of several the longest."""

    def __init__(self, forms: Iterable[str], *, folds_case: bool) -> None:
        """Sort the forms by their first words.

        Args:
            forms: The forms to find; in lower case if case does not matter.
            folds_case: Whether case does not matter.
        """
        self._folds_case = folds_case
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for form in sorted(set(forms), key=lambda form: (-len(form), form)):
            if first := _WORD.match(form):
                self._by_word[first.group()].append(form)

    def within(self, text: str, start: int, stop: int) -> Iterator[Span]:
        """Yield where names stand between two places, in order; none overlaps another."""
        reached = start
        for word in _WORD.finditer(text, start, stop):
            if word.start() < reached:
                continue
            for form in self._by_word.get(self._folded(word.group()), ()):
                end = word.start() + len(form)
                is_there = end <= stop and self._folded(text[word.start() : end]) == form
                if is_there and not _PART_OF_A_WORD.match(text, end, stop):
                    yield Span(word.start(), end)
                    reached = end
                    break

    def has(self, name: str) -> bool:
        """Whether a name is of the list, in any of its forms."""
        first = _WORD.match(name)
        return first is not None and self._folded(name) in self._by_word.get(self._folded(first.group()), ())

    def _folded(self, said: str) -> str:
        return said.lower() if self._folds_case else said
