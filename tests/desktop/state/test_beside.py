from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.beside import Beside
from desktop.state.reader import Reader
from desktop.state.search import Search
from index.model.document import DocumentId
from tests.helpers.fakes import FakeArchive, document

FIRST = document("a", "Первый документ о воде и снова о воде.")
SECOND = document("b", "Второй документ о воде.")


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive(FIRST, SECOND)


@pytest.fixture
def reader(qtbot: QtBot, archive: FakeArchive, jobs: Jobs) -> Reader:
    made = Reader(archive, jobs)  # type: ignore[arg-type]  # a stand-in
    made.open_document(FIRST.id)
    qtbot.waitUntil(lambda: made.document == FIRST)
    return made


@pytest.fixture
def search(archive: FakeArchive, jobs: Jobs, reader: Reader) -> Search:
    return Search(archive, jobs, reader)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def beside(archive: FakeArchive, jobs: Jobs, reader: Reader, search: Search) -> Beside:
    return Beside(archive, jobs, reader, search)  # type: ignore[arg-type]  # a stand-in


def put(qtbot: QtBot, beside: Beside, document_id: DocumentId) -> None:
    with qtbot.waitSignal(beside.lights_changed):
        beside.open(document_id)


def test_the_open_document_stands_beside_itself_at_once(beside: Beside, reader: Reader) -> None:
    beside.open(FIRST.id)
    assert beside.document == FIRST
    assert beside.edition == reader.edition
    assert beside.is_same


def test_another_document_stands_beside_with_what_was_found_in_it(
    qtbot: QtBot, beside: Beside, search: Search
) -> None:
    with qtbot.waitSignal(search.answered):
        search.ask("воде")
    put(qtbot, beside, SECOND.id)
    assert not beside.is_same
    assert [SECOND.text[match.span.start : match.span.stop] for match in beside.matches] == ["воде"]
    with qtbot.waitSignal(beside.lights_changed):
        search.clear()
    assert beside.matches == ()


def test_both_are_exchanged(qtbot: QtBot, beside: Beside, reader: Reader) -> None:
    put(qtbot, beside, SECOND.id)
    with qtbot.waitSignal(beside.lights_changed):
        beside.exchange()
    assert (reader.document, beside.document) == (SECOND, FIRST)


def test_two_places_of_one_document_are_not_exchanged(beside: Beside, reader: Reader) -> None:
    beside.open_same()
    beside.exchange()
    assert (reader.document, beside.document) == (FIRST, FIRST)


def test_opening_what_stands_beside_makes_two_places_of_it(
    qtbot: QtBot, beside: Beside, reader: Reader
) -> None:
    put(qtbot, beside, SECOND.id)
    reader.open_document(SECOND.id)
    qtbot.waitUntil(lambda: beside.is_same)


def test_opening_another_document_leaves_the_second_place_alone(
    qtbot: QtBot, beside: Beside, reader: Reader
) -> None:
    beside.open_same()
    with qtbot.waitSignal(beside.lights_changed):
        reader.open_document(SECOND.id)
    assert beside.document == FIRST
    assert not beside.is_same


def test_nothing_stands_beside_a_closed_document(qtbot: QtBot, beside: Beside, reader: Reader) -> None:
    beside.open_same()
    with qtbot.waitSignal(beside.changed) as changed:
        reader.close_document()
    assert changed.args == [None, None]
    assert beside.document is None
