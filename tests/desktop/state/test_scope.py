from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.parts import CollectionPart, LabelPart, Part, Section, clause_of
from desktop.state.reader import Reader
from desktop.state.scope import Scope
from desktop.state.search import Search
from index.model.catalogue import Catalogue, CollectionId
from index.notes import arranging
from tests.helpers.fakes import FakeArchive, document

CLAUSE = "коллекция:Вода"


def catalogue() -> Catalogue:
    made = Catalogue()
    return made.after(arranging.added(CollectionId("x"), "Реки и озёра")(made))


@pytest.mark.parametrize(
    ("part", "clause"),
    [
        (Section.ALL, ""),
        (Section.RECENT, ""),
        (Section.NOTED, ""),
        (Section.STARRED, "звезда:да"),
        (Section.UNREAD, "прочитано:нет"),
        (LabelPart("срочно"), "метка:срочно"),
        (CollectionPart(CollectionId("x")), "коллекция:«Реки и озёра»"),
    ],
)
def test_a_part_is_said_in_the_language_of_queries(part: Part, clause: str) -> None:
    assert clause_of(part, catalogue()) == clause


def test_what_is_typed_is_asked_within_the_scope() -> None:
    scope = Scope()
    assert scope.of("мост") == "мост"
    scope.within(lambda: CLAUSE)
    assert scope.of("мост") == f"мост {CLAUSE}"
    assert scope.of("мост ИЛИ река") == f"(мост ИЛИ река) {CLAUSE}"
    assert scope.of("") == ""


def test_a_left_scope_comes_back_when_it_is_renewed() -> None:
    scope = Scope()
    scope.within(lambda: CLAUSE)
    scope.leave()
    assert scope.of("мост") == "мост"
    scope.renew()
    assert scope.of("мост") == f"мост {CLAUSE}"


def test_a_query_from_elsewhere_is_asked_as_it_is_until_the_field_is_empty(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive(document("a", "Мост и река."))
    search = Search(archive, jobs, Reader(archive, jobs))  # type: ignore[arg-type]  # a stand-in
    search.scope.within(lambda: CLAUSE)
    with qtbot.waitSignal(search.answered):
        search.type("мост")
    with qtbot.waitSignal(search.answered):
        search.ask("река")
    with qtbot.waitSignal(search.answered):
        search.type("реки")
    search.clear()
    with qtbot.waitSignal(search.answered):
        search.type("мост")
    assert archive.queries == [f"мост {CLAUSE}", "река", "реки", f"мост {CLAUSE}"]
    assert search.text == "мост"
    assert search.asked == f"мост {CLAUSE}"
