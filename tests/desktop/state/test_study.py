from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.settings import STUDY_WORDS, Settings
from desktop.state.reader import Reader
from desktop.state.study import Study
from desktop.state.study_questions import FIRST_LINES, OVERVIEWS, Sought, Topic
from index.model.document import DocumentId
from index.model.span import Span
from index.model.study import KwicOrder
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import give_desk


class Room:
    """A study over an archive in memory."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, settings: Settings) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a", "Речь о мире.")), qtbot, QObject()
        self.desk = give_desk(self.archive)
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.study = Study(self.archive, jobs, self.reader, settings, self.owner)  # type: ignore[arg-type]  # a stand-in

    def look(self, topic: Topic) -> None:
        self.study.look(topic)
        self.qtbot.waitUntil(lambda: not self.study.inquiry(topic).is_running)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot, settings: Settings) -> Room:
    return Room(jobs, qtbot, settings)


def test_nothing_is_asked_before_it_is_looked_at(room: Room) -> None:
    room.study.ask("мир")
    assert room.desk.calls == []


def test_nothing_is_asked_without_a_query_a_list_or_a_document(room: Room) -> None:
    for topic in set(Topic) - set(OVERVIEWS):
        room.look(topic)
    assert room.desk.calls == []


@pytest.mark.parametrize("topic", OVERVIEWS)
def test_without_a_query_the_whole_archive_is_asked_what_it_states(room: Room, topic: Topic) -> None:
    room.study.seek(Sought("Анна"))
    room.look(topic)
    room.study.ask("мир")
    room.look(topic)
    assert room.desk.overview.queries == ["", "мир"]


def test_what_was_answered_is_not_asked_again(room: Room) -> None:
    room.study.ask("мир")
    room.look(Topic.LINES)
    room.look(Topic.LINES)
    assert room.desk.calls == [("lines", "мир", KwicOrder.DOCUMENT, FIRST_LINES)]


def test_each_topic_asks_what_it_is_about(room: Room) -> None:
    room.study.ask("мир")
    room.study.show_small_words(shown=True)
    for topic in (Topic.AROUND, Topic.TIMES):
        room.look(topic)
    assert room.desk.calls == [("around", "мир", True), ("times", "мир")]


def test_another_order_asks_for_lines_and_nothing_else(room: Room) -> None:
    room.study.ask("мир")
    for topic in (Topic.LINES, Topic.TIMES):
        room.look(topic)
    room.desk.calls.clear()
    room.study.arrange(KwicOrder.LEFT)
    for topic in (Topic.LINES, Topic.TIMES):
        room.look(topic)
    assert room.desk.calls == [("lines", "мир", KwicOrder.LEFT, FIRST_LINES)]


def test_all_lines_can_be_had_and_another_query_begins_with_the_first_ones(room: Room) -> None:
    room.study.ask("мир")
    room.study.show_all_lines()
    room.look(Topic.LINES)
    room.study.ask("труд")
    room.look(Topic.LINES)
    assert [call[3] for call in room.desk.calls] == [0, FIRST_LINES]


def test_a_list_is_counted_within_the_query_if_wanted(room: Room) -> None:
    room.study.ask("мир")
    room.study.count_words("Иванов\n\nПетров\n", is_within=True)
    room.look(Topic.WORDS)
    assert room.desk.calls == [("words", ("Иванов", "Петров"), "мир")]


def test_another_query_does_not_count_a_list_again_that_is_not_within_it(room: Room) -> None:
    room.study.count_words("Иванов", is_within=False)
    room.look(Topic.WORDS)
    room.study.ask("мир")
    room.look(Topic.WORDS)
    assert len(room.desk.calls) == 1


def test_the_list_is_remembered(room: Room, jobs: Jobs, qtbot: QtBot, settings: Settings) -> None:
    room.study.count_words("Иванов\nПетров", is_within=False)
    assert settings.get(STUDY_WORDS) == ("Иванов", "Петров")
    assert Room(jobs, qtbot, settings).study.wish.entries == ("Иванов", "Петров")


def test_likenesses_follow_the_open_document(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.study.wish_changed):
        room.reader.open_document(DocumentId("a" * 64))
    room.look(Topic.ALIKE)
    assert room.desk.calls == [("alike", "a" * 64, 30)]
    room.reader.close_document()
    room.look(Topic.ALIKE)
    assert room.study.inquiry(Topic.ALIKE).result is None


def test_versions_are_looked_for_when_the_reader_says_so(room: Room) -> None:
    room.study.find_versions()
    room.look(Topic.VERSIONS)
    assert room.desk.calls == [("versions",)]


def test_an_archive_that_changed_is_asked_again(room: Room, qtbot: QtBot) -> None:
    room.study.ask("мир")
    room.look(Topic.TIMES)
    with qtbot.waitSignal(room.study.wish_changed):
        room.study.forget()
    room.look(Topic.TIMES)
    assert room.desk.calls == [("times", "мир")] * 2


def test_the_same_query_with_blanks_around_is_no_other_one(room: Room, qtbot: QtBot) -> None:
    room.study.ask("мир")
    with qtbot.assertNotEmitted(room.study.wish_changed):
        room.study.ask(" мир ")


def test_a_passage_is_revealed_in_its_document(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reader.revealed) as revealed:
        room.study.go_to(DocumentId("a" * 64), Span(0, 4))
    assert revealed.args == [Span(0, 4)]


def test_files_are_written(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(room.study.saved) as saved:
        room.study.save(tmp_path / "мир.csv", lambda: b"1;2")
    assert saved.args == [tmp_path / "мир.csv"]
    assert (tmp_path / "мир.csv").read_bytes() == b"1;2"


def test_a_file_that_cannot_be_written_is_told_in_words(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(room.study.failed) as failed:
        room.study.save(tmp_path / "нет" / "мир.csv", lambda: b"")
    assert failed.args[0].startswith("Файл не записан")
