from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state import facts as facts_module
from desktop.state.fact_groups import FactEntry
from desktop.state.facts import FactsPresenter, FactsState
from desktop.state.reader import Reader
from index.errors import ArchiveError
from index.model.document import DocumentId
from index.model.fact import DocumentFacts
from index.model.span import Span
from index.text.wording import Language
from tests.helpers.fakes_panels import FakeArchive, document


class Room:
    """A presenter over a fake archive, and what it lights."""

    def __init__(self, archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = archive, qtbot, QObject()
        self.reader = Reader(archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.facts = FactsPresenter(archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.lit: list[Span | None] = []
        self.reader.fact_changed.connect(self.lit.append)

    def open(self, name: str = "a", until: FactsState = FactsState.READY) -> None:
        wanted = DocumentId(name * 64)
        self.reader.open_document(wanted)
        self.qtbot.waitUntil(lambda: self.reader.document is not None and self.reader.document.id == wanted)
        self.wait_for(until)

    def wait_for(self, state: FactsState) -> None:
        self.qtbot.waitUntil(lambda: self.reader.document is not None and self.facts.state is state)

    def entry(self, title: str) -> FactEntry:
        return next(e for group in self.facts.groups for e in group.entries if e.title == title)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(FakeArchive(document("a"), document("b")), jobs, qtbot)


def test_nothing_is_shown_before_a_document_is_open(room: Room) -> None:
    assert room.facts.state is FactsState.EMPTY
    assert room.facts.groups == ()


def test_opening_a_document_shows_its_facts(room: Room) -> None:
    room.open()
    assert room.facts.entry_count == 7
    assert room.archive.asked == [DocumentId("a" * 64)]


def test_newest_document_wins(room: Room) -> None:
    room.archive.gate.clear()
    room.reader.open_document(DocumentId("a" * 64))
    room.wait_for(FactsState.LOADING)
    room.reader.open_document(DocumentId("b" * 64))
    room.qtbot.waitUntil(lambda: len(room.archive.asked) == 2)
    room.archive.gate.set()
    room.wait_for(FactsState.READY)
    assert room.archive.asked[-1] == DocumentId("b" * 64)


def test_clicks_go_round_the_places_of_an_entry(room: Room) -> None:
    room.open()
    country = room.entry("Узбекистан")
    places = []
    for _ in range(3):
        room.facts.activate(country)
        places.append(room.facts.place_number)
    assert places == [1, 2, 1]
    assert room.lit == [country.spans[0], country.spans[1], country.spans[0]]


def test_stepping_back_from_the_first_place_comes_to_the_last(room: Room) -> None:
    room.open()
    room.facts.activate(room.entry("Узбекистан"))
    room.facts.step(-1)
    assert room.facts.place_number == 2


def test_another_entry_begins_at_its_first_place(room: Room) -> None:
    room.open()
    room.facts.activate(room.entry("Узбекистан"))
    room.facts.activate(room.entry("Узбекистан"))
    room.facts.activate(room.entry("Казахстан"))
    assert room.facts.place_number == 1
    assert room.lit[-1] == room.entry("Казахстан").spans[0]


def test_light_is_put_out_with_the_document(room: Room) -> None:
    room.open()
    room.facts.activate(room.entry("Ташкент"))
    room.open("b")
    assert room.facts.current is None
    assert room.lit[-1] is None


def test_entry_is_not_current_when_somebody_else_lights_a_passage(room: Room) -> None:
    room.open()
    room.facts.activate(room.entry("Ташкент"))
    room.reader.light_fact(Span(0, 3))
    assert room.facts.current is None


def test_failure_is_explained_and_can_be_retried(room: Room) -> None:
    room.archive.failure = ArchiveError("Модели не установлены.", "Установите их.")
    room.open(until=FactsState.FAILED)
    assert room.facts.failure is not None
    assert (room.facts.failure.message, room.facts.failure.hint) == (
        "Модели не установлены.",
        "Установите их.",
    )
    room.archive.failure = None
    room.facts.retry()
    room.wait_for(FactsState.READY)
    assert room.facts.failure is None


def test_unexpected_failure_does_not_show_its_entrails(room: Room) -> None:
    room.archive.failure = KeyError("'NoneType'")
    room.open(until=FactsState.FAILED)
    assert room.facts.failure is not None
    assert "NoneType" not in room.facts.failure.message


def test_closing_the_document_empties_the_list(room: Room) -> None:
    room.open()
    room.reader.close_document()
    assert room.facts.state is FactsState.EMPTY
    assert room.facts.groups == ()


def test_document_without_facts_is_ready_and_empty(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=DocumentFacts()), jobs, qtbot)
    room.open()
    assert room.facts.groups == ()


def test_facts_are_worded_anew_in_another_language(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.open()
    monkeypatch.setattr(facts_module, "window_language", lambda: Language.EN)
    room.facts.speak()
    assert room.entry("by the end of the quarter")
