from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.extracting import Extracted, Extracting
from desktop.state.fact_background import FactsBackground
from index.errors import ArchiveError
from tests.helpers.fakes import document
from tests.helpers.fakes_panels import FakeArchive

DOCUMENTS = tuple(document(name, "Речь.") for name in "abc")
IDS = tuple(made.id for made in DOCUMENTS)


@pytest.fixture
def archive() -> FakeArchive:
    made = FakeArchive(*DOCUMENTS)
    made.without_facts = IDS
    return made


@pytest.fixture
def extracting(archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> Extracting:
    background = FactsBackground(archive, jobs, jobs, quiet_ms=1)  # type: ignore[arg-type]  # a stand-in
    made = Extracting(archive, jobs, background, jobs)  # type: ignore[arg-type]  # a stand-in
    with qtbot.waitSignal(made.changed):
        made.look()
    return made


def finished(extracting: Extracting, qtbot: QtBot) -> object:
    qtbot.waitUntil(lambda: not extracting.work.is_running)
    return extracting.work.result


def test_it_is_known_how_many_documents_have_no_facts(extracting: Extracting) -> None:
    assert extracting.missing == 3


def test_the_facts_of_all_documents_are_extracted_at_once(
    archive: FakeArchive, extracting: Extracting, qtbot: QtBot
) -> None:
    extracting.start()
    assert finished(extracting, qtbot) == Extracted(3, 0)
    assert tuple(archive.asked) == IDS


def test_whoever_shows_facts_is_told_when_more_are_known(
    archive: FakeArchive, extracting: Extracting, qtbot: QtBot
) -> None:
    archive.gate.clear()
    extracting.start()
    qtbot.waitUntil(lambda: len(archive.asked) == 1)
    archive.without_facts = ()
    with qtbot.waitSignal(extracting.extended):
        archive.gate.set()
    assert extracting.missing == 0


def test_the_same_count_tells_of_nothing_new(extracting: Extracting, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(extracting.extended, wait=30):
        extracting.look()


def test_it_stops_when_the_reader_does_not_want_to_wait(
    archive: FakeArchive, extracting: Extracting, qtbot: QtBot
) -> None:
    archive.gate.clear()
    extracting.start()
    qtbot.waitUntil(lambda: len(archive.asked) == 1)
    extracting.stop()
    archive.gate.set()
    assert finished(extracting, qtbot) is None
    assert len(archive.asked) == 1


def test_a_document_that_fails_is_counted_and_does_not_stop_the_others(
    archive: FakeArchive, extracting: Extracting, qtbot: QtBot
) -> None:
    archive.failure = ArchiveError("Не вышло.")
    extracting.start()
    assert finished(extracting, qtbot) == Extracted(0, 3)


def test_the_background_waits_until_it_is_done(archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> None:
    background = FactsBackground(archive, jobs, jobs, quiet_ms=1)  # type: ignore[arg-type]  # a stand-in
    extracting = Extracting(archive, jobs, background, jobs)  # type: ignore[arg-type]  # a stand-in
    archive.gate.clear()
    extracting.start()
    assert background.is_held
    archive.gate.set()
    qtbot.waitUntil(lambda: not background.is_held)
