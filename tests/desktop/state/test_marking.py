from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.marking import Marking, MarkWish
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from index.errors import QueryError
from index.model.annotation import HighlightColor, Pen
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import A, give_desk

WISH = MarkWish("мир", Pen(HighlightColor.GREEN, "проверить", ("важно",)), (3,))


class Room:
    """Marking over an archive in memory with a document open."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.owner = FakeArchive(document("a", "Слово и слово.")), QObject()
        self.desk = give_desk(self.archive)
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.marking = Marking(self.archive, self.notes, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.reader.open_document(A)
        qtbot.waitUntil(lambda: self.reader.document is not None)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    made = Room(jobs, qtbot)
    with qtbot.waitSignal(made.marking.marked):
        made.marking.mark(WISH)
    return made


def test_the_archive_marks_as_the_reader_wished(room: Room) -> None:
    assert room.desk.calls == [("mark", "мир", Pen(HighlightColor.GREEN, "проверить", ("важно",)), (3,))]


def test_what_was_marked_is_seen_at_once(room: Room) -> None:
    assert room.notes.marks() == room.desk.made


def test_one_undo_takes_all_back(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.marking.taken_back) as taken:
        room.notes.undo()
    assert taken.args == [2]
    assert room.desk.unmarked == list(room.desk.made)
    assert room.notes.marks() == ()
    assert not room.notes.can_undo


def test_many_marks_change_the_window_once(room: Room, qtbot: QtBot) -> None:
    told: list[None] = []
    room.notes.changed.connect(lambda: told.append(None))
    with qtbot.waitSignal(room.marking.marked):
        room.marking.mark(WISH)
    assert len(told) == 1


def test_an_undo_that_fails_can_be_tried_again(room: Room, qtbot: QtBot) -> None:
    room.desk.failure = QueryError("Индекс занят.", "Подождите.")
    with qtbot.waitSignal(room.notes.failed):
        room.notes.undo()
    room.desk.failure = None
    with qtbot.waitSignal(room.marking.taken_back):
        room.notes.undo()


def test_where_everything_is_marked_nothing_is_to_be_undone(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(jobs, qtbot)
    room.desk.made = ()
    with qtbot.waitSignal(room.marking.marked) as marked:
        room.marking.mark(WISH)
    assert marked.args == [0]
    assert not room.notes.can_undo


def test_a_refusal_is_told_in_words(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(jobs, qtbot)
    room.desk.failure = QueryError("Скобка не закрыта.", "Закройте скобку.")
    with qtbot.waitSignal(room.marking.failed) as failed:
        room.marking.mark(WISH)
    assert failed.args == ["Скобка не закрыта. Закройте скобку."]
