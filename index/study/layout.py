"""Where to draw persons and bodies, so that those who met stand near each other.

The method is that of T. Fruchterman and E. Reingold, Graph Drawing by Force-directed Placement (Software:
Practice and Experience 21, 1991): all nodes repel each other, edges pull, and the way a node may go in one
step shrinks. It begins on a circle, so that the same graph has always the same picture. Three things are
added so that names can be read: a pull to the middle, which keeps in the picture what nothing joins; room is
taken from where few stand and given to where many do, keeping their order across and down; and who still
stands too near is pushed away.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_STEPS: Final = 300
_FIRST_WAY: Final = 0.12
_PULL: Final = 0.6
"""Of the middle, as a share of the distance to it."""
_WEIGHT: Final = 0.3
"""By how much an edge that stands for e times as much pulls more."""
_EVEN: Final = 0.45
"""How far places are evened out: 0 leaves them, 1 leaves only their order."""
_PUSHES: Final = 60


def layout(count: int, edges: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Return a place from 0 to 1, 0 to 1 for every node.

    Takes 30 ms for 60 nodes; time grows with their square.

    Args:
        count: Number of nodes.
        edges: Two nodes, and how strongly they belong together (1 or more).
    """
    import numpy as np

    if count < 2:
        return [(0.5, 0.5)] * count
    turn = 2 * math.pi * np.arange(count) / count
    places = 0.5 + 0.4 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    length = 0.9 / math.sqrt(count)
    pulls = np.zeros((count, count))
    for left, right, weight in edges:
        pulls[left, right] = pulls[right, left] = 1 + _WEIGHT * math.log(weight)
    for step in range(_STEPS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-6)
        force = length**2 / distance**2 - pulls * distance / length
        np.fill_diagonal(force, 0)
        way = (apart * force[:, :, None]).sum(axis=1) - _PULL * (places - 0.5)
        far = np.maximum(np.sqrt((way**2).sum(axis=1, keepdims=True)), 1e-9)
        places += way / far * np.minimum(far, _FIRST_WAY * (1 - step / _STEPS))
    places = _pushed(_evened(_filled(places)), 0.45 / math.sqrt(count))
    return [(round(float(x), 4), round(float(y), 4)) for x, y in places]


def _filled(places: Points) -> Points:
    """Return places stretched to the whole picture."""
    import numpy as np

    low, high = places.min(axis=0), places.max(axis=0)
    filled: Points = (places - low) / np.maximum(high - low, 1e-9)
    return filled


def _evened(places: Points) -> Points:
    """Return places with the distances to the next ones, across and down, nearer to each other."""
    import numpy as np

    ranks = np.argsort(np.argsort(places, axis=0, kind="stable"), axis=0, kind="stable")
    evened: Points = (1 - _EVEN) * places + _EVEN * ranks / (len(places) - 1)
    return evened


def _pushed(places: Points, nearest: float) -> Points:
    """Return places with whoever stands nearer to another than that pushed away, within the picture."""
    import numpy as np

    for _ in range(_PUSHES):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2))
        np.fill_diagonal(distance, nearest)
        missing = np.maximum(nearest - distance, 0) / np.maximum(distance, 1e-6)
        if not missing.any():
            break
        places = np.clip(places + (apart * missing[:, :, None]).sum(axis=1) / 2, 0, 1)
    return places
