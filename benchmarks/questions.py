"""Questions of every kind, drawn from what the archive's words are counted to be.

A question is a list that every engine can read:

    ["word", lemma, form]        documents with any form of the lemma; we are asked with `form`
    ["exact", form]              with this very form
    ["phrase", [lemma, ...], slop, [form, ...]]   with these words in this order, `slop` others between them
    ["prefix", beginning]  ["wildcard", pattern]  ["fuzzy", form]     with forms like these
    ["title", lemma, form]       with the lemma in the title
    ["dates", first, last]       dated so, as 20190101; only within an "and"
    ["and", ...]  ["or", ...]  ["not", one]       all; any; without, only within an "and"
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from benchmarks.analysed import Counts
from benchmarks.engines.serving import Node
from benchmarks.generated import FIRST_YEAR, YEARS
from index.search import tree

PER_KIND: Final = 40
_SEED: Final = 7
_RARE, _MIDDLING, _COMMON = (0.0, 0.001), (0.005, 0.03), (0.2, 1.0)
"""Shares of the documents that have a word, least and most."""
_FEWEST_RARE: Final = 3
_SLOP: Final = 5
_LETTERS: Final = "абвгдежзиклмнопрстуфхцчшщыьэюя"
_FREQUENT_PAIRS: Final = 200


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        number: Which.
        kind: Its kind, in words.
        node: What is asked.
    """

    number: int
    kind: str
    node: Node


class Drawer:
    """Draws questions by lot; the same counts give the same questions."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._chance = random.Random(_SEED)  # noqa: S311 - chance, not secrets
        shares = {lemma: found / counts.documents for lemma, found in counts.lemmas.items()}
        askable = [lemma for lemma in sorted(shares) if counts.forms.get(lemma) and len(lemma) > 4]

        def between(least: float, most: float) -> list[str]:
            return [lemma for lemma in askable if least <= shares[lemma] <= most]

        most_rare = max(_RARE[1], _FEWEST_RARE / counts.documents)
        self._rare, self._middling, self._common = (
            between(0, most_rare),
            between(*_MIDDLING),
            between(*_COMMON),
        )
        ordered = sorted(counts.pairs, key=lambda pair: (-counts.pairs[pair], pair))
        self._frequent_pairs = ordered[:_FREQUENT_PAIRS]
        self._rare_pairs = [pair for pair in ordered if counts.pairs[pair] == 1]
        self._titled = [
            lemma for lemma, _ in sorted(counts.titles.items(), key=lambda one: (-one[1], one[0]))
        ]

    def questions(self) -> list[Question]:
        """Return forty questions of each kind, in the order of the kinds."""
        kinds: dict[str, Callable[[], Node]] = {
            "rare word": partial(self._word, self._rare),
            "middling word": partial(self._word, self._middling),
            "common word": partial(self._word, self._common),
            "three common words": lambda: ["and", *(self._word(self._common) for _ in range(3))],
            "phrase, frequent": partial(self._phrase, self._frequent_pairs, 0),
            "phrase, rare": partial(self._phrase, self._rare_pairs, 0),
            "proximity": self._proximity,
            "prefix": self._prefix,
            "wildcard": self._wildcard,
            "fuzzy": self._fuzzy,
            "any of five": self._any_of_five,
            "exclusion": lambda: ["and", self._word(self._common), ["not", self._word(self._common)]],
            "exact form": self._exact,
            "in titles": self._in_title,
            "word and dates": lambda: ["and", self._word(self._common), self._dates()],
            "mixed": self._mixed,
        }
        drawn = [(kind, draw()) for kind, draw in kinds.items() for _ in range(PER_KIND)]
        return [Question(number, kind, node) for number, (kind, node) in enumerate(drawn)]

    def opening(self) -> Question:
        """Return the question with which an index is opened: a rare word."""
        return Question(-1, "opening", self._word(self._rare))

    def _word(self, among: Sequence[str]) -> Node:
        lemma = self._chance.choice(among)
        return ["word", lemma, self._chance.choice(self._counts.forms[lemma])]

    def _phrase(self, pairs: Sequence[str], slop: int) -> Node:
        return self._words_in_order(self._chance.choice(pairs).split(), slop)

    def _proximity(self) -> Node:
        words = [self._word(self._common) for _ in range(2)]
        return ["phrase", [word[1] for word in words], _SLOP, [word[2] for word in words]]

    def _words_in_order(self, forms: Sequence[str], slop: int) -> Node:
        from index.text.morphology import lemmas

        return ["phrase", [lemmas(form)[0] for form in forms], slop, list(forms)]

    def _form(self, among: Sequence[str], least_letters: int) -> str:
        while True:
            form = self._chance.choice(self._counts.forms[self._chance.choice(among)])
            if len(form) >= least_letters:
                return form

    def _prefix(self) -> Node:
        form = self._form([*self._middling, *self._common], 6)
        return ["prefix", form[: self._chance.randint(4, len(form) - 1)]]

    def _wildcard(self) -> Node:
        form = self._form([*self._middling, *self._common], 7)
        if self._chance.random() < 0.5:
            return ["wildcard", f"{form[:2]}?{form[3:5]}*"]
        return ["wildcard", f"{form[:3]}*{form[-2:]}"]

    def _fuzzy(self) -> Node:
        form = self._form([*self._middling, *self._common], 6)
        at = self._chance.randrange(1, len(form))
        return ["fuzzy", form[:at] + self._chance.choice(_LETTERS) + form[at + 1 :]]

    def _any_of_five(self) -> Node:
        common = [self._word(self._common) for _ in range(2)]
        return ["or", *common, *(self._word(self._middling) for _ in range(3))]

    def _exact(self) -> Node:
        return ["exact", self._form([*self._middling, *self._common], 4)]

    def _in_title(self) -> Node:
        lemma = self._chance.choice(self._titled[:300])
        return ["title", lemma, self._counts.forms[lemma][0]]

    def _dates(self) -> Node:
        first = FIRST_YEAR + self._chance.randrange(YEARS - 2)
        return ["dates", first * 10_000 + 101, (first + 2) * 10_000 + 1231]

    def _mixed(self) -> Node:
        either = ["or", self._word(self._middling), self._word(self._common)]
        phrase = self._phrase(self._frequent_pairs, 0)
        return ["and", either, phrase, ["not", self._word(self._middling)]]


def to_tree(node: Node) -> tree.Node:
    """Return a question as our own query tree."""
    kind, *rest = node
    made: dict[str, Callable[..., Any]] = {
        "word": lambda _, form: tree.Word(form),
        "exact": tree.Exact,
        "phrase": lambda _, slop, forms: tree.Phrase(tuple(map(tree.Word, forms)), slop),
        "prefix": tree.Prefix,
        "wildcard": tree.Wildcard,
        "fuzzy": tree.Fuzzy,
        "title": lambda _, form: tree.InTitle(tree.Word(form)),
        "dates": lambda first, last: tree.InDates(_iso(first), _iso(last)),
        "and": lambda *parts: tree.And(tuple(map(to_tree, parts))),
        "or": lambda *parts: tree.Or(tuple(map(to_tree, parts))),
        "not": lambda part: tree.Not(to_tree(part)),
    }
    found: tree.Node = made[kind](*rest)
    return found


def _iso(date: int) -> str:
    return f"{date // 10_000}-{date // 100 % 100:02}-{date % 100:02}"
