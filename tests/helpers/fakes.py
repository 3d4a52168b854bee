"""An archive in memory for the window: finds words by their first letters, imports what it is told to."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from index.config import ArchivePaths
from index.errors import ArchiveError, QueryError
from index.ingest.recognition import RecognitionWish
from index.keyring import Keyring
from index.model.decision import Decision
from index.model.document import Document, DocumentId, DocumentSummary, Page
from index.model.fact import DocumentFacts
from index.model.gap import Gaps
from index.model.hit import Answer, Chip, Hit, Match, Passage, Snippet, Suggestion
from index.model.recognition import PageToRecognise, Recogniser, RecognitionProgress, RecognitionReport
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from index.model.span import Span
from index.model.table import Table
from index.model.textmap import TextMap
from index.search.engine import Order
from index.tables.joining import WholeTable, joined
from index.tasks import Task
from tests.helpers.fakes_cards import FakeCards
from tests.helpers.fakes_catalogue import FakeCatalogue
from tests.helpers.fakes_desk import FakeDesk
from tests.helpers.fakes_notes import FakeNotebook
from tests.helpers.fakes_reading import FakeLeftOff


def document(name: str, text: str, *, pages: int = 1, title: str = "") -> Document:
    """A document without a map whose text is cut evenly into pages."""
    step = max(1, len(text) // pages)
    cuts = [min(len(text), i * step) for i in range(pages)] + [len(text)]
    spans = [Span(start, stop) for start, stop in pairwise(cuts)]
    return Document(
        id=DocumentId((name * 64)[:64]),
        title=title or f"Документ {name}",
        file_name=f"{name}.pdf",
        source_path=f"/{name}.pdf",
        text=text,
        text_map=TextMap((), ()),
        pages=tuple(Page(i, 595, 842, span) for i, span in enumerate(spans)),
    )


def summary_of(made: Document) -> DocumentSummary:
    """What lists show of a document."""
    return DocumentSummary(
        made.id, made.title, made.file_name, made.source_path, len(made.pages), "2026-01-02T03:04:05+00:00"
    )


class FakeRecognition:
    """What the window asks of the recognition of an archive.

    Attributes:
        pages: What waits.
        program: What recognises; None when nothing is installed.
        gate: A recognition waits here before each page; open unless a test closes it.
        failure: Raised instead of recognising.
    """

    def __init__(self) -> None:
        self.pages: list[PageToRecognise] = []
        self.program: Recogniser | None = Recogniser("/usr/bin/tesseract", "5.3.0", ("eng", "rus"), True)
        self.gate = threading.Event()
        self.gate.set()
        self.failure: Exception | None = None
        self.order: list[PageToRecognise] = []

    def recogniser(self) -> Recogniser | None:
        return self.program

    def waiting(self) -> tuple[PageToRecognise, ...]:
        return tuple(self.pages)

    def run(
        self, wish: RecognitionWish, task: Task, on_progress: Callable[[RecognitionProgress], None]
    ) -> RecognitionReport:
        if self.failure is not None:
            raise self.failure
        chosen = [page for page in self.pages if wish.document_ids in {None, (page.document_id,)}]
        total, documents = len(chosen), dict[DocumentId, None]()
        while chosen:
            self.gate.wait(10)
            if task.is_cancelled:
                break
            focus = wish.focus()
            page = focus if focus in chosen else chosen[0]
            assert page is not None
            chosen.remove(page)
            self.pages.remove(page)
            self.order.append(page)
            documents[page.document_id] = None
            done = total - len(chosen)
            on_progress(RecognitionProgress(done, total, 90.0, "Скан", None))
        for document_id in documents:
            on_progress(RecognitionProgress(total - len(chosen), total, None, "Скан", document_id))
        count = total - len(chosen)
        return RecognitionReport(count, 0, tuple(documents), 0, 1.0, was_stopped=bool(chosen))


class NoDecisions:
    """Decisions of a reader who has not decided anything."""

    def all(self, _document_id: DocumentId | None = None) -> tuple[Decision, ...]:
        return ()


class FakeArchive:
    """What the window asks of an archive.

    Attributes:
        failure: Raised by the next searches instead of an answer.
        gate: Searches and imports wait here; open unless a test closes it.
        queries: What was searched, in order.
        page_tables: Tables by page, of whatever document.
        unsearched: What is not searched.
        outcomes: What becomes of the files of an import; a file not named here is refused.
        passwords: What was tried on locked files last time.
        again: Documents that were to be read again last time.
        locked: Names of files that open only with a password, and the password.
        desk: Where results are studied.
        chips: Parts of every query.
        suggestions: What may have been meant instead of any query.
        orders: In which orders was searched.
    """

    def __init__(self, *documents: Document) -> None:
        self.decisions: Any = NoDecisions()
        self._documents = {made.id: made for made in documents}
        self._editions: dict[DocumentId, Path] = {}
        self.notebook = FakeNotebook(self)
        self.left_off = FakeLeftOff()
        self.failure: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.queries: list[str] = []
        self.outcomes: dict[str, Document] = {}
        self.locked: dict[str, str] = {}
        self.recovered = 0
        self.page_tables: dict[int, tuple[Table, ...]] = {}
        self.keyring = Keyring()
        self.passwords: tuple[str, ...] = ()
        self.again: tuple[DocumentId, ...] = ()
        self.unsearched = Gaps()
        self.recognition = FakeRecognition()
        self.desk = FakeDesk()
        self.catalogue = FakeCatalogue()
        self.cards = FakeCards()
        self.chips: tuple[Chip, ...] = ()
        self.suggestions: tuple[Suggestion, ...] = ()
        self.orders: list[Order] = []
        self.is_closed = False

    def add(self, made: Document, edition: Path | None = None) -> None:
        """Put a document on top."""
        self._documents = {made.id: made, **self._documents}
        if edition is not None:
            self._editions[made.id] = edition

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(summary_of(made) for made in self._documents.values())

    def document(self, document_id: DocumentId) -> Document:
        return self._documents[document_id]

    def edition(self, document_id: DocumentId) -> Path:
        return self._editions.get(document_id, Path("/nowhere.pdf"))

    def answer(self) -> None:
        """Nothing refuses here."""

    def mutate(self, _what: str, _detail: str) -> None:
        """Nothing waits here."""

    def documents_without_facts(self) -> tuple[DocumentId, ...]:
        return ()

    @property
    def extraction(self) -> FakeArchive:
        return self

    def stored(self, _document_id: DocumentId) -> DocumentFacts | None:
        return DocumentFacts()

    def warm_up(self, _task: Task | None = None) -> None:
        pass

    def facts(self, _document_id: DocumentId, _task: Task | None = None) -> DocumentFacts:
        return DocumentFacts()

    @property
    def tabling(self) -> FakeArchive:
        return self

    def tables(
        self, _document_id: DocumentId, page_index: int | None = None, _task: Task | None = None
    ) -> tuple[Table, ...]:
        if self.failure is not None:
            raise self.failure
        return tuple(t for i, found in self.page_tables.items() if page_index in {None, i} for t in found)

    def whole(self, document_id: DocumentId, table: Table, _task: Task | None = None) -> WholeTable:
        return next(whole for whole in joined(self.tables(document_id)) if table in whole.parts)

    def gaps(self, _document_ids: object = None) -> Gaps:
        return self.unsearched

    def dismiss_refusals(self, paths: Iterable[str]) -> None:
        gone = set(paths)
        left = tuple(gap for gap in self.unsearched if gap.path not in gone)
        self.unsearched = replace(self.unsearched, all=left)

    def recover(self, _task: Task | None = None) -> int:
        return self.recovered

    @property
    def paths(self) -> ArchivePaths:
        return ArchivePaths(Path(tempfile.gettempdir()))

    def close(self) -> None:
        self.is_closed = True

    def search(
        self, query: str, limit: int = 20, task: Task | None = None, *, order: Order = Order.RELEVANCE
    ) -> Answer:
        self.queries.append(query)
        self.orders.append(order)
        self.gate.wait(10)
        if task is not None:
            task.checkpoint()
        if self.failure is not None:
            raise self.failure
        if query.endswith("("):
            raise QueryError("Скобка не закрыта.", "Закройте скобку.", len(query) - 1, len(query))
        stem = query.casefold()[:6]
        found = [hit for made in self._documents.values() if (hit := self._hit(made, stem)) is not None]
        found.sort(key=lambda hit: hit.document.title if order is Order.NAME else -hit.score)
        places = sum(len(hit.matches) for hit in found)
        return Answer(
            *(query, f"«{query}»", len(found), places, tuple(found[: limit or None]), 3.4),
            chips=self.chips,
            suggestions=self.suggestions,
        )

    def _hit(self, made: Document, stem: str) -> Hit | None:
        text, matches, at = made.text.casefold(), [], -1
        while (at := text.find(stem, at + 1)) >= 0:
            stop = at
            while stop < len(text) and text[stop].isalpha():
                stop += 1
            page = max(page.page_index for page in made.pages if page.span.start <= at)
            matches.append(Match(Span(at, stop), page))
        if not matches:
            return None
        passages = tuple(Passage((match,), self._snippet(made.text, match.span)) for match in matches)
        return Hit(summary_of(made), float(len(matches)), tuple(matches), passages)

    @staticmethod
    def _snippet(text: str, span: Span) -> Snippet:
        start, stop = max(0, span.start - 70), min(len(text), span.stop + 90)
        words = text[start:stop].replace("\n", " ")
        return Snippet(words, (Span(span.start - start, span.stop - start),))

    def ingest(
        self,
        paths: Iterable[Path],
        task: Task | None = None,
        on_progress: Callable[[ImportProgress], None] | None = None,
        again: Iterable[DocumentId] = (),
    ) -> ImportReport:
        self.passwords, self.again = self.keyring.passwords, tuple(again)
        chosen = list(paths)
        files = [
            FileReport(f"/{document_id[0]}.pdf", ImportStatus.READ_AGAIN, document_id)
            for document_id in self.again
        ]
        for file in files:
            if on_progress is not None:
                on_progress(ImportProgress(0, len(chosen), latest=file))
        for done, path in enumerate(chosen, 1):
            self.gate.wait(10)
            if task is not None and task.is_cancelled:
                return ImportReport(tuple(files), 0.1, was_cancelled=True)
            files.append(self._ingest_one(path))
            if on_progress is not None:
                on_progress(ImportProgress(done, len(chosen), (path.name,), 90.0, files[-1]))
        return ImportReport(tuple(files), 0.1)

    def _ingest_one(self, path: Path) -> FileReport:
        made = self.outcomes.get(path.name)
        if self.locked.get(path.name, "") not in {"", *self.passwords}:
            message = "Файл зашифрован." if not self.passwords else "Пароль не подошёл."
            return FileReport(str(path), ImportStatus.REFUSED, reason="encrypted", message=message)
        if made is None:
            message = "Это не PDF. Выберите другой файл."
            return FileReport(str(path), ImportStatus.REFUSED, reason="not_a_pdf", message=message)
        if made.id in self._documents:
            return FileReport(str(path), ImportStatus.DUPLICATE, made.id, len(made.pages))
        self.add(made)
        return FileReport(str(path), ImportStatus.IMPORTED, made.id, len(made.pages))


class BrokenArchive(FakeArchive):
    """Refuses every import."""

    def ingest(self, *_arguments: object) -> ImportReport:  # type: ignore[override]  # it listens to nothing
        raise ArchiveError("Диск полон. Уже добавленное цело.", "Освободите место.")
