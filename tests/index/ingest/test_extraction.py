import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from index.errors import ArchiveError, DocumentUnknown
from index.facts.request import FactsRequest
from index.ingest.extraction import Extraction
from index.model.card import CardEntry, CardField
from index.model.decision import Act, Choice
from index.model.fact import DocumentFacts, Fact, FactType, Slot
from index.model.span import Span
from index.notes.applying import statement_of
from index.notes.carding import correction
from index.notes.decision_book import DecisionBook
from index.notes.sidecar import DECISIONS, Sidecars
from index.store.database import Database
from index.store.decisions import DecisionStore
from index.store.documents import DocumentStore
from index.store.facts import FactStore, Shown
from index.store.library import Library
from index.tasks import Cancelled, Task
from index.workers import Death, WorkerDied
from tests.index.store.samples import TEXT, document_id, make_arrival, make_document, open_database

A, B = document_id("a"), document_id("b")
LONG = "слово " * 100_000


class SlowExtractor:
    """Extracts a long text until it is cancelled or told to go on."""

    def __init__(self) -> None:
        self.calls: list[int] = []
        self.written: str | None = None
        self.started = threading.Event()
        self.go_on = threading.Event()
        self.error: Exception | None = None

    def call(self, request: FactsRequest, task: Task) -> DocumentFacts:
        text = request.text
        self.calls.append(len(text))
        self.written = request.written
        if self.error is not None:
            raise self.error
        if len(text) > 1000 and not self.go_on.is_set():
            self.started.set()
            while not self.go_on.wait(0.01):
                if task.is_cancelled:
                    raise Cancelled
        return DocumentFacts(version="1")

    def close(self) -> None:
        pass


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    DocumentStore(opened).add(make_document("a", LONG), make_arrival("a"))
    DocumentStore(opened).add(make_document("b"), make_arrival("b"))
    yield opened
    opened.close()


def make(database: Database, worker: Any) -> Extraction:
    library = Library(DocumentStore(database))
    return Extraction(
        FactStore(database),
        library,
        lambda: "1",
        lambda: worker,
        lambda _id, _text, facts: Shown(facts),
        lambda _id, _task: (),
    )


def test_facts_are_extracted_once(database: Database) -> None:
    worker = SlowExtractor()
    extraction = make(database, worker)
    assert extraction.facts(B) == extraction.facts(B) == DocumentFacts(version="1")
    assert len(worker.calls) == 1
    extraction.close()


def test_the_worker_is_there_before_the_first_document_needs_it(database: Database) -> None:
    made: list[SlowExtractor] = []

    def make_worker() -> Any:
        made.append(SlowExtractor())
        return made[-1]

    library = Library(DocumentStore(database))
    extraction = Extraction(
        FactStore(database),
        library,
        lambda: "1",
        make_worker,
        lambda _id, _text, facts: Shown(facts),
        lambda _id, _task: (),
    )
    extraction.warm_up()
    extraction.facts(B)
    assert len(made) == 1
    assert len(made[0].calls) == 2
    extraction.close()


def test_facts_of_a_text_that_is_read_anew_meanwhile_are_extracted_from_the_new_one(
    database: Database,
) -> None:
    worker = SlowExtractor()
    extraction = make(database, worker)
    asking = _thread(lambda: extraction.facts(A))
    assert worker.started.wait(10)
    DocumentStore(database).add(make_document("a", "Новый текст."), make_arrival("a"))
    worker.go_on.set()
    asking.join()
    assert FactStore(database).get(A, "1") == DocumentFacts(version="1")
    assert worker.calls == [len(LONG), len("Новый текст.")]
    extraction.close()


def test_facts_of_an_older_program_get_the_profile_that_it_did_not_make(database: Database) -> None:
    worker, stored = SlowExtractor(), FactStore(database)
    extraction = make(database, worker)
    extraction.facts(B)
    with database.writing() as connection:
        connection.execute("UPDATE profiles SET version = ''")
    assert stored.missing("1") == (B, A)
    extraction.facts(B)
    assert stored.missing("1") == (A,)
    assert len(worker.calls) == 1
    extraction.close()


def test_foreground_does_not_wait_for_a_long_background(database: Database) -> None:
    worker = SlowExtractor()
    extraction = make(database, worker)
    background = _thread(lambda: extraction.facts(A, is_background=True))
    assert worker.started.wait(10)
    assert extraction.facts(B) == DocumentFacts(version="1")
    worker.go_on.set()
    background.join()
    assert worker.calls[0] == worker.calls[-1] == len(LONG)
    assert FactStore(database).missing("1") == ()
    extraction.close()


