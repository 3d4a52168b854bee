"""The oracle is judged in its turn: by reading every word, by hand, and by Whoosh's own searcher."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.searching import Searcher

from index.model.span import Span
from index.search.engine import Asked, Order, Outcome, Ranked, Vocabulary
from index.search.requests import IndexDocument
from index.search.tree import And, Exact, Near, Node, Not, Or, Phrase, Prefix, Word
from index.tasks import Task
from index.text.morphology import surface
from tests.index.search.oracle import stock
from tests.index.search.oracle.cases import Cases, KnownBeyond, document_id
from tests.index.search.oracle.compare import difference
from tests.index.search.oracle.engine import Oracle
from tests.index.search.oracle.intervals import adjacent, differ_by_one, near, within
from tests.index.search.oracle.plain import Merge
from tests.index.search.oracle.words import terms, title_position, words_of

WORDS = ["снег", "снега", "Дождь", "дождём", "иней", "Лань", "5", "лёд"]
_WORD = st.sampled_from(WORDS)
_PART = _WORD.map(Word) | _WORD.map(Exact) | st.sampled_from(["сн", "до"]).map(Prefix)
_PARTS = st.lists(_PART, min_size=2, max_size=3).map(tuple)
_LEAF = (
    _PART
    | st.builds(Phrase, _PARTS, st.sampled_from([0, 0, 1, 2]))
    | st.builds(Near, _PARTS, st.sampled_from([0, 1, 3]))
)


def _joined(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    some = st.lists(children, min_size=2, max_size=3).map(tuple)
    return some.map(And) | some.map(Or) | children.map(Not)


_TREE: st.SearchStrategy[Node] = st.recursive(_LEAF, _joined, max_leaves=5)


def fits(part: Node, word: str) -> bool:
    form = surface(word)
    if isinstance(part, Prefix):
        return form.startswith(part.text)
    assert isinstance(part, Word | Exact)
    wanted = surface(part.text)
    is_form = isinstance(part, Word) and not set(terms(wanted)).isdisjoint(terms(form))
    return is_form or form == wanted


def read(node: Node, words: list[str]) -> set[int] | None:
    """Return the lit positions of a text that answers, None for one that does not."""
    if isinstance(node, Not):
        return set() if read(node.part, words) is None else None
    if isinstance(node, And | Or):
        parts = [read(part, words) for part in node.parts]
        found = [part for part in parts if part is not None]
        enough = len(found) == len(parts) if isinstance(node, And) else bool(found)
        return set().union(*found) if enough else None
    if isinstance(node, Phrase | Near):
        lit = {i for interval in _read_windows(node, words) for i in range(*interval)}
    else:
        lit = {i for i, word in enumerate(words) if fits(node, word)}
    return lit or None


def _read_windows(node: Phrase | Near, words: list[str]) -> Iterator[tuple[int, int]]:
    """Try every window, the shorter ones first, from left to right by where they end."""
    most = len(node.parts) + (node.slop if isinstance(node, Phrase) else node.distance)
    behind = 0
    for stop in range(1, len(words) + 1):
        for start in reversed(range(max(0, stop - most), stop)):
            if start >= behind and _holds(node, words, start, stop):
                yield start, stop
                behind = stop
                break
            if _holds(node, words, start, stop):
                break


def _holds(node: Phrase | Near, words: list[str], start: int, stop: int) -> bool:
    """Whether the parts stand in a window, one of them at each end, in order if they are a phrase."""

    def placed(parts: Sequence[Node], used: frozenset[int]) -> bool:
        if not parts:
            return {start, stop - 1} <= used
        least = max(used, default=start - 1) + 1 if isinstance(node, Phrase) else start
        places = (i for i in range(least, stop) if i not in used and fits(parts[0], words[i]))
        return any(placed(parts[1:], used | {i}) for i in places)

    return placed(node.parts, frozenset())


def make_oracle(texts: Iterable[str], *, title: str = "") -> Oracle:
    oracle = Oracle(KnownBeyond())
    documents = enumerate(texts, 1)
    oracle.commit(IndexDocument(document_id(str(i)), title, "", "", text, i, (0,)) for i, text in documents)
    return oracle


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(_WORD, max_size=12), min_size=1, max_size=4), st.lists(_TREE, min_size=1, max_size=5)
)
def test_the_oracle_answers_like_reading_every_word(texts: list[list[str]], trees: list[Node]) -> None:
    oracle = make_oracle(" ".join(words) for words in texts)
    for tree in trees:
        lit = {
            one.number: {
                position for span in one.spans for position in _positions(texts[one.number - 1], span)
            }
            for one in oracle.occurrences(tree, Task())
        }
        expected = {i: read(tree, words) for i, words in enumerate(texts, 1)}
        assert lit == {i: found for i, found in expected.items() if found is not None}, tree


def _positions(words: list[str], span: Span) -> range:
    text = " ".join(words)
    first = text[: span.start].count(" ")
    return range(first, first + text[span.start : span.stop].count(" ") + 1)


@pytest.mark.parametrize("seed", range(6))
def test_the_oracle_finds_the_documents_that_whoosh_finds(seed: int) -> None:
    cases = Cases(Random(seed))  # noqa: S311 - repeatable
    oracle, asked = Oracle(KnownBeyond()), 0
    for commit in cases.commits():
        oracle.commit(commit.added, commit.forgotten, commit.merge)
    with closing(Searcher(oracle.index.reader())) as searcher:
        while asked < 25:
            root = cases.tree()
            try:
                expected = stock.documents(root, searcher)
            except stock.BeyondWhooshError:
                continue
            asked += 1
            assert {one.document_id for one in oracle.occurrences(root, Task())} == expected, root


def test_a_score_is_what_the_formula_says() -> None:
    oracle = make_oracle(["снег снег вода вода", "вода", "вода дождь"], title="Снег")
    (one,) = oracle.answer(Asked(Word("снега")), Task()).ranked
    frequency = 2 / (0.25 + 0.75 * 4 / (7 / 3)) + 3 * 1
    assert one.score == pytest.approx(math.log1p(2.5 / 1.5) * frequency * 2.2 / (frequency + 1.2))


def test_the_bonus_for_closeness_is_what_the_formula_says() -> None:
    near_by, apart = "снег вода дождь", "снег вода вода вода вода дождь"
    oracle = make_oracle([near_by, apart, "вода"])
    whole = {
        one.number: one.score
        for one in oracle.answer(Asked(And((Word("снег"), Word("дождь")))), Task()).ranked
    }
    parts = [oracle.answer(Asked(Word(word)), Task()).ranked for word in ("снег", "дождь")]
    bare = {
        number: sum(one.score for part in parts for one in part if one.number == number) for number in whole
    }
    rarity = math.log1p(1.5 / 2.5)
    assert whole[1] - bare[1] == pytest.approx(rarity * 0.25 / (0.25 + 1.2))
    assert whole[2] - bare[2] == pytest.approx(rarity * 0.04 / (0.04 + 1.2))


@pytest.mark.parametrize(
    ("parts", "distance", "windows"),
    [
        ([[(0, 1)], [(2, 3)]], 1, [(0, 3)]),
        ([[(0, 1)], [(2, 3)]], 0, []),
        ([[(0, 1), (5, 6)], [(4, 5)]], 9, [(0, 5)]),
        ([[(0, 1), (3, 4)], [(4, 5)]], 9, [(3, 5)]),
        ([[(0, 1)], [(0, 1)]], 9, []),
        ([[(0, 1), (1, 2)], [(0, 1), (1, 2)]], 0, [(0, 2)]),
        ([[(0, 3)], [(4, 5)]], 1, [(0, 5)]),
        ([[(0, 1)], [(1, 2)], [(2, 3)]], 0, [(0, 3)]),
        ([[(0, 1), (2, 3)], [(1, 2), (3, 4)]], 0, [(0, 2), (2, 4)]),
    ],
)
def test_near_takes_the_shortest_windows(
    parts: list[list[tuple[int, int]]], distance: int, windows: list[tuple[int, int]]
) -> None:
    assert near(parts, distance) == windows
    assert near(parts[::-1], distance) == windows


_POSITIONS = st.sets(st.integers(0, 20)).map(sorted)


@given(st.lists(_POSITIONS, min_size=2, max_size=3))
def test_adjacent_words_are_words_within_no_others(slots: list[list[int]]) -> None:
    assert adjacent(slots) == within(slots, 0)


@given(st.text("абв", max_size=4), st.text("абв", max_size=4))
def test_words_differ_by_one_letter_both_ways(one: str, other: str) -> None:
    edits = {
        one[:i] + letter + one[i + kept :]
        for i in range(len(one) + 1)
        for letter in ("", *"абв")
        for kept in (0, 1)
    }
    swaps = {one[:i] + one[i + 1] + one[i] + one[i + 2 :] for i in range(len(one) - 1)}
    assert differ_by_one(one, other) == differ_by_one(other, one) == (other in edits | swaps)


def test_a_title_is_found_where_all_its_words_follow_each_other() -> None:
    text = words_of("Первый, первый снег")
    assert title_position(text, words_of("ПЕРВЫЙ СНЕГ")) == 1
    assert title_position(text, words_of("снег первый")) == -1
    assert title_position(text, words_of("")) == -1


def test_words_joined_by_a_hyphen_give_a_word_at_the_place_of_the_first() -> None:
    assert words_of("сотруд-ничество - да-5").joined == ("сотрудничество", "", "", "")


@dataclass
class Wrong:
    """An engine that answers like another but for one thing."""

    right: Oracle
    fault: str

    def answer(self, asked: Asked, task: Task) -> Outcome:
        outcome = self.right.answer(asked, task)
        ranked = list(outcome.ranked)
        if self.fault == "matches":
            outcome = replace(outcome, matches=outcome.matches + 1)
        elif self.fault == "documents":
            outcome = replace(outcome, documents=outcome.documents - 1)
        elif self.fault == "limit" and asked.limit:
            ranked = ranked[:-1]
        elif self.fault == asked.order:
            ranked.reverse()
        elif self.fault == "spans":
            ranked = [replace(one, spans=one.spans[1:]) for one in ranked]
        elif self.fault == "score":
            ranked = [replace(one, score=one.score * 1.001) for one in ranked]
        return replace(outcome, ranked=tuple(ranked))

    def matching(self, root: Node, task: Task) -> Sequence[int]:
        return list(self.right.matching(root, task))[self.fault == "matching" :]

    def occurrences(self, root: Node, task: Task, numbers: Iterable[int] | None = None) -> Iterator[Ranked]:
        wanted = None if self.fault == "numbers" else numbers
        found = list(self.right.occurrences(root, task, wanted))
        return reversed(found) if self.fault == "occurrences" else iter(found)

    def vocabulary(self) -> Vocabulary:
        return self.right.vocabulary()


@pytest.mark.parametrize(
    "fault",
    [
        "matches",
        "documents",
        "limit",
        *Order,
        "spans",
        "score",
        "matching",
        "numbers",
        "occurrences",
    ],
)
def test_whatever_an_engine_answers_otherwise_is_noticed(fault: str) -> None:
    oracle = make_oracle(["снег", "снег снег", "снег дождь", "дождь", "снег снег снег"])
    assert difference(Word("снег"), Wrong(oracle, ""), oracle) == ""
    assert difference(Word("снег"), Wrong(oracle, fault), oracle).startswith("Word(text='снег'): ")
    assert difference(Or((Word("дождь"), Not(Word("иней")))), Wrong(oracle, fault), oracle)


@pytest.mark.parametrize("merge", list(Merge))
def test_merging_changes_nothing(merge: Merge) -> None:
    oracle = make_oracle(["снег", "дождь", "снег и дождь"])
    oracle.commit([IndexDocument(document_id("4"), "", "", "", "снег", 4)], [document_id("1")], merge)
    oracle.commit(merge=merge)
    assert [one.number for one in oracle.occurrences(Word("снег"), Task())] == [3, 4]
