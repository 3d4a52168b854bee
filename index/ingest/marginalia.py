"""Notes in files: those that came with a file are taken, ours go into copies. In a process of its own.

What readers wrote into a PDF with another program becomes theirs in the archive, too: at import, each note
once (`index.notes.taking`). The file keeps it; what is deleted here does not come again.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from index.config import ArchivePaths
from index.errors import ArchiveError
from index.keyring import Keyring
from index.model.document import DocumentId
from index.model.foreign import Foreign, Taken
from index.model.markup import Markup, MarkupKind
from index.model.media import MediaType
from index.model.report import FileReport, ImportReport, ImportStatus
from index.model.said import said, together
from index.notes.notebook import Notebook
from index.notes.pdf_marks import foreign_mark, foreign_marks
from index.notes.taking import taken_id
from index.pdf.declared import MARKS
from index.pdf.markup_worker import CopyMade, CopyRequest, MarksRequest, read_marks, write_copy
from index.store.documents import DocumentStore
from index.tasks import Cancelled, Task
from index.workers import Worker

log = logging.getLogger(__name__)

_DRAWN: Final = frozenset({MarkupKind.DRAWING, MarkupKind.FREE_TEXT})
"""What is to be seen on the page itself, and stays there even if the note made of it has changed."""
_NEW: Final = frozenset({ImportStatus.IMPORTED, ImportStatus.NEW_VERSION, ImportStatus.PARTIAL})


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands in a file already of what is to be written into its copy.

    Attributes:
        same: Ids of annotations that stand there as they are.
        older: Names of marks of the file that have changed here since they were taken.
    """

    same: frozenset[str] = frozenset()
    older: frozenset[str] = frozenset()


class Marginalia:
    """Reads notes out of files and writes them into copies, for one caller at a time. Calls block.

    Args:
        documents: Where documents come from.
        paths: Where their files are.
        keyring: Passwords to try on those that need one.
        notebook: Where notes go.
        make_worker: Makes the worker; called with the first question.
    """

    def __init__(
        self,
        documents: DocumentStore,
        paths: ArchivePaths,
        keyring: Keyring,
        notebook: Notebook,
        make_worker: Callable[[], Worker],
    ) -> None:
        self._documents, self._paths, self._keyring = documents, paths, keyring
        self._notebook, self._make_worker = notebook, make_worker
        self._worker: Worker | None = None
        self._free = threading.Lock()
        self._running: Task | None = None
        self._closed = False

    def found(self, document_id: DocumentId, task: Task | None = None) -> tuple[Foreign, ...]:
        """Return the notes that stand in the file of a document; none in files that are no PDF.

        Raises:
            ImportFailed: If the file cannot be opened.
            Cancelled: If `task` was cancelled or the archive was closed.
        """
        return tuple(foreign_marks(self._marks(document_id, task or Task())))

    def take(self, document_id: DocumentId, task: Task | None = None) -> Taken:
        """Take those notes of a document's file that never were. Raises as `found`, and `StoreError`."""
        return self._notebook.taking.take(document_id, self.found(document_id, task))

    def taken_with(self, report: ImportReport, task: Task) -> ImportReport:
        """Take the notes of newly imported files; returns their report, which says so.

        A file whose notes cannot be had is in the archive all the same; `take` tells why.
        """
        files = []
        for file in report.files:
            with contextlib.suppress(Cancelled):
                file = self._taken_with(file, task)  # noqa: PLW2901 - the same file, reported with more
            files.append(file)
        return replace(report, files=tuple(files))

    def write(
        self,
        document_id: DocumentId,
        marks: Sequence[Markup],
        path: Path,
        bookmarks: str,
        task: Task | None = None,
    ) -> CopyMade:
        """Write a copy of the PDF that shows a document, with marks, to a new file.

        Marks that were taken from the file stand there already: they stay as their program made them, unless
        they have changed since; then ours take their place.

        Args:
            document_id: The document.
            marks: What to write.
            path: The new file.
            bookmarks: What the outline calls bookmarks.
            task: Cancels the work.

        Raises:
            ImportFailed: If no copy can be made.
            OSError: If the new file cannot be written.
            Cancelled: If `task` was cancelled or the archive was closed.
        """
        task = task or Task()
        there = self._standing(document_id, marks, task)
        wanted = tuple(mark for mark in marks if mark.name not in there.same)
        edition = self._paths.edition(document_id, self._documents.media(document_id))
        request = CopyRequest(
            str(edition), wanted, there.older, bookmarks, self._keyring.passwords, document_id
        )
        with self._worker_for(task) as worker:
            return write_copy(worker, request, path, task)

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

    def _taken_with(self, file: FileReport, task: Task) -> FileReport:
        document_id = file.document_id
        if (
            document_id is None
            or file.status not in _NEW
            or MARKS not in self._documents.metadata(document_id)
        ):
            return file
        try:
            count = len(self.take(document_id, task).all)
        except ArchiveError as error:
            log.warning("notes of %s not taken: %s", document_id, error.user_message)
            return file
        if not count:
            return file
        taken = said("file.marks_taken", "Взяты заметки, которые были в файле: {count}.", count=count)
        return replace(file, message=together(file.message, taken))

    def _standing(self, document_id: DocumentId, marks: Sequence[Markup], task: Task) -> _Standing:
        if MARKS not in self._documents.metadata(document_id):
            return _Standing()
        by_name = {mark.name: mark for mark in marks}
        same, older = set(), set()
        for there in self._marks(document_id, task):
            ours = by_name.get(there.name) or by_name.get(taken_id(there.name, document_id))
            if ours is None:
                continue
            known, now = foreign_mark(there).pen, foreign_mark(ours).pen
            if (known.color, known.note) == (now.color, now.note):
                same.add(ours.name)
            elif there.kind not in _DRAWN:
                older.add(there.name)
        return _Standing(frozenset(same), frozenset(older))

    def _marks(self, document_id: DocumentId, task: Task) -> tuple[Markup, ...]:
        if self._documents.media(document_id) is not MediaType.PDF:
            return ()
        path = self._paths.edition(document_id, MediaType.PDF)
        with self._worker_for(task) as worker:
            return read_marks(worker, MarksRequest(str(path), self._keyring.passwords), task).marks

    @contextlib.contextmanager
    def _worker_for(self, task: Task) -> Iterator[Worker]:
        with self._free:
            task.checkpoint()
            if self._closed:
                raise Cancelled
            self._running = task
            if self._worker is None:
                self._worker = self._make_worker()
            try:
                yield self._worker
            finally:
                self._running = None
