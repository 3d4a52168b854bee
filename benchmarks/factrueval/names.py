"""Track 1: names in the text, each with its kind and its borders."""

from __future__ import annotations

from benchmarks.factrueval.answers import Answers
from benchmarks.factrueval.answers import Mention as Answer
from benchmarks.factrueval.assignment import Pair, best_pairs
from benchmarks.factrueval.gold import Document, Kind, Mention
from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.scores import EXTRA, MISSED, Score, improved

_HOLDERS = {Kind.PERSON: (Kind.PLACE, Kind.BODY), Kind.BODY: (Kind.BODY,), Kind.PLACE: ()}
"""In names of which kinds a name of a kind is no name of its own."""


def share(mention: Mention, answer: Answer) -> float:
    """Return how well an answer fits: its words beside those that name, describing words left out of both."""
    said = answer.words - mention.describing
    return len(mention.naming & said) / len(mention.naming | said)


def is_within(inner: Mention | Answer, outer: Mention) -> bool:
    """Whether a name is a part of a longer one in which it does not count for itself."""
    return (
        inner.kind is not None
        and outer.kind in _HOLDERS[inner.kind]
        and outer.span.covers(inner.span)
        and outer.span != inner.span
    )


def score(document: Document, given: Answers) -> Outcome:
    """Return how the names of one document were found."""
    return _Matching(document, given.mentions).outcome()


class _Matching:
    """The mentions of one document with the answers they are paired with."""

    def __init__(self, document: Document, answered: list[Answer]) -> None:
        self._document = document
        self._gold = document.mentions
        self._answered = answered
        self._shares = {
            (number, place): fit
            for number, mention in enumerate(self._gold)
            if mention.is_counted
            for place, answer in enumerate(answered)
            if answer.kind == mention.kind and (fit := share(mention, answer))
        }
        self._pairs = dict(best_pairs(self._shares))

    def outcome(self) -> Outcome:
        """Return scores and mistakes; what stands down is on neither side."""
        pairs = {n: place for n, place in self._pairs.items() if not self._is_part_of_found(self._gold[n])}
        missed = [n for n in range(len(self._gold)) if n not in self._pairs and self._is_due(n)]
        paired = set(self._pairs.values())
        extra = [place for place in range(len(self._answered)) if place not in paired]
        extra = [place for place in extra if not self._is_open(self._answered[place])]
        outcome = Outcome()
        for number, place in pairs.items():
            self._add_pair(outcome, (number, place))
        for number in missed:
            outcome.add(str(self._gold[number].kind), Score(expected=1))
        for place in extra:
            outcome.add(self._answered[place].kind, Score(answered=1))
        self._explain(outcome, missed, extra)
        return outcome

    def _is_part_of_found(self, mention: Mention | Answer) -> bool:
        return any(is_within(mention, self._gold[number]) for number in self._pairs)

    def _is_due(self, number: int) -> bool:
        """Whether an unpaired mention is missed: it counts, and is neither a part nor a twin of another."""
        mention = self._gold[number]
        return mention.is_counted and not self._is_part_of_found(mention) and not self._has_twin(number)

    def _has_twin(self, number: int) -> bool:
        """Whether the same words are also marked as of another kind, and that was found or comes first."""
        mention = self._gold[number]
        return any(
            other.kind != mention.kind
            and other.is_counted
            and other.words == mention.words
            and (place in self._pairs or place < number)
            for place, other in enumerate(self._gold)
        )

    def _is_open(self, answer: Answer) -> bool:
        """Whether an unpaired answer is neither right nor wrong."""
        return self._is_part_of_found(answer) or any(
            not mention.is_counted and mention.kind in (answer.kind, None) and answer.words & mention.words
            for mention in self._gold
        )

    def _add_pair(self, outcome: Outcome, pair: Pair) -> None:
        mention, answer = self._gold[pair[0]], self._answered[pair[1]]
        fit = self._shares[pair]
        outcome.add(answer.kind, Score(fit, fit, 1, 1))
        if fit < 1:
            outcome.mistakes.append(self._mistake(mention, answer, "borders", improved(fit)))

    def _explain(self, outcome: Outcome, missed: list[int], extra: list[int]) -> None:
        """Add the mistakes; a miss and an extra answer over the same words are one of kind."""
        confused = best_pairs(
            {
                (number, place): float(len(common))
                for number in missed
                for place in extra
                if (common := self._gold[number].naming & self._answered[place].words)
            }
        )
        of_missed, of_extra = dict(confused), {place: number for number, place in confused}
        for number in missed:
            mention = self._gold[number]
            if number in of_missed:
                answer = self._answered[of_missed[number]]
                outcome.mistakes.append(self._mistake(mention, answer, "other kind", MISSED))
            else:
                outcome.mistakes.append(self._mistake(mention, None, "missed", MISSED))
        for place in extra:
            answer = self._answered[place]
            if place in of_extra:
                mention = self._gold[of_extra[place]]
                outcome.mistakes.append(self._mistake(mention, answer, "other kind", EXTRA, answer.kind))
            else:
                outcome.mistakes.append(self._mistake(None, answer, "extra", EXTRA))

    def _mistake(
        self, mention: Mention | None, answer: Answer | None, cause: str, mended: Score, kind: str = ""
    ) -> Mistake:
        either = mention or answer
        assert either is not None
        return Mistake(
            kind or str(either.kind),
            cause,
            self._document.name,
            either.span,
            self._said(mention),
            self._said(answer),
            mended,
        )

    def _said(self, one: Mention | Answer | None) -> str:
        return f"{one.kind} {one.span.of(self._document.text)}" if one is not None else ""
