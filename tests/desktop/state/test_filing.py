from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.filing import Filing
from desktop.state.notes import NotesPresenter
from desktop.state.progress import ReadingProgress
from desktop.state.reader import Reader
from index.errors import StoreError
from index.model.catalogue import Change, CollectionId, Marks, ReadState
from index.model.document import DocumentId
from index.notes import arranging
from tests.helpers.fakes import FakeArchive, document

BOOK, LETTER = document("a", "Один. Два. Три.", pages=3), document("b", "Письмо.")


@dataclass
class Desk:
    archive: FakeArchive
    reader: Reader
    notes: NotesPresenter
    filing: Filing
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.notes.is_busy)

    def marks(self, document_id: DocumentId = BOOK.id) -> Marks:
        self.settle()
        return self.archive.catalogue.now.marks_of(document_id)


@pytest.fixture
def desk(qtbot: QtBot, jobs: Jobs) -> Desk:
    archive = FakeArchive(BOOK, LETTER)
    reader = Reader(archive, jobs)  # type: ignore[arg-type]  # a stand-in
    notes = NotesPresenter(archive, jobs, reader)  # type: ignore[arg-type]  # a stand-in
    return Desk(archive, reader, notes, Filing(archive, notes), qtbot)  # type: ignore[arg-type]  # a stand-in


def test_a_star_is_given_and_taken_away(desk: Desk) -> None:
    desk.filing.toggle_star([BOOK.id, LETTER.id])
    assert desk.marks().is_starred
    assert desk.filing.marks(LETTER.id).is_starred
    desk.filing.toggle_star([BOOK.id])
    assert not desk.marks().is_starred
    # One of them has none: both get one.
    desk.filing.toggle_star([BOOK.id, LETTER.id])
    assert desk.marks().is_starred


def test_what_was_done_is_undone_one_after_the_other(desk: Desk) -> None:
    desk.filing.toggle_star([BOOK.id])
    desk.filing.do(arranging.labelled([BOOK.id], ["срочно"]))
    desk.settle()
    desk.notes.undo()
    assert desk.marks() == Marks(is_starred=True)
    desk.notes.undo()
    assert desk.marks() == Marks()
    assert not desk.notes.can_undo


def test_what_changes_nothing_is_not_taken_back(desk: Desk) -> None:
    desk.filing.do(arranging.starred([BOOK.id], wanted=False))
    desk.settle()
    assert not desk.notes.can_undo


def test_a_new_collection_has_its_documents_and_asks_for_a_name(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.filing.made) as made:
        desk.filing.add_collection(None, [BOOK.id])
    (id_,) = made.args
    assert desk.filing.catalogue.documents_of(CollectionId(id_)) == {BOOK.id}
    desk.notes.undo()
    desk.settle()
    assert not desk.filing.catalogue.collections


def test_a_removed_collection_comes_back_whatever_was_done_since(desk: Desk) -> None:
    desk.filing.add_collection(None, [BOOK.id])
    desk.settle()
    (id_,) = desk.filing.catalogue.collections
    with desk.qtbot.waitSignal(desk.filing.removed) as removed:
        desk.filing.remove_collection(id_)
    desk.filing.toggle_star([LETTER.id])
    (change,) = removed.args
    assert isinstance(change, Change)
    desk.filing.bring_back(change)
    desk.settle()
    assert desk.filing.catalogue.documents_of(id_) == {BOOK.id}
    assert desk.filing.marks(LETTER.id).is_starred


def test_putting_documents_into_a_collection_is_told(desk: Desk) -> None:
    desk.filing.do(arranging.added(CollectionId("x"), "Вода"))
    desk.settle()
    with desk.qtbot.waitSignal(desk.filing.told) as told:
        desk.filing.collect(CollectionId("x"), [BOOK.id])
    assert "«Вода»" in told.args[0]


def test_what_cannot_be_kept_is_told_and_nothing_has_changed(desk: Desk) -> None:
    desk.archive.catalogue.failure = StoreError("На диске нет места.", "Освободите место.")
    with desk.qtbot.waitSignal(desk.filing.failed) as told:
        desk.filing.toggle_star([BOOK.id])
    assert told.args == ["На диске нет места. Освободите место."]
    assert not desk.filing.marks(BOOK.id).is_starred
    assert not desk.notes.can_undo


def test_what_others_changed_is_read(desk: Desk) -> None:
    desk.archive.catalogue.change(arranging.starred([BOOK.id], wanted=True))
    with desk.qtbot.waitSignal(desk.filing.changed):
        desk.filing.load()
    assert desk.filing.marks(BOOK.id).is_starred


def open_document(desk: Desk, document_id: DocumentId) -> None:
    with desk.qtbot.waitSignal(desk.reader.document_changed):
        desk.reader.open_document(document_id)


def test_an_opened_document_is_being_read_and_one_seen_to_its_end_is_read(desk: Desk) -> None:
    seen = [1]
    progress = ReadingProgress(desk.filing, desk.reader, lambda: seen[-1], rest_ms=0)
    open_document(desk, BOOK.id)
    desk.qtbot.waitUntil(lambda: desk.marks().reached == 1)
    seen.append(2)
    progress.move()
    desk.qtbot.waitUntil(lambda: desk.marks().reached == 2)
    assert desk.marks().state is ReadState.READING
    seen.append(3)
    progress.move()
    desk.qtbot.waitUntil(lambda: desk.marks().state is ReadState.READ)
    # Nobody would take back what he has read.
    assert not desk.notes.can_undo


def test_pages_that_are_leafed_through_do_not_count(desk: Desk) -> None:
    progress = ReadingProgress(desk.filing, desk.reader, lambda: 3, rest_ms=60_000)
    open_document(desk, BOOK.id)
    progress.move()
    open_document(desk, LETTER.id)
    assert desk.marks().state is ReadState.READING
    assert desk.marks().reached == 0
