from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.search.fuzziness import differ_by_one
from index.search.layouts import in_other_layout, switch
from index.search.query import parse
from index.search.suggestions import suggest
from index.search.tree import Node, Phrase, Word, leaves
from tests.index.search.fakes import Searchable


@dataclass
class FakeVocabulary:
    """Words and how many documents have them."""

    words: dict[str, int] = field(default_factory=dict)

    def has(self, form: str) -> bool:
        return form in self.words

    def documents(self, form: str) -> int:
        return self.words.get(form.lower(), 0)

    def forms(self, form: str) -> list[str]:
        return [form] if form in self.words else []

    def beginning(self, prefix: str) -> Iterator[str]:
        return (word for word in self.words if word.startswith(prefix))

    def near(self, form: str) -> list[str]:
        return [word for word in self.words if word != form and differ_by_one(word, form)]

    def count(self, root: Node) -> int:
        found = leaves(root)
        words = [part for leaf in found for part in (leaf.parts if isinstance(leaf, Phrase) else (leaf,))]
        return min(self.documents(word.text) for word in words if isinstance(word, Word))


COUNTS = (("телескоп", 2), ("зеркало", 3), ("сотрудничество", 9), ("государств", 4))
WORDS = FakeVocabulary({**dict(COUNTS), "hello": 1, "и": 9, "бой": 1})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ntktcrjg", "телескоп"),
        ("Ntktcrjg", "Телескоп"),
        ("руддщ", "hello"),
        ("ntktcrjg b pthrfkj", "телескоп и зеркало"),
        ('"ntktcrjg"', '"телескоп"'),
        ("зеркало ntktcrjg", "зеркало телескоп"),
        (",jq", "бой"),
    ],
)
def test_a_query_on_the_wrong_layout_is_read_on_the_other(typed: str, meant: str) -> None:
    assert in_other_layout(typed, WORDS) == meant


@pytest.mark.parametrize("typed", ["телескоп", "hello", "qwerty", "=ntktcrjg", "b", "", "..."])
def test_what_says_nothing_on_the_other_layout_stays(typed: str) -> None:
    assert in_other_layout(typed, WORDS) is None


def test_switching_twice_changes_nothing() -> None:
    assert switch(switch("cjnhelybxtcndj")) == "cjnhelybxtcndj"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("телиско", []),
        ("телископ", ["телескоп"]),
        ("сотрудничесвто", ["сотрудничество"]),
        ("зеркало телископ", ["зеркало телескоп"]),
        ("сотрудничествогосударств", ["сотрудничество государств"]),
        ("теле скоп", ["телескоп"]),
        ("телископ зиркало", ["телескоп зеркало"]),
        ('"телископ зеркало"', ['"телескоп зеркало"']),
    ],
)
def test_words_are_put_right(typed: str, meant: list[str]) -> None:
    assert [one.query for one in suggest(parse(typed), WORDS, WORDS.count)] == meant


def test_a_query_that_finds_nothing_is_answered_for_the_other_layout(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "Новый телескоп"})
    answer = searchable.index.search("ntktcrjg")
    assert (answer.query, answer.documents) == ("телескоп", 1)
    assert searchable.index.search("=ntktcrjg").documents == 0
    searchable.index.close()


def test_a_query_that_finds_nothing_is_told_what_would(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path, {"a": "Новый телескоп", "b": "Телескоп на горе"})
    answer = searchable.index.search("телископ")
    assert [(one.query, one.reason, one.documents) for one in answer.suggestions] == [("телескоп", "typo", 2)]
    assert searchable.index.search("телескоп").suggestions == ()
    searchable.index.close()
