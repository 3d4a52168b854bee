"""The places of a document's tokens, packed: token number -> span, without tokenising again.

A stored field holds them: deflated deltas, about two bytes a token.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Where the tokens of one document stand.

    Attributes:
        starts: First character of each token, ascending offsets in the document's text.
        stops: One past the last character of each.
    """

    starts: Sequence[int]
    stops: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        """Return the span from the token `first` up to but not including the token `last`."""
        return Span(self.starts[first], self.stops[last - 1])


def pack(starts: Sequence[int], stops: Sequence[int]) -> bytes:
    """Pack the places of a document's tokens."""
    bounds = (bound for pair in zip(starts, stops, strict=True) for bound in pair)
    deltas, previous = array("I"), 0
    for bound in bounds:
        deltas.append(bound - previous)
        previous = bound
    if sys.byteorder == "big":
        deltas.byteswap()
    return zlib.compress(deltas.tobytes(), 6)


def unpack(packed: bytes) -> Places:
    """Unpack them.

    Raises:
        ValueError: If the bytes are not packed places.
    """
    deltas = array("I")
    try:
        deltas.frombytes(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError("not packed places") from error
    if sys.byteorder == "big":
        deltas.byteswap()
    bounds = array("Q", accumulate(deltas))
    return Places(bounds[0::2], bounds[1::2])
