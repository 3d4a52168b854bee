from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.settings import Settings
from desktop.state.reader import Reader
from desktop.state.search import Search
from desktop.state.searches import SearchesPresenter
from index.search.engine import Order
from tests.helpers.fakes import FakeArchive, document


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    made = FakeArchive(document("a", "Мука дешевеет."), document("b", "Мука и полив."))
    yield made
    made.desk.gate.set()


@pytest.fixture
def search(archive: FakeArchive, jobs: Jobs) -> Search:
    return Search(archive, jobs, Reader(archive, jobs))  # type: ignore[arg-type]  # stand-ins


@pytest.fixture
def searches(archive: FakeArchive, jobs: Jobs, search: Search, tmp_path: Path) -> SearchesPresenter:
    settings = Settings(tmp_path / "settings.ini")
    return SearchesPresenter(archive, jobs, search, settings)  # type: ignore[arg-type]  # a stand-in


def ask(qtbot: QtBot, search: Search, text: str) -> None:
    with qtbot.waitSignal(search.answered):
        search.ask(text)


def rest(searches: SearchesPresenter) -> None:
    """Let the rest after an answer be over."""
    timer = next(one for one in searches.findChildren(QTimer) if one.isActive())
    timer.stop()
    timer.timeout.emit()


def test_a_query_that_rested_is_remembered(qtbot: QtBot, search: Search, searches: SearchesPresenter) -> None:
    ask(qtbot, search, "мука")
    assert searches.past == ()
    with qtbot.waitSignal(searches.changed):
        rest(searches)
    assert [(one.query, one.documents) for one in searches.past] == [("мука", 2)]


def test_a_query_that_was_used_is_remembered_at_once(
    qtbot: QtBot, search: Search, searches: SearchesPresenter
) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(searches.changed):
        search.open_match(0, 0)
    assert [one.query for one in searches.past] == ["мука"]


def test_words_on_the_way_to_a_query_are_not_remembered(
    qtbot: QtBot, search: Search, searches: SearchesPresenter
) -> None:
    for text in ("м", "му", "мука"):
        ask(qtbot, search, text)
    with qtbot.waitSignal(searches.changed):
        rest(searches)
    assert [one.query for one in searches.past] == ["мука"]


def test_whoever_does_not_want_a_history_has_none(
    qtbot: QtBot, archive: FakeArchive, search: Search, searches: SearchesPresenter
) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(searches.changed):
        rest(searches)
    with qtbot.waitSignal(searches.changed):
        searches.keep_history(wanted=False)
    assert searches.past == ()
    ask(qtbot, search, "полив")
    rest(searches)
    qtbot.waitUntil(lambda: not searches.is_busy)
    assert archive.desk.history() == ()


def test_a_search_is_saved_with_its_order_and_asked_in_it(
    qtbot: QtBot, archive: FakeArchive, search: Search, searches: SearchesPresenter
) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(search.answered):
        search.sort(Order.NAME)
    with qtbot.waitSignal(searches.changed):
        searches.save("Цены")
    saved = searches.find_saved(" мука ")
    assert saved is not None
    assert (saved.name, saved.query, saved.order) == ("Цены", "мука", "name")
    search.sort(Order.RELEVANCE)
    ask(qtbot, search, "полив")
    with qtbot.waitSignal(search.answered):
        searches.use(saved)
    assert (search.asked, search.order, archive.orders[-1]) == ("мука", Order.NAME, Order.NAME)


def test_changes_wait_for_each_other_and_none_is_lost(
    qtbot: QtBot, archive: FakeArchive, search: Search, searches: SearchesPresenter
) -> None:
    ask(qtbot, search, "мука")
    archive.desk.gate = threading.Event()
    searches.save("Один")
    searches.save("Два")
    assert searches.is_busy
    archive.desk.gate.set()
    qtbot.waitUntil(lambda: not searches.is_busy)
    assert [one.name for one in searches.saved] == ["Два", "Один"]


def test_a_saved_search_can_be_renamed_taken_away_and_brought_back(
    qtbot: QtBot, search: Search, searches: SearchesPresenter
) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(searches.changed):
        searches.save("")
    with qtbot.waitSignal(searches.changed):
        searches.rename(searches.saved[0], "Цены")
    saved = searches.saved[0]
    assert saved.name == "Цены"
    with qtbot.waitSignal(searches.changed):
        searches.forget(saved)
    assert searches.saved == ()
    with qtbot.waitSignal(searches.changed):
        searches.restore(saved)
    assert searches.saved == (saved,)
