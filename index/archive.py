"""The archive: the one door to everything the core can do, for the window and for the command line."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from index.config import ArchivePaths, IndexConfig
from index.keyring import Keyring
from index.model.condition import ArchiveInfo, CheckReport
from index.model.document import Document, DocumentId, DocumentSummary
from index.model.fact import DocumentFacts
from index.model.gap import Gaps
from index.model.hit import Answer
from index.model.report import ImportProgress, ImportReport, ImportStatus
from index.notes.catalogue_book import CatalogueBook
from index.notes.decision_book import DecisionBook
from index.notes.notebook import Notebook
from index.notes.sidecar import ANNOTATIONS, DECISIONS, Sidecars
from index.search.engine import Order
from index.store.annotations import AnnotationStore
from index.store.backup import back_up_archive
from index.store.catalogue import CatalogueStore
from index.store.database import Database, explained
from index.store.decisions import DecisionStore
from index.store.documents import DocumentStore
from index.store.facts import FactStore
from index.store.gaps import GapStore
from index.store.left_off import LeftOffStore
from index.store.library import Library
from index.tasks import Task

if TYPE_CHECKING:
    from index.ingest.cards import Cards
    from index.ingest.engines import Engines
    from index.ingest.extraction import Extraction
    from index.ingest.marginalia import Marginalia
    from index.ingest.notes_files import NotesFiles
    from index.ingest.recognition import Recognition
    from index.ingest.rooms import Rooms
    from index.ingest.tabling import Tabling
    from index.study.desk import Desk


class Archive:
    """One archive. All methods may be called from any thread; errors are those of `index.errors`.

    Args:
        root: Its folder; created if need be.
        config: Everything that can be chosen.
        engines: The processes it works with; the real ones by default.

    Attributes:
        paths: Where everything is.
        keyring: Passwords to try on documents that need one; they are kept nowhere.
        notebook: What the reader marked and wrote.
        decisions: What the reader decided about facts; `facts` follows.
        left_off: Where he left each document.
        catalogue: The reader's collections, stars, labels, and what was read.
    """

    def __init__(self, root: Path, config: IndexConfig | None = None, engines: Engines | None = None) -> None:
        self.paths, self._config, self._engines = ArchivePaths(root.absolute()), config, engines
        with explained():
            self.paths.make()
        self._database = Database(self.paths.database, self.paths.backups)
        self._documents, self._facts = DocumentStore(self._database), FactStore(self._database)
        self._library, self._gaps = Library(self._documents), GapStore(self._database)
        annotations, decisions = AnnotationStore(self._database), DecisionStore(self._database)
        notes, said = Sidecars(self.paths.notes, ANNOTATIONS), Sidecars(self.paths.notes, DECISIONS)
        self.notebook = Notebook(annotations, self._library, notes)
        self.decisions = DecisionBook(decisions, self._library, said)
        self.left_off = LeftOffStore(self._database)
        self.catalogue = CatalogueBook(CatalogueStore(self._database), self.paths.notes)
        self._made_rooms: Rooms | None = None
        self.keyring, self._making = Keyring(), threading.Lock()

    @classmethod
    def open(cls, root: Path, config: IndexConfig | None = None) -> Archive:
        """Open the archive in a folder, a new one if there is none, or raise StoreError; takes no time."""
        return cls(root, config)

    def close(self) -> None:
        """End all processes of the archive and close its files. Cancel what runs first: this waits for it."""
        if self._made_rooms is not None:
            self._made_rooms.close()
        self._database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def ingest(
        self,
        paths: Iterable[Path],
        task: Task | None = None,
        on_progress: Callable[[ImportProgress], None] | None = None,
        again: Iterable[DocumentId] = (),
    ) -> ImportReport:
        """Import files and folders, after reading documents of the archive `again`, see `Intake.ingest`.

        Notes that stand in new files come with them (`index.ingest.marginalia`).
        """
        rooms, task = self._rooms(), task or Task()
        report = rooms.intake.ingest(paths, task, on_progress, again)
        if report.count(ImportStatus.NEW_VERSION):
            # They stand in the collections of the former ones.
            self.catalogue.copy_out()
        return rooms.marginalia.taken_with(report, task)

    def recover(self, task: Task | None = None) -> int:
        """Finish what a killed import left; return the number of documents indexed. See `Intake.recover`."""
        return self._rooms().intake.recover(task or Task())

    def rebuild(self, task: Task | None = None) -> int:
        """Build the search index anew beside the old one; return how many documents it holds. Blocks."""
        return self._rooms().intake.rebuild(task or Task())

    @property
    def recognition(self) -> Recognition:
        """What recognises scanned pages (`index.ingest.recognition`)."""
        return self._rooms().recognition

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return what lists show of every document, newest first."""
        return self._documents.summaries()

    def document(self, document_id: DocumentId) -> Document:
        """Return a whole document, or raise DocumentUnknown."""
        return self._documents.load(document_id)

    def original(self, document_id: DocumentId) -> Path:
        """Return where the original of a document is, or raise DocumentUnknown. Nobody may write to it."""
        return self.paths.original(document_id, self._library.summary(document_id).media.suffix)

    def edition(self, document_id: DocumentId) -> Path:
        """Return the PDF that shows a document: the original if it is one. Raises DocumentUnknown."""
        return self.paths.edition(document_id, self._library.summary(document_id).media)

    def is_behind(self) -> bool:
        """Whether `recover` has something to do. Takes .1 s for 30,000 documents."""
        return self._rooms().intake.is_behind()

    def find(self, reference: str) -> DocumentId:
        """Return the document with this id or beginning of one, path, file name or title."""
        return self._documents.find(reference)

    def search(
        self, query: str, limit: int = 20, task: Task | None = None, *, order: Order = Order.RELEVANCE
    ) -> Answer:
        """Answer a query (`index.search.query`) with `limit` documents, 0 for all, see `Rooms.search`."""
        return self._rooms().search(query, limit, task, order)

    def facts(
        self, document_id: DocumentId, task: Task | None = None, *, is_background: bool = False
    ) -> DocumentFacts:
        """Return the facts of a document as the reader decided, see `Extraction.facts`. Blocks."""
        return self._rooms().extraction.facts(document_id, task, is_background=is_background)

    @property
    def extraction(self) -> Extraction:
        """What extracts facts (`index.ingest.extraction`)."""
        return self._rooms().extraction

    def documents_without_facts(self) -> tuple[DocumentId, ...]:
        """Return the documents whose facts are not extracted yet, newest first."""
        return self._facts.missing(self._rooms().facts_version)

    @property
    def cards(self) -> Cards:
        """What documents say of themselves (`index.ingest.cards`)."""
        return self._rooms().cards

    @property
    def tabling(self) -> Tabling:
        """What finds tables (`index.ingest.tabling`)."""
        return self._rooms().tabling

    @property
    def marginalia(self) -> Marginalia:
        """What reads notes out of files and writes them into copies (`index.ingest.marginalia`)."""
        return self._rooms().marginalia

    @property
    def notes_files(self) -> NotesFiles:
        """What takes notes of other programs out of files (`index.ingest.notes_files`)."""
        return self._rooms().notes_files

    @property
    def desk(self) -> Desk:
        """Where results are studied: concordances, tables of words, likenesses (`index.study.desk`)."""
        return self._rooms().desk

    def gaps(self, document_ids: Collection[DocumentId] | None = None) -> Gaps:
        """Return what is not searched and why, of these documents or of the whole archive. Fast."""
        return self._gaps.find(document_ids)

    def dismiss_refusals(self, paths: Iterable[str]) -> None:
        """Leave refused files out of `gaps` until they are refused again; importing one heals it, too."""
        self._gaps.dismiss(paths)

    def check(self, task: Task | None = None, *, is_deep: bool = False) -> CheckReport:
        """Look for damage, in the content of originals too if `is_deep`; changes nothing. Blocks."""
        return self._rooms().inspector.check(task or Task(), is_deep=is_deep)

    def info(self) -> ArchiveInfo:
        """Count what the archive holds."""
        return self._rooms().inspector.info(self._rooms().facts_version)

    def backup(self, target: Path | None = None) -> Path:
        """Copy database and notes into a new folder, by default among the backups; return it. Blocks."""
        return back_up_archive(self._database, self.paths, target)

    def _rooms(self) -> Rooms:
        """Return what is needed for more than lists, documents and notes, made when first used."""
        with self._making:
            if self._made_rooms is None:
                from index.ingest.rooms import Ground, Rooms

                own = self.notebook, self.decisions, self.catalogue
                ground = Ground(self.paths, self._database, self._library, *own, self.keyring)
                self._made_rooms = Rooms(ground, self._config, self._engines)
            return self._made_rooms
