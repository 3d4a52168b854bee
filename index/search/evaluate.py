"""Answers a query tree from postings: which documents, where in them, and how well.

Matches are half-open intervals of token positions. The numbers of documents and matches are exact: every
document is looked at, whatever part of the answer is shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from index.errors import QueryError
from index.model.said import said
from index.model.span import Span
from index.search.analysis import Positions
from index.search.dates import is_within
from index.search.fuzziness import neighbours
from index.search.postings import Field, Number, Postings
from index.search.proximity import adjacent, leaning, within
from index.search.tree import (
    And,
    Exact,
    Fuzzy,
    InDates,
    InFileName,
    InTitle,
    Leaf,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from index.tasks import Task
from index.text.morphology import is_small_word, query_terms, surface
from index.text.normalise import fold
from index.text.tokens import tokens

Interval = tuple[int, int]
"""First position, and one past the last."""

MOST_EXPANSIONS: Final = 4_000
"""Words that one prefix or wildcard may stand for."""

_K1: Final = 1.2
_B: Final = 0.75
_TITLE_WEIGHT: Final = 3.0
"""An occurrence in the title counts as this many in the text (BM25F, Robertson and Zaragoza 2009, 3.6)."""


@dataclass(slots=True)
class Found:
    """Documents that answer, with their matches and scores.

    Attributes:
        matches: For each document its intervals, sorted and apart from each other; none for a document that
            answers by a field or by what it does not hold.
        scores: Larger is better; 0 for a document that answers without a word.
    """

    matches: dict[Number, list[Interval]] = field(default_factory=dict)
    scores: dict[Number, float] = field(default_factory=dict)


def evaluate(node: Node, postings: Postings, task: Task) -> Found:
    """Answer a query.

    Raises:
        QueryError: If a prefix or wildcard stands for too many words; points at it.
        Cancelled: If the task was.
    """
    return _Evaluation(postings, task, in_title=False).of(node)


class _Evaluation:
    def __init__(self, postings: Postings, task: Task, *, in_title: bool) -> None:
        self._postings, self._task, self._in_title = postings, task, in_title
        self._terms: Field = "title" if in_title else "text"
        self._forms: Field = "title_forms" if in_title else "text_forms"
        self._answered: dict[Leaf, Found] = {}

    def of(self, node: Node) -> Found:
        self._task.checkpoint()
        if isinstance(node, And):
            return self._conjunction(node.parts)
        if isinstance(node, Or):
            return _union([self.of(part) for part in node.parts])
        if isinstance(node, Not):
            excluded = self.of(node.part).matches
            return Found({number: [] for number in self._postings.documents() if number not in excluded})
        if isinstance(node, InTitle):
            return self._titles(node.part)
        if isinstance(node, InFileName | InDates):
            return self._by_column(node)
        if node not in self._answered:
            self._answered[node] = self._leaf(node)
        return self._answered[node]

    def _conjunction(self, nodes: Sequence[Node]) -> Found:
        firm: list[Found] = []
        small: list[Found] = []
        common: Iterable[Number] | None = None
        for node in sorted(nodes, key=lambda node: isinstance(node, Not)):
            part = self.of(node)
            (small if _is_small(node) else firm).append(part)
            common = list(part.matches) if common is None else [n for n in common if n in part.matches]
            if not common:
                return Found()
        lit, dim = (_union([_only(common or (), part) for part in parts]) for parts in (firm, small))
        if any(lit.matches.values()):
            dim.matches = {n: leaning(found, lit.matches[n]) for n, found in dim.matches.items()}
        return _union([lit, dim])

    def _by_column(self, node: InFileName | InDates) -> Found:
        value, numbers = self._postings.value, self._postings.documents()
        if isinstance(node, InDates):
            dated = {number: value("date", number) for number in numbers}
            return Found({n: [] for n, date in dated.items() if is_within(date, node.first, node.last)})
        fits = _file_name_test(node.pattern)
        return Found({number: [] for number in numbers if fits(value("file", number))})

    def _titles(self, part: Node) -> Found:
        """Answer from titles; a title that stands in the text has its matches there."""
        in_titles = _Evaluation(self._postings, self._task, in_title=True).of(part)
        moved: dict[Number, list[Interval]] = {}
        for number, intervals in in_titles.matches.items():
            at = self._postings.title_position(number)
            moved[number] = [(a + at, b + at) for a, b in intervals] if at >= 0 else []
        return Found(moved, in_titles.scores)

    def _leaf(self, leaf: Leaf) -> Found:
        slots = list(self._slots(leaf))
        if not slots:
            return Found()
        found: dict[Number, list[Interval]] = {}
        fewest = min(slots, key=len)
        slop = leaf.slop if isinstance(leaf, Phrase) else 0
        for i, number in enumerate(fewest):
            if i % 64 == 0:
                self._task.checkpoint()
            lists = [slot.get(number, ()) for slot in slots]
            if all(lists) and (intervals := within(lists, slop) if slop else adjacent(lists)):
                found[number] = intervals
        if isinstance(leaf, Word | Exact):
            for number, intervals in self._grouped(leaf).items():
                found[number] = merged([*found.get(number, []), *intervals])
        return Found(found, self._scores(found, slots))

    def _slots(self, leaf: Leaf | Part) -> Iterator[Mapping[Number, Positions]]:
        """Yield the postings of each position of a leaf: one for a word, more for a phrase or compound."""
        if isinstance(leaf, Phrase):
            for part in leaf.parts:
                yield from self._slots(part)
        elif isinstance(leaf, Word):
            for token in tokens(leaf.text):
                yield self._any_of(self._terms, query_terms(token.text))
        elif isinstance(leaf, Exact):
            for token in tokens(leaf.text):
                yield self._any_of(self._forms, [surface(token.text)])
        elif isinstance(leaf, Prefix | Wildcard | Fuzzy):
            yield self._any_of(self._forms, self._expanded(leaf))
        else:
            raise TypeError(f"{type(leaf).__name__} has no positions")

    def _expanded(self, leaf: Prefix | Wildcard | Fuzzy) -> list[str]:
        """Return the words of the index that a pattern stands for."""
        if isinstance(leaf, Fuzzy):
            near = neighbours(surface(leaf.text))
            return [form for form in near if self._postings.has_term(self._forms, form)]
        if isinstance(leaf, Prefix):
            return self._few(self._postings.terms(self._forms, surface(leaf.text)), leaf.span)
        return self._few(self._fitting(leaf.pattern), leaf.span)

    def _any_of(self, field_name: Field, terms: Iterable[str]) -> Mapping[Number, Positions]:
        found: dict[Number, Positions] = {}
        shared: set[Number] = set()
        for term in terms:
            for number, positions in self._postings.positions(field_name, term).items():
                if number in found:
                    shared.add(number)
                    found[number] = [*found[number], *positions]
                else:
                    found[number] = positions
        for number in shared:
            found[number] = sorted(set(found[number]))
        return found

    def _grouped(self, leaf: Word | Exact) -> Mapping[Number, list[Interval]]:
        """Return where a large number stands in groups of three digits: 10000 as «10 000»."""
        text = leaf.text
        if not text.isdecimal() or len(text) < 5:
            return {}
        head = len(text) % 3 or 3
        groups = [text[:head], *(text[i : i + 3] for i in range(head, len(text), 3))]
        # A group of zeros is one position like any other.
        slots = [self._any_of(self._forms, [surface(group)]) for group in groups]
        fewest = min(slots, key=len)
        lists = {n: [slot.get(n, ()) for slot in slots] for n in fewest if all(n in slot for slot in slots)}
        return {n: intervals for n, per_slot in lists.items() if (intervals := adjacent(per_slot))}

    def _fitting(self, pattern: str) -> Iterator[str]:
        folded = fold(pattern)
        literal = re.match(r"[^*?]*", folded)
        expression = _expression(folded)
        begin = literal.group() if literal else ""
        return (form for form in self._postings.terms(self._forms, begin) if expression.match(form))

    def _few(self, forms: Iterator[str], span: Span) -> list[str]:
        kept: list[str] = []
        for form in forms:
            if len(kept) == MOST_EXPANSIONS:
                raise QueryError(
                    said(
                        "query.many_words",
                        "Под «*» или «?» подходит больше {most} слов.",
                        most=MOST_EXPANSIONS,
                    ),
                    said("query.more_letters", "Допишите ещё одну-две буквы."),
                    span.start,
                    span.stop,
                )
            kept.append(form)
        return kept

    def _scores(
        self, found: Mapping[Number, list[Interval]], slots: Sequence[Mapping[Number, Positions]]
    ) -> dict[Number, float]:
        """Score the matches of one leaf by BM25F over text and title."""
        total = self._postings.document_count
        rarity = sum(math.log1p((total - len(slot) + 0.5) / (len(slot) + 0.5)) for slot in slots)
        average = self._postings.average_length(self._forms)
        scores: dict[Number, float] = {}
        for number, intervals in found.items():
            norm = 1 - _B + _B * self._postings.length(self._forms, number) / average
            frequency = len(intervals) / norm + _TITLE_WEIGHT * self._in_title_zone(number, intervals)
            scores[number] = rarity * frequency * (_K1 + 1) / (frequency + _K1)
        return scores

    def _in_title_zone(self, number: Number, intervals: Sequence[Interval]) -> int:
        """Count the matches that stand in the title, where the title stands in the text."""
        if self._in_title:
            return 0
        at = self._postings.title_position(number)
        if at < 0:
            return 0
        end = at + self._postings.length("title_forms", number)
        return sum(1 for first, last in intervals if at <= first and last <= end)


def _is_small(node: Node) -> bool:
    """Whether a part is a preposition or the like: it is lit only where it stands with other words."""
    return isinstance(node, Word) and is_small_word(node.text)


def _only(numbers: Iterable[Number], part: Found) -> Found:
    return Found({number: part.matches[number] for number in numbers}, part.scores)


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return intervals sorted, those that share a position joined: a word in a phrase is no further match."""
    kept: list[Interval] = []
    for first, last in sorted(intervals):
        if kept and first < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]))
        else:
            kept.append((first, last))
    return kept


def _union(parts: Sequence[Found]) -> Found:
    together = Found()
    for part in parts:
        for number, intervals in part.matches.items():
            before = together.matches.get(number)
            together.matches[number] = merged([*before, *intervals]) if before else intervals
            if score := part.scores.get(number):
                together.scores[number] = together.scores.get(number, 0.0) + score
    return together


def _file_name_test(pattern: str) -> Callable[[str], bool]:
    folded = fold(pattern)
    if "*" in folded or "?" in folded:
        expression = _expression(folded)
        return lambda name: expression.match(fold(name)) is not None
    return lambda name: folded in fold(name)


def _expression(pattern: str) -> re.Pattern[str]:
    """Return a pattern with `?` and `*` as a regular expression for the whole word; runs of stars are one."""
    pieces = re.split(r"(\?|\*+)", pattern)
    written = ("." if piece == "?" else ".*?" if piece[:1] == "*" else re.escape(piece) for piece in pieces)
    return re.compile("".join(written) + r"\Z", re.DOTALL)
