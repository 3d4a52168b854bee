from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.state.renaming import RenameWish, Renaming
from index.errors import StoreError
from index.model.annotation import Anchor
from index.model.decision import Act, Decision
from index.model.document import DocumentId
from index.model.overview import Named
from index.model.span import Span
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import NODES, A, B, entity_page, give_desk

PAGE = entity_page(NODES[0].who)
MADE = Decision("d", A, Act.NAME, Anchor(Span(0, 1), "я", "", "", 0), None, None, None, "2026")


class FakeCalling:
    """Keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.withdrawn: list[Decision] = []
        self.made: tuple[Decision, ...] = (MADE,)
        self.failure: Exception | None = None

    def call(
        self, who: Named, spellings: set[str], name: str, documents: tuple[DocumentId, ...]
    ) -> tuple[Decision, ...]:
        if self.failure is not None:
            raise self.failure
        self.asked.append((who.name, sorted(spellings), name, documents))
        return self.made

    def withdraw(self, made: tuple[Decision, ...]) -> None:
        self.withdrawn += made


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


def test_one_undo_takes_all_of_it_back(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.renaming.renamed):
        room.renaming.rename(RenameWish(PAGE, "Анна Белая"))
    with qtbot.waitSignal(room.renaming.taken_back) as back:
        room.notes.undo()
    assert back.args == [1]
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
