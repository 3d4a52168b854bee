"""The words of a page for its tables: those of the document's text, made exact and complete by pdfplumber's.

In a table, words of neighbouring cells that stand half a line apart may be one line of the document's text,
and a line has one height (`index.model.textmap`). Which line of its cell such a word stands on, only its own
box tells. And what was taken for furniture is no part of the text at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.pdf.table_ink import TableWord

_CLOSE_PT = 1.5
_SHELF_PT = 24.0
_TALL = 1.2  # a line that much higher than its word holds words of other lines
_SHARED = 0.5


def merged_words(
    known: Sequence[TableWord], seen: Sequence[TableWord], *, is_upright: bool
) -> list[TableWord]:
    """Return the words of the text with their own boxes, and those that the text does not have.

    Args:
        known: The words of the document's text, in page space.
        seen: The words that pdfplumber sees, in page space.
        is_upright: Whether text runs to the right or to the left. Otherwise pdfplumber's words are single
            letters, and none of them is used.
    """
    if not is_upright:
        return list(known)
    exact = _Shelves(seen)
    words = [_exact(word, exact) for word in known]
    ours = _Shelves(known)
    words += (word for word in seen if not any(_holds(other, word) for other in ours.near(word)))
    return words


class _Shelves:
    """Words by height on the page."""

    def __init__(self, words: Iterable[TableWord]) -> None:
        self._shelves: dict[int, list[TableWord]] = {}
        for word in words:
            for shelf in self._range(word):
                self._shelves.setdefault(shelf, []).append(word)

    def near(self, word: TableWord) -> Iterator[TableWord]:
        """Yield the words at about the height of another, some of them twice."""
        for shelf in self._range(word):
            yield from self._shelves.get(shelf, ())

    @staticmethod
    def _range(word: TableWord) -> range:
        return range(int(word.top // _SHELF_PT), int(word.bottom // _SHELF_PT) + 1)


def _exact(word: TableWord, seen: _Shelves) -> TableWord:
    """Return a word with the height that pdfplumber sees where its line is higher than itself."""
    best, most = word, _SHARED * (word.right - word.left)
    for other in seen.near(word):
        shared = min(word.right, other.right) - max(word.left, other.left)
        inside = word.top - _CLOSE_PT <= other.middle[1] <= word.bottom + _CLOSE_PT
        is_tall = word.bottom - word.top > _TALL * (other.bottom - other.top)
        if shared > most and inside and is_tall and _is_part(word.text, other.text):
            best, most = word._replace(top=other.top, bottom=other.bottom), shared
    return best


def _is_part(ours: str, theirs: str) -> bool:
    return ours[:2] == theirs[:2] or ours in theirs or theirs in ours


def _holds(known: TableWord, word: TableWord) -> bool:
    x, y = word.middle
    return (
        known.left - _CLOSE_PT <= x <= known.right + _CLOSE_PT
        and known.top - _CLOSE_PT <= y <= known.bottom + _CLOSE_PT
    )
