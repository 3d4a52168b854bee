"""Names of a list in a text: whole words, the longest of several, capitals as the list wants them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts.word_lists import WordList
from index.model.span import Span

FORMS = ["ооо", "новая гвинея", "новая гвинея-бисау", "куня-ургенч", "чад"]

FOUND = [
    ("Новая Гвинея и Чад", ["Новая Гвинея", "Чад"]),
    ("Новая Гвинея-Бисау", ["Новая Гвинея-Бисау"]),
    ("Новая Гвинеянка", []),
    ("Чады, не-Чад, Чад-река", []),
    ("«Чад», (Чад)", ["Чад", "Чад"]),
    ("Куня-Ургенч", ["Куня-Ургенч"]),
    ("Куня", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_are_found_as_whole_words_the_longest_first(text: str, expected: list[str]) -> None:
    listed = WordList(FORMS, folds_case=True)
    assert [span.of(text) for span in listed.within(text, 0, len(text))] == expected


def test_case_matters_where_it_is_not_folded() -> None:
    listed = WordList(["ООН", "Голос Америки"], folds_case=False)
    text = "оон и ООН, голос Америки и Голос Америки"
    assert [span.of(text) for span in listed.within(text, 0, len(text))] == ["ООН", "Голос Америки"]


def test_nothing_is_found_over_the_end_of_a_stretch() -> None:
    text = "Новая Гвинея"
    assert list(WordList(FORMS, folds_case=True).within(text, 0, len(text) - 1)) == []
    assert list(WordList(FORMS, folds_case=True).within(text, 6, len(text))) == []


@pytest.mark.parametrize(
    ("name", "is_there"), [("Чад", True), ("новая Гвинея", True), ("Новая", False), ("-", False)]
)
def test_a_list_knows_its_names(name: str, *, is_there: bool) -> None:
    assert WordList(FORMS, folds_case=True).has(name) == is_there


@given(st.lists(st.sampled_from([*FORMS, "и", "река"]), max_size=6))
def test_what_is_found_is_of_the_list_and_never_overlaps(words: list[str]) -> None:
    listed, text = WordList(FORMS, folds_case=True), " ".join(words)
    reached = 0
    for span in listed.within(text, 0, len(text)):
        assert span.start >= reached
        assert listed.has(span.of(text))
        reached = span.stop
    assert reached <= Span(0, len(text)).stop
