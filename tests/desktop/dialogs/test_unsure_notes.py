from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.compared_box import ComparedBox
from desktop.dialogs.unsure_notes import UnsureDialog
from desktop.jobs import Jobs
from desktop.state.note_care import NoteCare
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import Annotation
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.reanchoring import Candidate, Certainty, Found
from tests.desktop.qt import press_key
from tests.helpers.fakes_panels import FakeArchive, document, span_of

A = DocumentId("a" * 64)


class Room:
    """The dialog over three notes: one that is sure, one to be confirmed, one that is lost."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a")), qtbot, QObject()
        self.jobs = jobs
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.care = NoteCare(self.archive, jobs, self.notes, self.reader, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.reader.open_document(A)
        qtbot.waitUntil(lambda: self.reader.document is not None)
        self.mark("Президент")
        likely, lost = self.mark("делегацию"), self.mark("программу")
        kept, placing = self.archive.notebook.kept, self.archive.notebook.placing
        kept[likely.id] = replace(likely, anchor=replace(likely.anchor, quote="делигацию"))
        kept[lost.id] = replace(lost, anchor=replace(lost.anchor, quote="пограмму", span=Span(150, 150)))
        self.likely, self.lost = kept[likely.id], kept[lost.id]
        placing.unsure_ids = {likely.id, lost.id}
        placing.found = {
            likely.id: Found(
                Certainty.LIKELY, likely.anchor.span, (Candidate(span_of("договорились"), 0.65),)
            ),
            lost.id: Found(Certainty.LOST, None, (Candidate(span_of("программу"), 0.9),)),
        }
        self.notes.shelf.reload()
        qtbot.waitUntil(lambda: self.notes.finding.unsure() == (1, 1))
        self.dialog = UnsureDialog(self.care.unsure, PALETTES[ThemeName.LIGHT])
        qtbot.addWidget(self.dialog)
        self.care.unsure.open()
        self.dialog.show()
        self.settle()

    def mark(self, words: str) -> Annotation:
        with self.qtbot.waitSignal(self.notes.added) as caught:
            self.notes.add(span_of(words))
        made: Annotation = caught.args[0]
        return made

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle and not self.notes.is_busy)

    def shown(self) -> tuple[str, str]:
        was, now = self.dialog.findChildren(ComparedBox)
        return was.toPlainText(), now.toPlainText()

    def button(self, text: str) -> QPushButton:
        return next(one for one in self.dialog.findChildren(QPushButton) if one.text() == text)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Iterator[Room]:
    made = Room(jobs, qtbot)
    yield made
    made.settle()


def test_both_passages_stand_side_by_side_and_what_differs_is_lit(room: Room) -> None:
    was, now = room.shown()
    assert was == "делигацию"
    assert "в Ташкенте делегацию Казахстана" in now
    boxes = room.dialog.findChildren(ComparedBox)
    assert [">и<" in boxes[0].toHtml(), ">е<" in boxes[1].toHtml()] == [True, True]


def test_place_that_is_looked_at_is_shown_on_the_page(room: Room) -> None:
    with room.qtbot.waitSignal(room.reader.revealed) as shown:
        press_key(room.dialog, Qt.Key.Key_Right)
    assert shown.args == [span_of("договорились")]


def test_place_is_confirmed_and_the_next_note_comes(room: Room) -> None:
    room.button("Да, это место").click()
    room.settle()
    assert room.archive.notebook.kept[room.likely.id].anchor.quote == "делегацию"
    assert room.care.unsure.note == room.lost
    room.notes.undo()
    room.settle()
    assert room.archive.notebook.kept[room.likely.id] == room.likely


def test_another_place_is_chosen_with_keys(room: Room) -> None:
    press_key(room.dialog, Qt.Key.Key_Right)
    press_key(room.dialog, Qt.Key.Key_Return)
    room.settle()
    assert room.archive.notebook.kept[room.likely.id].anchor.quote == "договорились"


def test_place_is_taken_from_the_page(room: Room) -> None:
    take = room.button("Взять выделенное на странице")
    assert not take.isEnabled()
    room.dialog.follow_selection(span_of("Казахстана"))
    take.click()
    room.settle()
    assert room.archive.notebook.kept[room.likely.id].anchor.quote == "Казахстана"


def test_lost_note_has_candidates_and_is_kept_when_it_is_left(room: Room) -> None:
    press_key(room.dialog, Qt.Key.Key_Down)
    room.settle()
    assert room.care.unsure.note == room.lost
    assert "программу" in room.shown()[1]
    room.button("Оставить как есть").click()
    room.settle()
    assert room.archive.notebook.kept[room.lost.id] == room.lost


def test_note_without_candidates_says_what_can_be_done(room: Room) -> None:
    room.archive.notebook.placing.found[room.lost.id] = Found(Certainty.LOST, None)
    press_key(room.dialog, Qt.Key.Key_Down)
    room.settle()
    assert room.shown()[1].startswith("Похожих слов в тексте нет")
    assert not room.button("Да, это место").isVisible()


def test_when_all_is_done_the_dialog_says_so(room: Room) -> None:
    for _ in range(2):
        room.button("Да, это место").click()
        room.settle()
    assert room.care.unsure.notes == ()
    assert not room.button("Да, это место").isVisible()
    assert room.shown() == ("", "")
