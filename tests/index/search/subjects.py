"""The engines that are put on trial, and how their documents come and go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.model.document import DocumentId
from index.search.engine import Beyond
from index.search.requests import AddDocuments, Compact, DeleteDocuments, IndexDocument, Request
from index.search.searcher import SearchIndex
from index.search.writer import index_handler
from tests.index.search.fakes import FakeLibrary
from tests.index.search.oracle.engine import Oracle
from tests.index.search.oracle.plain import Merge


class IndexSubject:
    """The engine of the program, written in this very process."""

    def __init__(self, folder: Path, beyond: Beyond) -> None:
        self._folder, self._library = str(folder), FakeLibrary()
        self.engine = SearchIndex(folder, self._library, beyond)

    def add(self, documents: Sequence[IndexDocument]) -> None:
        self._library.documents.update((one.id, one) for one in documents)
        self._carry_out(AddDocuments(tuple(documents)))

    def forget(self, document_ids: Sequence[DocumentId]) -> None:
        self._carry_out(DeleteDocuments(tuple(document_ids)))

    def merge(self) -> None:
        self._carry_out(Compact())

    def close(self) -> None:
        self.engine.close()

    def _carry_out(self, request: Request) -> None:
        index_handler(self._folder, request, lambda _: None)


class OracleSubject:
    """The oracle, in memory."""

    def __init__(self, _folder: Path, beyond: Beyond) -> None:
        self.engine = Oracle(beyond)

    def add(self, documents: Sequence[IndexDocument]) -> None:
        self.engine.commit(documents)

    def forget(self, document_ids: Sequence[DocumentId]) -> None:
        self.engine.commit((), document_ids)

    def merge(self) -> None:
        self.engine.commit(merge=Merge.ALL)

    def close(self) -> None:
        pass
