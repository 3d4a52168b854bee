"""What an archive needs for more than lists, documents and notes: importing, searching, facts, upkeep.

Loaded when first used: the window is on the screen before that.
"""

from __future__ import annotations

from functools import partial

from index.config import ArchivePaths, IndexConfig
from index.errors import IndexDamaged
from index.ingest.engines import Engines
from index.ingest.extraction import Extraction
from index.ingest.intake import Intake, Parts
from index.ingest.outcomes import Stores
from index.ingest.recognition import Keepers, Recognition
from index.ingest.renewal import Renewal
from index.ingest.tabling import Tabling
from index.ingest.upkeep import Inspector, index_is_missing
from index.model.hit import Answer
from index.notes.notebook import Notebook
from index.sandbox import Sandbox
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.editions import Editions
from index.store.facts import FactStore
from index.store.journal import Journal
from index.store.library import Library
from index.store.originals import Originals
from index.store.recognition import RecognitionStore
from index.tasks import Task


class Rooms:
    """The working parts of one archive. No process starts before it is needed.

    Args:
        paths: The archive's folders.
        database: Its database.
        library: What searches and the indexer read from.
        notebook: Its annotations.
        config: Everything that can be chosen.
        engines: Makes processes and index.
    """

    def __init__(
        self,
        paths: ArchivePaths,
        database: Database,
        library: Library,
        notebook: Notebook,
        config: IndexConfig | None,
        engines: Engines | None,
    ) -> None:
        engines = engines or Engines()
        self._paths, self._documents = paths, DocumentStore(database)
        self._index = engines.open_index(paths.search_index)
        self._engines = engines
        stores = Stores(self._documents, Originals(paths), Editions(paths), Journal(database))
        parts = Parts(paths, stores, library, self._index, notebook)
        self.intake = Intake(parts, config or IndexConfig(), engines)
        self.extraction = Extraction(
            FactStore(database), library, engines.facts_version, engines.make_extractor
        )
        sandbox = Sandbox(reads=(paths.originals, paths.editions))
        self.tabling = Tabling(self._documents, paths, partial(engines.make_table_finder, sandbox))
        self.inspector = Inspector(paths, database, self._index, notebook)
        self.recognition = self._recognition(database, library, notebook, config or IndexConfig())

    @property
    def facts_version(self) -> str:
        """Version of the rules that extract facts."""
        return self._engines.facts_version()

    def search(self, query: str, library: Library, limit: int, task: Task | None) -> Answer:
        """Answer a query, see `index.search.searcher.SearchIndex.search`.

        Raises:
            IndexDamaged: Also if there is no index though there should be one.
        """
        if index_is_missing(self._index, self._documents):
            raise IndexDamaged(
                "Поискового указателя нет на месте. Документы и заметки целы.",
                "Перестройте указатель: это безопасно и ничего не меняет в документах.",
            )
        return self._index.search(query, library, limit, task)

    def _recognition(
        self, database: Database, library: Library, notebook: Notebook, config: IndexConfig
    ) -> Recognition:
        store = RecognitionStore(database)
        renewal = Renewal(self._paths, self.intake, store, library, notebook, config.read_limits)
        keepers = Keepers(store, library, self.intake, renewal)
        return Recognition(self._paths, keepers, self._engines, config.recogniser_count)

    def close(self) -> None:
        """End all processes and close the index. Waits for what runs: cancel it first."""
        self.recognition.close()
        self.tabling.close()
        self.extraction.close()
        self.intake.close()
        self._index.close()
