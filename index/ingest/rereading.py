"""Documents of the archive, read once more: scans were recognised, or another reading may manage more."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from index.config import ArchivePaths, ReadLimits
from index.errors import DocumentUnknown, ImportFailed
from index.ingest.indexing import Indexing
from index.ingest.outcomes import OnProgress
from index.ingest.rewriting import Renewed, Rewriting, loses_pages
from index.keyring import Keyring
from index.model.document import Document, DocumentId
from index.model.recognition import RecognisedPage
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from index.model.said import said, together
from index.pdf.worker import ReadRequest, read_robustly
from index.store.library import Library
from index.tasks import Cancelled, Task
from index.workers import Worker


class Rereading:
    """Reads editions of the archive again. Any thread that holds the lock of the archive; calls block.

    Args:
        paths: The archive's folders.
        library: The documents as they are.
        rewriting: Puts new readings in the place of older ones.
        keyring: Passwords to try on editions that need one.
        limits: What one file may cost.
    """

    def __init__(
        self,
        paths: ArchivePaths,
        library: Library,
        rewriting: Rewriting,
        keyring: Keyring,
        limits: ReadLimits,
    ) -> None:
        self._paths, self._library, self._rewriting = paths, library, rewriting
        self._keyring, self._limits = keyring, limits

    def renew(self, document_id: DocumentId, reader: Worker, task: Task) -> Renewed:
        """Read a document with everything recognised so far; its new text is then in the archive.

        Raises:
            DocumentUnknown: If there is no such document.
            ImportFailed: If it cannot be read any more; its old text stays.
            StoreError: If it cannot be written; its old text stays.
            Cancelled: If `task` was cancelled before the new text was written.
        """
        document, recognised = self._read(document_id, reader, task)
        return self._rewriting.put(document, recognised)

    def try_all(
        self,
        document_ids: Iterable[DocumentId],
        reader: Worker,
        indexing: Indexing,
        task: Task,
        on_progress: OnProgress | None,
    ) -> ImportReport:
        """Read documents again whose pages could not all be read; see `try_again`. Unknown ones are left out.

        Args:
            document_ids: The documents.
            reader: Reads them, one after the other.
            indexing: Where those stand in line whose text has changed.
            task: Stops it; what was read by then stays.
            on_progress: Told of each document that ended, after what became of it is on the disk.

        Raises:
            StoreError: If a reading cannot be written; the old text of that document stays.
        """
        began, ended = time.monotonic(), list[FileReport]()
        chosen = list(dict.fromkeys(document_ids))
        for done, document_id in enumerate(chosen):
            try:
                task.checkpoint()
                name = self._library.summary(document_id).file_name
                if on_progress is not None:
                    on_progress(ImportProgress(done, len(chosen), (name,)))
                ended.append(self.try_again(document_id, reader, task))
            except DocumentUnknown:
                continue
            except Cancelled:
                return ImportReport(tuple(ended), time.monotonic() - began, was_cancelled=True)
            if ended[-1].status is ImportStatus.READ_AGAIN:
                indexing.add([document_id])
            if on_progress is not None:
                on_progress(ImportProgress(done + 1, len(chosen), latest=ended[-1]))
        return ImportReport(tuple(ended), time.monotonic() - began)

    def try_again(self, document_id: DocumentId, reader: Worker, task: Task) -> FileReport:
        """Read a document whose pages could not all be read; a reading that lacks pages changes nothing.

        Returns:
            A row of an import report: `READ_AGAIN`, with what still cannot be read; or `REFUSED`, and why,
            the old text then stays.

        Raises:
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; its old text stays.
            Cancelled: If `task` was cancelled before the new text was written.
        """
        began = time.monotonic()
        summary, old_pages = self._library.summary(document_id), self._library.pages(document_id)
        try:
            document, recognised = self._read(document_id, reader, task)
        except ImportFailed as failure:
            message = together(failure.user_message, _OLD_TEXT_STAYS, failure.hint)
            return FileReport(
                summary.source_path,
                ImportStatus.REFUSED,
                document_id,
                summary.page_count,
                failure.code,
                message,
                time.monotonic() - began,
            )
        if loses_pages(old_pages, document):
            message, reason = together(_READ_WORSE, _OLD_TEXT_STAYS), "read_worse"
        else:
            self._rewriting.put(document, recognised)
            notices = self._library.summary(document_id).notices
            message, reason = together(*notices), "partial" if notices else ""
        return FileReport(
            summary.source_path,
            ImportStatus.READ_AGAIN,
            document_id,
            len(document.pages),
            reason,
            message,
            time.monotonic() - began,
        )

    def _read(
        self, document_id: DocumentId, reader: Worker, task: Task
    ) -> tuple[Document, tuple[RecognisedPage, ...]]:
        summary = self._library.summary(document_id)
        recognised = self._rewriting.recognised(document_id)
        request = ReadRequest(
            path=os.fspath(self._paths.edition(document_id, summary.media)),
            document_id=document_id,
            file_name=summary.file_name,
            source_path=summary.source_path,
            passwords=self._keyring.passwords,
            limits=self._limits,
            recognised=recognised,
        )
        return read_robustly(reader, request, task), recognised


_OLD_TEXT_STAYS = said("file.old_text_stays", "Прежний текст документа и заметки остаются как были.")
_READ_WORSE = said("file.read_worse", "В этот раз прочиталось меньше страниц, чем прежде.")
