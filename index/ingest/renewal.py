"""Reading a document again when pages of it were recognised: new text, moved annotations, new index entry.

    read      with everything recognised so far                        (index.pdf.worker)
    replace   text, map, pages and moved annotations, in one commit     (index.store.recognition)
    copy out  the sidecar of its annotations                           (index.notes.notebook)
    index     as after an import                                       (index.ingest.indexing)

Killed before the commit, the recognised pages wait for the next time; killed after it, index and sidecar do.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass

from index.config import ArchivePaths, ReadLimits
from index.errors import StoreError
from index.facts.dates import document_date
from index.ingest.indexing import Indexing
from index.ingest.intake import Intake
from index.model.document import DocumentId
from index.notes.moving import Move
from index.notes.notebook import Notebook
from index.pdf.worker import ReadRequest, read_robustly
from index.store.documents import Arrival
from index.store.library import Library
from index.store.recognition import RecognitionStore
from index.tasks import Task
from index.workers import Worker

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A document whose text has changed.

    Attributes:
        document_id: The document.
        lost_notes: Annotations whose words are not in the new text; they are kept.
    """

    document_id: DocumentId
    lost_notes: int


class Renewal:
    """Reads documents again. Any thread may call it; calls block.

    Args:
        paths: The archive's folders.
        intake: Lends reader and indexer when no import wants them.
        recognised: What was recognised, and where the new reading is written.
        library: Where the old text comes from.
        notebook: The annotations.
        limits: What one file may cost.
    """

    def __init__(
        self,
        paths: ArchivePaths,
        intake: Intake,
        recognised: RecognitionStore,
        library: Library,
        notebook: Notebook,
        limits: ReadLimits,
    ) -> None:
        self._paths, self._intake, self._recognised = paths, intake, recognised
        self._library, self._notebook, self._limits = library, notebook, limits

    def renew(self, document_id: DocumentId, task: Task) -> Renewed | None:
        """Read a document again, with everything recognised so far.

        Returns:
            What has changed; None, and nothing done, if an import comes first.

        Raises:
            ImportFailed: If it cannot be read any more; its old text stays.
            StoreError: If it cannot be written; its old text stays.
            SearchIndexError: If the index cannot be written; `recover` catches up.
            Cancelled: If `task` was cancelled before the new text was written.
        """

        def work(reader: Worker, indexing: Indexing) -> Renewed:
            renewed = self._read_again(document_id, reader, task)
            indexing.add([document_id])
            return renewed

        return self._intake.lend(work)

    def _read_again(self, document_id: DocumentId, reader: Worker, task: Task) -> Renewed:
        summary, old_pages = self._library.summary(document_id), self._library.pages(document_id)
        recognised = self._recognised.pages(document_id)
        request = ReadRequest(
            path=os.fspath(self._paths.edition(document_id, summary.media)),
            document_id=document_id,
            file_name=summary.file_name,
            source_path=summary.source_path,
            limits=self._limits,
            recognised=recognised,
        )
        document = read_robustly(reader, request, task)
        move = Move(old_pages, document.text, document.pages)
        arrival = Arrival(document_date(document.text), 0, None, b"", 0, summary.media)
        self._recognised.replace(document, arrival, recognised, move.moved)
        self._library.forget()
        try:
            self._notebook.copy_out(document_id)
        except StoreError as error:
            # They are safe in the database; the next start sets the sidecar right.
            log.warning("sidecar of %s not written: %s", document_id, error.user_message)
        return Renewed(document_id, len(move.lost))
