"""What engines took for the same archive and the same questions, and how they compare."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.contest import OURS, Asked, Built
from benchmarks.questions import Question


@dataclass(frozen=True, slots=True)
class Times:
    """How long the questions of one kind took, in milliseconds.

    Attributes:
        p50: Half took no longer.
        p95: Of twenty, nineteen took no longer.
        p99: Of a hundred, ninety-nine took no longer.
        ratio: Their p50 by ours, for the questions that both answered.
        count: Number of questions.
    """

    p50: float
    p95: float
    p99: float
    ratio: float
    count: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the answers of a peer are ours.

    Attributes:
        same: Questions with the same number of documents.
        count: Questions that both answered.
        missing: Documents that we found and the peer did not, in all of them, at least.
        further: Documents that the peer found and we did not, at least.
        shared_best: Share of our best twenty that are among its.
    """

    same: int
    count: int
    missing: int
    further: int
    shared_best: float


@dataclass(slots=True)
class Result:
    """One engine on one archive.

    Attributes:
        name: As the tables call it.
        built: What its index took; None for one that was not measured.
        lean: The same with the texts' lemmas alone.
        rounds: Every round of questions.
    """

    name: str
    built: Built
    lean: Built | None = None
    rounds: list[Asked] = field(default_factory=list)

    def ms(self) -> dict[int, float]:
        """Return the time of each question that was answered: the median of the rounds."""
        numbers = {number for one in self.rounds for number in one.ms}
        return {
            number: statistics.median(one.ms[number] for one in self.rounds if number in one.ms)
            for number in numbers
        }

    def opening_ms(self) -> float:
        """Return how long opening took, the median of the rounds."""
        return statistics.median(one.opening_ms for one in self.rounds)


@dataclass(slots=True)
class Contest:
    """All engines on one archive.

    Attributes:
        pages: Its pages.
        questions: What was asked.
        analysis_s: What our analysis of the texts costs by itself.
        results: By engine, ours first.
    """

    pages: int
    questions: Sequence[Question]
    analysis_s: float
    results: list[Result] = field(default_factory=list)

    @property
    def ours(self) -> Result:
        """Our own result."""
        return next(result for result in self.results if result.name == OURS)

    @property
    def peers(self) -> list[Result]:
        """Those of all others."""
        return [result for result in self.results if result.name != OURS]

    def kinds(self) -> list[str]:
        """Return the kinds of questions, in their order."""
        return list(
            dict.fromkeys(question.kind for question in sorted(self.questions, key=lambda q: q.number))
        )

    def speed(self, result: Result, *, with_analysis: bool) -> float:
        """Return pages indexed a second; the analysis is in our seconds, and in nobody else's."""
        seconds = result.built.seconds + self.analysis_s * (with_analysis - (result.name == OURS))
        return self.pages / max(seconds, 1e-3)

    def times(self, result: Result, kind: str) -> Times | None:
        """Return how long a kind of question took; None if it cannot be asked so."""
        ms, ours = result.ms(), self.ours.ms()
        numbers = [question.number for question in self.questions if question.kind == kind]
        answered = [ms[number] for number in numbers if number in ms]
        if not answered:
            return None
        theirs = statistics.median(ms[number] for number in numbers if number in ms and number in ours)
        our_own = statistics.median(ours[number] for number in numbers if number in ms and number in ours)
        p50, p95, p99 = (percentile(answered, part) for part in (0.5, 0.95, 0.99))
        return Times(p50, p95, p99, theirs / our_own, len(answered))

    def agreement(self, result: Result, kind: str) -> Agreement | None:
        """Return how far a peer's answers to a kind of question are ours."""
        ours, theirs = self.ours.rounds[0], result.rounds[0]
        numbers = [q.number for q in self.questions if q.kind == kind and q.number in theirs.counts]
        if not numbers:
            return None
        apart = [theirs.counts[number] - ours.counts[number] for number in numbers]
        shared = [len({*theirs.best[n]} & {*ours.best[n]}) / max(1, len(ours.best[n])) for n in numbers]
        return Agreement(
            same=apart.count(0),
            count=len(numbers),
            missing=sum(max(0, -number) for number in apart),
            further=sum(max(0, number) for number in apart),
            shared_best=statistics.mean(shared),
        )


def percentile(values: Iterable[float], part: float) -> float:
    """Return the smallest value that this part of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]
