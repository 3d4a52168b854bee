"""Reading in a process of its own, and what to do when it dies.

request ──► Worker(read_handler) ──► PageRead, PageRead, ... ──► Document | ImportFailed
                 │ died on page n
                 └──► the same request with n in skip_pages, a few times; then the file is refused
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from index.config import ReadLimits
from index.errors import ImportFailed
from index.model.document import Document
from index.pdf import notices
from index.pdf.request import PageRead as PageRead  # noqa: PLC0414 - part of this module's interface
from index.pdf.request import ReadRequest as ReadRequest  # noqa: PLC0414 - part of this module's interface
from index.tasks import Task
from index.workers import Death, Event, Failed, Finished, Tell, Told, Worker, WorkerDied, WorkerLimits

_MOST_DEATHS = 5
_RECYCLE_AFTER = 200


def read_handler(request: ReadRequest, tell: Tell) -> Document:
    """Run in the worker: read one file.

    Raises:
        ImportFailed: If nothing of it can be read.
    """
    from index.pdf.reader import read_pdf

    return read_pdf(request, tell)


def make_reader(limits: ReadLimits) -> Worker:
    """Return a worker that reads PDF files; its process starts with the first request."""
    return Worker(
        read_handler,
        WorkerLimits(
            silence_s=limits.seconds_per_page,
            request_s=limits.seconds_per_file,
            memory_bytes=limits.memory_bytes,
            recycle_after=_RECYCLE_AFTER,
        ),
        "chitalnya-reader",
    )


class Reading:
    """One file on its way through a worker that may die of it.

    Knows no process: feed it the worker's events and send `request` as long as it is not over.

        reading = Reading(request)
        worker.send(reading.request)
        for event in worker.events():
            if reading.take(event):             # the worker died, but it is worth another try
                worker.send(reading.request)
        if reading.is_over: reading.document or reading.failure
    """

    def __init__(self, request: ReadRequest) -> None:
        self.request = request
        self.document: Document | None = None
        self.failure: Exception | None = None
        self.page: PageRead | None = None
        """The page that is being read."""
        self._deaths = 0

    @property
    def is_over(self) -> bool:
        """Whether there is a document or a failure."""
        return self.document is not None or self.failure is not None

    def take(self, event: Event) -> bool:
        """Take an event of the worker; True if `request` has to be sent (again)."""
        if isinstance(event, Told):
            self.page = event.payload
        elif isinstance(event, Finished):
            self.document = event.result
        elif isinstance(event.error, WorkerDied):
            return self._survive(event.error)
        else:
            self.failure = _explained(event.error, self.request)
        return False

    def _survive(self, death: WorkerDied) -> bool:
        """Leave out the page that killed the worker, if it was a page and there were not too many."""
        self._deaths += 1
        page, self.page = self.page, None
        if page is None or self._deaths > _MOST_DEATHS or page.page_count <= 1:
            self.failure = _death_notice(death, self.request, page)
            return False
        self.request = replace(self.request, skip_pages=self.request.skip_pages | {page.page_index})
        return True


def read_robustly(worker: Worker, request: ReadRequest, task: Task | None = None) -> Document:
    """Read one file, leaving out the pages that kill the worker; blocks.

    Raises:
        ImportFailed: If nothing of the file can be read.
        Cancelled: If `task` was cancelled.
    """
    reading = Reading(request)
    while not reading.is_over:
        try:
            event: Event = Finished(worker.call(reading.request, task, lambda told: _told(reading, told)))
        except (ImportFailed, WorkerDied) as error:
            event = Failed(error)
        reading.take(event)
    if reading.failure is not None:
        raise reading.failure
    assert reading.document is not None
    return reading.document


def _told(reading: Reading, payload: Any) -> None:  # noqa: ANN401 - whatever a worker tells
    reading.take(Told(payload))


def _explained(error: Exception, request: ReadRequest) -> Exception:
    """Return the failure as the reader should hear about it; what nobody foresaw is a damaged file."""
    return error if isinstance(error, ImportFailed) else notices.damaged(request.path)


def _death_notice(death: WorkerDied, request: ReadRequest, page: PageRead | None) -> ImportFailed:
    page_index = None if page is None else page.page_index
    if death.why is Death.MEMORY:
        return notices.too_much_memory(request.path, request.limits.memory_bytes)
    if death.why is Death.TIME:
        return notices.too_slow(request.path, page_index, request.limits.seconds_per_page)
    return notices.deadly(request.path, page_index)
