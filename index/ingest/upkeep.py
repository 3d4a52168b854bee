"""Keeping an archive whole: looking for damage, counting what there is."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from index.config import ArchivePaths
from index.errors import SearchIndexError
from index.model.condition import ArchiveInfo, CheckReport, Problem
from index.sandbox import wall
from index.search.searcher import SearchIndex
from index.store.annotations import AnnotationStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.editions import Editions
from index.store.inspection import database_problems, document_problems, edition_problems
from index.store.originals import Originals
from index.store.recognition import RecognitionStore
from index.tasks import Task


def needs_rebuild(index: SearchIndex, documents: DocumentStore) -> bool:
    """Whether the search index is missing, damaged, of another version or not of this archive."""
    try:
        if not index.version_matches():
            return True
        held = index.document_ids()
    except SearchIndexError:
        return True
    known, waiting = frozenset(documents.ids()), frozenset(documents.to_index())
    return not known - waiting <= held <= known


def index_is_missing(index: SearchIndex, documents: DocumentStore) -> bool:
    """Whether there is no search index though there should be one. Fast; `needs_rebuild` looks closer."""
    # In this order: an empty archive is answered for without Whoosh, whose loading takes a tenth of a second.
    return documents.are_indexed() and not index.is_built()


def index_problems(index: SearchIndex, documents: DocumentStore) -> Iterator[Problem]:
    """Yield what is wrong with the search index. Reads all of it; blocks."""
    hint = "Перестройте указатель командой rebuild: документы и заметки при этом не меняются."
    try:
        if not index.version_matches():
            yield Problem("index_outdated", "Поисковый указатель построен другой версией программы.", hint)
            return
        index.check()
        held = index.document_ids()
    except SearchIndexError as error:
        yield Problem(error.code, error.user_message, error.hint or hint)
        return
    known, waiting = frozenset(documents.ids()), frozenset(documents.to_index())
    if waiting:
        yield Problem(
            "not_indexed",
            f"Ещё не внесены в поисковый указатель: {len(waiting)} (они приняты и не пропадут).",
            "Откройте архив в программе или выполните rebuild.",
        )
    if missing := known - waiting - held:
        yield Problem(
            "index_incomplete", f"В поисковом указателе не хватает документов: {len(missing)}.", hint
        )
    if strange := held - known:
        yield Problem("index_strange", f"В поисковом указателе есть лишние документы: {len(strange)}.", hint)


class OwnWork(Protocol):
    """A part of the reader's own work."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it."""


class Inspector:
    """Looks at all parts of an archive.

    Args:
        paths: Its folders.
        database: Its database.
        index: Its search index.
        own: The reader's own work in it.
    """

    def __init__(
        self,
        paths: ArchivePaths,
        database: Database,
        index: SearchIndex,
        own: Sequence[OwnWork],
    ) -> None:
        self._paths, self._database, self._index = paths, database, index
        self._own = own
        self._documents, self._annotations = DocumentStore(database), AnnotationStore(database)
        self._recognised = RecognitionStore(database)

    def check(self, task: Task, *, is_deep: bool) -> CheckReport:
        """Look for damage; changes nothing. Blocks.

        Args:
            task: Progress in documents; cancellation.
            is_deep: Whether to read every original and compare its hash.

        Raises:
            Cancelled: If `task` was cancelled.
        """
        began = time.monotonic()
        problems = list(database_problems(self._database))
        documents = annotations = 0
        # What SQLite calls damaged would only raise below.
        if not problems:
            originals = Originals(self._paths)
            problems += document_problems(self._database, self._documents, originals, task, is_deep=is_deep)
            problems += self._recognised.problems()
            problems += edition_problems(self._documents, Editions(self._paths))
            problems += (problem for work in self._own for problem in work.problems())
            problems += index_problems(self._index, self._documents)
            documents, annotations = len(self._documents.ids()), len(self._annotations.everything())
        return CheckReport(tuple(problems), documents, annotations, time.monotonic() - began)

    def info(self, facts_version: str) -> ArchiveInfo:
        """Count what the archive holds."""
        with self._database.reading() as connection:

            def count(question: str, *values: str) -> int:
                return int(connection.execute(question, values).fetchone()[0] or 0)

            return ArchiveInfo(
                root=os.fspath(self._paths.root),
                documents=count("SELECT count(*) FROM documents"),
                unindexed=count("SELECT count(*) FROM documents WHERE state = 0"),
                pages=count("SELECT sum(page_count) FROM documents"),
                pages_without_text=count("SELECT count(*) FROM pages WHERE kind IN ('scan', 'failed')"),
                pages_recognised=count("SELECT count(*) FROM pages WHERE kind = 'recognised'"),
                pages_to_recognise=len(self._recognised.waiting()),
                annotations=count("SELECT count(*) FROM annotations WHERE deleted = ''"),
                collections=count("SELECT count(*) FROM collections WHERE is_gone = 0"),
                documents_read=count("SELECT count(*) FROM document_marks WHERE state = 'read'"),
                originals_bytes=count("SELECT sum(file_bytes) FROM documents"),
                database_bytes=sum(map(_size, self._paths.root.glob(self._paths.database.name + "*"))),
                index_bytes=_size(self._paths.search_index),
                schema_version=count("PRAGMA user_version"),
                facts_version=facts_version,
                documents_without_facts=count(
                    "SELECT count(*) FROM documents WHERE NOT EXISTS"
                    " (SELECT 1 FROM facts WHERE document_id = documents.id AND version = ?)",
                    facts_version,
                ),
                wall=wall().value,
            )


def _size(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder; 0 when there is none."""
    total = 0
    for file in path.rglob("*") if path.is_dir() else [path]:
        try:
            total += file.stat().st_size
        except FileNotFoundError:
            # A commit took it away meanwhile.
            continue
    return total
