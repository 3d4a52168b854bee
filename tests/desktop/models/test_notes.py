from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from desktop.models.notes import (
    ABOUT_ROLE,
    HEAD_ROLE,
    NOTE_ROLE,
    About,
    Head,
    NotesModel,
)
from desktop.state.note_order import NoteGroup
from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.sifting import Standing

DOCUMENT = DocumentId("a" * 64)


def annotation(number: int, note: str = "", quote: str = "слова", tags: tuple[str, ...] = ()) -> Annotation:
    anchor = Anchor(Span(number, number + 5), quote, "", "", 0)
    when = "2024-05-01T10:00:00+00:00"
    return Annotation(f"n{number}", DOCUMENT, anchor, HighlightColor.YELLOW, note, tags, when, when)


def about(_note: Annotation) -> About:
    return About("Документ", "5", Standing.LOST, 2)


def show(model: NotesModel, notes: list[Annotation]) -> None:
    model.show_groups((NoteGroup("", tuple(notes)),))


def shown(model: NotesModel) -> list[str | Head]:
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [index.data(HEAD_ROLE) or index.data(NOTE_ROLE).id for index in indexes]


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = NotesModel(about)
    show(model, [annotation(n) for n in range(5)])
    qtmodeltester.check(model)


@given(st.lists(st.lists(st.integers(0, 7), unique=True, max_size=7), min_size=1, max_size=6))
def test_any_list_can_follow_any_other(lists: list[list[int]]) -> None:
    model = NotesModel(about)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for numbers in lists:
        show(model, [annotation(n) for n in numbers])
        assert shown(model) == [f"n{n}" for n in numbers]


def test_changed_note_is_one_changed_row() -> None:
    model = NotesModel(about)
    notes = [annotation(n) for n in range(10)]
    show(model, notes)
    changed: list[tuple[int, int]] = []
    moved: list[str] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.rowsRemoved.connect(lambda *_: moved.append("removed"))
    notes[4] = replace(notes[4], note="иначе")
    show(model, notes)
    assert changed == [(4, 4)]
    assert moved == []


def test_heads_stand_above_their_notes_and_cannot_be_chosen() -> None:
    model = NotesModel(about)
    groups = (NoteGroup("Лес", (annotation(1), annotation(2))), NoteGroup("Река", (annotation(3),)))
    model.show_groups(groups)
    assert shown(model) == [Head("Лес", 2), "n1", "n2", Head("Река", 1), "n3"]
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Лес"


def test_a_head_whose_count_changes_stays_where_it_is() -> None:
    model = NotesModel(about)
    one, other = annotation(1), annotation(2)
    model.show_groups((NoteGroup("Лес", (one, other)),))
    model.show_groups((NoteGroup("Лес", (one,)),))
    assert shown(model) == [Head("Лес", 1), "n1"]


def test_what_is_known_besides_is_asked_for_when_it_is_shown() -> None:
    model = NotesModel(about)
    show(model, [annotation(1)])
    assert model.index(0).data(ABOUT_ROLE) == about(annotation(1))


def test_row_says_what_a_screen_reader_needs() -> None:
    model = NotesModel(about)
    show(model, [annotation(1, "мысль", "слова", ("тег",))])
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "мысль. слова. тег. Документ"
    assert (model.row("n1"), model.row("n2")) == (0, -1)
