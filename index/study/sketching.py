"""Sketches of texts: from two of them it is seen how much of the wording two documents share.

A text is taken as the set of its runs of five words; the share of common runs (Jaccard) of two texts is
estimated by MinHash (Broder, "On the resemblance and containment of documents", 1997): the probability that
the least value of a random hash over both sets is the same. Pairs that are alike are found by bands of
equal values (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from index.text.morphology import surface
from index.text.tokens import TOKEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sketch = NDArray[np.uint32]

SKETCH_VERSION: Final = "1"
"""Changes whenever a text would give another sketch."""

RUN: Final = 5
"""Words."""
VALUES: Final = 256
"""Hashes in a sketch: where half of the runs are common, the estimate has a standard deviation of .03."""

_AT_ONCE: Final = 4096
_CACHED_WORDS: Final = 300_000
_SEED: Final = 20_240_501


def sketch(text: str) -> bytes:
    """Return the sketch of a text: `VALUES` numbers of 32 bits; empty for a text of less than five words."""
    import numpy as np

    words = np.array([_hash(word) for word in TOKEN.findall(text)], dtype=np.uint64)
    if len(words) < RUN:
        return b""
    multipliers, addends = _hashes()
    runs = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + words[place : place + len(runs)]
    runs = np.unique(_mixed(runs))
    least = np.full(VALUES, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(runs), _AT_ONCE):
        values = runs[start : start + _AT_ONCE, None] * multipliers + addends
        np.minimum(least, values.min(axis=0), out=least)
    packed: bytes = (least >> np.uint64(32)).astype("<u4").tobytes()
    return packed


def unpacked(sketches: Sequence[bytes]) -> Sketch:
    """Return sketches as the rows of an array; none may be empty."""
    import numpy as np

    return np.frombuffer(b"".join(sketches), dtype="<u4").reshape(len(sketches), VALUES)


@lru_cache(maxsize=_CACHED_WORDS)
def _hash(word: str) -> int:
    spelling = surface(word).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(spelling, digest_size=8).digest())


@lru_cache(maxsize=1)
def _hashes() -> tuple[Any, Any]:
    """Return the multipliers, odd, and the addends of the hash functions: always the same."""
    import numpy as np

    drawn = np.random.Generator(np.random.PCG64(_SEED)).integers(0, 2**64, (2, VALUES), dtype=np.uint64)
    return drawn[0] | np.uint64(1), drawn[1]


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread every bit over all others (the finaliser of SplitMix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
