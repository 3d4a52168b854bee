"""Words one letter away."""

from __future__ import annotations


def differ_by_one(one: str, other: str) -> bool:
    """Whether two words differ by one letter at most: wrong, missing, added, or swapped with the next."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((i for i, letter in enumerate(one) if letter != other[i]), len(one))
    if len(one) != len(other):
        return one[same:] == other[same + 1 :]
    rest, other_rest = one[same:], other[same:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
