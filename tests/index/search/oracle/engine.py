"""The oracle behind the seam of engines (`index.search.engine`): slow, plain, to be believed by reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from index.model.document import DocumentId
from index.model.span import Span
from index.search.engine import Asked, Beyond, Order, Outcome, Ranked, Vocabulary
from index.search.requests import IndexDocument
from index.search.tree import And, Exact, Node, OnPages, Outside, Phrase, Word
from index.tasks import Task
from index.text.normalise import fold
from tests.index.search.oracle.evaluation import K1, Evaluation, Found, is_small
from tests.index.search.oracle.intervals import differ_by_one
from tests.index.search.oracle.plain import Kept, Kind, Merge, Number, PlainIndex, Snapshot, Zone
from tests.index.search.oracle.words import terms

BEST = 100
"""So many documents, the best before it, are ranked again by how close the words stand to each other."""


class Oracle:
    """Documents in, answers out.

    Args:
        beyond: Answers what is no word of a document.
    """

    def __init__(self, beyond: Beyond) -> None:
        self.index = PlainIndex()
        self._snapshot = self.index.snapshot()
        self._beyond = beyond

    def commit(
        self,
        added: Iterable[IndexDocument] = (),
        forgotten: Iterable[DocumentId] = (),
        merge: Merge = Merge.NONE,
    ) -> None:
        """Take documents in, each in place of an older state of itself, and forget others."""
        self.index.commit(added, forgotten, merge)
        self._snapshot = self.index.snapshot()

    def answer(self, asked: Asked, task: Task) -> Outcome:
        """Answer a question (`index.search.engine.Engine`)."""
        snapshot = self._snapshot
        evaluation = Evaluation(snapshot, self._beyond, task)
        found = evaluation.of(asked.root)
        if asked.order is Order.RELEVANCE:
            order = _by_relevance(found, snapshot.kept, close_parts(asked.root), evaluation)
        else:
            order = _by_column(found, snapshot.kept, asked.order)
        ranked = tuple(_ranked(number, found, snapshot) for number in order[: asked.limit or None])
        return Outcome(len(found.matches), sum(map(len, found.matches.values())), ranked)

    def matching(self, root: Node, task: Task) -> Sequence[int]:
        """Return the archive's numbers of all documents that answer."""
        return [one.number for one in self.occurrences(root, task)]

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        """Yield every document that answers (of these numbers, when given) with its spans, oldest first."""
        wanted = None if numbers is None else frozenset(numbers)
        for one in sorted(self.answer(Asked(root, limit=0), task).ranked, key=lambda one: one.number):
            if wanted is None or one.number in wanted:
                yield one

    def vocabulary(self) -> Vocabulary:
        """Return the words of the newest commit."""
        return OracleVocabulary(self._snapshot)


class OracleVocabulary:
    """The words of one state of a plain Whoosh index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._forms = snapshot.words(Zone.TEXT, Kind.FORMS)

    def has(self, form: str) -> bool:
        """Whether any document ever had this surface form."""
        return form in self._forms

    def documents(self, form: str) -> int:
        """Return how many documents have the word in any form."""
        written = self._snapshot.positions(Zone.TEXT, Kind.FORMS, [form])
        return len(written.keys() | self._snapshot.positions(Zone.TEXT, Kind.TERMS, terms(form)).keys())

    def forms(self, form: str) -> Iterable[str]:
        """Return the surface forms by which the word in any form is found."""
        wanted = frozenset(terms(form))
        return [one for one in self._forms if one == form or not wanted.isdisjoint((*terms(one), one))]

    def beginning(self, prefix: str) -> Iterator[str]:
        """Yield the surface forms that begin so, ascending."""
        return (form for form in self._forms if form.startswith(prefix))

    def near(self, form: str) -> Iterable[str]:
        """Return the surface forms that differ from this one by one letter, itself left out."""
        return [other for other in self._forms if other != form and differ_by_one(form, other)]


def close_parts(root: Node) -> list[Word | Exact | Phrase]:
    """Return the parts of a query that answer better the closer to each other they stand.

    None or at least two. They are the words and phrases of И, be it the whole query or what pages and
    the like are joined to.
    """
    if not isinstance(root, And):
        return []
    inner = [part for part in root.parts if not isinstance(part, OnPages | Outside)]
    if len(inner) == 1:
        return close_parts(inner[0])
    close = [part for part in inner if isinstance(part, Word | Exact | Phrase) and not is_small(part)]
    return close if len(close) > 1 else []


def _by_relevance(
    found: Found,
    kept: Mapping[Number, Kept],
    close: Sequence[Word | Exact | Phrase],
    evaluation: Evaluation,
) -> list[Number]:
    """Order by score; the best ones again with their bonus, which is added to their scores."""

    def place(number: Number) -> tuple[float, int]:
        return (-found.scores.get(number, 0.0), -kept[number].document.number)

    order = sorted(found.matches, key=place)
    best, rest = order[:BEST], order[BEST:]
    if close:
        weight = min(evaluation.rarity(part) for part in close)
        stands = [evaluation.matches(part) for part in close]
        for number in best:
            firsts = sorted((first, i) for i, part in enumerate(stands) for first, _ in part[number])
            closeness = sum(
                1 / max(1, later - first) ** 2 for (first, i), (later, j) in pairwise(firsts) if i != j
            )
            found.scores[number] += weight * closeness / (closeness + K1)
    return sorted(best, key=place) + rest


def _by_column(found: Found, kept: Mapping[Number, Kept], order: Order) -> list[Number]:
    documents = {number: kept[number].document for number in found.matches}
    newest_first = sorted(documents, key=lambda number: -documents[number].number)
    if order is Order.NAME:
        return sorted(newest_first, key=lambda number: fold(documents[number].title))
    dated = [number for number in newest_first if documents[number].date]
    undated = [number for number in newest_first if not documents[number].date]
    # `reverse` keeps equals as they are.
    dated.sort(key=lambda number: _first_day(documents[number].date), reverse=order is Order.NEWEST)
    return dated + undated


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :]


def _ranked(number: Number, found: Found, snapshot: Snapshot) -> Ranked:
    kept = snapshot.kept[number]
    spans = tuple(Span(kept.starts[first], kept.stops[last - 1]) for first, last in found.matches[number])
    return Ranked(kept.document.id, kept.document.number, found.scores.get(number, 0.0), spans)
