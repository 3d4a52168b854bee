from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.settings import SHOW_FACETS, Settings
from desktop.state.facets import FacetsPresenter, facet_of
from desktop.state.reader import Reader
from desktop.state.search import Search
from index.errors import IndexDamaged
from index.model.study import Facet, FacetKind, Facets, FacetValue
from tests.helpers.fakes import FakeArchive, document

YEARS = Facet(FacetKind.YEAR, (FacetValue("2021", "дата:2021", 2),))
COUNTED = Facets("", 2, (YEARS,))


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    made = FakeArchive(document("a", "Мука дешевеет."), document("b", "Мука и полив."))
    made.desk.counted = COUNTED
    yield made
    made.desk.gate.set()


@pytest.fixture
def search(archive: FakeArchive, jobs: Jobs) -> Search:
    return Search(archive, jobs, Reader(archive, jobs))  # type: ignore[arg-type]  # stand-ins


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.set(SHOW_FACETS, True)
    return made


@pytest.fixture
def facets(archive: FakeArchive, jobs: Jobs, search: Search, settings: Settings) -> FacetsPresenter:
    return FacetsPresenter(archive, jobs, search, settings)  # type: ignore[arg-type]  # a stand-in


def ask(qtbot: QtBot, search: Search, text: str) -> None:
    with qtbot.waitSignal(search.answered):
        search.ask(text)


def test_an_answer_is_counted_after_it_is_there(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter
) -> None:
    ask(qtbot, search, "мука")
    assert facets.facets is None
    assert facets.is_counting
    qtbot.waitUntil(lambda: facets.facets is not None)
    assert archive.desk.queries == ["мука"]
    assert facet_of(facets.facets, FacetKind.YEAR) == YEARS
    assert facet_of(facets.facets, FacetKind.PERSON).values == ()


def test_nothing_is_counted_while_nobody_looks(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter, settings: Settings
) -> None:
    facets.open(wanted=False)
    assert not settings.get(SHOW_FACETS)
    ask(qtbot, search, "мука")
    assert not facets.is_counting
    facets.open(wanted=True)
    qtbot.waitUntil(lambda: facets.facets is not None)
    assert archive.desk.queries == ["мука"]


def test_counts_of_an_answer_that_is_gone_are_not_heard(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter
) -> None:
    archive.desk.gate = threading.Event()
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: archive.desk.queries == ["мука"])
    heard: list[object] = []
    ask(qtbot, search, "полив")
    facets.changed.connect(lambda: heard.append(facets.facets and facets.facets.query))
    archive.desk.gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["полив"]


def test_an_empty_answer_is_not_counted(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter
) -> None:
    ask(qtbot, search, "карамболь")
    assert not facets.is_counting
    assert archive.desk.queries == []


def test_what_cannot_be_counted_is_left_out_in_silence(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter, jobs: Jobs
) -> None:
    archive.desk.failure = IndexDamaged("Указатель повреждён.", "Перестройте его.")
    told: list[object] = []
    jobs.failed.connect(lambda *said: told.append(said))
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: archive.desk.queries == ["мука"] and not facets.is_counting)
    assert facets.facets is None
    assert told == []


def test_a_growing_archive_is_counted_again_and_an_unchanged_one_is_not(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter
) -> None:
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: facets.facets is not None)
    with qtbot.waitSignal(search.refreshed):
        search.refresh()
    assert not facets.is_counting
    archive.add(document("c", "Мука."))
    with qtbot.waitSignal(search.refreshed):
        search.refresh()
    assert facets.is_counting
    qtbot.waitUntil(lambda: len(archive.desk.queries) == 2)


def test_names_that_are_extracted_later_are_counted_later(
    qtbot: QtBot, archive: FakeArchive, search: Search, facets: FacetsPresenter
) -> None:
    archive.desk.counted = replace(COUNTED, without_facts=1)
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: facets.facets is not None)
    archive.desk.counted = COUNTED
    facets.follow_facts()
    facets.follow_facts()
    facets._later.timeout.emit()
    qtbot.waitUntil(lambda: facets.facets is not None and not facets.facets.without_facts)
    assert archive.desk.queries == ["мука"] * 2


def test_counts_that_lack_nothing_do_not_follow_the_extraction(
    qtbot: QtBot, search: Search, facets: FacetsPresenter
) -> None:
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: facets.facets is not None)
    facets.follow_facts()
    assert not facets._later.isActive()


def test_a_value_narrows_the_query_in_the_field(
    qtbot: QtBot, search: Search, facets: FacetsPresenter
) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(search.text_set) as blocker:
        facets.narrow(FacetKind.YEAR, "дата:2021")
    assert blocker.args == ["мука дата:2021"]
    assert search.text == "мука дата:2021"
    qtbot.waitUntil(lambda: search.asked == "мука дата:2021")


def test_clearing_the_query_forgets_the_counts(qtbot: QtBot, search: Search, facets: FacetsPresenter) -> None:
    ask(qtbot, search, "мука")
    qtbot.waitUntil(lambda: facets.facets is not None)
    search.clear()
    assert facets.facets is None
