from __future__ import annotations

from dataclasses import replace

import pytest

from index.model.annotation import Anchor, Annotation, AnnotationKind, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.sifting import Sieve, Standing, count_notes, standing_of, toggled

A, B = DocumentId("a" * 64), DocumentId("b" * 64)
NOTE = Annotation(
    "n",
    A,
    Anchor(Span(0, 4), "вода", "", "", 0),
    HighlightColor.BLUE,
    "мысль",
    ("Ёлка", "лес"),
    "2024-05-10T23:59:59.000+00:00",
    "2024-06-01T00:00:00.000+00:00",
    AnnotationKind.UNDERLINE,
    "Анна",
)


@pytest.mark.parametrize(
    ("sieve", "passes"),
    [
        (Sieve(), True),
        (Sieve(colors=frozenset({HighlightColor.BLUE, HighlightColor.PINK})), True),
        (Sieve(colors=frozenset({HighlightColor.PINK})), False),
        (Sieve(kinds=frozenset({AnnotationKind.UNDERLINE})), True),
        (Sieve(kinds=frozenset({AnnotationKind.NOTE})), False),
        (Sieve(tags=frozenset({"елка"})), True),
        (Sieve(tags=frozenset({"река"})), False),
        (Sieve(authors=frozenset({""})), False),
        (Sieve(authors=frozenset({"Анна"})), True),
        (Sieve(documents=frozenset({B})), False),
        (Sieve(since="2024-05-10", until="2024-05-10"), True),
        (Sieve(since="2024-05-11"), False),
        (Sieve(until="2024-05-09"), False),
        (Sieve(standings=frozenset({Standing.LOST})), False),
        (Sieve(colors=frozenset({HighlightColor.BLUE}), documents=frozenset({B})), False),
    ],
)
def test_a_note_passes_when_all_of_it_is_wanted(sieve: Sieve, passes: bool) -> None:
    assert sieve.passes(NOTE) is passes


def test_standing_is_that_of_the_words_in_the_text() -> None:
    lost = replace(NOTE, anchor=replace(NOTE.anchor, span=Span(2, 2)))
    assert standing_of(NOTE, "вода и лес") is Standing.SURE
    assert standing_of(NOTE, "вода".upper()) is Standing.TO_CONFIRM
    assert standing_of(lost, "лес") is Standing.LOST
    assert Sieve(standings=frozenset({Standing.LOST})).passes(lost, Standing.LOST)


def test_counts_are_of_values_whatever_their_case() -> None:
    other = replace(NOTE, tags=("ЕЛКА",), author="", document_id=B, color=HighlightColor.YELLOW)
    counts = count_notes([NOTE, other])
    assert counts.tags == (("Ёлка", 2), ("лес", 1))
    assert counts.authors == (("", 1), ("Анна", 1))
    assert counts.colors == ((HighlightColor.YELLOW, 1), (HighlightColor.BLUE, 1))
    assert counts.kinds == ((AnnotationKind.UNDERLINE, 2),)
    assert dict(counts.documents) == {A: 1, B: 1}


def test_a_value_is_let_in_and_out_again() -> None:
    once = toggled(Sieve(), "colors", HighlightColor.PINK)
    assert once.colors == {HighlightColor.PINK}
    assert toggled(once, "colors", HighlightColor.PINK).is_open
