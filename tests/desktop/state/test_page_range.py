from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.page_names import PageNames
from desktop.state.page_range import pages_of
from index.model.document import Page
from index.model.span import Span

PLAIN = PageNames([Page(i, 1, 1, Span(0, 0)) for i in range(9)])
LABELS = ("i", "ii", "А-3", "1", "2", "3")
BOOK = PageNames([Page(i, 1, 1, Span(0, 0), label=label) for i, label in enumerate(LABELS)])


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("1–3, 7", (0, 1, 2, 6)),
        ("7; 1 - 2", (6, 0, 1)),
        ("3-1", (2, 1, 0)),
        ("8-", (7, 8)),
        ("—2", (0, 1)),
        ("2, 1-3", (1, 0, 2)),
        ("5,", (4,)),
    ],
)
def test_ranges_and_single_pages_are_read(written: str, pages: tuple[int, ...]) -> None:
    assert pages_of(written, PLAIN) == pages


@pytest.mark.parametrize("written", ["", " , ", "-", "а", "1-2-3", "1-а"])
def test_what_names_no_page_is_refused(written: str) -> None:
    assert pages_of(written, PLAIN) is None


@pytest.mark.parametrize(
    ("written", "pages"), [("i–1", (0, 1, 2, 3)), ("А-3", (2,)), ("(1)-ii", (0, 1)), ("3", (5,))]
)
def test_labels_hold_before_numbers(written: str, pages: tuple[int, ...]) -> None:
    assert pages_of(written, BOOK) == pages


@given(st.lists(st.integers(1, 9), min_size=1, unique=True))
def test_a_list_of_numbers_is_read_as_it_is_written(numbers: list[int]) -> None:
    assert pages_of(", ".join(map(str, numbers)), PLAIN) == tuple(number - 1 for number in numbers)
