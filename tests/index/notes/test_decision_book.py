import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import AnnotationError, DocumentUnknown
from index.model.decision import Act, Choice, Decision, Part, Statement
from index.model.fact import DocumentFacts
from index.model.span import Span
from index.notes.decision_book import DecisionBook
from index.notes.decision_files import decisions_from_json, decisions_json
from index.notes.moving import Move
from index.notes.sidecar import DECISIONS, Sidecars
from index.store.backup import back_up
from index.store.database import Database
from index.store.decisions import DecisionStore
from index.store.documents import DocumentStore
from index.store.facts import FactStore
from index.store.library import Library
from tests.index.notes.decided import CHOICES, DOCUMENT, FACTS, MONEY, PERCENT, TEXT, about, choices
from tests.index.store.samples import (
    anchors,
    document_id,
    make_arrival,
    make_document,
    open_database,
    words,
)

A = document_id("a")


@dataclass
class Desk:
    database: Database
    book: DecisionBook
    sidecars: Sidecars[Decision]

    def codes(self) -> list[str]:
        return [problem.code for problem in self.book.problems()]

    def shown(self, facts: DocumentFacts = FACTS) -> DocumentFacts:
        return self.book.shown(A, TEXT, facts).facts


def make_desk(folder: Path) -> Desk:
    database = open_database(folder)
    if A not in DocumentStore(database).ids():
        DocumentStore(database).add(DOCUMENT, make_arrival("a"))
    sidecars = Sidecars(folder / "notes", DECISIONS)
    return Desk(
        database, DecisionBook(DecisionStore(database), Library(DocumentStore(database)), sidecars), sidecars
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.database.close()


_parts = st.builds(
    Part, words, words, st.none() | st.integers(), st.none() | st.floats(allow_nan=False) | words
)
_statements = st.none() | st.builds(Statement, words, st.lists(_parts, max_size=3).map(tuple), words)
_decisions = st.builds(
    Decision,
    st.uuids().map(str),
    words.map(document_id),
    st.sampled_from(Act),
    anchors,
    _statements,
    _statements,
    st.none() | anchors,
    words,
)


@given(st.lists(_decisions, max_size=3).map(tuple))
def test_decisions_come_back_from_their_file(made: tuple[Decision, ...]) -> None:
    assert decisions_from_json(decisions_json(made, "Заглавие")) == made


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"decisions": [1]}', '{"decisions": [{"id": ""}]}'])
def test_what_is_no_file_of_decisions_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any word of it
        decisions_from_json(text)


def test_a_decision_is_kept_twice(desk: Desk) -> None:
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    assert made.anchor.quote == "5 млн долларов"
    assert desk.book.all(A) == desk.book.all() == desk.sidecars.read(A) == (made,)
    assert desk.codes() == []


def test_taking_decisions_back_in_any_number_is_as_if_they_had_not_been_made(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)

    @settings(deadline=None, max_examples=25)  # each writes a few dozen files to the disk
    @given(choices, choices)
    def check(before: list[Choice], after: list[Choice]) -> None:
        for choice in before:
            desk.book.decide(A, choice)
        old = desk.book.all(A), desk.shown()
        made = [desk.book.decide(A, choice) for choice in after]
        new = desk.book.all(A), desk.shown()
        taken = [desk.book.withdraw(one.id) for one in reversed(made)]
        assert (desk.book.all(A), desk.shown()) == old
        for one in reversed(taken):
            desk.book.restore(one)
        assert (desk.book.all(A), desk.shown()) == new
        for one in desk.book.all(A):
            desk.book.withdraw(one.id)

    check()
    desk.database.close()


def test_decisions_hold_for_what_other_rules_find(desk: Desk) -> None:
    desk.book.decide(A, about(MONEY, Act.REJECT))
    newer = replace(
        FACTS, facts=tuple(replace(fact, id=fact.id * 2, rule="new") for fact in FACTS.facts), version="2"
    )
    assert [fact.id for fact in desk.shown(newer).rejected] == ["f1f1"]


def test_a_choice_that_is_not_whole_is_refused(desk: Desk) -> None:
    for choice in (
        replace(about(MONEY, Act.REJECT), was=None),
        about(MONEY, Act.CORRECT),
        about(MONEY, Act.MERGE),
        replace(about(MONEY, Act.ACCEPT), other=Span(0, 4)),
    ):
        with pytest.raises(AnnotationError):
            desk.book.decide(A, choice)
    assert desk.book.all() == ()


def test_words_that_are_not_in_the_text_any_more_are_refused(desk: Desk) -> None:
    with pytest.raises(AnnotationError):
        desk.book.decide(A, replace(about(MONEY, Act.ACCEPT), quote="6 млн"))


