"""Where two texts differ, for people who compare them."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Levenshtein

from index.model.span import Span

_LONGEST: Final = 4_000
"""Characters of either text that are compared letter by letter; it takes the square of it."""


def differing(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the parts of each of two texts that the other one lacks, in order.

    What lies behind the characters that are compared counts as differing as a whole.
    """
    first, second = list[Span](), list[Span]()
    for step in Levenshtein.opcodes(one[:_LONGEST], other[:_LONGEST]):
        if step.tag != "equal":
            _add(first, step.src_start, step.src_end)
            _add(second, step.dest_start, step.dest_end)
    for parts, text in ((first, one), (second, other)):
        _add(parts, _LONGEST, max(_LONGEST, len(text)))
    return tuple(first), tuple(second)


def _add(parts: list[Span], start: int, stop: int) -> None:
    if start == stop:
        return
    if parts and parts[-1].stop == start:
        start = parts.pop().start
    parts.append(Span(start, stop))
