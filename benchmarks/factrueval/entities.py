"""Track 2: what is named, once a document, with its name in the nominative; its places do not count."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.factrueval.answers import Answers
from benchmarks.factrueval.answers import Entity as Answer
from benchmarks.factrueval.answers import Mention as AnswerMention
from benchmarks.factrueval.assignment import best_pairs
from benchmarks.factrueval.gold import Document, Entity, Kind, Mention
from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.names import is_within
from benchmarks.factrueval.scores import EXTRA, MISSED, Score
from benchmarks.factrueval.wording import bag, words


def fit(entity: Entity, answer: Answer) -> Score:
    """Return how much of the entity the answer gives, and how much of the answer is right.

    Of a person every part of the name counts: the share of the annotated parts that are said, the share of
    the words said that belong to such a part. Any other name is one of the accepted ones or it is not.
    """
    if entity.kind != answer.kind:
        return Score()
    if entity.kind != Kind.PERSON:
        is_same = any(bag(name) == bag(answer.name) for name in entity.names)
        return Score(1, 1) if is_same else Score()
    said = words(answer.name)
    spellings = [[words(spelling) for spelling in part] for part in entity.parts]
    given = [next((s for s in part if s and set(s) <= set(said)), ()) for part in spellings]
    used = {word for spelling in given for word in spelling}
    if not used:
        return Score()
    return Score(sum(map(bool, given)) / len(given), sum(word in used for word in said) / len(said))


def score(document: Document, given: Answers) -> Outcome:
    """Return how the entities of one document were found."""
    return _Matching(document, given.entities).outcome()


class _Matching:
    """The entities of one document with the answers they are paired with."""

    def __init__(self, document: Document, answered: Sequence[Answer]) -> None:
        self._document = document
        self._gold = document.entities
        self._answered = answered
        self._fits = {
            (number, place): good
            for number, entity in enumerate(self._gold)
            if entity.is_counted
            for place, answer in enumerate(answered)
            if (good := fit(entity, answer)).found
        }
        self._pairs = dict(best_pairs({pair: good.found + good.right for pair, good in self._fits.items()}))

    def outcome(self) -> Outcome:
        """Return scores and mistakes."""
        outcome = Outcome()
        for number, place in self._pairs.items():
            good, entity, answer = self._fits[number, place], self._gold[number], self._answered[place]
            outcome.add(answer.kind, Score(good.found, good.right, 1, 1))
            if good.found < 1 or good.right < 1:
                mended = Score(1 - good.found, 1 - good.right)
                outcome.mistakes.append(self._mistake(entity, answer, "name in part", mended))
        paired = set(self._pairs.values())
        missed = [n for n, entity in enumerate(self._gold) if n not in self._pairs and self._is_due(entity)]
        extra = [p for p, a in enumerate(self._answered) if p not in paired and not self._is_open(a)]
        for number in missed:
            outcome.add(str(self._gold[number].kind), Score(expected=1))
        for place in extra:
            outcome.add(self._answered[place].kind, Score(answered=1))
        self._explain(outcome, missed, extra)
        return outcome

    def _is_due(self, entity: Entity) -> bool:
        """Whether an unpaired entity is missed: it counts, and is named outside of longer names."""
        return entity.is_counted and not all(self._is_part(m) for m in self._mentions(entity))

    def _is_open(self, answer: Answer) -> bool:
        """Whether an unpaired answer is neither right nor wrong."""
        return all(self._is_part(mention) for mention in answer.mentions) or any(
            not entity.is_counted
            and entity.kind in (answer.kind, None)
            and any(bag(name) == bag(answer.name) for name in entity.names)
            for entity in self._gold
        )

    def _is_part(self, mention: Mention | AnswerMention) -> bool:
        return any(is_within(mention, other) for other in self._document.mentions)

    def _mentions(self, entity: Entity) -> list[Mention]:
        return [self._document.mentions[number] for number in entity.mentions]

    def _explain(self, outcome: Outcome, missed: list[int], extra: list[int]) -> None:
        """Add the mistakes; a miss and an extra answer that share a place in the text are one."""
        shared = best_pairs(
            {
                (number, place): float(common)
                for number in missed
                for place in extra
                if (common := self._common(number, place))
            }
        )
        of_missed, of_extra = dict(shared), {place: number for number, place in shared}
        for number in missed:
            answer = self._answered[of_missed[number]] if number in of_missed else None
            cause = self._cause(number, answer)
            outcome.mistakes.append(self._mistake(self._gold[number], answer, cause, MISSED))
        for place in extra:
            answer = self._answered[place]
            if place in of_extra:
                cause, entity = self._cause(of_extra[place], answer), self._gold[of_extra[place]]
                outcome.mistakes.append(self._mistake(entity, answer, cause, EXTRA, answer.kind))
            else:
                outcome.mistakes.append(self._explained(answer, place))

    def _explained(self, answer: Answer, place: int) -> Mistake:
        """Return the mistake of an answer alone: a second name of what was found, or nothing annotated."""
        found = next((self._gold[n] for n in self._pairs if self._common(n, place)), None)
        return self._mistake(found, answer, "extra" if found is None else "named apart", EXTRA, answer.kind)

    def _cause(self, number: int, answer: Answer | None) -> str:
        """Return why an entity is missed: answered otherwise, taken for another, or not seen at all."""
        if answer is not None:
            return "name" if answer.kind == self._gold[number].kind else "other kind"
        taken = any(self._common(number, place) for place in self._pairs.values())
        return "taken for another" if taken else "missed"

    def _common(self, number: int, place: int) -> int:
        """Return how many words of the entity's names the answer's mentions touch."""
        own = frozenset().union(*(mention.naming for mention in self._mentions(self._gold[number])))
        return len(own & frozenset().union(*(mention.words for mention in self._answered[place].mentions)))

    def _mistake(
        self, entity: Entity | None, answer: Answer | None, cause: str, mended: Score, kind: str = ""
    ) -> Mistake:
        places = self._mentions(entity) if entity is not None else []
        place = min((m.span for m in places), default=None) or (answer.mentions[0].span if answer else None)
        assert place is not None
        return Mistake(
            kind or str(entity.kind if entity else answer.kind if answer else ""),
            cause,
            self._document.name,
            place,
            f"{entity.kind} {' | '.join(entity.names[:3])}" if entity else "",
            f"{answer.kind} {answer.name}" if answer else "",
            mended,
        )
