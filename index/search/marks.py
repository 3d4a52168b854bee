"""From positions of tokens to spans of the text, without a place kept for every token.

The index keeps the first character of every sixteenth token; the others are found by reading on from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from numpy.typing import NDArray  # noqa: TID253 - marks are an array of the index

from index.model.span import Span
from index.search.batch import MARK_EVERY
from index.text.tokens import TOKEN


class Marks:
    """Finds the tokens of one document.

    Args:
        text: Its text, the one that was indexed.
        marks: First character of every sixteenth token.
    """

    def __init__(self, text: str, marks: NDArray[Any]) -> None:
        self._text, self._marks = text, marks
        self._block, self._places = -1, list[tuple[int, int]]()

    def spans(self, intervals: Iterable[tuple[int, int]]) -> list[Span]:
        """Return the spans of intervals of positions, ascending ones; none for those beyond the text.

        The text may be newer than the index for the moment in which a document is read again.
        """
        found: list[Span] = []
        for first, last in intervals:
            start, stop = self._place(first), self._place(last - 1)
            if start is not None and stop is not None:
                found.append(Span(start[0], stop[1]))
        return found

    def _place(self, position: int) -> tuple[int, int] | None:
        block, at = divmod(position, MARK_EVERY)
        if block != self._block:
            if block >= len(self._marks):
                return None
            matches = TOKEN.finditer(self._text, int(self._marks[block]))
            self._block = block
            self._places = [match.span() for match in islice(matches, MARK_EVERY)]
        return self._places[at] if at < len(self._places) else None
