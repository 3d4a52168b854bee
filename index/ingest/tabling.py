"""Tables on demand, in a process of their own that starts with the first question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from index.model.document import Document
from index.model.table import Table
from index.tasks import Cancelled, Task
from index.workers import Worker


class Tabling:
    """Finds tables for one caller at a time. Any thread may call it; calls block.

    Args:
        make_worker: Makes the worker; called with the first question.
    """

    def __init__(self, make_worker: Callable[[], Worker]) -> None:
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self._free = threading.Lock()
        self._running: Task | None = None
        self._closed = False

    def tables(
        self,
        document: Document,
        original: Path,
        page_indexes: Sequence[int] | None = None,
        task: Task | None = None,
        password: str | None = None,
    ) -> tuple[Table, ...]:
        """Return the tables on some pages of a document, or on all: by page, from top to bottom.

        A page that cannot be read has none.

        Raises:
            Cancelled: If `task` was cancelled or the archive was closed.
        """
        from index.pdf.table_worker import find_tables

        task = task or Task()
        pages = range(len(document.pages)) if page_indexes is None else page_indexes
        with self._free:
            task.checkpoint()
            if self._closed:
                raise Cancelled
            self._running = task
            if self._worker is None:
                self._worker = self._make_worker()
            try:
                return find_tables(self._worker, original, document, pages, password, task)
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