def test_an_unknown_document_or_decision_is_told(desk: Desk) -> None:
    with pytest.raises(DocumentUnknown):
        desk.book.decide(document_id("nowhere"), about(MONEY, Act.ACCEPT))
    with pytest.raises(AnnotationError):
        desk.book.withdraw("nothing")


def test_a_decision_moves_with_the_text(desk: Desk) -> None:
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    newer = make_document("a", "Новое начало. " + TEXT)
    moved = Move(DOCUMENT.pages, newer.text, newer.pages).moved_decision(made)
    assert moved.anchor.span == Span(MONEY.span.start + 14, MONEY.span.stop + 14)
    assert moved.id == made.id


def test_a_decision_whose_words_are_gone_is_an_orphan_not_dropped(desk: Desk) -> None:
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    newer = make_document("a", "Совсем другой текст. И второй.")
    lost = Move(DOCUMENT.pages, newer.text, newer.pages).moved_decision(made)
    desk.book.restore(lost)
    [kept] = desk.book.all(A)
    # Its words are in the text of the store: it finds them again.
    assert kept == made
    DecisionStore(desk.database).put(lost)
    assert desk.book.unapplied(A, FACTS) == (lost,)
    assert "decision_without_place" in desk.codes()


def test_a_decision_makes_the_profile_anew(desk: Desk) -> None:
    stored = FactStore(desk.database)
    stored.put(A, TEXT, FACTS, desk.book.shown(A, TEXT, FACTS))
    assert stored.missing("1") == ()
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    assert stored.missing("1") == (A,)
    stored.complete(A, TEXT, desk.book.shown(A, TEXT, FACTS))
    assert stored.missing("1") == ()
    assert amounts(desk) == b""
    desk.book.withdraw(made.id)
    stored.complete(A, TEXT, desk.book.shown(A, TEXT, FACTS))
    assert amounts(desk) != b""


def test_a_profile_older_than_a_decision_is_not_written(desk: Desk) -> None:
    stored = FactStore(desk.database)
    old = desk.book.shown(A, TEXT, FACTS)
    desk.book.decide(A, about(MONEY, Act.REJECT))
    assert stored.put(A, TEXT, FACTS, old)
    assert stored.get(A, "1") == FACTS
    assert stored.missing("1") == (A,)


def amounts(desk: Desk) -> bytes:
    with desk.database.reading() as connection:
        found: bytes = connection.execute("SELECT amounts FROM profiles").fetchone()[0]
    return found


def test_decisions_are_in_a_copy_of_the_database(desk: Desk, tmp_path: Path) -> None:
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    back_up(desk.database, tmp_path / "copy" / "archive.db")
    copy = Database(tmp_path / "copy" / "archive.db", tmp_path / "copy" / "backups")
    assert DecisionStore(copy).live() == (made,)
    copy.close()


def test_decisions_that_only_sidecars_hold_come_back(desk: Desk) -> None:
    made = desk.book.decide(A, about(MONEY, Act.REJECT))
    with desk.database.writing() as connection:
        connection.execute("DELETE FROM decisions")
    assert desk.codes() == ["decision_lost"]
    other = desk.book.decide(A, about(PERCENT, Act.REJECT))
    assert desk.book.restore_lost() == (made,)
    assert desk.book.all(A) == (made, other)
    assert desk.codes() == []


def test_a_damaged_row_is_found(desk: Desk) -> None:
    desk.book.decide(A, about(MONEY, Act.REJECT))
    with desk.database.writing() as connection:
        connection.execute("UPDATE decisions SET content = replace(content, 'reject', 'accept')")
    assert desk.codes() == ["decision_damaged", "decisions_differ"]


def test_sidecars_of_notes_and_of_decisions_do_not_meet(desk: Desk) -> None:
    desk.book.decide(A, about(MONEY, Act.REJECT))
    assert desk.sidecars.documents() == (A,)
    assert [path.name for path in (desk.sidecars.path(A).parent).glob("*.jsonld")] == []


_CRASH = """
import sys
from pathlib import Path
from tests.index.notes.test_decision_book import A, make_desk
from tests.index.notes.decided import CHOICES
desk = make_desk(Path(sys.argv[1]))
while True:
    for choice in CHOICES:
        print(desk.book.decide(A, choice).id, flush=True)
"""


def test_what_was_decided_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CRASH, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(2 * len(CHOICES))]
        os.kill(process.pid, signal.SIGKILL)
        told += [line.strip() for line in process.stdout if line.endswith("\n")]
    desk = make_desk(tmp_path)
    desk.book.copies.align()
    kept = [one.id for one in desk.book.all(A)]
    assert kept[: len(told)] == told
    assert len(kept) <= len(told) + 1
    assert [one.id for one in desk.sidecars.read(A)] == kept
    assert desk.codes() == []
    desk.database.close()
