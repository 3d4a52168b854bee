"""The strip above the pages of a document with scans, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.panels.recognition_line import RecognitionLine
from desktop.settings import Settings
from index.model.document import PageKind
from index.model.gap import GapKind, Gaps
from index.model.recognition import PageToRecognise
from index.pdf.installing import ways_to_install
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.gaps import pages_gap

SCAN = document("a", "", pages=2)


@pytest.fixture
def archive() -> FakeArchive:
    made = FakeArchive(SCAN)
    made.recognition.pages = [PageToRecognise(SCAN.id, 0), PageToRecognise(SCAN.id, 1)]
    return made


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, archive: FakeArchive, tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(qapp, lambda: archive, Settings(tmp_path / "settings.ini"))  # type: ignore[arg-type, return-value]  # a stand-in
    with qtbot.waitSignal(made.furnished):
        made.show()
    with qtbot.waitSignal(made.presenters.reader.document_changed):
        made.presenters.reader.open_document(SCAN.id)
    qtbot.waitUntil(lambda: made.presenters.recognition.waiting_here == len(archive.recognition.pages))
    yield made
    archive.recognition.gate.set()
    made.window.close()
    assert made.shut_down()
    made.window.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet("")


def test_the_strip_offers_to_recognise_and_the_line_below_shows_it_done(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    strip, recognition = desktop.window.columns.scan_strip, desktop.presenters.recognition
    line = desktop.window.findChild(RecognitionLine)
    assert isinstance(line, RecognitionLine)
    assert strip.isVisible()
    assert strip.begin.isVisible()
    assert not strip.copy.isVisible()
    assert "2 стр. без текста" in strip.text.replace("\N{NO-BREAK SPACE}", " ")
    archive.recognition.gate.clear()
    recognised = replace(SCAN, pages=tuple(replace(p, kind=PageKind.RECOGNISED) for p in SCAN.pages))
    archive._documents[SCAN.id] = recognised
    strip.begin.click()
    assert not strip.isVisible()
    assert line.isVisible()
    assert line.pause.isVisible()
    with qtbot.waitSignals([recognition.ended, desktop.presenters.reader.document_changed]):
        archive.recognition.gate.set()
    assert desktop.presenters.reader.document is not None
    assert desktop.presenters.reader.document.pages[0].kind is PageKind.RECOGNISED
    assert not line.isVisible()
    assert not strip.isVisible()


def test_without_the_program_the_strip_says_how_to_install_it(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    archive.recognition.program = None
    strip = desktop.window.columns.scan_strip
    with qtbot.waitSignal(desktop.presenters.recognition.changed):
        strip.again.click()
    command = ways_to_install()[0].command
    assert command in strip.text
    assert not strip.begin.isVisible()
    with qtbot.waitSignal(strip.copied):
        strip.copy.click()
    assert QApplication.clipboard().text() == command


def test_a_declined_offer_is_gone_and_the_menu_still_has_it(qtbot: QtBot, desktop: Desktop) -> None:
    strip = desktop.window.columns.scan_strip
    strip.close_button.click()
    assert not strip.isVisible()
    assert desktop.window.actions_table["recognise_document"].isEnabled()


def test_nothing_else_is_said_of_scans_that_were_offered_declined_or_are_being_recognised(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    columns, recognition = desktop.window.columns, desktop.presenters.recognition
    scans = pages_gap("a", range(2), of=2)
    archive.unsearched = Gaps((scans,), 1, 0, 2, 0)
    desktop.presenters.gaps.refresh()
    qtbot.waitUntil(lambda: not desktop.presenters.gaps.gaps.is_complete)
    assert columns.scan_strip.isVisible()
    assert not columns.unsearched.is_wanted
    archive.recognition.gate.clear()
    recognition.recognise_document()
    assert not columns.scan_strip.isVisible()
    assert not columns.unsearched.isVisible()
    with qtbot.waitSignal(recognition.ended):
        recognition.pause()
        archive.recognition.gate.set()
    recognition.forget()
    recognition.decline()
    assert not columns.unsearched.isVisible()
    # Of what is not about scans nobody has spoken.
    failed = pages_gap("a", range(1), kind=GapKind.FAILED, of=2)
    archive.unsearched = Gaps((scans, failed), 1, 0, 2, 0)
    desktop.presenters.gaps.refresh()
    qtbot.waitUntil(columns.unsearched.isVisible)


def test_the_same_document_read_again_stays_where_it_is(qtbot: QtBot, desktop: Desktop) -> None:
    pages, reader = desktop.window.columns.pages, desktop.presenters.reader
    pages.go_to_page(1)
    qtbot.waitUntil(lambda: pages.page_index == 1)
    place = pages.verticalScrollBar().value()
    with qtbot.waitSignal(reader.document_changed):
        reader.reload()
    assert (pages.page_index, pages.verticalScrollBar().value()) == (1, place)
