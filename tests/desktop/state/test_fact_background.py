from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.fact_background import FactsBackground
from index.errors import ArchiveError
from index.model.document import DocumentId
from tests.helpers.fakes_panels import FakeArchive

IDS = tuple(DocumentId(name * 64) for name in "abc")


@pytest.fixture
def archive() -> FakeArchive:
    made = FakeArchive()
    made.without_facts = IDS
    return made


@pytest.fixture
def background(archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> FactsBackground:
    return FactsBackground(archive, jobs, jobs, quiet_ms=1)  # type: ignore[arg-type]  # a stand-in


def test_every_document_gets_its_facts(
    archive: FakeArchive, background: FactsBackground, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(background.progressed, check_params_cb=lambda done, of: done == of == 3):
        background.start()
    assert tuple(archive.asked_in_background) == IDS
    assert archive.asked == []


def test_held_up_it_asks_for_nothing_until_every_reason_is_gone(
    archive: FakeArchive, background: FactsBackground, qtbot: QtBot
) -> None:
    background.hold("import")
    background.hold("facts")
    background.start()
    background.release("facts")
    assert background.is_held
    assert not archive.asked_in_background
    with qtbot.waitSignal(background.progressed, check_params_cb=lambda done, of: done == of == 3):
        background.release("import")


def test_document_interrupted_by_an_import_is_taken_up_again(
    archive: FakeArchive, background: FactsBackground, qtbot: QtBot
) -> None:
    archive.gate.clear()
    background.start()
    qtbot.waitUntil(lambda: len(archive.asked_in_background) == 1)
    background.hold("import")
    archive.gate.set()
    with qtbot.waitSignal(background.progressed, check_params_cb=lambda done, of: done == of == 3):
        background.release("import")
    assert set(archive.asked_in_background) == set(IDS)


def test_failed_document_does_not_stop_the_others_and_is_left_alone(
    archive: FakeArchive, background: FactsBackground, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    archive.failure = ArchiveError("Не вышло.")
    with qtbot.waitSignal(background.progressed, check_params_cb=lambda done, of: done == of == 3):
        background.start()
    assert "Не вышло." in caplog.text
    archive.failure = None
    archive.without_facts = (*IDS, DocumentId("d" * 64))
    with qtbot.waitSignal(background.progressed, check_params_cb=lambda done, of: done == of == 1):
        background.start()
    assert archive.asked_in_background[-1] == DocumentId("d" * 64)
