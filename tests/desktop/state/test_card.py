from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.card import CardLine, CardPresenter
from desktop.state.facts import FactsPresenter
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from index.model.card import CardField, Origin
from index.model.span import Span
from tests.index.ingest.fakes import FakeIndex, open_archive, pdf

TEXT = "ПРИКАЗ № 5\nг. Ош\n8 апреля 2019 г.\nО мерах по развитию"


class Room:
    """What shows and corrects the card of a document in a real archive, without processes."""

    def __init__(self, folder: Path, jobs: Jobs, qtbot: QtBot) -> None:
        self.index, self.owner, self.qtbot = FakeIndex(), QObject(), qtbot
        self.archive = open_archive(folder, self.index)
        self.archive.ingest([pdf(folder, "приказ.pdf", TEXT)])
        (self.summary,) = self.archive.documents()
        self.reader = Reader(self.archive, jobs, self.owner)
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)
        facts = FactsPresenter(self.archive, jobs, self.reader, parent=self.owner)
        self.card = CardPresenter(self.archive, jobs, self.notes, facts, self.reader, self.owner)
        self.reader.open_document(self.summary.id)
        qtbot.waitUntil(lambda: bool(self.card.lines))

    def line(self, field: CardField) -> CardLine:
        return next(line for line in self.card.lines if line.field is field)

    def says(self, field: CardField, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.line(field).words == words)


@pytest.fixture
def room(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    made = Room(tmp_path, jobs, qtbot)
    yield made
    qtbot.waitUntil(lambda: not made.notes.is_busy)
    assert jobs.shutdown()
    made.archive.close()


def test_the_fields_of_the_open_document_are_told(room: Room) -> None:
    told = {line.field: line.words.replace("\u00a0", " ") for line in room.card.lines}
    assert told[CardField.DATE] == "8 апреля 2019"
    assert told[CardField.PLACE] == "Ош"
    assert told[CardField.KIND] == "приказ"
    assert told[CardField.SOURCE] == "источник не указан"


def test_a_field_lights_its_passage(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reader.fact_changed) as lit:
        assert room.card.show(CardField.PLACE)
    span = Span(TEXT.index("Ош"), TEXT.index("Ош") + 2)
    assert lit.args == [span]
    assert not room.card.show(CardField.SOURCE)


def test_a_corrected_field_is_the_readers_until_undo(room: Room) -> None:
    room.card.correct(CardField.PLACE, "Бишкек")
    room.says(CardField.PLACE, "Бишкек")
    assert room.line(CardField.PLACE).entry.origin is Origin.READER
    room.notes.undo()
    room.says(CardField.PLACE, "Ош")


def test_what_was_found_comes_back_and_goes_again_by_undo(room: Room) -> None:
    for words in ("Бишкек", "Нарын"):
        room.card.correct(CardField.PLACE, words)
        room.says(CardField.PLACE, words)
    room.card.take_back(CardField.PLACE)
    room.says(CardField.PLACE, "Ош")
    room.notes.undo()
    room.says(CardField.PLACE, "Нарын")


def test_a_corrected_title_renames_the_document_and_gets_into_the_index(room: Room, qtbot: QtBot) -> None:
    room.index.held.clear()
    with qtbot.waitSignal(room.card.renamed, check_params_cb=lambda title: title == "О дружбе"):
        room.card.correct(CardField.TITLE, "О дружбе")
    assert room.reader.document is not None
    assert room.reader.document.title == "О дружбе"
    qtbot.waitUntil(lambda: room.index.held == {room.summary.id})
    assert room.archive.documents()[0].title == "О дружбе"


def test_a_document_that_is_not_open_is_renamed_until_undo(room: Room, qtbot: QtBot) -> None:
    title = room.summary.title
    room.reader.close_document()
    with qtbot.waitSignal(room.card.relisted):
        room.card.rename(room.summary.id, "О дружбе")
    qtbot.waitUntil(lambda: room.archive.documents()[0].title == "О дружбе")
    room.notes.undo()
    qtbot.waitUntil(lambda: room.archive.documents()[0].title == title)


def test_lists_are_asked_again_for_titles_and_dates_alone(room: Room, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(room.card.relisted):
        room.card.correct(CardField.PLACE, "Бишкек")
        room.says(CardField.PLACE, "Бишкек")
    with qtbot.waitSignal(room.card.relisted):
        room.card.correct(CardField.DATE, "2018")
    room.says(CardField.DATE, "2018")


def test_what_is_taken_back_elsewhere_is_followed(room: Room, qtbot: QtBot) -> None:
    room.card.correct(CardField.TITLE, "О дружбе")
    room.says(CardField.TITLE, "О дружбе")
    (made,) = room.archive.decisions.all(room.summary.id)
    room.archive.decisions.withdraw(made.id)
    room.card.follow_decisions()
    # The lists may still be told of the correction itself.
    qtbot.waitUntil(lambda: room.line(CardField.TITLE).words.startswith("ПРИКАЗ"))


def test_what_is_not_understood_is_told_and_changes_nothing(room: Room, qtbot: QtBot) -> None:
    lines = room.card.lines
    with qtbot.waitSignal(room.card.failed) as told:
        room.card.correct(CardField.DATE, "чушь")
    assert "не понять" in told.args[0]
    assert room.card.lines == lines
    assert not room.notes.can_undo


def test_without_a_document_there_is_no_card(room: Room) -> None:
    room.reader.close_document()
    assert room.card.lines == ()
    room.card.correct(CardField.DATE, "2018")
    room.card.take_back(CardField.DATE)
    assert room.notes.line.pending == 0
