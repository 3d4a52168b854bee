"""Writes the postings of a field: of a batch of documents, and of several segments that become one.

Both are one thing: sources, each with its forms in the same order and its places as ascending numbers, are
renumbered, put together and sorted, a million places at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.search.arrayfile import Array, write_arrays
from index.search.batch import FORM_BITS, Terms
from index.search.fields import HIGH_BITS, LARGE, FieldFile
from index.search.keys import POSITION_BITS, Ints, unique
from index.search.vocabularies import Vocabulary, of_batch, of_segment, starts, united, without

_PIECE: Final = 500_000
"""Places that are sorted at once: they take about 100 bytes each for a moment."""
_FORM: Final = np.int64(1) << FORM_BITS
_DOCUMENT_MASK: Final = (1 << (FORM_BITS - POSITION_BITS)) - 1
MOST_DOCUMENTS: Final = _DOCUMENT_MASK + 1
"""Documents of one segment."""


class Source(Protocol):
    """Places to be taken over."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The forms by their numbers."""
        ...

    def place_counts(self) -> Ints:
        """Return for each form the number of its places."""
        ...

    def keys_by_form(self, first: int, last: int) -> Ints:
        """Return `form << 40 | document << 24 | position` for a range of forms."""
        ...


class BatchSource:
    """The places of new documents.

    Args:
        forms: Forms by the numbers that `keys` have.
        keys: `form << 40 | document << 24 | position`, in any order.
        terms: Says what forms are found by.
    """

    def __init__(self, forms: Sequence[str], keys: Ints, terms: Terms) -> None:
        old = keys >> FORM_BITS
        used = np.unique(old)
        self.vocabulary, numbers = of_batch([forms[number] for number in used.tolist()], terms)
        new = np.zeros(len(forms), np.int64)
        new[used] = numbers
        self._keys = new[old] << FORM_BITS | keys & (_FORM - 1)
        self._keys.sort()
        self._at = np.searchsorted(self._keys, np.arange(len(used) + 1) << FORM_BITS)

    def place_counts(self) -> Ints:
        """Return for each form the number of its places."""
        counts: Ints = np.diff(self._at)
        return counts

    def keys_by_form(self, first: int, last: int) -> Ints:
        """Return the places of a range of forms."""
        keys: Ints = self._keys[self._at[first] : self._at[last]]
        return keys


class SegmentSource:
    """The places of a segment that is on the disk."""

    def __init__(self, field: FieldFile) -> None:
        self._field = field

    @property
    def vocabulary(self) -> Vocabulary:
        """The forms by their numbers."""
        return of_segment(self._field.words)

    def place_counts(self) -> Ints:
        """Return for each form the number of its places."""
        return self._field.place_counts()

    def keys_by_form(self, first: int, last: int) -> Ints:
        """Return the places of a range of forms. They are read once: the memory of the file is given back."""
        keys = self._field.keys_by_form(first, last)
        self._field.let_go()
        return keys


@dataclass(frozen=True, slots=True)
class Taken:
    """A source with the new numbers of its documents; -1 for those that are left behind."""

    source: Source
    documents: Ints


def write_field(path: Path, taken: Sequence[Taken], longest: int) -> None:
    """Write the postings of one field. Blocks.

    Args:
        path: The file.
        taken: What goes into it; documents of a later source have larger numbers.
        longest: Tokens of the longest document.
    """
    vocabulary, numbers = united(one.source.vocabulary for one in taken)
    inputs = [_Input(one, new) for one, new in zip(taken, numbers, strict=True)]
    packed = _Packed(len(vocabulary.forms), longest)
    for first, last in _pieces(inputs, len(vocabulary.forms)):
        keys = np.concatenate([one.keys(first, last) for one in inputs])
        keys.sort()
        packed.add(unique(keys))
    written = np.flatnonzero(packed.place_counts)
    arrays = packed.arrays(written) | without(vocabulary, written).arrays()
    write_arrays(path, arrays, {"high_bits": packed.high_bits})


