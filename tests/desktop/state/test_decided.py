from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.decided import DecidedPresenter, act_name, said
from desktop.state.facts import FactsPresenter, FactsState
from desktop.state.reader import Reader
from index.model.card import CardEntry, CardField
from index.model.decision import Act, Choice
from index.model.document import DocumentId
from index.model.fact import EntityType
from index.model.span import Span
from index.notes.applying import statement_of
from index.notes.carding import correction
from index.notes.naming import entity_statement
from tests.helpers.fakes_panels import TEXT, FakeArchive, some_facts, span_of

DOCUMENT = DocumentId("a" * 64)
MONEY = some_facts().facts[1]
CITY = entity_statement(EntityType.CITY, "Ташкент")


class Room:
    """What lists decisions over an archive in memory."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.owner, self.qtbot = FakeArchive(), QObject(), qtbot
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.facts = FactsPresenter(self.archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.decided = DecidedPresenter(self.archive, jobs, self.facts, self.reader, self.owner)  # type: ignore[arg-type]  # a stand-in

    def decide(self, choice: Choice) -> None:
        self.archive.decisions.decide(DOCUMENT, choice)

    def open(self) -> None:
        with self.qtbot.waitSignal(self.decided.changed):
            self.reader.open_document(DOCUMENT)
        assert self.facts.state is FactsState.READY


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(jobs, qtbot)


def rejected() -> Choice:
    return Choice(Act.REJECT, MONEY.span, MONEY.span.of(TEXT), statement_of(MONEY))


def renamed(name: str) -> Choice:
    span = span_of("Ташкенте")
    return Choice(Act.NAME, span, span.of(TEXT), CITY, entity_statement(EntityType.CITY, name))


def test_decisions_are_listed_newest_first_in_words(room: Room) -> None:
    room.decide(rejected())
    room.decide(renamed("Самарканд"))
    room.open()
    assert [(one.act, one.what.replace("\u00a0", " ")) for one in room.decided.listed] == [
        ("Названо иначе", "Ташкент (населённый пункт) → Самарканд (населённый пункт)"),
        ("Отклонено", "4 млрд долл. · достигнет · Объём торговли"),
    ]
    assert room.decided.lost_count == 0


def test_a_decision_that_finds_nothing_is_named(room: Room) -> None:
    span = Span(0, 9)
    gone = entity_statement(EntityType.PERSON, "Никто")
    room.decide(Choice(Act.MERGE, span, span.of(TEXT), gone, gone, span_of("Ташкенте")))
    room.open()
    (one,) = room.decided.listed
    assert not one.holds
    assert room.decided.lost_count == 1


def test_the_list_follows_what_is_decided(room: Room, qtbot: QtBot) -> None:
    room.decide(rejected())
    room.open()
    room.archive.decisions.made.clear()
    with qtbot.waitSignal(room.decided.changed):
        room.facts.refresh()
    assert room.decided.listed == ()


def test_the_passage_of_a_decision_is_shown(room: Room, qtbot: QtBot) -> None:
    room.decide(rejected())
    room.open()
    with qtbot.waitSignal(room.reader.revealed) as shown:
        room.decided.go_to(room.decided.listed[0].decision)
    assert shown.args == [MONEY.span]


def test_every_act_has_a_name_of_its_own(room: Room) -> None:
    span = span_of("Ташкенте")
    choices = [
        *(Choice(act, span, "", statement_of(MONEY)) for act in Act),
        Choice(Act.REJECT, span, "", CITY),
        Choice(Act.NAME, span, "", None, CITY),
    ]
    for choice in choices:
        room.decide(choice)
    assert len({act_name(decision) for decision in room.archive.decisions.made}) == len(choices)


def test_a_corrected_field_of_the_card_says_what_it_became() -> None:
    text, entry = "8 апреля 2019", CardEntry(CardField.DATE)
    choice = correction(text, entry, "2019-04-08")
    assert choice.was is not None
    assert choice.becomes is not None
    assert said(choice.was) == "дата не указана"
    assert said(choice.becomes).replace("\u00a0", " ") == "8 апреля 2019"


def test_a_statement_that_says_too_little_is_called_by_its_kind() -> None:
    statement = statement_of(MONEY)
    assert said(type(statement)("MONEY", ())) == "Сумма"
