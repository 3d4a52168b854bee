"""An engine that can be tried: it and how its documents come and go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from index.model.document import DocumentId
from index.search.engine import Beyond, Engine
from index.search.requests import IndexDocument


class Subject(Protocol):
    """An engine, and how its documents come and go."""

    @property
    def engine(self) -> Engine:
        """The engine."""
        ...

    def add(self, documents: Sequence[IndexDocument]) -> None:
        """Take documents in by one commit, each in place of an older state of itself."""
        ...

    def forget(self, document_ids: Sequence[DocumentId]) -> None:
        """Forget documents by one commit; unknown ones are ignored."""
        ...

    def merge(self) -> None:
        """Bring together what several commits left, if the engine keeps that apart."""
        ...

    def close(self) -> None:
        """Close the engine's files."""
        ...


class Made(Subject, Protocol):
    """A subject that is made without documents, in a folder of its own."""

    def __init__(self, folder: Path, beyond: Beyond) -> None: ...
