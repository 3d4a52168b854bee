"""From a file of another format to a PDF that can be read, in a process of its own."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from index.config import ReadLimits
from index.errors import ImportFailed
from index.formats import refusals
from index.formats.kinds import recognised
from index.formats.worker import ConvertRequest
from index.ingest.outcomes import Arriving
from index.model.media import MediaType
from index.store.editions import Draft, Editions
from index.store.originals import unreadable
from index.tasks import Task
from index.workers import Failed, Finished, Told, Worker, WorkerDied


class Conversion:
    """The files of an import that need an edition first, one after the other. One thread at a time.

    Args:
        worker: Makes the editions.
        editions: Where they go.
        limits: What one file may cost.
    """

    def __init__(self, worker: Worker, editions: Editions, limits: ReadLimits) -> None:
        self.worker, self._editions, self._limits = worker, editions, limits
        self._waiting: deque[Arriving] = deque()
        self._current: Arriving | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing is being converted."""
        return self._current is None and not self._waiting

    @property
    def is_crowded(self) -> bool:
        """Whether one file waits already: copies of more would only fill the disk."""
        return bool(self._waiting)

    @property
    def names(self) -> tuple[str, ...]:
        """Name of the file that is being converted, if one is."""
        return () if self._current is None else (self._current.candidate.path.name,)

    def add(self, arriving: Arriving) -> None:
        """Take a file; it comes back from `step`."""
        self._waiting.append(arriving)

    def step(self) -> Iterator[tuple[Arriving, ImportFailed | None, bool]]:
        """Go on without blocking; yield files that ended: each with its draft, or with a failure.

        The last value says whether the file killed its converter.

        Raises:
            StoreError: If an edition cannot be written.
        """
        if self._current is None and self._waiting:
            self._current = self._waiting.popleft()
            # Before anything is asked for: a full disk is not the file's fault.
            self._current.draft = self._editions.draft()
            self.worker.send(_request(self._current, self._limits))
        for event in self.worker.events() if self._current is not None else ():
            assert self._current is not None
            arriving, draft = self._current, self._current.draft
            assert draft is not None
            if isinstance(event, Told):
                if event.payload is not None:
                    draft.write(event.payload)
                continue
            self._current = None
            if isinstance(event, Finished):
                draft.close()
                arriving.notices = event.result
                yield arriving, None, False
            else:
                failure, has_died = _explained(event, arriving.candidate.path.name, self._limits)
                yield arriving, failure, has_died

    def abandon(self) -> list[Arriving]:
        """Stop, and return what has not ended."""
        left = [*self._waiting]
        if self._current is not None:
            self.worker.kill()
            left.append(self._current)
        self._waiting.clear()
        self._current = None
        return left


@contextlib.contextmanager
def readable(
    path: Path, name: str, converter: Worker, limits: ReadLimits, task: Task | None = None
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Lend a PDF that says what a file says, and what of the file is not in it: the file itself if it is one.

    Blocks while the edition is made; it is gone afterwards.

    Args:
        path: The file.
        name: As the reader knows it, without folders.
        converter: Makes the edition.
        limits: What the file may cost.
        task: Cancels it.

    Raises:
        ImportFailed: If the file cannot be read.
        Cancelled: If `task` was cancelled.
    """
    try:
        media = recognised(path, name)
    except OSError as error:
        raise unreadable(path, error) from error
    if media is MediaType.PDF:
        yield path, ()
        return
    with tempfile.TemporaryDirectory(prefix="chitalnya-") as folder:
        draft = Draft(Path(folder))
        try:
            notices = made(converter, ConvertRequest(os.fspath(path), media, name, limits), draft, task)
            yield draft.path, notices
        finally:
            draft.drop()


def made(
    converter: Worker, request: ConvertRequest, draft: Draft, task: Task | None = None
) -> tuple[str, ...]:
    """Write the edition of a file into a draft; return what of the file is not in it. Blocks.

    Raises:
        ImportFailed: If the file cannot be read.
        Cancelled: If `task` was cancelled.
    """

    def take(piece: bytes | None) -> None:
        if piece is not None:
            draft.write(piece)

    try:
        notices: tuple[str, ...] = converter.call(request, task, take)
    except WorkerDied as death:
        raise refusals.died(request.file_name, death, request.limits.memory_bytes) from death
    draft.close()
    return notices


def _request(arriving: Arriving, limits: ReadLimits) -> ConvertRequest:
    plan = arriving.plan
    return ConvertRequest(os.fspath(plan.taken.path), plan.media, arriving.candidate.path.name, limits)


def _explained(event: Failed, name: str, limits: ReadLimits) -> tuple[ImportFailed, bool]:
    if isinstance(event.error, WorkerDied):
        return refusals.died(name, event.error, limits.memory_bytes), True
    return (event.error if isinstance(event.error, ImportFailed) else refusals.damaged(name)), False
