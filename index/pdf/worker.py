"""Reading in a process of its own, and what to do when it dies.

Reading.next() ──► Worker(read_handler) ──► PageRead, PageRead, ... ──► PagesRead | Document | ImportFailed
▲                  │ died on page n
└── the same part without page n, a few times; then the rest of the part is left out
"""

from __future__ import annotations

import gc
from collections import deque
from dataclasses import replace
from functools import partial
from typing import Any, Final

from index.config import ReadLimits
from index.errors import ImportFailed
from index.model.document import Document
from index.pdf import notices
from index.pdf.request import AssemblyRequest, PagesRead, limit_reached, part_stop
from index.pdf.request import PageRead as PageRead  # noqa: PLC0414 - part of this module's interface
from index.pdf.request import ReadRequest as ReadRequest  # noqa: PLC0414 - part of this module's interface
from index.sandbox import Sandbox
from index.tasks import Task
from index.workers import Death, Event, Failed, Finished, Tell, Told, Worker, WorkerDied, WorkerLimits

_MOST_DEATHS: Final = 5
_MOST_LOST_S: Final = 45.0
"""Time of dead workers after which a file is not tried any further."""
_RECYCLE_AFTER: Final = 2000
"""Files, or parts. A reader of 2,400 files kept to 118 MB; a fresh one takes the time of thirty files."""
_COLLECTED_AFTER: Final = 200_000


Asked = ReadRequest | AssemblyRequest


def read_handler(asked: Asked, tell: Tell) -> Document | PagesRead:
    """Run in the worker: read a part of a file, or make one document of all parts.

    Raises:
        ImportFailed: If nothing of the file can be read.
    """
    from index.pdf.reader import assemble_parts, read_part

    # Hundreds of thousands of small values are made for a book, none in a cycle: looking for cycles among
    # them took a tenth of the time.
    gc.set_threshold(_COLLECTED_AFTER)
    read = read_part(asked, tell) if isinstance(asked, ReadRequest) else assemble_parts(asked, tell)
    if isinstance(read, Document):
        # Here, and not by whoever stores it: the program's own process has other things to do.
        read.text_map.to_bytes()
    return read


def make_reader(limits: ReadLimits, sandbox: Sandbox | None = None) -> Worker:
    """Return a worker that reads PDF files; its process starts with the first request.

    Args:
        limits: What a file may cost.
        sandbox: Which files it can see; None for all that the user can.
    """
    return Worker(
        read_handler,
        WorkerLimits(
            silence_s=limits.seconds_per_page,
            request_s=limits.seconds_per_file,
            memory_bytes=limits.memory_bytes,
            recycle_after=_RECYCLE_AFTER,
            sandbox=sandbox,
            stands_back=True,
        ),
        "chitalnya-reader",
    )


class Reading:
    """One file on its way through workers that may die of it.

    Knows no process: ask for what is `next`, send it to any worker, and hand in all that this one says.

        reading = Reading(request)
        while not reading.is_over:
            asked = reading.next()               # None while the answers of other workers are missing
            worker.send(asked)
            for event in worker.events():
                reading.take(asked, event)
        reading.document or reading.failure
    """

    def __init__(self, request: ReadRequest) -> None:
        self.request = request
        self.document: Document | None = None
        self.failure: Exception | None = None
        self.was_deadly = False
        """Whether the failure is that the file killed its readers."""
        self._waiting: deque[Asked] = deque([request])
        self._running = 0
        self._page_count = 0
        self._parts: dict[int, PagesRead] = {}
        self._places: dict[int, PageRead] = {}
        self._deaths = 0
        self._lost_s = 0.0
        self._limit = ""

    @property
    def is_over(self) -> bool:
        """Whether there is a document or a failure."""
        return self.document is not None or self.failure is not None

    @property
    def share(self) -> float:
        """How much of the file has been read, 0 to 1."""
        done = sum(part.stop_page - part.first_page for part in self._parts.values())
        done += sum(place.page_index - first for first, place in self._places.items())
        page_count = max((place.page_count for place in self._places.values()), default=self._page_count)
        return done / max(1, page_count)

    def next(self) -> Asked | None:
        """Return what a free worker has to be sent; None when there is nothing (yet)."""
        if self.is_over or not self._waiting:
            return None
        self._running += 1
        return self._waiting.popleft()

    def take(self, asked: Asked, event: Event) -> None:
        """Take an event of the worker that `asked` was sent to."""
        if isinstance(event, Told):
            if isinstance(asked, ReadRequest):
                self._places[asked.first_page] = event.payload
            return
        self._running -= 1
        if self.is_over:
            return
        if isinstance(event, Failed):
            self._take_failure(asked, event.error)
        elif isinstance(event.result, PagesRead):
            self._take_part(event.result)
        else:
            self.document = event.result
        if not (self.is_over or self._waiting or self._running):
            parts = tuple(self._parts[first] for first in sorted(self._parts))
            self._waiting.append(AssemblyRequest(self.request, parts, self._page_count, self._limit))

    def _take_part(self, part: PagesRead) -> None:
        self._places.pop(part.first_page, None)
        if not self._page_count:
            self._page_count = part.page_count
            first, wanted = part.stop_page, min(part.page_count, self.request.limits.pages)
            while first < wanted:
                self._waiting.append(replace(self.request, first_page=first))
                first = part_stop(first, wanted)
        self._parts[part.first_page] = part
        limit = limit_reached(self.request.limits, [self._parts[first] for first in sorted(self._parts)])
        if limit:
            self._limit = limit
            self._waiting.clear()

    def _take_failure(self, asked: Asked, error: Exception) -> None:
        if not isinstance(error, WorkerDied):
            self.failure = _explained(error, self.request)
            return
        self._deaths += 1
        self._lost_s += error.seconds
        first = asked.first_page if isinstance(asked, ReadRequest) else None
        place = None if first is None else self._places.pop(first, None)
        if place is None or place.page_count <= 1:
            self._give_up(error, place)
            return
        assert isinstance(asked, ReadRequest)
        if self._deaths <= _MOST_DEATHS and self._lost_s <= _MOST_LOST_S:
            skipped = asked.skip_pages | {place.page_index}
        elif place.page_index > asked.first_page or self._parts:
            # Enough: what was read so far is kept, the rest of this part and all other parts are left out.
            stop = part_stop(asked.first_page, place.page_count)
            skipped = asked.skip_pages | set(range(place.page_index, stop))
            self._waiting.clear()
        else:
            self._give_up(error, place)
            return
        self._waiting.appendleft(replace(asked, skip_pages=skipped))

    def _give_up(self, death: WorkerDied, place: PageRead | None) -> None:
        self.was_deadly = True
        self.failure = _death_notice(death, self.request, place)


def read_robustly(worker: Worker, request: ReadRequest, task: Task | None = None) -> Document:
    """Read one file, leaving out the pages that kill the worker; blocks.

    Raises:
        ImportFailed: If nothing of the file can be read.
        Cancelled: If `task` was cancelled.
    """
    reading = Reading(request)
    while (asked := reading.next()) is not None:
        event: Event
        try:
            event = Finished(worker.call(asked, task, partial(_told, reading, asked)))
        except (ImportFailed, WorkerDied) as error:
            event = Failed(error)
        reading.take(asked, event)
    if reading.failure is not None:
        raise reading.failure
    assert reading.document is not None
    return reading.document


def _told(reading: Reading, asked: Asked, payload: Any) -> None:  # noqa: ANN401 - whatever a worker tells
    reading.take(asked, Told(payload))


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
