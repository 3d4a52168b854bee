"""Editions that are gone are made again from their originals, and read again."""

from __future__ import annotations

import logging
import os

from index.config import ArchivePaths, ReadLimits
from index.errors import ImportFailed
from index.formats.worker import ConvertRequest
from index.ingest.conversion import made
from index.ingest.outcomes import Stores
from index.model.document import DocumentId
from index.pdf.worker import ReadRequest, read_robustly
from index.tasks import Task
from index.workers import Worker

log = logging.getLogger(__name__)


def restore_editions(
    stores: Stores, paths: ArchivePaths, converter: Worker, reader: Worker, limits: ReadLimits, task: Task
) -> int:
    """Make the editions that are missing; return how many were made. Blocks; costs little if none is missing.

    One that cannot be made, as when its original is gone too, is left to `check`, which tells about it.

    Raises:
        Cancelled: If `task` was cancelled.
        StoreError: If the archive cannot be written.
    """
    count = 0
    for document_id in stores.documents.in_other_formats():
        if stores.editions.has(document_id):
            continue
        task.checkpoint()
        try:
            _restore(stores, paths, (converter, reader), limits, document_id, task)
        except ImportFailed as failure:
            log.warning("edition of %s not made again: %s", document_id[:12], failure.user_message)
        else:
            count += 1
    return count


def _restore(
    stores: Stores,
    paths: ArchivePaths,
    workers: tuple[Worker, Worker],
    limits: ReadLimits,
    document_id: DocumentId,
    task: Task,
) -> None:
    converter, reader = workers
    summary = stores.documents.summary(document_id)
    original = paths.original(document_id, summary.media.suffix)
    draft = stores.editions.draft()
    try:
        conversion = ConvertRequest(os.fspath(original), summary.media, summary.file_name, limits)
        remarks = made(converter, conversion, draft, task)
        recognised = stores.rewriting.recognised(document_id)
        request = ReadRequest(
            path=os.fspath(draft.path),
            document_id=document_id,
            file_name=summary.file_name,
            source_path=summary.source_path,
            limits=limits,
            recognised=recognised,
        )
        document = read_robustly(reader, request, task)
        # A newer program may set it otherwise: map and pages must be those of this very edition. Killed in
        # between, the edition is still missing, and all this is done once more.
        stores.rewriting.put(document, recognised, remarks)
        stores.editions.keep(document_id, draft)
    finally:
        draft.drop()
