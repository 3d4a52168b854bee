from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.state.renaming import RenameWish, Renaming
from index.errors import StoreError
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import MADE, NODES, A, B, FakeCalling, entity_page, give_desk

PAGE = entity_page(NODES[0].who)


class Room:
    """A presenter over an archive in memory."""

    def __init__(self, jobs: Jobs) -> None:
        archive, self.owner = FakeArchive(document("a", "Речь.")), QObject()
        desk, self.calling = give_desk(archive), FakeCalling()
        desk.calling = self.calling
        reader = Reader(archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(archive, jobs, reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.renaming = Renaming(archive, self.notes, self.owner)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def room(jobs: Jobs, tmp_path: Path) -> Room:
    return Room(jobs)


def test_all_documents_that_name_somebody_are_asked_for_unless_some_are_chosen(
    room: Room, qtbot: QtBot
) -> None:
    for documents in (None, (B,)):
        with qtbot.waitSignal(room.renaming.renamed):
            room.renaming.rename(RenameWish(PAGE, "Анна Белая", documents))
    spellings = ["А. <b>Котова</b>", "Анна Котова"]
    assert room.calling.asked == [
        ("Анна Котова", spellings, "Анна Белая", (A, B)),
        ("Анна Котова", spellings, "Анна Белая", (B,)),
    ]


def test_documents_that_the_query_leaves_out_are_left_as_they_are(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.renaming.renamed):
        room.renaming.rename(RenameWish(replace(PAGE, query="мир"), "Анна Белая"))
    assert room.calling.asked[0][-1] == (A,)


def test_one_undo_takes_all_of_it_back(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.renaming.renamed):
        room.renaming.rename(RenameWish(PAGE, "Анна Белая"))
    with qtbot.waitSignal(room.renaming.taken_back) as back:
        room.notes.undo()
    assert back.args == [RenameWish(PAGE, "Анна Белая")]
    assert room.calling.withdrawn == [MADE]


def test_where_nothing_was_renamed_there_is_nothing_to_undo(room: Room, qtbot: QtBot) -> None:
    room.calling.made = ()
    with qtbot.waitSignal(room.renaming.renamed):
        room.renaming.rename(RenameWish(PAGE, "Анна Белая"))
    assert not room.notes.undoing.is_possible


def test_why_nothing_was_renamed_is_told(room: Room, qtbot: QtBot) -> None:
    room.calling.failure = StoreError("Диск полон.", "Освободите место.")
    with qtbot.waitSignal(room.renaming.failed) as failed:
        room.renaming.rename(RenameWish(PAGE, "Анна Белая"))
    assert failed.args == ["Диск полон. Освободите место."]
