"""One under two names, and two under one, over many documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import StoreError
from index.model.decision import Act, Choice
from index.model.document import DocumentId
from index.model.fact import FactType
from index.model.overview import EntityPage, NameKind
from index.notes.applying import statement_of
from index.notes.decision_book import DecisionBook
from index.notes.sidecar import DECISIONS, Sidecars
from index.store.decisions import DecisionStore
from index.store.facts import FactStore
from index.study.calling import Calling
from index.tasks import Cancelled, Task
from tests.index.study.stating import Stating, Text

FULL, BARE = "Пётр Ильич Котов", "Котов"


def office(person: str, position: str) -> Text:
    text = Text()
    text.name(person)
    text.state(
        FactType.OCCUPATION,
        f"{person} — {position}.",
        ("person", person, person),
        ("position", position, None),
    )
    return text


class Archive:
    """Documents that name somebody in two ways."""

    def __init__(self, folder: Path) -> None:
        self.stating = Stating(folder)
        archive = self.stating.archive
        store, sidecars = DecisionStore(archive.database), Sidecars(folder / "notes", DECISIONS)
        self.book = DecisionBook(store, archive.library, sidecars)
        self.facts = FactStore(archive.database)
        self.calling = Calling(self.facts, self.book, archive.library, lambda: "1")
        self.full = self.stating.add("полное", office(FULL, "директор"), "2001")
        self.bare = self.stating.add("краткое", office(BARE, "инженер"), "2002")

    def page(self, name: str) -> EntityPage | None:
        return self.stating.overview.entity(name, kind=NameKind.PERSON)

    def call(self, name: str, becomes: str, *documents: DocumentId, task: Task | None = None) -> int:
        found = self.page(name)
        assert found is not None
        spellings = {found.who.name, *found.spellings}
        return len(self.calling.call(found.who, spellings, becomes, documents, task))

    def named(self, name: str) -> tuple[str, int, int] | None:
        found = self.page(name)
        return None if found is None else (found.who.name, found.documents, len(found.offices))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_one_under_two_names_becomes_one(archive: Archive) -> None:
    assert archive.call(BARE, FULL, archive.full, archive.bare) == 1
    assert archive.named(FULL) == (FULL, 2, 2)
    assert archive.named(BARE) == (FULL, 2, 2)


def test_what_is_told_of_whoever_is_called_otherwise_says_the_new_name(archive: Archive) -> None:
    archive.call(BARE, FULL, archive.bare)
    found = archive.page(FULL)
    assert found is not None
    assert [(one.person, one.position) for one in found.offices] == [(FULL, "директор"), (FULL, "инженер")]
    assert [one.evidence.title for one in found.mentioned] == ["краткое", "полное"]
    # What stands in the document stays as it is written.
    assert [one.evidence.lit.of(one.evidence.passage) for one in found.mentioned] == [BARE, FULL]


def test_in_a_document_that_has_both_names_one_is_taken_into_the_other(archive: Archive) -> None:
    both = office(FULL, "директор")
    both.name(BARE)
    document = archive.stating.add("оба", both)
    archive.call(BARE, FULL, document)
    (decision,) = archive.book.all(document)
    assert decision.act is Act.MERGE
    found = archive.page(FULL)
    assert found is not None
    assert next(one.times for one in found.mentioned if one.evidence.title == "оба") == 2


def test_namesakes_are_held_apart_in_the_documents_that_mean_another(archive: Archive) -> None:
    other = archive.stating.add("тёзка", office(BARE, "врач"))
    archive.call(BARE, "Котов (врач)", other)
    assert archive.named("Котов (врач)") == ("Котов (врач)", 1, 1)
    found = archive.page(BARE)
    assert found is not None
    assert (found.who.name, found.documents) == (BARE, 1)
    assert "Котов (врач)" in {one.name for one in found.others}


def test_documents_that_do_not_name_it_stay_as_they_are(archive: Archive) -> None:
    archive.call(BARE, FULL, archive.full)
    assert archive.book.all() == ()


def test_taken_back_everything_is_as_it_was(archive: Archive) -> None:
    found = archive.page(BARE)
    assert found is not None
    before = archive.named(FULL), archive.named(BARE)
    made = archive.calling.call(found.who, {BARE}, FULL, [archive.bare])
    assert (archive.named(FULL), archive.named(BARE)) != before
    archive.calling.withdraw(made)
    assert (archive.named(FULL), archive.named(BARE)) == before


def test_it_holds_after_the_rules_have_read_the_documents_anew(archive: Archive) -> None:
    archive.call(BARE, FULL, archive.bare)
    text, facts = archive.stating.archive.library.text(archive.bare), office(BARE, "инженер").stated
    archive.facts.put(archive.bare, text, facts, archive.book.shown(archive.bare, text, facts))
    assert archive.named(FULL) == (FULL, 2, 2)


def test_cancelled_half_way_nothing_is_decided(archive: Archive) -> None:
    task = Task()
    task.report = lambda _done, _total: task.cancel()
    with pytest.raises(Cancelled):
        archive.call(BARE, FULL, archive.bare, archive.full, task=task)
    assert archive.book.all() == ()
    assert archive.named(BARE) == (BARE, 1, 1)


def test_a_rejected_statement_does_not_make_the_views_show_another_one(archive: Archive) -> None:
    text = office(FULL, "директор")
    text.state(FactType.OCCUPATION, f"{FULL} — врач.", ("person", FULL, FULL), ("position", "врач", None))
    document = archive.stating.add("двое", text)
    facts, words = text.stated, archive.stating.archive.library.text(document)
    first = facts.facts[0]
    archive.book.decide(document, Choice(Act.REJECT, first.span, first.span.of(words), statement_of(first)))
    archive.facts.complete(document, words, archive.book.shown(document, words, facts))
    found = archive.page(FULL)
    assert found is not None
    assert [one.position for one in found.offices] == ["директор", "врач"]
    assert [len(one.stated) for one in found.offices] == [1, 1]


def test_until_the_profile_is_made_anew_nothing_wrong_is_shown(archive: Archive) -> None:
    facts, words = office(BARE, "инженер").stated, archive.stating.archive.library.text(archive.bare)
    first = facts.facts[0]
    archive.book.decide(
        archive.bare, Choice(Act.REJECT, first.span, first.span.of(words), statement_of(first))
    )
    found = archive.page(BARE)
    assert found is not None
    assert found.offices == ()


def test_a_disk_that_refuses_leaves_nothing_half_done(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = archive.stating.add("ещё", office(BARE, "врач"))
    decide, count = archive.book.decide, []

    def failing(document_id: DocumentId, choice: Choice) -> object:
        count.append(document_id)
        if len(count) > 1:
            raise StoreError("Диск полон.")
        return decide(document_id, choice)

    monkeypatch.setattr(archive.book, "decide", failing)
    with pytest.raises(StoreError):
        archive.call(BARE, FULL, archive.bare, more)
    assert archive.book.all() == ()
