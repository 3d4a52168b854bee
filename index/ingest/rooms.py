"""What an archive needs for more than lists, documents and notes: importing, searching, facts, upkeep.

Loaded when first used: the window is on the screen before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from index.config import ArchivePaths, IndexConfig
from index.errors import IndexDamaged
from index.ingest.cards import Cards
from index.ingest.engines import Engines
from index.ingest.extraction import Extraction
from index.ingest.intake import Intake, Parts
from index.ingest.marginalia import Marginalia
from index.ingest.notes_files import NotesFiles
from index.ingest.outcomes import Stores
from index.ingest.recognition import Keepers, Recognition
from index.ingest.renewal import Renewal
from index.ingest.rereading import Rereading
from index.ingest.rewriting import Rewriting
from index.ingest.tabling import Tabling
from index.ingest.upkeep import Inspector, index_is_missing
from index.keyring import Keyring
from index.model.hit import Answer
from index.notes.catalogue_book import CatalogueBook
from index.notes.decision_book import DecisionBook
from index.notes.notebook import Notebook
from index.sandbox import Sandbox
from index.search.beyond import ArchiveBeyond
from index.search.engine import Order
from index.store.columns import ProfileStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.editions import Editions
from index.store.facts import FactStore
from index.store.journal import Journal
from index.store.library import Library
from index.store.originals import Originals
from index.store.recognition import RecognitionStore
from index.store.searches import SearchStore
from index.store.sketches import SketchStore
from index.study.asking import Asking
from index.study.calling import Calling
from index.study.desk import Desk, Tools
from index.study.facets import FacetCounter
from index.study.overview import Overview
from index.study.versions import Versions
from index.tasks import Task


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there of an archive before anything works in it.

    Attributes:
        paths: The archive's folders.
        database: Its database.
        library: What searches and the indexer read from.
        notebook: Its annotations.
        decisions: What the reader decided about facts.
        catalogue: The reader's collections and marks.
        keyring: Passwords that were told in this session.
    """

    paths: ArchivePaths
    database: Database
    library: Library
    notebook: Notebook
    decisions: DecisionBook
    catalogue: CatalogueBook
    keyring: Keyring


class Rooms:
    """The working parts of one archive. No process starts before it is needed.

    Args:
        ground: What they stand on.
        config: Everything that can be chosen.
        engines: Makes processes and index.
    """

    def __init__(self, ground: Ground, config: IndexConfig | None, engines: Engines | None) -> None:
        paths, database, library = ground.paths, ground.database, ground.library
        notebook, keyring, decisions = ground.notebook, ground.keyring, ground.decisions
        engines, config = engines or Engines(), config or IndexConfig()
        self._documents = DocumentStore(database)
        profiles = ProfileStore(database)
        beyond = ArchiveBeyond(database, profiles)
        self._index = engines.open_index(paths.search_index, library, beyond)
        self._engines = engines
        recognised = RecognitionStore(database)
        rewriting = Rewriting(recognised, library, notebook, decisions)
        rereading = Rereading(paths, library, rewriting, keyring, config.read_limits)
        stores = Stores(self._documents, Originals(paths), Editions(paths), Journal(database), rewriting)
        copies = notebook.copies, decisions.copies, ground.catalogue
        parts = Parts(paths, stores, library, self._index, copies, rereading, keyring)
        self.intake = Intake(parts, config, engines)
        self.cards = Cards(self._documents, decisions)
        facts, version = FactStore(database), engines.facts_version
        sandbox = Sandbox(reads=(paths.originals, paths.editions))
        make_finder = partial(engines.make_table_finder, sandbox)
        self.tabling = Tabling(self._documents, paths, keyring, make_finder)
        make_markup = partial(engines.make_markup_worker, sandbox)
        self.marginalia = Marginalia(self._documents, paths, keyring, notebook, make_markup)
        self.notes_files = NotesFiles(self._documents, notebook, keyring, engines.make_markup_worker)
        # Of its own: a reader who turns pages does not wait for the tables of a thousand others.
        self._figures = Tabling(self._documents, paths, keyring, make_finder)
        self.extraction = Extraction(
            facts,
            library,
            version,
            engines.make_extractor,
            decisions.shown,
            self._figures.of_figures,
        )
        self.inspector = Inspector(paths, database, self._index, (notebook, decisions, ground.catalogue))
        keepers = Keepers(recognised, library, self.intake, Renewal(self.intake, rereading), keyring)
        self.recognition = Recognition(paths, keepers, engines, config.recogniser_count)
        asking = Asking(self._index, library, self._ensure_index)
        tools = Tools(
            SearchStore(database),
            Versions(self._documents, SketchStore(database), library),
            FacetCounter(database, profiles),
            Overview(asking, profiles),
            Calling(facts, decisions, library, version),
        )
        self.desk = Desk(asking, self._documents, notebook, tools)

    @property
    def facts_version(self) -> str:
        """Version of the rules that extract facts."""
        return self._engines.facts_version()

    def search(self, query: str, limit: int, task: Task | None, order: Order) -> Answer:
        """Answer a query, see `index.search.searcher.SearchIndex.search`; counts are exact.

        Raises:
            QueryError: If it cannot be answered.
            SearchIndexError: If the index cannot be used, or is not there though it should be: `recover` it.
            Cancelled: If `task` was cancelled.
        """
        self._ensure_index()
        return self._index.search(query, limit, task, order=order)

    def close(self) -> None:
        """End all processes and close the index. Waits for what runs: cancel it first."""
        self.recognition.close()
        self.tabling.close()
        self.marginalia.close()
        self.extraction.close()
        self._figures.close()
        self.intake.close()
        self._index.close()

    def _ensure_index(self) -> None:
        if index_is_missing(self._index, self._documents):
            raise IndexDamaged(
                "Поискового указателя нет на месте. Документы и заметки целы.",
                "Перестройте указатель: это безопасно и ничего не меняет в документах.",
            )
