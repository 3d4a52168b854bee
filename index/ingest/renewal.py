"""Reading a document again when pages of it were recognised: new text, moved annotations, new index entry.

    read      with everything recognised so far                        (index.pdf.worker)
    put       text, map, pages and moved annotations                   (index.ingest.rewriting)
    index     as after an import                                       (index.ingest.indexing)

Killed before the commit, the recognised pages wait for the next time; killed after it, index and sidecar do.
"""

from __future__ import annotations

from index.ingest.indexing import Indexing
from index.ingest.intake import Intake
from index.ingest.rereading import Rereading
from index.ingest.rewriting import Renewed
from index.model.document import DocumentId
from index.tasks import Task
from index.workers import Worker


class Renewal:
    """Reads documents again. Any thread may call it; calls block.

    Args:
        intake: Lends reader and indexer when no import wants them.
        rereading: Reads, and writes what was read.
    """

    def __init__(self, intake: Intake, rereading: Rereading) -> None:
        self._intake, self._rereading = intake, rereading

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
            renewed = self._rereading.renew(document_id, reader, task)
            indexing.add([document_id])
            return renewed

        return self._intake.lend(work)
