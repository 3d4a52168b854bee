"""The best pairs of two sides: each member at most once, the greatest sum of weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def best_pairs(weights: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs of the assignment with the greatest sum of weights, in order.

    What no weight joins is assigned apart: documents fall into many small groups, and each costs the cube
    of its size.

    Args:
        weights: What a pair (left, right) is worth, above 0; pairs that are not there may not be made.
    """
    pairs: list[Pair] = []
    for group in _groups(weights):
        lefts = sorted({left for left, _ in group})
        rights = sorted({right for _, right in group})
        if len(lefts) > len(rights):
            turned = [[weights.get((left, right), 0.0) for left in lefts] for right in rights]
            chosen = [(lefts[column], rights[row]) for row, column in enumerate(_assigned(turned))]
        else:
            straight = [[weights.get((left, right), 0.0) for right in rights] for left in lefts]
            chosen = [(lefts[row], rights[column]) for row, column in enumerate(_assigned(straight))]
        pairs += [pair for pair in chosen if pair in weights]
    return sorted(pairs)


def _groups(weights: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """Yield the pairs that share members, directly or through others."""
    of_left: dict[int, list[int]] = defaultdict(list)
    of_right: dict[int, list[int]] = defaultdict(list)
    for left, right in weights:
        of_left[left].append(right)
        of_right[right].append(left)
    seen: set[int] = set()
    for first in of_left:
        if first in seen:
            continue
        seen.add(first)
        lefts = [first]
        for left in lefts:
            nearby = {other for right in of_left[left] for other in of_right[right]} - seen
            seen |= nearby
            lefts.extend(sorted(nearby))
        yield [(left, right) for left in lefts for right in of_left[left]]


def _assigned(weights: list[list[float]]) -> list[int]:
    """Return the column of each row; there are at least as many columns as rows.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), on costs that are weights turned around.
    Row and column 0 stand for nothing, as in the usual form of the method.
    """
    rows, columns = len(weights), len(weights[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_at = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_at[0] = row
        came_from = _shortest_path(weights, of_row, of_column, row_at)
        column = next(reversed(came_from))
        while column:
            row_at[column] = row_at[came_from[column]]
            column = came_from[column]
    columns_of = {row: column for column, row in enumerate(row_at) if row and column}
    return [columns_of[row] - 1 for row in range(1, rows + 1)]


def _shortest_path(
    weights: list[list[float]], of_row: list[float], of_column: list[float], row_at: list[int]
) -> dict[int, int]:
    """Grow the tree from column 0 to a free column and keep the potentials right.

    Returns:
        The columns that were reached, in order, the free one last; each with the one it was reached from.
    """
    columns = len(of_column) - 1
    slack, nearest = [float("inf")] * (columns + 1), [0] * (columns + 1)
    reached: dict[int, int] = {}
    column, inside = 0, [0]
    while row_at[column]:
        row = row_at[column]
        rest = [other for other in range(1, columns + 1) if other not in reached]
        for other in rest:
            distance = -weights[row - 1][other - 1] - of_row[row] - of_column[other]
            if distance < slack[other]:
                slack[other], nearest[other] = distance, column
        following = min(rest, key=lambda other: slack[other])
        step = slack[following]
        for member in inside:
            of_row[row_at[member]] += step
            of_column[member] -= step
        for other in rest:
            slack[other] -= step
        reached[following] = nearest[following]
        inside.append(following)
        column = following
    return reached
