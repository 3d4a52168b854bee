"""Track 3: facts with their slots. An easy run leaves out what the annotators marked as difficult."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.factrueval.answers import Answers
from benchmarks.factrueval.answers import Fact as Answer
from benchmarks.factrueval.assignment import best_pairs
from benchmarks.factrueval.gold import Argument, Document, Fact
from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.scores import EXTRA, MISSED, Score

DECIDING = {"Occupation": ("Who",), "Meeting": ("Participant",), "Deal": ("Participant",)}
"""Slots of which one has to be right for two facts to be about the same; elsewhere any slot."""


def matched(fact: Fact, answer: Answer) -> dict[int, int]:
    """Return which slots of an answer are right, by slots of the fact; empty if it is about another thing."""
    if fact.type != answer.type:
        return {}
    pairs = best_pairs(
        {
            (number, place): 1.0
            for number, argument in enumerate(fact.arguments)
            for place, (slot, said) in enumerate(answer.arguments)
            if slot == argument.slot and argument.accepts(said)
        }
    )
    deciding = DECIDING.get(fact.type)
    if deciding and not any(fact.arguments[number].slot in deciding for number, _ in pairs):
        return {}
    return dict(pairs)


def score(document: Document, given: Answers, *, is_easy: bool, is_whole: bool = False) -> Outcome:
    """Return how the facts of one document were found.

    Args:
        document: The annotated document.
        given: Our answers.
        is_easy: Whether difficult facts are left out; answers that state one are left out then as well.
        is_whole: Whether only facts count of which every slot is right, with none missing or too many.
    """
    return _Matching(document, given.facts, is_easy=is_easy, is_whole=is_whole).outcome()


class _Matching:
    """The facts of one document with the answers they are paired with."""

    def __init__(
        self, document: Document, answered: Sequence[Answer], *, is_easy: bool, is_whole: bool
    ) -> None:
        self._document = document
        self._gold = [fact for fact in document.facts if not (is_easy and fact.is_hard)]
        self._open = [fact for fact in document.facts if is_easy and fact.is_hard]
        self._answered = answered
        self._slots = {
            (number, place): pairs
            for number, fact in enumerate(self._gold)
            for place, answer in enumerate(answered)
            if (pairs := matched(fact, answer))
            and not (is_whole and max(len(fact.arguments), len(answer.arguments)) > len(pairs))
        }
        self._pairs = best_pairs({pair: self._weight(pair) for pair in self._slots})

    def _weight(self, pair: tuple[int, int]) -> float:
        good = self._fit(pair)
        return good.found + good.right

    def _fit(self, pair: tuple[int, int]) -> Score:
        """Return the share of the fact's slots that were found, and that of the answer's that are right."""
        count = len(self._slots[pair])
        return Score(
            count / len(self._gold[pair[0]].arguments), count / len(self._answered[pair[1]].arguments)
        )

    def outcome(self) -> Outcome:
        """Return scores and mistakes."""
        outcome = Outcome()
        for pair in self._pairs:
            good = self._fit(pair)
            outcome.add(self._gold[pair[0]].type, Score(good.found, good.right, 1, 1))
            outcome.mistakes += self._in_part(pair)
        found, used = {number for number, _ in self._pairs}, {place for _, place in self._pairs}
        for number, fact in enumerate(self._gold):
            if number not in found:
                outcome.add(fact.type, Score(expected=1))
                outcome.mistakes.append(self._mistake(fact, None, self._why_missed(fact), MISSED))
        for place, answer in enumerate(self._answered):
            if place not in used and not any(matched(fact, answer) for fact in self._open):
                outcome.add(answer.type, Score(answered=1))
                outcome.mistakes.append(self._mistake(None, answer, self._why_extra(answer), EXTRA))
        return outcome

    def _in_part(self, pair: tuple[int, int]) -> list[Mistake]:
        """Return one mistake for every slot that is wrong, not there, or too much."""
        fact, answer, right = self._gold[pair[0]], self._answered[pair[1]], self._slots[pair]
        total, said = len(fact.arguments), len(answer.arguments)
        missing = [a.slot for number, a in enumerate(fact.arguments) if number not in right]
        wrong = [slot for place, (slot, _) in enumerate(answer.arguments) if place not in right.values()]
        mistakes = []
        for slot in missing:
            if slot in wrong:
                wrong.remove(slot)
                cause, mended = f"wrong {slot}", Score(1 / total, 1 / said)
            else:
                cause = f"no {slot}"
                mended = Score(1 / total, (len(right) + 1) / (said + 1) - len(right) / said)
            mistakes.append(self._mistake(fact, answer, cause, mended))
        for slot in wrong:
            mended = Score(0, len(right) / (said - 1) - len(right) / said)
            mistakes.append(self._mistake(fact, answer, f"needless {slot}", mended))
        return mistakes

    def _why_missed(self, fact: Fact) -> str:
        """Return whether something else is said of whom or what it begins with, or nothing."""
        first = fact.arguments[0]
        if any(answer.type == fact.type and _speaks_of(answer, first) for answer in self._answered):
            return "missed beside another"
        return "missed"

    def _why_extra(self, answer: Answer) -> str:
        """Return whether the annotation says something else of the same, or nothing."""
        facts = (*self._gold, *self._open)
        spoken_of = any(
            fact.type == answer.type and _speaks_of(answer, a) for fact in facts for a in fact.arguments
        )
        return "extra beside another" if spoken_of else "extra"

    def _mistake(self, fact: Fact | None, answer: Answer | None, cause: str, mended: Score) -> Mistake:
        either = fact or answer
        assert either is not None
        return Mistake(
            either.type,
            cause,
            self._document.name,
            answer.span if answer is not None else either.span,
            ", ".join(f"{a.slot}: {' | '.join(a.options[:3])}" for a in fact.arguments) if fact else "",
            ", ".join(f"{slot}: {said}" for slot, said in answer.arguments) if answer else "",
            mended,
        )


def _speaks_of(answer: Answer, argument: Argument) -> bool:
    return any(slot == argument.slot and argument.accepts(said) for slot, said in answer.arguments)