def test_cancelled_call_ends(database: Database) -> None:
    worker = SlowExtractor()
    extraction = make(database, worker)
    task = Task()
    ended: list[BaseException] = []
    thread = _thread(lambda: extraction.facts(A, task), ended)
    assert worker.started.wait(10)
    task.cancel()
    thread.join()
    assert [type(error) for error in ended] == [Cancelled]
    assert FactStore(database).get(A, "1") is None
    extraction.close()


def test_closing_ends_running_and_waiting_calls(database: Database) -> None:
    worker = SlowExtractor()
    extraction = make(database, worker)
    ended: list[BaseException] = []
    running = _thread(lambda: extraction.facts(A), ended)
    assert worker.started.wait(10)
    waiting = _thread(lambda: extraction.facts(B), ended)
    extraction.close()
    running.join()
    waiting.join()
    assert [type(error) for error in ended] == [Cancelled, Cancelled]


def test_death_of_the_extractor_is_explained(database: Database) -> None:
    worker = SlowExtractor()
    worker.error = WorkerDied(Death.MEMORY)
    extraction = make(database, worker)
    with pytest.raises(ArchiveError, match="Архив цел"):
        extraction.facts(B)
    worker.error = None
    assert extraction.facts(B) == DocumentFacts(version="1")
    extraction.close()


def test_unknown_document_has_no_facts(database: Database) -> None:
    extraction = make(database, SlowExtractor())
    with pytest.raises(DocumentUnknown):
        extraction.facts(document_id("nowhere"))
    extraction.close()


def _thread(call: Callable[[], object], errors: list[BaseException] | None = None) -> threading.Thread:
    def run() -> None:
        try:
            call()
        except Cancelled as error:
            assert errors is not None
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_decisions_are_applied_again_to_what_newer_rules_extract(database: Database, tmp_path: Path) -> None:
    library, stored = Library(DocumentStore(database)), FactStore(database)
    book = DecisionBook(DecisionStore(database), library, Sidecars(tmp_path / "notes", DECISIONS))
    found = Fact("f1", FactType.DATE, (Slot("date", "Встреча", Span(33, 40)),), Span(33, 40))
    version = ["1"]

    class Extractor(SlowExtractor):
        def call(self, request: FactsRequest, task: Task) -> DocumentFacts:
            super().call(request, task)
            return DocumentFacts((), (found,), version[0])

    worker: Any = Extractor()
    extraction = Extraction(
        stored, library, lambda: version[0], lambda: worker, book.shown, lambda _id, _task: ()
    )
    assert extraction.facts(B).facts == (found,)
    book.decide(B, Choice(Act.REJECT, found.span, "Встреча", was=statement_of(found)))
    assert extraction.facts(B) == DocumentFacts((), (), "1", (found,))
    version[0] = "2"
    assert extraction.facts(B) == DocumentFacts((), (), "2", (found,))
    assert stored.get(B, "2") == DocumentFacts((), (found,), "2")
    assert B not in stored.missing("2")
    assert len(worker.calls) == 2


def test_a_corrected_date_has_the_facts_counted_anew_from_it(database: Database, tmp_path: Path) -> None:
    library = Library(DocumentStore(database))
    book = DecisionBook(DecisionStore(database), library, Sidecars(tmp_path / "notes", DECISIONS))
    worker = SlowExtractor()
    extraction = make(database, worker)
    extraction.facts(B)
    assert worker.written is None
    made = book.decide(B, correction(TEXT, CardEntry(CardField.DATE), "2019-03-12"))
    extraction.facts(B)
    assert worker.written == "2019-03-12"
    book.withdraw(made.id)
    extraction.facts(B)
    assert worker.written is None
    assert len(worker.calls) == 3
    extraction.close()


def test_facts_that_were_counted_from_another_date_are_not_kept(database: Database, tmp_path: Path) -> None:
    library = Library(DocumentStore(database))
    book = DecisionBook(DecisionStore(database), library, Sidecars(tmp_path / "notes", DECISIONS))
    book.decide(B, correction(TEXT, CardEntry(CardField.DATE), "2019-03-12"))
    stored = FactStore(database)
    assert not stored.put(B, TEXT, DocumentFacts(version="1"), written=None)
    assert stored.put(B, TEXT, DocumentFacts(version="1"), written="2019-03-12")
