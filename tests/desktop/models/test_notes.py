from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from desktop.models.notes import NOTE_ROLE, TITLE_ROLE, NotesModel
from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span

DOCUMENT = DocumentId("a" * 64)


def annotation(number: int, note: str = "", quote: str = "слова", tags: tuple[str, ...] = ()) -> Annotation:
    anchor = Anchor(Span(number, number + 5), quote, "", "", 0)
    when = "2024-05-01T10:00:00+00:00"
    return Annotation(f"n{number}", DOCUMENT, anchor, HighlightColor.YELLOW, note, tags, when, when)


def shown(model: NotesModel) -> list[str]:
    return [model.index(row).data(NOTE_ROLE).id for row in range(model.rowCount())]


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = NotesModel()
    model.show_notes([annotation(n) for n in range(5)], {DOCUMENT: "Документ"})
    qtmodeltester.check(model)


@given(st.lists(st.lists(st.integers(0, 7), unique=True, max_size=7), min_size=1, max_size=6))
def test_any_list_can_follow_any_other(lists: list[list[int]]) -> None:
    model = NotesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for numbers in lists:
        model.show_notes([annotation(n) for n in numbers], {})
        assert shown(model) == [f"n{n}" for n in numbers]


def test_changed_note_is_one_changed_row() -> None:
    model = NotesModel()
    notes = [annotation(n) for n in range(10)]
    model.show_notes(notes, {})
    changed: list[tuple[int, int]] = []
    moved: list[str] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.rowsRemoved.connect(lambda *_: moved.append("removed"))
    notes[4] = replace(notes[4], note="иначе")
    model.show_notes(notes, {})
    assert changed == [(4, 4)]
    assert moved == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("ёлка", ["n1"]),
        ("ЕЛКА", ["n1"]),
        ("бюджет", ["n2"]),
        ("срочн", ["n3"]),
        ("елка бюджет", []),
        ("", ["n1", "n2", "n3"]),
    ],
)
def test_filter_looks_in_note_quote_and_tags(wanted: str, found: list[str]) -> None:
    model = NotesModel()
    model.show_notes(
        [annotation(1, note="Ёлка"), annotation(2, quote="о бюджете"), annotation(3, tags=("срочное",))], {}
    )
    model.set_filter(wanted)
    assert shown(model) == found
    assert model.total == 3


def test_filter_looks_in_titles_and_sees_edits() -> None:
    model = NotesModel()
    model.show_notes([annotation(1)], {DOCUMENT: "Мука дешевеет"})
    model.set_filter("мука")
    assert shown(model) == ["n1"]
    model.set_filter("новое")
    assert shown(model) == []
    model.show_notes([replace(annotation(1), note="новое", modified="2024-05-02T10:00:00+00:00")], {})
    assert shown(model) == ["n1"]


def test_row_says_what_a_screen_reader_needs() -> None:
    model = NotesModel()
    model.show_notes([annotation(1, "мысль", "слова", ("тег",))], {DOCUMENT: "Документ"})
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "мысль. слова. тег. Документ"
    assert index.data(TITLE_ROLE) == "Документ"
    assert (model.row("n1"), model.row("n2")) == (0, -1)


def test_ten_thousand_notes_are_filtered_at_once() -> None:
    model = NotesModel()
    model.show_notes([annotation(n, f"заметка номер {n}", "слова документа " * 8) for n in range(10_000)], {})
    model.set_filter("номер 1")
    start = time.perf_counter()
    model.set_filter("номер 77")
    assert time.perf_counter() - start < 0.5
    assert "n77" in shown(model)
