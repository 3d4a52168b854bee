"""Marked passages in other versions of their text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.reanchor import VERSIONS, Version, changed
from index.model.annotation import Anchor
from index.model.document import Page
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.reanchoring import Certainty, Reanchoring

TEXT = (
    "Заседание открыл председатель совета. Он сообщил, что за год построено сорок два моста через малые "
    "реки.\n"
    "Докладчик отметил: «Вода нужна всем». Решение принято единогласно, работы начнутся весной.\n"
    "Совет поручил отделу подготовить смету. Решение принято единогласно, срок исполнения - первое июня.\n"
)


def anchor(quote: str, text: str = TEXT, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return make_anchor(text, (Page(0, 595, 842, Span(0, len(text))),), Span(at, at + len(quote)))


def found(marked: Anchor, text: str) -> tuple[Certainty, str]:
    answer = Reanchoring(text).find(marked, marked.span.start)
    return answer.certainty, "" if answer.span is None else answer.span.of(text)


def test_what_has_not_changed_is_sure() -> None:
    assert found(anchor("сорок два моста"), TEXT) == (Certainty.SURE, "сорок два моста")


def test_lines_hyphens_capitals_and_yo_do_not_matter() -> None:
    new = TEXT.replace("построено сорок два моста", "постро-\nено СОРОК\nдва моста")
    assert found(anchor("построено сорок два моста"), new) == (
        Certainty.SURE,
        "постро-\nено СОРОК\nдва моста",
    )


def test_marks_at_the_ends_of_a_passage_belong_to_it() -> None:
    marked = anchor("«Вода нужна всем».")
    assert found(marked, "Предисловие. " + TEXT) == (Certainty.SURE, "«Вода нужна всем».")


@pytest.mark.parametrize("nth", [0, 1])
def test_of_equal_words_those_in_the_same_surroundings_are_sure(nth: int) -> None:
    marked = anchor("Решение принято единогласно", nth=nth)
    new = "Протокол. " + TEXT
    answer = Reanchoring(new).find(marked, 0)
    assert (answer.certainty, answer.span) == (
        Certainty.SURE,
        Span(marked.span.start + len("Протокол. "), marked.span.stop + len("Протокол. ")),
    )


def test_words_read_otherwise_are_likely_and_end_with_whole_words() -> None:
    new = TEXT.replace("построено сорок два моста", "построепо сорок двa мосга")
    assert found(anchor("построено сорок два моста"), new) == (
        Certainty.LIKELY,
        "построепо сорок двa мосга",
    )


def test_equal_places_in_equal_surroundings_are_never_sure() -> None:
    row = "Итого по разделу: сто рублей. Примечание: нет сведений об остатке.\n"
    marked = anchor("сто рублей", row * 3)
    answer = Reanchoring(row * 5).find(marked, len(row) * 3)
    assert answer.certainty is Certainty.LIKELY
    assert answer.span is not None
    assert answer.span.start == len(row) * 3 + row.index("сто")
    assert len(answer.others) == 3


def test_what_was_left_out_is_lost() -> None:
    new = TEXT.replace("Он сообщил, что за год построено сорок два моста через малые реки.", "")
    assert found(anchor("сорок два моста через малые реки"), new) == (Certainty.LOST, "")


def test_lost_words_have_the_places_where_they_stand_in_other_surroundings() -> None:
    marked = Anchor(Span(0, 7), "Решение", "Глава пятая, параграф третий. ", " оспорено в суде истцом", 0)
    answer = Reanchoring(TEXT).find(marked, 0)
    assert answer.span is None
    assert [one.span.of(TEXT) for one in answer.others] == ["Решение", "Решение"]


def test_a_passage_without_letters_is_lost() -> None:
    assert found(Anchor(Span(0, 1), "-", "", "", 0), TEXT) == (Certainty.LOST, "")
    assert found(anchor("Заседание"), "") == (Certainty.LOST, "")


@given(st.integers(0, len(TEXT) - 2), st.integers(1, 80), st.sampled_from(VERSIONS), st.integers(0, 99))
def test_nothing_but_the_passage_is_ever_sure(start: int, size: int, version: Version, seed: int) -> None:
    """In versions of the text, with words dropped and letters misread."""
    span = Span(start, min(len(TEXT), start + size))
    if not any(letter.isalnum() for letter in span.of(TEXT)):
        return
    marked = make_anchor(TEXT, (Page(0, 595, 842, Span(0, len(TEXT))),), span)
    made = changed(TEXT, version, random.Random(seed))  # noqa: S311 - a trial that can be repeated
    answer = Reanchoring(made.text).find(marked, marked.span.start)
    if answer.certainty is Certainty.SURE and answer.span is not None:
        covered = range(marked.span.start, marked.span.stop)
        assert any(origin in covered for origin in made.origin[answer.span.start : answer.span.stop])


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_and_words_give_an_answer(text: str, quote: str) -> None:
    answer = Reanchoring(text).find(Anchor(Span(0, 0), quote, "", "", 0), 0)
    assert answer.span is None or answer.span.stop <= len(text)
