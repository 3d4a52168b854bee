from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.mutations import MutationLine
from desktop.state.note_changes import BulkChange
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.state.undoing import Redoing, Reversal, Undoing
from index.errors import StoreLocked
from index.model.annotation import Annotation, HighlightColor, Pen
from index.model.document import DocumentId
from tests.helpers.fakes_panels import FakeArchive, document, span_of

WORDS = ("Президент", "делегацию", "программу")


class Room:
    """Notes of an open document."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a")), qtbot, QObject()
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.failures: list[str] = []
        self.notes.failed.connect(self.failures.append)
        self.reader.open_document(DocumentId("a" * 64))
        qtbot.waitUntil(lambda: self.reader.document is not None)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.notes.is_busy)

    def mark(self, words: str = "Президент") -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(span_of(words))
        made: Annotation = caught.args[0]
        return made

    def undo(self) -> None:
        self.notes.undo()
        self.settle()

    def redo(self) -> None:
        self.notes.redo()
        self.settle()

    @property
    def named(self) -> tuple[str, str]:
        done, undone = self.notes.undoing.newest, self.notes.undoing.newest_undone
        return (done.name if done else "", undone.name if undone else "")


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def test_marking_is_taken_back_and_done_again(room: Room) -> None:
    made = room.mark()
    assert room.named == ("выделение", "")
    room.undo()
    assert room.notes.marks() == ()
    assert room.archive.notebook.kept == {}
    assert room.named == ("", "выделение")
    room.redo()
    assert room.notes.marks() == (made,)
    assert room.archive.notebook.kept == {made.id: made}


def test_an_edit_is_taken_back_and_done_again(room: Room) -> None:
    made = room.mark()
    room.notes.edit(made.id, note="мысль", tags=("важно",))
    room.settle()
    (edited,) = room.notes.marks()
    room.undo()
    assert room.notes.marks() == (made,)
    assert room.archive.notebook.kept[made.id].note == ""
    room.redo()
    assert room.notes.marks() == (edited,)


def test_words_saved_while_they_are_typed_are_taken_back_at_once(room: Room) -> None:
    made = room.mark()
    room.notes.edit(made.id, note="м")
    room.notes.edit(made.id, note="мысль", joins=True)
    room.notes.edit(made.id, note="мысль целиком", joins=True)
    room.settle()
    room.undo()
    assert room.notes.marks() == (made,)
    room.redo()
    assert [mark.note for mark in room.notes.marks()] == ["мысль целиком"]


def test_an_edit_does_not_join_what_was_done_to_another_note(room: Room) -> None:
    first, second = room.mark("Президент"), room.mark("делегацию")
    room.notes.edit(first.id, note="одно")
    room.notes.edit(second.id, note="другое", joins=True)
    room.settle()
    room.undo()
    assert [mark.note for mark in room.notes.marks()] == ["одно", ""]


def test_several_deleted_notes_come_back_at_once(room: Room) -> None:
    made = tuple(room.mark(words) for words in WORDS)
    room.notes.delete(*(one.id for one in made))
    room.settle()
    assert room.notes.marks() == ()
    assert room.named[0] == "удаление нескольких заметок"
    room.undo()
    assert set(room.notes.marks()) == set(made)
    room.redo()
    assert room.notes.marks() == ()


def test_bulk_edit_is_one_thing(room: Room) -> None:
    made = tuple(room.mark(words) for words in WORDS)
    room.notes.changes.edit_all(made, BulkChange(color=HighlightColor.PINK, add_tags=("важно",)))
    room.settle()
    assert {(mark.color, mark.tags) for mark in room.notes.marks()} == {(HighlightColor.PINK, ("важно",))}
    room.undo()
    assert set(room.notes.marks()) == set(made)


def test_older_state_comes_back_and_goes_again(room: Room) -> None:
    made = room.mark()
    room.notes.edit(made.id, note="иначе")
    room.settle()
    (edited,) = room.notes.marks()
    room.notes.changes.bring_back(made)
    room.settle()
    assert room.notes.marks() == (made,)
    room.undo()
    assert room.notes.marks() == (edited,)


def test_something_new_ends_what_could_be_done_again(room: Room) -> None:
    room.mark()
    room.undo()
    room.mark("делегацию")
    assert room.named == ("выделение", "")
    room.redo()
    assert len(room.notes.marks()) == 1


def test_undo_waits_for_what_is_on_its_way(room: Room) -> None:
    made = room.mark()
    room.archive.gate.clear()
    room.notes.edit(made.id, note="мысль")
    room.notes.undo()
    room.archive.gate.set()
    room.settle()
    assert room.notes.marks() == (made,)


def test_redo_that_fails_can_be_tried_again(room: Room) -> None:
    made = room.mark()
    room.undo()
    room.archive.failure = StoreLocked("Архив занят.")
    room.redo()
    assert room.failures == ["Архив занят."]
    room.archive.failure = None
    room.redo()
    assert room.notes.marks() == (made,)


def test_what_cannot_be_done_again_is_not_offered(jobs: Jobs, qtbot: QtBot) -> None:
    line = MutationLine(jobs, "test")
    undoing = Undoing(line, lambda _error: None)
    undoing.add(Reversal(lambda: 1, lambda _one: None, "одно"))
    undoing.undo()
    qtbot.waitUntil(lambda: line.pending == 0)
    assert (undoing.newest, undoing.newest_undone) == (None, None)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=14))
def test_any_walk_back_and_forth_leads_where_a_list_of_deeds_does(
    jobs: Jobs, qtbot: QtBot, walk: list[str]
) -> None:
    line = MutationLine(jobs, "test")
    undoing, value = Undoing(line, lambda _error: None), [0]
    done, undone = [0], list[int]()

    def put(number: int) -> None:
        value[0] = number

    for number, step in enumerate(walk, 1):
        if step == "do":
            old = done[-1]
            put(number)
            undoing.add(
                Reversal(lambda old=old: old, put, redo=Redoing(lambda number=number: number, put))  # type: ignore[misc]  # defaults that bind now
            )
            done.append(number)
            undone.clear()
        elif step == "undo":
            undoing.undo()
            if len(done) > 1:
                undone.append(done.pop())
        else:
            undoing.redo()
            if undone:
                done.append(undone.pop())
        qtbot.waitUntil(lambda: line.pending == 0)
        assert value == [done[-1]]


def test_notes_made_elsewhere_are_taken_back_at_once_under_their_name(room: Room) -> None:
    notebook = room.archive.notebook
    pen = Pen(HighlightColor.BLUE)
    made = [notebook.annotate(DocumentId("a" * 64), span_of(words), pen) for words in WORDS]
    room.notes.changes.take_in(made, "заметки из других программ")
    assert room.named == ("заметки из других программ", "")
    assert len(room.notes.marks()) == 3
    room.undo()
    assert notebook.kept == {}
    room.redo()
    assert set(notebook.kept) == {one.id for one in made}
