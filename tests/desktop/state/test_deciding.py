from __future__ import annotations

from collections.abc import Callable
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
from index.model.decision import Choice, Decision, Part, Statement
from index.model.document import DocumentId
from index.model.fact import EntityType, Mark
from index.notes.applying import statement_of as said
from index.notes.naming import entity_statement
from tests.helpers.fakes_panels import TEXT, FakeArchive, span_of

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


def decided(room: Room, act: Callable[[], None]) -> None:
    """Do something and wait until the panel follows."""
    with room.qtbot.waitSignal(room.facts.changed):
        act()


def undone(room: Room) -> None:
    decided(room, room.notes.undo)
    assert not room.notes.can_undo


def test_what_is_no_name_is_hidden_with_the_office_it_was_shown_with(room: Room) -> None:
    before = room.facts.groups
    decided(room, lambda: room.deciding.reject(room.shown()["Шавкат Мирзиёев"]))
    assert "Шавкат Мирзиёев" not in room.shown()
    assert room.rejected()["Шавкат Мирзиёев"].subtitle == "Президент Республики Узбекистан"
    undone(room)
    assert room.facts.groups == before
    assert room.facts.rejected == ()


def test_a_rejected_name_comes_back_with_its_office(room: Room) -> None:
    decided(room, lambda: room.deciding.reject(room.shown()["Шавкат Мирзиёев"]))
    decided(room, lambda: room.deciding.accept(room.rejected()["Шавкат Мирзиёев"]))
    assert room.shown()["Шавкат Мирзиёев"].subtitle == "Президент Республики Узбекистан"
    assert room.facts.rejected == ()


def test_an_office_alone_can_be_rejected(room: Room) -> None:
    (office,) = room.shown()["Шавкат Мирзиёев"].offices
    decided(room, lambda: room.deciding.reject_fact(office))
    assert room.shown()["Шавкат Мирзиёев"].subtitle == ""
    undone(room)
    assert room.shown()["Шавкат Мирзиёев"].subtitle == "Президент Республики Узбекистан"


def test_a_fact_is_corrected(room: Room) -> None:
    (fact,) = room.shown()[SUM].facts
    parts = (
        replace(part, value=5_000_000_000) if part.name == "amount" else part for part in said(fact).parts
    )
    decided(room, lambda: room.deciding.correct(fact, replace(said(fact), parts=tuple(parts))))
    assert room.shown()["5 млрд долл."].mark is Mark.CORRECTED
    assert SUM not in room.shown()
    undone(room)
    assert room.shown()[SUM].mark is Mark.NONE


def test_a_fact_is_added(room: Room) -> None:
    words = span_of("Шавкат Мирзиёев", 2)
    becomes = Statement("SOURCE", (Part("url", words.of(TEXT), 0),))
    decided(room, lambda: room.deciding.add(words, becomes))
    assert room.shown()["Шавкат Мирзиёев"].kind == "SOURCE"
    assert room.shown()["Шавкат Мирзиёев"].mark is Mark.OWN
    undone(room)
    assert room.shown()["Шавкат Мирзиёев"].kind == "PERSON"


def test_a_name_is_added_as_one_that_is_known(room: Room) -> None:
    words = span_of("делегацию")
    count = room.shown()["Узбекистан"].count
    decided(room, lambda: room.deciding.add(words, entity_statement(EntityType.COUNTRY, "Узбекистан")))
    assert room.shown()["Узбекистан"].count == count + 1
    undone(room)
    assert room.shown()["Узбекистан"].count == count


def test_a_name_and_its_kind_are_changed(room: Room) -> None:
    entry = room.shown()["Ташкент"]
    decided(
        room, lambda: room.deciding.name(entry.entities, entity_statement(EntityType.ORG, "Штаб в Ташкенте"))
    )
    assert room.shown()["Штаб в Ташкенте"].kind == "ORG"
    undone(room)
    assert room.shown()["Ташкент"].kind == "CITY"


def test_one_name_is_merged_into_another(room: Room) -> None:
    gone, kept = room.shown()["Казахстан"], room.shown()["Узбекистан"]
    decided(room, lambda: room.deciding.merge(gone.entities, kept.entities[0]))
    assert "Казахстан" not in room.shown()
    assert room.shown()["Узбекистан"].count == gone.count + kept.count
    undone(room)
    assert room.shown()["Казахстан"].count == gone.count


def test_a_mention_is_split_off(room: Room) -> None:
    (entity,) = room.shown()["Казахстан"].entities
    becomes = entity_statement(EntityType.ORG, "Сборная Казахстана")
    decided(room, lambda: room.deciding.split(entity, entity.mentions[1], becomes))
    assert room.shown()["Сборная Казахстана"].spans == entity.mentions[1:]
    assert room.shown()["Казахстан"].spans == entity.mentions[:1]
    undone(room)
    assert room.shown()["Казахстан"].spans == entity.mentions


def test_a_decision_is_taken_back_and_that_is_undone(room: Room) -> None:
    room.reject()
    (decision,) = room.archive.decisions.made
    decided(room, lambda: room.deciding.withdraw(decision))
    assert SUM in room.shown()
    decided(room, room.notes.undo)
    assert SUM in room.rejected()


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

    room.archive.decisions.decide = refuse_the_second  # type: ignore[method-assign]  # a disk that is full
    with qtbot.waitSignal(room.deciding.failed):
        room.deciding.reject(two)
    assert room.archive.decisions.made == []
    assert not room.notes.can_undo
