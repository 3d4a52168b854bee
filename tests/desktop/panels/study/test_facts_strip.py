from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.panels.study.facts_strip import FactsStrip
from desktop.state.extracting import Extracting
from desktop.state.fact_background import FactsBackground
from index.errors import ArchiveError
from tests.helpers.fakes import document
from tests.helpers.fakes_panels import FakeArchive

DOCUMENTS = tuple(document(name, "Речь.") for name in "ab")


@pytest.fixture
def archive() -> FakeArchive:
    made = FakeArchive(*DOCUMENTS)
    made.without_facts = tuple(one.id for one in DOCUMENTS)
    return made


@pytest.fixture
def strip(archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> Iterator[FactsStrip]:
    background = FactsBackground(archive, jobs, jobs, quiet_ms=1)  # type: ignore[arg-type]  # a stand-in
    extracting = Extracting(archive, jobs, background, jobs)  # type: ignore[arg-type]  # a stand-in
    made = FactsStrip(extracting)
    made.want(wanted=True)
    with qtbot.waitSignal(extracting.changed):
        extracting.look()
    yield made
    made.close()
    made.deleteLater()


def said(strip: FactsStrip) -> str:
    return strip.words.text().replace("\N{NO-BREAK SPACE}", " ")


def test_it_says_how_much_is_missing(strip: FactsStrip) -> None:
    assert strip.isVisible()
    assert said(strip) == "Здесь ещё не всё: 2 документа без извлечённых фактов."


def test_where_nothing_is_made_of_facts_it_says_nothing(strip: FactsStrip) -> None:
    strip.want(wanted=False)
    assert not strip.isVisible()


def test_it_shows_how_far_the_extraction_is_and_goes_when_nothing_is_missing(
    strip: FactsStrip, archive: FakeArchive, qtbot: QtBot
) -> None:
    archive.gate.clear()
    strip.go.click()
    qtbot.waitUntil(lambda: said(strip) == "Извлекаю факты: 0 из 2")
    assert strip.stop.isVisible()
    qtbot.waitUntil(lambda: len(archive.asked) == 1)
    archive.without_facts = ()
    archive.gate.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_documents_that_fail_are_told(strip: FactsStrip, archive: FakeArchive, qtbot: QtBot) -> None:
    archive.failure = ArchiveError("Не вышло.")
    strip.go.click()
    qtbot.waitUntil(lambda: said(strip).startswith("Факты не удалось извлечь: 2 документа."))
