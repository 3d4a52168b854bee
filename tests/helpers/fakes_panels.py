"""An archive in memory for the panels: answers at once, or fails or waits when it is told to."""

from __future__ import annotations

import threading
from pathlib import Path
from uuid import uuid4

from index.model.annotation import Anchor
from index.model.decision import Choice, Decision
from index.model.document import Document, DocumentId, DocumentSummary, Page
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot, Value
from index.model.span import Span
from index.model.textmap import TextMap
from index.notes.applying import applied
from index.tasks import Cancelled, Task
from tests.helpers.fakes_cards import FakeCards
from tests.helpers.fakes_notes import FakeNotebook
from tests.helpers.fakes_reading import FakeLeftOff

TEXT = (
    "Президент Республики Узбекистан Шавкат Мирзиёев принял в Ташкенте делегацию Казахстана. "
    "Объём торговли достигнет четырёх миллиардов долларов. Шавкат Мирзиёев поручил до конца квартала "
    "подготовить программу.\nУзбекистан и Казахстан договорились развивать агрокластеры."
)


def document(name: str = "a", text: str = TEXT) -> Document:
    """A document of one page without a map."""
    return Document(
        id=DocumentId(name * 64),
        title=f"Документ {name}",
        file_name=f"{name}.pdf",
        source_path=f"{name}.pdf",
        text=text,
        text_map=TextMap((), ()),
        pages=(Page(0, 595, 842, Span(0, len(text))),),
    )


def span_of(words: str, occurrence: int = 1, text: str = TEXT) -> Span:
    """Where these words stand in the text."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def slot(name: str, words: str, value: Value = None, entity_id: str = "", text: str = TEXT) -> Slot:
    """A slot filled with these words of the text."""
    return Slot(name, words, span_of(words, text=text), value, entity_id)


def some_facts() -> DocumentFacts:
    """What `TEXT` states."""
    president = "Шавкат Мирзиёев"
    return DocumentFacts(
        entities=(
            Entity(
                "c1", EntityType.COUNTRY, "Узбекистан", (span_of("Узбекистан", 1), span_of("Узбекистан", 2))
            ),
            Entity("c2", EntityType.COUNTRY, "Казахстан", (span_of("Казахстана"), span_of("Казахстан", 2))),
            Entity("l1", EntityType.CITY, "Ташкент", (span_of("Ташкенте"),)),
            Entity("p1", EntityType.PERSON, president, (span_of(president, 1), span_of(president, 2))),
        ),
        facts=(
            Fact(
                "f1",
                FactType.OCCUPATION,
                (
                    slot("person", president, president, "p1"),
                    slot("position", "Президент", "президент"),
                    slot("org", "Республики Узбекистан", "Узбекистан", "c1"),
                ),
                span_of("Президент Республики Узбекистан Шавкат Мирзиёев"),
            ),
            Fact(
                "f2",
                FactType.MONEY,
                (
                    slot("amount", "четырёх миллиардов долларов", 4_000_000_000),
                    slot("currency", "долларов", "USD"),
                    slot("modifier", "достигнет", "reaches"),
                    slot("what_for", "Объём торговли"),
                ),
                span_of("Объём торговли достигнет четырёх миллиардов долларов"),
                status="expected",
                confidence=0.9,
                rule="money.words",
            ),
            Fact(
                "f3",
                FactType.DATE,
                (slot("date", "до конца квартала", "end_of_quarter"),),
                span_of("до конца"),
            ),
            Fact(
                "f4",
                FactType.AGREEMENT,
                (
                    slot("what", "развивать агрокластеры"),
                    Slot("parties", "", None, ["Узбекистан", "Казахстан"]),
                ),
                span_of("Узбекистан и Казахстан договорились развивать агрокластеры"),
                status="agreed",
            ),
        ),
        version="1",
    )


class FakeDecisions:
    """Decisions about the facts of one document, in memory."""

    def __init__(self, archive: FakeArchive) -> None:
        self._archive = archive
        self.made: list[Decision] = []

    def decide(self, document_id: DocumentId, choice: Choice) -> Decision:
        self._archive.mutate("decide", choice.act)
        anchor = Anchor(choice.span, choice.quote, "", "", 0)
        text, span = self._archive.document(document_id).text, choice.other
        other = None if span is None else Anchor(span, span.of(text), "", "", 0)
        made = Decision(str(uuid4()), document_id, choice.act, anchor, choice.was, choice.becomes, other, "")
        self.made.append(made)
        return made

    def restore(self, decision: Decision) -> Decision:
        self._archive.mutate("bring back", "")
        self.made.append(decision)
        return decision

    def all(self, document_id: DocumentId | None = None) -> tuple[Decision, ...]:
        return tuple(one for one in self.made if document_id in {None, one.document_id})

    def unapplied(self, document_id: DocumentId, facts: DocumentFacts) -> tuple[Decision, ...]:
        return applied(self._archive.document(document_id).text, facts, self.all(document_id)).unapplied

    def withdraw(self, decision_id: str) -> Decision:
        self._archive.mutate("withdraw", "")
        gone = next(one for one in self.made if one.id == decision_id)
        self.made.remove(gone)
        return gone


class FakeArchive:
    """What the presenters of facts and notes ask of an archive.

    Attributes:
        failure: Raised by the next calls instead of an answer.
        gate: Calls of `facts` and of mutations wait here; open unless a test closes it.
        asked: Documents whose facts somebody waited for, in order.
        asked_in_background: Documents whose facts nobody waited for.
        done: What mutations were carried out, in order.
    """

    def __init__(self, *documents: Document, facts: DocumentFacts | None = None) -> None:
        self._documents = {made.id: made for made in documents or (document(),)}
        self._facts = some_facts() if facts is None else facts
        self.notebook = FakeNotebook(self)
        self.left_off = FakeLeftOff()
        self.decisions = FakeDecisions(self)
        self.cards = FakeCards()
        self.failure: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[DocumentId] = []
        self.asked_in_background: list[DocumentId] = []
        self.done: list[str] = []
        self.without_facts: tuple[DocumentId, ...] = ()

    def document(self, document_id: DocumentId) -> Document:
        return self._documents[document_id]

    def edition(self, document_id: DocumentId) -> Path:
        return Path(self._documents[document_id].file_name)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(
            DocumentSummary(made.id, made.title, made.file_name, made.source_path, 1, "2024-01-01T00:00:00Z")
            for made in self._documents.values()
        )

    def facts(
        self, document_id: DocumentId, task: Task | None = None, *, is_background: bool = False
    ) -> DocumentFacts:
        (self.asked_in_background if is_background else self.asked).append(document_id)
        while not self.gate.wait(0.005):
            if task is not None and task.is_cancelled:
                raise Cancelled
        self.answer()
        return applied(self._documents[document_id].text, self._facts, self.decisions.made).facts

    @property
    def extraction(self) -> FakeArchive:
        return self

    def stored(self, _document_id: DocumentId) -> DocumentFacts | None:
        return self._facts

    def documents_without_facts(self) -> tuple[DocumentId, ...]:
        return self.without_facts

    def mutate(self, what: str, detail: str) -> None:
        self.gate.wait(5)
        self.answer()
        self.done.append(f"{what} {detail}".strip())

    def answer(self) -> None:
        if self.failure is not None:
            raise self.failure
