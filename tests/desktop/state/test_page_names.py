from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.page_names import PageNames
from index.model.document import Page
from index.model.span import Span


def names(*labels: str) -> PageNames:
    return PageNames([Page(i, 595, 842, Span(0, 0), label=label) for i, label in enumerate(labels)])


def test_a_page_is_called_by_its_label_or_its_number() -> None:
    book = names("i", "ii", "", "1")
    assert [book.name(i) for i in range(4)] == ["i", "ii", "3", "1"]
    assert book.has_labels


def test_labels_that_only_count_are_none() -> None:
    assert not names("1", "2", "").has_labels


@pytest.mark.parametrize(
    ("typed", "page_index"),
    [("ii", 1), (" II ", 1), ("1", 3), ("(1)", 0), ("3", 2), ("99", 4), ("хi", 4), ("А-7", None), ("", None)],
)
def test_a_page_is_found_by_label_before_number(typed: str, page_index: int | None) -> None:
    assert names("i", "ii", "", "1", "xi").find(typed) == page_index


def test_no_document_has_no_page() -> None:
    assert names().find("1") is None


@given(st.lists(st.sampled_from(["", "i", "IV", "А-3", "17", "5"]), unique=True))
def test_every_page_is_found_by_its_number_in_brackets(labels: list[str]) -> None:
    book = names(*labels)
    assert [book.find(f"({i + 1})") for i in range(len(labels))] == list(range(len(labels)))


@given(st.lists(st.text("ivxА-9", min_size=1, max_size=4), unique_by=str.casefold, min_size=1))
def test_every_page_with_a_label_of_its_own_is_found_by_it(labels: list[str]) -> None:
    book = names(*labels)
    if book.has_labels:
        assert [book.find(book.name(i)) for i in range(len(labels))] == list(range(len(labels)))
