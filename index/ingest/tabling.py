"""Tables on demand, in a process of their own that starts with the first question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from index.config import ArchivePaths
from index.errors import DamagedPdf
from index.keyring import Keyring
from index.model.document import Document, DocumentId
from index.model.table import Table
from index.pdf.table_worker import FoundTables, find_tables
from index.store.documents import DocumentStore
from index.tables.joining import WholeTable, joined
from index.tables.likely import holds_figures
from index.tasks import Cancelled, Task
from index.workers import Worker

_MOST_PAGES = 16

Find = Callable[[Sequence[int]], FoundTables]
"""Finds the tables on some pages, counted from 0."""


def figure_tables(document: Document, find: Find) -> tuple[Table, ...]:
    """Return the ruled tables with figures of a document, those over several pages joined.

    Only pages whose text has rows of figures are looked at: most documents have none, and cost nothing.
    """
    pages = [i for i in range(len(document.pages)) if holds_figures(_page_text(document, i))]
    if not pages:
        return ()
    return tuple(whole.table for whole in joined(find(pages).tables) if whole.table.is_ruled)


def _page_text(document: Document, page_index: int) -> str:
    pieces = list(document.text_map.pieces(page_index))
    return document.text[pieces[0].span.start : pieces[-1].span.stop] if pieces else ""


class Tabling:
    """Finds tables for one caller at a time. Any thread may call it; calls block.

    Args:
        documents: Where documents come from.
        paths: Where their originals are.
        keyring: Passwords to try on those that need one.
        make_worker: Makes the worker; called with the first question.
    """

    def __init__(
        self,
        documents: DocumentStore,
        paths: ArchivePaths,
        keyring: Keyring,
        make_worker: Callable[[], Worker],
    ) -> None:
        self._documents, self._paths, self._keyring = documents, paths, keyring
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self._free = threading.Lock()
        self._running: Task | None = None
        self._closed = False

    def tables(
        self, document_id: DocumentId, page_index: int | None = None, task: Task | None = None
    ) -> tuple[Table, ...]:
        """Return the tables on a page of a document, or on all: by page, from top to bottom.

        They are looked for each time. Among all pages, those that cannot be read are passed over.

        Raises:
            DamagedPdf: If that page cannot be read.
            DocumentUnknown: If there is no such document.
            Cancelled: If `task` was cancelled or the archive was closed.
        """
        document = self._documents.load(document_id)
        pages = range(len(document.pages)) if page_index is None else (page_index,)
        found = self._on_pages(document, pages, task or Task())
        if page_index is not None and found.unread:
            raise DamagedPdf(
                f"На странице {page_index + 1} таблицы найти не удалось: она повреждена или слишком сложна. "
                "Сам документ, его текст и заметки целы.",
                document=document.title,
            )
        return found.tables

    def of_figures(self, document_id: DocumentId, task: Task | None = None) -> tuple[Table, ...]:
        """Return the ruled tables with figures of a document, see `figure_tables`; none without its original.

        Raises:
            DocumentUnknown: If there is no such document.
            Cancelled: If `task` was cancelled or the archive was closed.
        """
        if not holds_figures(self._documents.text(document_id)):
            return ()
        document, turn = self._documents.load(document_id), task or Task()
        return figure_tables(document, lambda pages: self._on_pages(document, pages, turn))

    def whole(self, document_id: DocumentId, table: Table, task: Task | None = None) -> WholeTable:
        """Return a table with its continuations on the pages after and before it. Raises as `tables`."""
        document, task = self._documents.load(document_id), task or Task()
        found = list(self._on_pages(document, (table.page_index,), task).tables)
        if table not in found:
            found = [table]
        for step in (1, -1):
            edge, batch = table.page_index, 1
            while 0 <= edge + step < len(document.pages):
                ahead = range(edge + step, edge + step * (batch + 1), step)
                pages = sorted(i for i in ahead if 0 <= i < len(document.pages))
                more = self._on_pages(document, pages, task).tables
                found = [*found, *more] if step > 0 else [*more, *found]
                edge = pages[-1] if step > 0 else pages[0]
                if edge not in _whole_of(found, table).page_indexes:
                    break
                batch = min(_MOST_PAGES, 2 * batch)
        return _whole_of(found, table)

    def _on_pages(self, document: Document, pages: Sequence[int], task: Task) -> FoundTables:
        with self._free:
            task.checkpoint()
            if self._closed:
                raise Cancelled
            self._running = task
            if self._worker is None:
                self._worker = self._make_worker()
            try:
                edition = self._paths.edition(document.id, self._documents.media(document.id))
                return find_tables(self._worker, edition, document, pages, self._keyring.passwords, task)
            finally:
                self._running = None

    def close(self) -> None:
        """End the process; a running question is cancelled."""
        self._closed = True
        running = self._running
        if running is not None:
            running.cancel()
        with self._free:
            if self._worker is not None:
                self._worker.close()
                self._worker = None


def _whole_of(found: Sequence[Table], table: Table) -> WholeTable:
    return next(whole for whole in joined(found) if table in whole.parts)
