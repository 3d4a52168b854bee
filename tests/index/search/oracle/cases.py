"""Random corpora and questions in which everything collides: few words, many of them forms of each other.

All choices are those of one `random.Random`: of a seed, or of Hypothesis, which then looks for smaller ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import TypeVar

from index.model.document import DocumentId
from index.search.dates import is_within
from index.search.engine import Told
from index.search.requests import IndexDocument
from index.search.tree import (
    And,
    Exact,
    Family,
    Fuzzy,
    InAmounts,
    InDates,
    InFileName,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    InTitle,
    NameKind,
    Near,
    Node,
    Not,
    OfKind,
    OnPages,
    Or,
    Outside,
    Part,
    Phrase,
    Prefix,
    Wildcard,
    Word,
    leaves,
)
from index.tasks import Task
from index.text.tokens import tokens
from tests.index.search.oracle.plain import Merge

_Choice = TypeVar("_Choice")

WORDS = (
    *("снег", "снега", "Снегом", "снегирь", "дождь", "дождём", "Дождя", "иней", "лёд", "льда"),
    *("стали", "сталь", "стать", "стекло", "после", "посол", "Лань", "лани", "банки", "банк", "банка"),
    *("Королёв", "Королёву", "Азия", "Азии", "мир", "мира", "миру", "в", "и", "на", "из", "за"),
    *("сотрудничество", "сотрудничества", "сотрудничать", "сотруд", "ничество", "report", "reports"),
    *("O‘zbekiston", "Oʻzbek", "қала", "10000", "10", "000", "5", "05", "3,5", "2021", "хлопка", "хлопок"),
)
"""Forms of a few lexemes, names, small words, numbers, words in other letters; halves of a divided word."""

COMPOUNDS = ("торгово-мир", "Касым-Жомарт", "сотруд-ничество", "из-за", "10-20", "A4", "мир-мира-миру")
STRANGERS = ("небывальщина", "нет-такого", "77")
_BETWEEN = (" ",) * 12 + ("-", ". ", ", ", "\n", " - ", "—")
_PATTERNS = ("сн*г", "?ождь", "*ка", "м?р*", "с*о", "*н*г*", "снег?", "10*0")
_PREFIXES = ("сн", "до", "мир", "Короле", "10", "сотру", "ба", "небы", "rep")
_FUZZY = ("снег", "мира", "сталь", "стлаь", "банк", "хлопок", "дожь", "лани", "азя", "reportz")
_FILE_NAMES = ("Отчёт_{}.pdf", "отчет {} (1).docx", "протокол-{}.PDF", "{}.txt")
_FILE_PATTERNS = ("отчет", "*.pdf", "протокол-?.pdf", "(1)", "небывальщина", "?.txt")
_DATES = ("", "", "2020", "2020-05", "2020-05-12", "2021-01-01", "2021", "2022-03")
_OUTSIDE: tuple[Outside, ...] = (
    InNames(NameKind.PERSON, "Королёв"),
    InNames(NameKind.PLACE, "Азия"),
    InAmounts(Decimal(1), None, "USD"),
    InNotes("важно"),
    InTags("срочно"),
    InLanguage("ru"),
    InFolder("папка"),
    OfKind("pdf"),
)
POOL = 14
"""Documents that come, change and go."""
_FIRST_OF_CROWD = 100


@dataclass(frozen=True, slots=True)
class Commit:
    """One change of an archive.

    Attributes:
        added: Documents that come, some in place of older states of themselves.
        forgotten: Documents that go.
        merge: What plain Whoosh does with its segments.
    """

    added: tuple[IndexDocument, ...]
    forgotten: tuple[DocumentId, ...]
    merge: Merge


Answers = dict[Outside, Sequence[tuple[int, int, int]]]
"""For a leaf that is no word: number of a document, first and one past the last position, or -1 twice."""


class KnownBeyond:
    """Answers leaves as it was told to; unknown ones with nothing."""

    def __init__(self) -> None:
        self.answers: Answers = {}

    def find(self, leaf: Outside, task: Task) -> Told:
        """Return the documents and places of a leaf (`index.search.engine.Beyond`)."""
        task.checkpoint()
        rows = sorted(self.answers.get(leaf, ()))
        return Told(*([row[i] for row in rows] for i in range(3)))


def document_id(name: str) -> DocumentId:
    """Return the id of a document called so."""
    return DocumentId(hashlib.sha256(name.encode()).hexdigest())


class Cases:
    """Makes cases out of random choices."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = tuple(random.sample(WORDS, 16))

    def commits(self) -> list[Commit]:
        """Return the history of an archive."""
        history = [self._commit() for _ in range(self._random.randint(1, 5))]
        return [self._crowd(), *history] if self._is(0.06) else history

    def beyond(self, root: Node, living: Mapping[DocumentId, IndexDocument]) -> Answers:
        """Return what the archive says of the leaves of a tree that are no words."""
        answers: Answers = {}
        for leaf in leaves(root):
            if isinstance(leaf, InDates):
                dated = [one for one in living.values() if is_within(one.date, leaf.first, leaf.last)]
                answers[leaf] = [(one.number, -1, -1) for one in dated]
            elif isinstance(leaf, Outside):
                # The archive may know of documents that the index has not got yet.
                rows = [row for one in living.values() if self._is(0.4) for row in self._places(one)]
                answers[leaf] = [*rows, (POOL + 5, 0, 1)]
        return answers

    def tree(self, depth: int = 3) -> Node:
        """Return a question."""
        kinds: dict[Callable[[int], Node], float] = {
            self._conjunction: 3,
            lambda depth: Or(self._parts(depth)): 2,
            lambda depth: Not(self.tree(depth - 1)): 1,
            lambda depth: InTitle(self._of_titles(depth - 1)): 1,
            lambda _: self._leaf(): 3,
        }
        return self._one_of(kinds)(depth) if depth else self._leaf()

    def _of_titles(self, depth: int) -> Node:
        """Return a question for titles: these lie on no page."""
        while True:
            root = self.tree(depth)
            if not any(isinstance(leaf, OnPages) for leaf in leaves(root)):
                return root

    def text(self, longest: int) -> str:
        """Return a text."""
        count = self._random.choice((0, 2, longest // 2, longest, longest))
        pieces = (self._word() + self._random.choice(_BETWEEN) for _ in range(count))
        return "".join(pieces).strip()

    def _commit(self) -> Commit:
        names = self._random.sample(range(POOL), self._random.randint(0, 5))
        gone = self._random.sample(range(POOL), self._random.choice((0, 0, 1, 3)))
        forgotten = tuple(document_id(str(name)) for name in gone if name not in names)
        return Commit(tuple(map(self._document, names)), forgotten, self._random.choice(list(Merge)))

    def _crowd(self) -> Commit:
        """Return more documents than are ranked again by closeness."""
        names = range(_FIRST_OF_CROWD, _FIRST_OF_CROWD + self._random.randint(190, 260))
        return Commit(tuple(self._document(name, 5) for name in names), (), Merge.NONE)

    def _document(self, name: int, longest: int = 16) -> IndexDocument:
        pages = [self.text(longest) for _ in range(self._random.randint(1, 3))]
        text = "\n".join(pages)
        starts = tuple(accumulate((len(page) + 1 for page in pages[:-1]), initial=0))
        own = " ".join(text.split()[:3])
        title = self._random.choice((own, self.text(4), self._word()))
        file_name = self._random.choice(_FILE_NAMES).format(name)
        date = self._random.choice(_DATES)
        return IndexDocument(document_id(str(name)), title, file_name, date, text, name + 1, starts)

    def _places(self, document: IndexDocument) -> list[tuple[int, int, int]]:
        size = sum(1 for _ in tokens(document.text))
        if not size or self._is(0.3):
            return [(document.number, -1, -1)]
        firsts = [self._random.randrange(size) for _ in range(self._random.randint(1, 3))]
        return [(document.number, first, self._random.randint(first + 1, size)) for first in firsts]

    def _conjunction(self, depth: int) -> Node:
        parts = self._parts(depth)
        return And((*parts, self._pages())) if self._is(0.15) else And(parts)

    def _parts(self, depth: int) -> tuple[Node, ...]:
        return tuple(self.tree(depth - 1) for _ in range(self._random.choice((2, 2, 3))))

    def _leaf(self) -> Node:
        kinds: dict[Callable[[], Node], float] = {
            lambda: Word(self._word()): 6,
            lambda: Exact(self._word()): 2,
            lambda: Prefix(self._random.choice(_PREFIXES)): 1,
            lambda: Wildcard(self._random.choice(_PATTERNS)): 1,
            lambda: Fuzzy(self._random.choice(_FUZZY)): 1,
            lambda: Family(self._word()): 1,
            self._phrase: 4,
            lambda: Near(self._near_parts(), self._random.choice((0, 1, 2, 5))): 2,
            lambda: InFileName(self._random.choice(_FILE_PATTERNS)): 0.5,
            lambda: InDates(*self._random.choice((("2020", "2020"), ("2020-05-12", ""), ("", "2021")))): 0.5,
            self._pages: 0.5,
            lambda: self._random.choice(_OUTSIDE): 1.5,
        }
        return self._one_of(kinds)()

    def _pages(self) -> OnPages:
        first = self._random.randint(1, 3)
        return OnPages(first, self._random.choice((first, first + 1, None)))

    def _phrase(self) -> Phrase:
        parts = tuple(self._part() for _ in range(self._random.choice((2, 2, 3))))
        return Phrase(parts, self._random.choice((0, 0, 1, 3)))

    def _near_parts(self) -> tuple[Part | Phrase, ...]:
        count = self._random.choice((2, 2, 3))
        return tuple(self._phrase() if self._is(0.2) else self._part() for _ in range(count))

    def _part(self) -> Part:
        kinds: dict[Callable[[], Part], float] = {
            lambda: Word(self._word()): 5,
            lambda: Exact(self._word()): 2,
            lambda: Prefix(self._random.choice(_PREFIXES)): 1,
            lambda: Wildcard(self._random.choice(_PATTERNS)): 0.5,
        }
        return self._one_of(kinds)()

    def _word(self) -> str:
        return self._random.choice(self._one_of({self._words: 14, COMPOUNDS: 2, WORDS: 1, STRANGERS: 0.3}))

    def _is(self, probability: float) -> bool:
        return self._random.random() < probability

    def _one_of(self, weights: Mapping[_Choice, float]) -> _Choice:
        return self._random.choices(list(weights), list(weights.values()))[0]
