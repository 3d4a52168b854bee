from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.settings import RECOGNISE_AT_ONCE, Settings
from desktop.state.reader import Reader
from desktop.state.recognition import (
    RecognitionPresenter,
    RecognitionState,
    progress_words,
    report_words,
    sureness,
)
from index.errors import RecogniserMissing
from index.model.document import Document, Page, PageKind
from index.model.recognition import PageToRecognise, RecognitionProgress, RecognitionReport
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from tests.helpers.fakes import FakeArchive, document

SCAN, OTHER = document("a", "", pages=3), document("b", "", pages=1)


class Room:
    """A presenter over an archive in memory, with the open document."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, settings: Settings) -> None:
        self.qtbot, self.archive = qtbot, FakeArchive(SCAN, OTHER)
        self.archive.recognition.pages = [PageToRecognise(SCAN.id, i) for i in range(3)]
        self.archive.recognition.pages.append(PageToRecognise(OTHER.id, 0))
        self.reader = Reader(self.archive, jobs)  # type: ignore[arg-type]  # a stand-in
        self.made = RecognitionPresenter(self.archive, jobs, self.reader, settings)  # type: ignore[arg-type]  # a stand-in

    def look(self) -> None:
        self.made.look()
        self.qtbot.waitUntil(lambda: self.made.waiting == len(self.archive.recognition.pages))

    def open(self, wanted: Document = SCAN) -> None:
        with self.qtbot.waitSignal(self.reader.document_changed):
            self.reader.open_document(wanted.id)

    def finish(self, begin: Callable[[], None]) -> RecognitionReport:
        with self.qtbot.waitSignal(self.made.ended) as ended:
            begin()
        report: RecognitionReport = ended.args[0]
        return report


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def room(qtbot: QtBot, jobs: Jobs, settings: Settings) -> Room:
    return Room(qtbot, jobs, settings)


def test_what_waits_is_offered_for_the_open_document_until_it_is_declined(room: Room) -> None:
    room.look()
    assert not room.made.is_offered
    room.open()
    assert (room.made.waiting_here, room.made.waiting) == (3, 4)
    assert room.made.is_offered
    room.made.decline()
    assert not room.made.is_offered
    room.open(OTHER)
    assert room.made.is_offered


def test_the_page_looked_at_comes_first(room: Room) -> None:
    room.open()
    room.made.show_page(1)
    report = room.finish(room.made.recognise_document)
    assert report.pages == 3
    assert [page.page_index for page in room.archive.recognition.order] == [1, 0, 2]
    room.qtbot.waitUntil(lambda: room.made.waiting == 1)
    assert room.made.state is RecognitionState.IDLE


def test_a_text_that_has_changed_is_told(room: Room) -> None:
    room.open()
    renewed: list[str] = []
    room.made.renewed.connect(renewed.append)
    room.finish(room.made.recognise_archive)
    assert renewed == [SCAN.id, OTHER.id]


def test_paused_it_keeps_what_it_has_and_goes_on(room: Room) -> None:
    room.open()
    room.archive.recognition.gate.clear()
    room.made.recognise_archive()
    assert room.made.state is RecognitionState.RUNNING

    def pause() -> None:
        room.made.pause()
        assert room.made.state is RecognitionState.PAUSING
        room.archive.recognition.gate.set()

    assert room.finish(pause).was_stopped
    assert room.made.state is RecognitionState.PAUSED
    assert not room.made.is_offered
    room.finish(room.made.resume)
    assert len(room.archive.recognition.order) == 4
    assert room.made.state is RecognitionState.IDLE


def test_without_the_program_it_is_not_possible_and_a_wish_fails_calmly(room: Room) -> None:
    room.archive.recognition.program = None
    room.archive.recognition.failure = RecogniserMissing("Нечем распознать.", "Установите Tesseract.")
    room.look()
    assert not room.made.is_possible
    with room.qtbot.waitSignal(room.made.failed) as blocker:
        room.made.recognise_archive()
    assert blocker.args[0].hint == "Установите Tesseract."
    assert room.made.state is RecognitionState.IDLE


def test_new_pages_are_recognised_at_once_only_if_the_reader_says_so(room: Room, settings: Settings) -> None:
    room.look()
    assert room.made.state is RecognitionState.IDLE
    report = room.finish(lambda: room.made.set_at_once(on=True))
    assert report.pages == 4
    assert settings.get(RECOGNISE_AT_ONCE)


def test_sureness_is_the_mean_of_the_letters_of_a_recognised_page() -> None:
    pages = (
        Page(0, 595, 842, Span(0, 9), PageKind.RECOGNISED),
        Page(1, 595, 842, Span(9, 12), PageKind.TEXT),
        Page(2, 595, 842, Span(12, 12), PageKind.RECOGNISED),
    )
    lines = (Line(0, 0, 0, 10), Line(1, 0, 0, 10))
    pieces = (Piece(Span(0, 2), 0, 0, 9, 30), Piece(Span(3, 9), 0, 9, 20, 90), Piece(Span(9, 12), 1, 0, 9))
    made = Document(SCAN.id, "", "", "", "во дворце и в", TextMap(lines, pieces), pages)
    assert [sureness(made, i) for i in range(4)] == [75, None, 0, None]


def test_progress_and_end_are_said_in_one_line() -> None:
    assert progress_words(None) == "Распознавание…"
    assert progress_words(RecognitionProgress(12, 84, 170.0)) == "Распознавание: 12 из 84 · ~3 мин"
    assert progress_words(RecognitionProgress(84, 84, 0.0)) == "Распознавание: 84 из 84"
    assert report_words(RecognitionReport(5, 2, (), 1, 9.0)) == (
        "Распознано страниц: 5 · не удалось: 2 · заметок без места в новом тексте: 1, они сохранены"
    )


def test_a_document_asked_for_meanwhile_comes_after_the_others(room: Room) -> None:
    room.archive.recognition.gate.clear()
    room.made.recognise(SCAN.id)
    room.made.recognise(OTHER.id)
    reports: list[RecognitionReport] = []
    room.made.ended.connect(reports.append)
    room.archive.recognition.gate.set()
    room.qtbot.waitUntil(lambda: len(reports) == 2)
    assert [report.documents for report in reports] == [(SCAN.id,), (OTHER.id,)]
