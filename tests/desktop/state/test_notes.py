from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from index.errors import StoreLocked
from index.model.annotation import Annotation, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span
from tests.helpers.fakes_panels import FakeArchive, document, span_of


class Room:
    """A presenter over a fake archive with document a open."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a"), document("b")), qtbot, QObject()
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.failures: list[str] = []
        self.notes.failed.connect(self.failures.append)
        self.open("a")

    def open(self, name: str) -> None:
        wanted = DocumentId(name * 64)
        self.reader.open_document(wanted)
        self.qtbot.waitUntil(lambda: self.reader.document is not None and self.reader.document.id == wanted)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.notes.is_busy)

    def mark(self, words: str, note: str = "") -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(span_of(words), note=note)
        made: Annotation = caught.args[0]
        return made


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def test_marks_stand_in_text_order(room: Room) -> None:
    room.mark("делегацию")
    room.mark("Президент")
    assert [mark.anchor.quote for mark in room.notes.marks()] == ["Президент", "делегацию"]


def test_nothing_is_marked_without_words(room: Room) -> None:
    room.notes.add(Span(4, 4))
    assert not room.notes.is_busy


def test_marks_are_those_of_the_open_document(room: Room) -> None:
    room.mark("Президент")
    room.open("b")
    room.qtbot.waitUntil(lambda: room.notes.marks() == ())
    room.open("a")
    room.qtbot.waitUntil(lambda: len(room.notes.marks()) == 1)


def test_marker_used_last_is_used_again_and_told(room: Room) -> None:
    with room.qtbot.waitSignal(room.notes.color_changed) as told:
        room.notes.add(span_of("Президент"), HighlightColor.PINK)
    assert told.args == [HighlightColor.PINK]
    assert room.mark("делегацию").color is HighlightColor.PINK


def test_note_is_asked_for_only_when_wanted(room: Room) -> None:
    asked: list[Annotation] = []
    room.notes.note_requested.connect(asked.append)
    room.mark("Президент")
    assert asked == []
    with room.qtbot.waitSignal(room.notes.note_requested):
        room.notes.add(span_of("делегацию"), write=True)


def test_every_edit_arrives_in_order(room: Room) -> None:
    made = room.mark("Президент")
    room.archive.gate.clear()
    for n in range(30):
        room.notes.edit(made.id, note=f"мысль {n}")
    room.archive.gate.set()
    room.settle()
    assert room.archive.done[1:] == [f"edit мысль {n}" for n in range(30)]
    assert [mark.note for mark in room.notes.marks()] == ["мысль 29"]


def test_deleted_note_comes_back_as_it_was(room: Room) -> None:
    made = room.mark("Президент", "важно")
    with room.qtbot.waitSignal(room.notes.deleted):
        room.notes.delete(made.id)
    assert room.notes.marks() == ()
    assert room.notes.can_undo
    room.notes.undo()
    room.settle()
    assert room.notes.marks() == (made,)


def test_undo_that_fails_can_be_tried_again(room: Room) -> None:
    made = room.mark("Президент")
    room.notes.delete(made.id)
    room.settle()
    room.archive.failure = StoreLocked("Архив занят.", "Закройте другую программу.")
    room.notes.undo()
    room.settle()
    assert room.failures == ["Архив занят. Закройте другую программу."]
    room.archive.failure = None
    room.notes.undo()
    room.settle()
    assert room.notes.marks() == (made,)


def test_refused_words_are_offered_again(room: Room) -> None:
    made = room.mark("Президент")
    room.archive.failure = StoreLocked("Архив занят.")
    room.notes.edit(made.id, note="не потеряй меня", tags=("важно",))
    room.settle()
    assert room.notes.unwritten(made.id).note == "не потеряй меня"
    room.archive.failure = None
    room.notes.edit(made.id, note="не потеряй меня", tags=("важно",))
    room.settle()
    assert room.notes.unwritten(made.id).note is None


def test_note_deleted_by_somebody_else_leaves_the_list(room: Room) -> None:
    made = room.mark("Президент")
    room.archive.notebook.delete(made.id)
    room.notes.edit(made.id, note="поздно")
    room.qtbot.waitUntil(lambda: room.notes.marks() == ())
    assert room.failures == ["Такой заметки уже нет."]


def test_unexpected_failure_says_that_the_rest_is_safe(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.archive.failure = OSError(28, "No space left on device")
    room.notes.add(span_of("Президент"))
    room.settle()
    assert room.failures == ["Заметку сохранить не удалось. Прежние заметки целы."]
    assert "No space left" in caplog.text


def test_all_notes_stand_newest_first_with_their_titles(room: Room) -> None:
    first = room.mark("Президент")
    room.open("b")
    second = room.mark("делегацию")
    with room.qtbot.waitSignal(room.notes.changed):
        room.notes.shelf.load_everything()
    assert room.notes.shelf.everything() == (second, first)
    assert room.notes.shelf.title(first.document_id) == "Документ a"
    third = room.mark("программу")
    assert room.notes.shelf.everything()[0] == third


def test_reading_overtaken_by_the_reader_is_repeated(room: Room) -> None:
    room.mark("Президент")
    room.notes.shelf.load_everything()
    made = room.mark("делегацию")
    room.qtbot.waitUntil(lambda: len(room.notes.shelf.everything()) == 2)
    assert made in room.notes.shelf.everything()


def test_going_to_a_note_here_keeps_the_matches_and_flashes(room: Room) -> None:
    made = room.mark("делегацию")
    changes: list[object] = []
    room.reader.matches_changed.connect(lambda: changes.append("matches"))
    lit: list[Span | None] = []
    room.reader.fact_changed.connect(lit.append)
    room.notes.go_to(made)
    assert changes == []
    assert lit == [made.anchor.span]
    room.qtbot.waitUntil(lambda: lit[-1] is None, timeout=4000)


def test_going_to_a_note_elsewhere_opens_its_document(room: Room) -> None:
    made = room.mark("делегацию")
    room.open("b")
    with room.qtbot.waitSignal(room.reader.fact_changed) as lit:
        room.notes.go_to(made)
    assert lit.args == [made.anchor.span]
    assert room.reader.document is not None
    assert room.reader.document.id == made.document_id


def test_flash_does_not_put_out_what_was_lit_since(room: Room) -> None:
    room.notes.go_to(room.mark("делегацию"))
    lit: list[Span | None] = []
    room.reader.light_fact(Span(0, 5))
    room.reader.fact_changed.connect(lit.append)
    room.open("b")
    assert lit == []
