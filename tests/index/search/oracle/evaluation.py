"""Answers a query tree from plain Whoosh's postings, one leaf after the other and every document of each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.search.engine import Beyond
from index.search.tree import (
    And,
    Exact,
    Family,
    Fuzzy,
    InFileName,
    InTitle,
    Leaf,
    Near,
    Node,
    Not,
    OnPages,
    Or,
    Outside,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from index.tasks import Task
from index.text.morphology import is_small_word, surface
from index.text.tokens import tokens
from tests.index.search.oracle.fits import begins_on, file_name_test, page_test, pattern_test
from tests.index.search.oracle.intervals import (
    Interval,
    adjacent,
    leaning,
    merged,
    near,
    within,
)
from tests.index.search.oracle.plain import Kind, Number, Slot, Snapshot, Zone
from tests.index.search.oracle.words import roots, terms

K1 = 1.2
B = 0.75
TITLE_WEIGHT = 3
"""A match in the title counts as this many in the text."""

Worded = Word | Exact | Prefix | Wildcard | Fuzzy | Family | Phrase | Near
"""Leaves that are words of the text or title."""


@dataclass(slots=True)
class Found:
    """Documents that answer.

    Attributes:
        matches: For each document its matches, ascending and apart; none where it answers without a word.
        scores: Larger is better; 0 where it is missing.
    """

    matches: dict[Number, list[Interval]] = field(default_factory=dict)
    scores: dict[Number, float] = field(default_factory=dict)

    def only(self, numbers: Iterable[Number]) -> Found:
        """Return the same of some of the documents."""
        return Found({number: self.matches[number] for number in numbers}, self.scores)


def union(parts: Sequence[Found]) -> Found:
    """Return the documents of all parts, their matches together and their scores added."""
    together = Found()
    for part in parts:
        for number, intervals in part.matches.items():
            together.matches[number] = merged([*together.matches.get(number, ()), *intervals])
            together.scores[number] = together.scores.get(number, 0.0) + part.scores.get(number, 0.0)
    return together


class Evaluation:
    """Answers trees from one state of an index.

    Args:
        snapshot: The state.
        beyond: Answers what is no word of a document.
        task: Asked between nodes whether to stop.
        zone: Whether texts or titles are searched.
    """

    def __init__(self, snapshot: Snapshot, beyond: Beyond, task: Task, zone: Zone = Zone.TEXT) -> None:
        self._snapshot, self._beyond, self._task, self._zone = snapshot, beyond, task, zone
        self._kept = snapshot.kept

    def of(self, node: Node) -> Found:
        """Answer a tree."""
        self._task.checkpoint()
        if isinstance(node, And):
            return self._conjunction(node.parts)
        if isinstance(node, Or):
            return union([self.of(part) for part in node.parts])
        if isinstance(node, Not):
            excluded = self.of(node.part).matches
            return Found({number: [] for number in self._kept if number not in excluded})
        if isinstance(node, InTitle):
            return self._titles(node.part)
        return self._leaf(node)

    def matches(self, leaf: Worded) -> dict[Number, list[Interval]]:
        """Return where a leaf stands in the documents of this zone."""
        if isinstance(leaf, Near):
            parts = [self.matches(part) for part in leaf.parts]
            found = {n: near([part[n] for part in parts], leaf.distance) for n in _common(parts)}
            return {n: windows for n, windows in found.items() if windows}
        slop = leaf.slop if isinstance(leaf, Phrase) else 0
        found = _row(self.slots(leaf), slop)
        for number, intervals in _row(self._groups(leaf)).items():
            found[number] = merged([*found.get(number, ()), *intervals])
        return found

    def slots(self, leaf: Worded) -> list[Slot]:
        """Return where each of the words stands that a leaf consists of, as they follow each other in it."""
        if isinstance(leaf, Phrase | Near):
            return [slot for part in leaf.parts for slot in self.slots(part)]
        if isinstance(leaf, Prefix | Wildcard | Fuzzy):
            fits = pattern_test(leaf)
            forms = filter(fits, self._snapshot.words(self._zone, Kind.FORMS))
            return [self._positions(Kind.FORMS, forms)]
        if isinstance(leaf, Family):
            return [self._family(roots(surface(token.text))) for token in tokens(leaf.text)]
        return [self._word(type(leaf), surface(token.text)) for token in tokens(leaf.text)]

    def rarity(self, leaf: Worded) -> float:
        """Return the sum of what each word of a leaf weighs: more for one that fewer documents have."""
        total = len(self._kept)
        return sum(math.log1p((total - len(slot) + 0.5) / (len(slot) + 0.5)) for slot in self.slots(leaf))

    def _word(self, kind: type[Worded], form: str) -> Slot:
        forms = self._positions(Kind.FORMS, [form])
        if kind is Exact:
            return forms
        return _any_of(
            [forms, self._positions(Kind.TERMS, terms(form)), self._positions(Kind.JOINED, [form])]
        )

    def _family(self, wanted: frozenset[str]) -> Slot:
        kinds = (Kind.FORMS, Kind.JOINED)
        words = {kind: self._snapshot.words(self._zone, kind) for kind in kinds}
        related = {
            kind: [word for word in words[kind] if not wanted.isdisjoint(roots(word))] for kind in kinds
        }
        return _any_of([self._positions(kind, related[kind]) for kind in kinds])

    def _groups(self, leaf: Worded) -> list[Slot]:
        """Return where the groups of three digits of a large number stand: 10000 is written «10 000» too."""
        if not (isinstance(leaf, Word | Exact) and leaf.text.isdecimal() and len(leaf.text) >= 5):
            return []
        head = len(leaf.text) % 3 or 3
        groups = [leaf.text[:head], *(leaf.text[i : i + 3] for i in range(head, len(leaf.text), 3))]
        return [self._positions(Kind.FORMS, [surface(group)]) for group in groups]

    def _positions(self, kind: Kind, words: Iterable[str]) -> Slot:
        return self._snapshot.positions(self._zone, kind, words)

    def _scores(self, leaf: Worded) -> dict[Number, float]:
        """Score a leaf by BM25F over text and title (Robertson and Zaragoza 2009, 3.6)."""
        matches, rarity = self.matches(leaf), self.rarity(leaf)
        in_title = self._in(Zone.TITLE).matches(leaf) if self._zone is Zone.TEXT else {}
        average = self._snapshot.average_lengths[self._zone]
        scores: dict[Number, float] = {}
        for number, intervals in matches.items():
            norm = 1 - B + B * self._kept[number].lengths[self._zone] / average
            frequency = len(intervals) / norm + TITLE_WEIGHT * len(in_title.get(number, ()))
            scores[number] = rarity * frequency * (K1 + 1) / (frequency + K1)
        return scores

    def _leaf(self, leaf: Leaf) -> Found:
        if isinstance(leaf, Outside):
            return self._told(leaf)
        if isinstance(leaf, InFileName | OnPages):
            fits = file_name_test(leaf.pattern) if isinstance(leaf, InFileName) else page_test(leaf)
            return Found({number: [] for number, kept in self._kept.items() if fits(kept.document)})
        return Found(self.matches(leaf), self._scores(leaf))

    def _conjunction(self, nodes: Sequence[Node]) -> Found:
        """Answer И: small words are lit only beside others, pages keep what begins on them."""
        pages = [node for node in nodes if isinstance(node, OnPages)]
        others = [node for node in nodes if not isinstance(node, OnPages)]
        answers = {node: self.of(node) for node in nodes}
        common = _common([answer.matches for answer in answers.values()])
        firm = union([answers[node].only(common) for node in others if not is_small(node)])
        small = union([answers[node].only(common) for node in others if is_small(node)])
        if any(firm.matches.values()):
            small.matches = {n: leaning(found, firm.matches[n]) for n, found in small.matches.items()}
        together = union([firm, small]) if others else Found({number: [] for number in common})
        return self._on_pages(together, pages) if pages else together

    def _on_pages(self, found: Found, pages: Sequence[OnPages]) -> Found:
        kept: dict[Number, list[Interval]] = {}
        for number, intervals in found.matches.items():
            document = self._kept[number]
            on = [pair for pair in intervals if all(begins_on(document, pair[0], page) for page in pages)]
            if on or not intervals:
                kept[number] = on
        return Found(kept, found.scores)

    def _titles(self, part: Node) -> Found:
        """Answer from titles; a title that stands in the text has its matches there."""
        if self._zone is Zone.TITLE:
            return self.of(part)
        found = self._in(Zone.TITLE).of(part)
        moved: dict[Number, list[Interval]] = {}
        for number, intervals in found.matches.items():
            at = self._kept[number].title_at
            moved[number] = [(first + at, last + at) for first, last in intervals if at >= 0]
        return Found(moved, found.scores)

    def _told(self, leaf: Outside) -> Found:
        own = {kept.document.number: number for number, kept in self._kept.items()}
        told, found = self._beyond.find(leaf, self._task), Found()
        for number, first, last in zip(told.numbers, told.firsts, told.lasts, strict=True):
            if number in own:
                places = found.matches.setdefault(own[number], [])
                # Places are places of the text.
                places.extend([(first, last)] if first >= 0 and self._zone is Zone.TEXT else [])
        found.matches = {number: merged(places) for number, places in found.matches.items()}
        return found

    def _in(self, zone: Zone) -> Evaluation:
        return Evaluation(self._snapshot, self._beyond, self._task, zone)


def _row(slots: Sequence[Slot], slop: int = 0) -> dict[Number, list[Interval]]:
    """Return where the words stand one after the other, with at most `slop` others among them."""
    found: dict[Number, list[Interval]] = {}
    for number in _common(slots):
        lists = [slot[number] for slot in slots]
        intervals = within(lists, slop) if slop else adjacent(lists)
        if intervals:
            found[number] = intervals
    return found


def _any_of(slots: Sequence[Slot]) -> Slot:
    numbers = {number for slot in slots for number in slot}
    return {n: sorted({at for slot in slots for at in slot.get(n, ())}) for n in numbers}


def _common(parts: Sequence[Iterable[Number]]) -> list[Number]:
    sets = [frozenset(part) for part in parts]
    return sorted(frozenset.intersection(*sets)) if sets else []


def is_small(node: Node) -> bool:
    """Whether a part is a preposition or the like: it is lit only where it stands with other words."""
    return isinstance(node, Word) and is_small_word(node.text)
