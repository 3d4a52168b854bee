"""Places of words in documents as sorted whole numbers, and the arithmetic of sets of them.

A *key* is `document << 24 | position`: documents numbered from 0 within one state of the index, positions as
`index.text.tokens` counts. The words of a document, and the documents, follow each other as the keys do; "the
next word" is "the next number". An interval is a pair of keys of one document: its first word and one past
its last. All arrays are of 64 bits, ascending.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

POSITION_BITS: Final = 24
MOST_POSITIONS: Final = (1 << POSITION_BITS) - 64
"""Tokens of one document that are indexed: a book of about 60,000 pages."""
_DENSE: Final = 16
"""A table of so many times the numbers that are looked up beats looking them up one by one."""
_FEWER: Final = 16
"""When one set is so many times smaller than the other, its members are looked up one by one."""

NO_KEYS: Final[Ints] = np.zeros(0, np.int64)


def runs(starts: NDArray[Any], lengths: NDArray[Any]) -> Ints:
    """Return the ranges `start .. start + length` one after the other; lengths may be 0."""
    total = int(lengths.sum())
    if not total:
        return NO_KEYS
    before = np.cumsum(lengths, dtype=np.int64) - lengths
    found: Ints = np.repeat(starts.astype(np.int64) - before, lengths)
    found += np.arange(total)
    return found


def is_member(some: Ints, of: Ints) -> Bools:
    """Whether each of `some` is one of `of`; both ascending, none negative."""
    if not len(of) or not len(some):
        return np.zeros(len(some), np.bool_)
    if (last := max(int(of[-1]), int(some[-1]))) < _DENSE * len(some):
        table = np.zeros(last + 1, np.bool_)
        table[of] = True
        return table[some]
    at = np.searchsorted(of, some)
    at[at == len(of)] = 0
    members: Bools = np.equal(of[at], some)
    return members


def places_in(of: Ints, some: Ints) -> Ints:
    """Return the place of each of `some` among the ascending `of`, which has them all."""
    if len(some) and (last := int(of[-1])) < _DENSE * len(some):
        table = np.empty(last + 1, np.int64)
        table[of] = np.arange(len(of))
        return table[some]
    return np.searchsorted(of, some)


def intersection(left: Ints, right: Ints) -> Ints:
    """Return what both have; each without repetitions."""
    if len(left) > len(right):
        left, right = right, left
    is_dense = len(left) and max(int(left[-1]), int(right[-1])) < _DENSE * len(left)
    if is_dense or len(left) * _FEWER < len(right):
        return left[is_member(left, right)]
    both = np.concatenate((left, right))
    both.sort(kind="stable")
    common: Ints = both[:-1][both[1:] == both[:-1]]
    return common


def union(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Return what any has, without repetitions; each part ascending, without repetitions.

    `numpy.unique` hashes and is slower for what consists of a few ascending rows.
    """
    if len(parts) == 1:
        return parts[0]
    return unique(np.sort(np.concatenate(parts), kind="stable")) if parts else NO_KEYS


def unique(ascending: NDArray[Any]) -> NDArray[Any]:
    """Return ascending numbers without repetitions."""
    if len(ascending) < 2:
        return ascending
    is_first = np.empty(len(ascending), np.bool_)
    is_first[0] = True
    np.not_equal(ascending[1:], ascending[:-1], out=is_first[1:])
    return ascending if is_first.all() else ascending[is_first]


def documents_of(keys: Ints) -> tuple[Ints, Ints]:
    """Return the documents of ascending keys, each once, and how many keys each has."""
    numbers = keys >> POSITION_BITS
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1) != 0)
    return numbers[firsts], np.diff(firsts, append=len(numbers))


def within_documents(keys: Ints, documents: Ints) -> Bools:
    """Whether each key is of one of the ascending documents."""
    return is_member(keys >> POSITION_BITS, documents)


def merged(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """Return intervals with those joined that share a position; those that only touch stay apart.

    Args:
        starts: Ascending.
        stops: One for each start.
    """
    if len(starts) < 2:
        return starts, stops
    reached = np.maximum.accumulate(stops)
    is_first = np.empty(len(starts), np.bool_)
    is_first[0] = True
    np.greater_equal(starts[1:], reached[:-1], out=is_first[1:])
    if is_first.all():
        return starts, stops
    firsts = np.flatnonzero(is_first)
    return starts[firsts], reached[np.append(firsts[1:], len(starts)) - 1]


def apart(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """Return those intervals that do not share a position with the one kept before: «а а» in «а а а» is one.

    Args:
        starts: Ascending, of intervals none of which lies within another.
        stops: Ascending.
    """
    if len(starts) < 2 or (starts[1:] >= stops[:-1]).all():
        return starts, stops
    kept = np.ones(len(starts), np.bool_)
    reached = -1
    # One that begins after its neighbour's end overlaps nothing before: only the others are decided one by
    # one.
    for number in (np.flatnonzero(starts[1:] < stops[:-1]) + 1).tolist():
        if kept[number - 1]:
            reached = int(stops[number - 1])
        kept[number] = int(starts[number]) >= reached
    return starts[kept], stops[kept]


def sorted_intervals(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """Return intervals by their starts; those of one start in no order."""
    if len(starts) < 2 or (starts[1:] >= starts[:-1]).all():
        return starts, stops
    order = np.argsort(starts, kind="stable")
    return starts[order], stops[order]
