"""What went wrong, with its place and what mending it would add to the score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.factrueval.scores import Score, total
from benchmarks.factrueval.wording import essence
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference between annotation and answers.

    Attributes:
        kind: The row of the table it belongs to ("ORG", "Occupation").
        cause: Its class ("missed", "borders").
        document: Name of the document.
        span: Where it is in the document's text.
        expected: What the annotation says; empty where it says nothing.
        found: What was answered; empty where nothing was.
        mended: What mending it would add to the score of its row.
    """

    kind: str
    cause: str
    document: str
    span: Span
    expected: str
    found: str
    mended: Score


@dataclass(slots=True)
class Outcome:
    """Scores of one track by kind, and its mistakes."""

    scores: dict[str, Score] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, kind: str, score: Score) -> None:
        """Add to the score of a kind."""
        self.scores[kind] = self.scores.get(kind, Score()) + score

    def join(self, other: Outcome) -> None:
        """Add the outcome of another document."""
        for kind, score in other.scores.items():
            self.add(kind, score)
        self.mistakes += other.mistakes

    @property
    def total(self) -> Score:
        """All kinds pooled."""
        return total(self.scores.values())


@dataclass(frozen=True, slots=True)
class Group:
    """Mistakes that are alike, and what mending them all would add to F1 of the whole track."""

    mistakes: tuple[Mistake, ...]
    gain: float


def worst(outcome: Outcome, count: int) -> list[Group]:
    """Return what costs most: mistakes with the same words, in any form, are one, however often made."""
    keyed = [(m, (m.kind, m.cause, essence(m.expected), essence(m.found))) for m in outcome.mistakes]
    return _grouped(outcome, keyed)[:count]


def causes(outcome: Outcome) -> list[Group]:
    """Return the mistakes by kind and cause, what costs most first."""
    return _grouped(outcome, [(m, (m.kind, m.cause)) for m in outcome.mistakes])


def of_kind(mistakes: Iterable[Mistake], kind: str) -> list[Mistake]:
    """Return the mistakes of one kind, named in any letters, those with the same cause together."""
    return sorted(
        (m for m in mistakes if m.kind.lower() == kind.lower()),
        key=lambda m: (m.cause, m.document, m.span),
    )


def _grouped(outcome: Outcome, keyed: Sequence[tuple[Mistake, tuple[str, ...]]]) -> list[Group]:
    alike: dict[tuple[str, ...], list[Mistake]] = defaultdict(list)
    for mistake, key in keyed:
        alike[key].append(mistake)
    now = outcome.total
    groups = [
        Group(tuple(mistakes), (now + total(m.mended for m in mistakes)).f1 - now.f1)
        for mistakes in alike.values()
    ]
    return sorted(groups, key=lambda group: -group.gain)