class _Input:
    def __init__(self, taken: Taken, ranks: Ints) -> None:
        self._taken, self.ranks = taken, ranks
        self.counts = taken.source.place_counts()

    def keys(self, first: int, last: int) -> Ints:
        """Return the places of the forms whose new numbers are in a range, renumbered."""
        low, high = np.searchsorted(self.ranks, (first, last)).tolist()
        keys = self._taken.source.keys_by_form(low, high)
        documents = self._taken.documents[keys >> POSITION_BITS & _DOCUMENT_MASK]
        kept = documents >= 0
        if not kept.all():
            keys, documents = keys[kept], documents[kept]
        forms = self.ranks[keys >> FORM_BITS]
        positions = keys & ((1 << POSITION_BITS) - 1)
        renumbered: Ints = forms << FORM_BITS | documents << POSITION_BITS | positions
        return renumbered


def _pieces(inputs: Sequence[_Input], form_count: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of forms that have about `_PIECE` places together; one form is never divided."""
    counts = np.zeros(form_count, np.int64)
    for one in inputs:
        counts[one.ranks] += one.counts
    ends = np.cumsum(counts)
    first = 0
    while first < form_count:
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + _PIECE, "right")))
        yield first, last
        first = last


class _Packed:
    """Postings in the making."""

    def __init__(self, form_count: int, longest: int) -> None:
        self.high_bits = next(bits for bits in HIGH_BITS if longest <= 1 << (8 + bits))
        self.place_counts = np.zeros(form_count, np.int64)
        self._posting_counts = np.zeros(form_count, np.int64)
        self._documents: list[NDArray[Any]] = []
        self._counts: list[NDArray[Any]] = []
        self._large_at: list[Ints] = []
        self._large: list[Ints] = []
        self._low: list[NDArray[Any]] = []
        self._high: list[NDArray[Any]] = []
        self._postings = 0

    def add(self, keys: Ints) -> None:
        """Take in the places of some forms, ascending."""
        postings = keys >> POSITION_BITS
        firsts = np.flatnonzero(np.diff(postings, prepend=-1) != 0)
        counts = np.diff(firsts, append=len(keys))
        heads = postings[firsts]
        size = len(self.place_counts)
        self._posting_counts += np.bincount(heads >> 16, minlength=size)
        self.place_counts += np.bincount(heads >> 16, counts, size).astype(np.int64)
        self._documents.append((heads & _DOCUMENT_MASK).astype(np.uint16))
        self._counts.append(np.minimum(counts, LARGE).astype(np.uint8))
        large = np.flatnonzero(counts >= LARGE)
        self._large_at.append(large + self._postings)
        self._large.append(counts[large])
        self._postings += len(heads)
        positions = keys & ((1 << POSITION_BITS) - 1)
        self._low.append((positions & 0xFF).astype(np.uint8))
        if self.high_bits:
            self._high.append((positions >> 8).astype(np.uint16 if self.high_bits > 8 else np.uint8))

    def arrays(self, written: Ints) -> dict[str, Array]:
        """Return the arrays of the forms that have places."""
        return {
            "postings_at": starts(self._posting_counts[written]),
            "places_at": starts(self.place_counts[written]),
            "documents": _joined(self._documents, np.uint16),
            "counts": _joined(self._counts, np.uint8),
            "large_at": _joined(self._large_at, np.int64),
            "large": _joined(self._large, np.int64),
            "low": _joined(self._low, np.uint8),
            "high": self._packed_high(),
        }

    def _packed_high(self) -> Array:
        high = _joined(self._high, np.uint16 if self.high_bits > 8 else np.uint8)
        if self.high_bits in {0, 8, 16}:
            return high
        each = 8 // self.high_bits
        rows = np.concatenate((high, np.zeros(-len(high) % each, np.uint8))).reshape(-1, each)
        packed = rows[:, 0].copy()
        for column in range(1, each):
            packed |= rows[:, column] << np.uint8(column * self.high_bits)
        return packed


def _joined(parts: list[NDArray[Any]], kind: Any) -> NDArray[Any]:  # noqa: ANN401 - a type of NumPy
    """Return the parts as one array, letting go of them."""
    whole = np.concatenate(parts) if parts else np.zeros(0, kind)
    parts.clear()
    return whole
