"""Which of many sketches are nearly the same, without comparing every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from index.study.sketching import VALUES
from index.tasks import Task

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.study.sketching import Sketch

LIKE: Final = 0.5
"""Share of common five-word runs from which two texts are nearly the same."""

_BAND: Final = 4
"""Values that must all be equal somewhere: of pairs with half of their runs in common 98 % are found so."""
_LEADERS: Final = 30
_NEAREST_AMONG: Final = 1000


def alike(rows: Sketch, task: Task) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows whose likeness is at least `LIKE`, enough to join all that belong together."""
    import numpy as np

    if not len(rows):
        return
    _, firsts, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    twins = firsts[which.ravel()].tolist()
    yield from ((row, twin) for row, twin in enumerate(twins) if row != twin)
    for start in range(0, VALUES, _BAND):
        task.checkpoint()
        band = np.ascontiguousarray(rows[firsts, start : start + _BAND])
        _, buckets, counts = np.unique(band, axis=0, return_inverse=True, return_counts=True)
        order, stops = np.argsort(buckets.ravel(), kind="stable"), np.cumsum(counts)
        for bucket in np.flatnonzero(counts > 1):
            yield from _alike_in(rows, firsts[order[stops[bucket] - counts[bucket] : stops[bucket]]])


def _alike_in(rows: Sketch, members: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Yield pairs among rows that share a band: each with the first one that it is like.

    Thousands of copies cost no more than their number; of rows that share the band by a form letter alone,
    the first `_LEADERS` are compared with the others.
    """
    for _ in range(_LEADERS):
        if len(members) < 2:
            return
        leader, others = members[0], members[1:]
        is_like = (rows[others] == rows[leader]).mean(axis=1) >= LIKE
        yield from ((int(leader), int(other)) for other in others[is_like])
        members = others[~is_like]


def least_likeness(rows: Sketch, members: Sequence[int], size: int) -> float:
    """Return the least likeness of a member and its nearest; 0 if one has no words.

    Of a large group the nearest is looked for among `_NEAREST_AMONG` members.
    """
    import numpy as np

    if len(members) < size:
        return 0.0
    texts, counts = np.unique(rows[list(members)], axis=0, return_counts=True)
    among = texts[:_NEAREST_AMONG]
    least = 1.0
    for place in np.flatnonzero(counts == 1):
        shares = (among == texts[place]).mean(axis=1)
        if place < len(among):
            shares[place] = 0.0
        least = min(least, float(shares.max()))
    return least
