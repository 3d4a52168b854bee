"""The engines that are put on trial, and how their documents come and go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.model.document import DocumentId
from index.search.engine import Beyond
from index.search.writer import IndexDocument
from tests.index.search.oracle.engine import Oracle
from tests.index.search.oracle.plain import Merge


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
