"""Builds `Near` from what stands on both sides of its operator."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod

from index.model.span import Span
from index.search.tree import Fuzzy, Leaf, Near, Node, Or, Part, Phrase, Prefix, Wildcard


def patterns(leaf: Leaf) -> list[Prefix | Wildcard | Fuzzy]:
    """Return the parts of a leaf that each stand for many words of the index."""
    if isinstance(leaf, Phrase | Near):
        return [word for part in leaf.parts for word in patterns(part)]
    return [leaf] if isinstance(leaf, Prefix | Wildcard | Fuzzy) else []


def standing_near(nodes: Sequence[Node], distance: int, most_patterns: int) -> Node | None:
    """Return what says that the nodes stand near each other; None if it cannot be said of them.

    A choice is multiplied out: `(курс ИЛИ цена) НЕПОДАЛЁКУ рубль` is a choice of two.

    Args:
        nodes: At least two.
        distance: Words that may stand between the first and the last.
        most_patterns: How many patterns, and how many choices, there may be.
    """
    choices = [node.parts if isinstance(node, Or) else (node,) for node in nodes]
    if prod(map(len, choices)) > most_patterns:
        return None
    found: list[Near] = []
    for parts in product(*choices):
        together = [part for part in parts if isinstance(part, Part | Phrase)]
        if len(together) < len(parts):
            return None
        span = Span(min(part.span.start for part in together), max(part.span.stop for part in together))
        found.append(Near(tuple(together), distance, span))
    if sum(len(patterns(near)) for near in found) > most_patterns:
        return None
    return found[0] if len(found) == 1 else Or(tuple(found))
