from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.deciding import Deciding
from desktop.state.fact_groups import FactEntry
from desktop.state.facts import FactsPresenter, FactsState
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from index.errors import StoreError
from index.model.decision import Choice, Decision
from index.model.document import DocumentId
from index.model.fact import Mark
from tests.helpers.fakes_panels import FakeArchive

SUM = "4 млрд долл."


class Room:
    """What decides over an archive in memory, with a document open."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.owner, self.qtbot = FakeArchive(), QObject(), qtbot
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.facts = FactsPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.deciding = Deciding(self.archive, self.notes, self.facts, self.reader, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.states: list[FactsState] = []
        self.reader.open_document(DocumentId("a" * 64))
        qtbot.waitUntil(lambda: self.facts.state is FactsState.READY)
        self.facts.changed.connect(lambda: self.states.append(self.facts.state))

    def shown(self) -> dict[str, FactEntry]:
        return {entry.title.replace("\u00a0", " "): entry for g in self.facts.groups for entry in g.entries}

    def rejected(self) -> dict[str, FactEntry]:
        return {entry.title.replace("\u00a0", " "): entry for g in self.facts.rejected for entry in g.entries}

    def reject(self) -> None:
        with self.qtbot.waitSignal(self.facts.changed):
            self.deciding.reject(self.shown()[SUM])


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def test_a_rejected_entry_is_hidden_and_not_counted(room: Room) -> None:
    count = room.facts.entry_count
    room.reject()
    assert SUM not in room.shown()
    assert SUM in room.rejected()
    assert room.facts.entry_count == count - 1


def test_the_panel_does_not_wait_while_it_follows(room: Room) -> None:
    room.reject()
    assert room.states == [FactsState.READY]


def test_undo_brings_it_back(room: Room, qtbot: QtBot) -> None:
    before = room.facts.groups
    room.reject()
    assert room.notes.can_undo
    with qtbot.waitSignal(room.facts.changed):
        room.notes.undo()
    assert room.facts.groups == before
    assert room.facts.rejected == ()
    assert not room.notes.can_undo


def test_an_accepted_entry_is_marked(room: Room, qtbot: QtBot) -> None:
    assert room.shown()[SUM].mark is Mark.NONE
    with qtbot.waitSignal(room.facts.changed):
        room.deciding.accept(room.shown()[SUM])
    assert room.shown()[SUM].mark is Mark.ACCEPTED


def test_a_rejected_entry_comes_back_when_it_is_accepted(room: Room, qtbot: QtBot) -> None:
    room.reject()
    with qtbot.waitSignal(room.facts.changed):
        room.deciding.accept(room.rejected()[SUM])
    assert SUM in room.shown()
    assert room.facts.rejected == ()


def test_a_lit_entry_is_put_out_when_it_is_rejected(room: Room) -> None:
    room.facts.activate(room.shown()[SUM])
    room.reject()
    assert room.facts.current is None


def test_names_have_no_statements_to_decide_about(room: Room) -> None:
    room.deciding.reject(room.shown()["Ташкент"])
    assert room.notes.line.pending == 0


def test_what_cannot_be_kept_is_told_and_not_undone(room: Room, qtbot: QtBot) -> None:
    room.archive.failure = StoreError("Диск полон.", "Освободите место.")
    with qtbot.waitSignal(room.deciding.failed) as told:
        room.deciding.reject(room.shown()[SUM])
    assert told.args == ["Диск полон. Освободите место."]
    assert not room.notes.can_undo


def test_of_several_statements_all_are_kept_or_none(room: Room, qtbot: QtBot) -> None:
    entry, kept = room.shown()[SUM], room.archive.decisions.decide
    two = replace(entry, facts=entry.facts * 2)

    def refuse_the_second(document_id: DocumentId, choice: Choice) -> Decision:
        if room.archive.decisions.made:
            raise StoreError("Диск полон.", "Освободите место.")
        return kept(document_id, choice)

    room.archive.decisions.decide = refuse_the_second  # type: ignore[method-assign]
    with qtbot.waitSignal(room.deciding.failed):
        room.deciding.reject(two)
    assert room.archive.decisions.made == []
    assert not room.notes.can_undo
