"""Where the forms of one field stand, in one segment: the postings.

Forms are numbered in the order of their likeliest lemmas, so that the forms of a word lie side by side and a
query for a word in any form reads one piece of each array, or few. `documents` holds, for each form, the
documents that have it, ascending; `counts` how often, 255 standing for a number kept in `large`; `low` and
`high` the positions, eight low bits and as many high ones as the longest document of the segment needs.

| array | holds |
|---|---|
| `postings_at`, `places_at` | for each form its first posting, its first position |
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.search.arrayfile import ArrayFile
from index.search.dictionary import Dictionary
from index.search.keys import POSITION_BITS, Bools, Ints, runs

_SHORT_BITS: Final = 16
"""Of a position in a short key, beside the number of one of 65,536 documents."""
_MOST: Final = 3
"""From one document in so many on, reading the places of all beats gathering those that are wanted."""
LARGE: Final = 255
"""What stands in `counts` for a number that does not fit."""
HIGH_BITS: Final = (0, 2, 4, 8, 16)
"""How many bits of a position may be kept in `high`."""
_FEW_ROWS: Final = 24
"""Pieces that are read one by one; more are gathered at once."""
_DENSE: Final = 12
"""From one posting in so many documents on, adding up by document number beats sorting."""


class FieldFile:
    """The postings of one field of one segment. Any thread may read them.

    Args:
        file: The file.
        document_count: Documents of the segment.

    Attributes:
        words: The words by which forms are found.

    Raises:
        IndexDamaged: If the file is not what was written; so do the methods.
    """

    def __init__(self, file: ArrayFile, document_count: int) -> None:
        self._file, self._document_count = file, document_count
        self.words = Dictionary(file)
        self._postings_at, self._places_at = file["postings_at"].all(), file["places_at"].all()
        self._documents, self._counts = file["documents"], file["counts"]
        self._large_at, self._large = file["large_at"].all(), file["large"].all()
        self._low, self._high = file["low"], file["high"]
        self._high_bits = int(file.facts["high_bits"])
        self._kind: type[Any] = np.uint32 if self._high_bits <= _SHORT_BITS - 8 else np.int64

    def sums(self, numbers: NDArray[Any]) -> tuple[Ints, Ints]:
        """Return the documents that have any of the forms, ascending, and how often they have them.

        Args:
            numbers: Forms, ascending, none twice.
        """
        documents, counts = self._scattered(numbers)
        if len(numbers) < 2:
            return documents.astype(np.int64), counts.astype(np.int64)
        if len(documents) * _DENSE > self._document_count:
            total = np.bincount(documents, counts, self._document_count)
            found = np.flatnonzero(total > 0)
            return found, total[found].astype(np.int64)
        order = np.argsort(documents, kind="stable")
        documents, counts = documents[order].astype(np.int64), counts[order].astype(np.int64)
        firsts = np.flatnonzero(np.diff(documents, prepend=-1) != 0)
        return documents[firsts], np.add.reduceat(counts, firsts) if len(firsts) else counts

    def keys(self, numbers: NDArray[Any], wanted: Bools | None = None) -> Ints:
        """Return where any of the forms stands: `document << 24 | position`, ascending.

        Args:
            numbers: Forms, ascending, none twice.
            wanted: For each document of the segment, whether to look into it; None for all.
        """
        pieces = [self._keys(first, last, wanted) for first, last in _rows(numbers)]
        if not pieces:
            return np.zeros(0, np.int64)
        found = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
        if len(numbers) > 1:
            found.sort()
        return found if self._kind is np.int64 else _long(found)

    def keys_by_form(self, first: int, last: int) -> Ints:
        """Return `form << 40 | document << 24 | position` of the forms of a range of numbers, ascending."""
        documents, counts = self._postings(first, last)
        form = np.repeat(np.arange(first, last), np.diff(self._postings_at[first : last + 1]))
        postings = form << 16 | documents
        start, stop = int(self._places_at[first]), int(self._places_at[last])
        positions = self._positions(start, stop).astype(np.int64)
        return np.repeat(postings, counts) << POSITION_BITS | positions

    def let_go(self) -> None:
        """Give back the memory of what was read so far."""
        self._file.let_go()

    def place_counts(self) -> Ints:
        """Return for each form the number of its places."""
        counts: Ints = np.diff(self._places_at).astype(np.int64)
        return counts

    def _scattered(self, numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return documents and counts of some forms, form by form."""
        rows = _rows(numbers)
        if len(rows) == 1:
            return self._postings(*rows[0])
        if len(rows) <= _FEW_ROWS:
            pieces = [self._postings(first, last) for first, last in rows]
            documents = np.concatenate([piece[0] for piece in pieces]) if pieces else np.zeros(0, np.int64)
            return documents, np.concatenate([piece[1] for piece in pieces]) if pieces else documents
        starts = self._postings_at[numbers]
        at = runs(starts, self._postings_at[numbers + 1] - starts)
        first, last = int(numbers[0]), int(numbers[-1]) + 1
        documents, counts = self._postings(first, last)
        at -= int(self._postings_at[first])
        return documents[at], counts[at]

    def _postings(self, first: int, last: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return documents and counts of the forms of a range of numbers, form by form."""
        start, stop = int(self._postings_at[first]), int(self._postings_at[last])
        documents, counts = self._documents.part(start, stop), self._counts.part(start, stop)
        if len(self._large_at):
            low, high = np.searchsorted(self._large_at, (start, stop))
            if high > low:
                counts = counts.astype(np.int64)
                counts[self._large_at[low:high] - start] = self._large[low:high]
        return documents, counts

    def _keys(self, first: int, last: int, wanted: Bools | None) -> NDArray[Any]:
        """Return keys, short ones where positions have 16 bits at most: they are sorted in half the time."""
        documents, counts = self._postings(first, last)
        start, stop = int(self._places_at[first]), int(self._places_at[last])
        if wanted is None:
            positions = self._positions(start, stop)
        else:
            is_wanted = wanted[documents]
            number = np.count_nonzero(is_wanted)
            if not number:
                return np.zeros(0, self._kind)
            if number * _MOST > len(documents):
                positions = self._positions(start, stop)
                if number < len(documents):
                    positions = positions[np.repeat(is_wanted, counts)]
                    documents, counts = documents[is_wanted], counts[is_wanted]
            else:
                starts = np.cumsum(counts, dtype=np.int64) - counts + start
                documents, counts = documents[is_wanted], counts[is_wanted]
                positions = self._positions_of(start, stop, runs(starts[is_wanted], counts))
        bits = POSITION_BITS if self._kind is np.int64 else _SHORT_BITS
        found: NDArray[Any] = np.repeat(documents.astype(self._kind) << bits, counts)
        found |= positions
        return found

    def _positions(self, start: int, stop: int) -> NDArray[Any]:
        """Return the positions of a part of the arrays."""
        low = self._low.part(start, stop).astype(self._kind)
        bits = self._high_bits
        if not bits or stop == start:
            return low
        if bits >= 8:
            return _with_high(low, self._high.part(start, stop))
        each = 8 // bits
        packed = self._high.part(start // each, (stop - 1) // each + 1)
        shifts = np.arange(0, 8, bits, dtype=np.uint8)
        spread = (packed[:, None] >> shifts & ((1 << bits) - 1)).ravel()
        skip = start % each
        return _with_high(low, spread[skip : skip + stop - start])

    def _positions_of(self, start: int, stop: int, at: Ints) -> NDArray[Any]:
        """Return the positions at some places between `start` and `stop`."""
        low = self._low.part(start, stop)[at - start].astype(self._kind)
        bits = self._high_bits
        if not bits:
            return low
        if bits >= 8:
            return _with_high(low, self._high.part(start, stop)[at - start])
        each = 8 // bits
        first = start // each
        packed = self._high.part(first, (stop - 1) // each + 1)
        # Numbers of places are divided by a power of two: shifting takes a fifth of the time.
        shifts = (at.astype(np.uint8) & np.uint8(each - 1)) * np.uint8(bits)
        of_byte = packed[(at >> (each.bit_length() - 1)) - first]
        return _with_high(low, of_byte >> shifts & np.uint8((1 << bits) - 1))


def _with_high(low: NDArray[Any], high: NDArray[Any]) -> NDArray[Any]:
    """Add what lies above eight bits to the low bits, in their place."""
    low |= high.astype(low.dtype) << 8
    return low


def _long(keys: NDArray[np.uint32]) -> Ints:
    """Return keys of 16 bits for a position as those of `index.search.keys`."""
    found: Ints = np.multiply(keys >> _SHORT_BITS, (1 << POSITION_BITS) - (1 << _SHORT_BITS), dtype=np.int64)
    found += keys
    return found


def _rows(numbers: NDArray[Any]) -> list[tuple[int, int]]:
    """Return the rows of consecutive numbers among ascending ones, as first and one past the last."""
    if not len(numbers):
        return []
    if len(numbers) == 1:
        number = int(numbers[0])
        return [(number, number + 1)]
    breaks = np.flatnonzero(np.diff(numbers) != 1)
    if not len(breaks):
        return [(int(numbers[0]), int(numbers[-1]) + 1)]
    firsts = numbers[np.append(0, breaks + 1)].tolist()
    lasts = (numbers[np.append(breaks, len(numbers) - 1)].astype(np.int64) + 1).tolist()
    return list(zip(firsts, lasts, strict=True))
