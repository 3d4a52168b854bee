"""How much of the annotation was found, and how much of the answers is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over many things; a thing that is found in part counts in part. Also a difference of two scores.

    Attributes:
        found: Shares of the annotated things that were found, summed.
        right: Shares of the answers that are right, summed.
        expected: Annotated things that count.
        answered: Answers that count.
    """

    found: float = 0.0
    right: float = 0.0
    expected: float = 0.0
    answered: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.right + other.right,
            self.expected + other.expected,
            self.answered + other.answered,
        )

    @property
    def precision(self) -> float:
        """Share of the answers that is right; 0 without answers."""
        return self.right / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotation that was found; 0 without any."""
        return self.found / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(scores: Iterable[Score]) -> Score:
    """Return the scores pooled: every thing counts the same, whatever its document and kind."""
    return sum(scores, Score())


MISSED = Score(1.0, 1.0, 0.0, 1.0)
"""What finding a thing that was missed adds."""
EXTRA = Score(0.0, 0.0, 0.0, -1.0)
"""What leaving out a wrong answer adds."""


def improved(share: float) -> Score:
    """Return what putting right a pair adds that is right by this share only."""
    return Score(1.0 - share, 1.0 - share)
