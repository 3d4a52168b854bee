"""Who of the readers reads what: whole files, or parts of one big file at several desks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.ingest.outcomes import Arriving
from index.model.document import DocumentId
from index.pdf.worker import Asked, Reading
from index.workers import Worker

InReading = tuple[Arriving, Reading]
"""A file and how far it was read."""


class Desks:
    """The desks of one import, one for each reader. Used by one thread.

    Args:
        readers: The processes that read.
    """

    def __init__(self, readers: Sequence[Worker]) -> None:
        self._readers = readers
        self._taken: dict[int, tuple[DocumentId, Asked]] = {}
        """What is asked of each reader that reads, by its position."""
        self._files: dict[DocumentId, InReading] = {}
        """Files that are being read or were read, oldest first."""

    @property
    def files(self) -> tuple[InReading, ...]:
        """The files that are being read, and those that were read and not put away, oldest first."""
        return tuple(self._files.values())

    @property
    def are_idle(self) -> bool:
        """Whether nobody reads."""
        return not self._taken

    def occupy(self, next_file: Callable[[], InReading | None]) -> None:
        """Give each reader that is free a part of a file that is being read, else a new file.

        Args:
            next_file: Returns a new file; None when there is none.
        """
        for position, worker in enumerate(self._readers):
            if position in self._taken:
                continue
            if (work := self._next_work(next_file)) is None:
                return
            self._taken[position] = work
            worker.send(work[1])

    def hear(self) -> None:
        """Take in what the readers have to say."""
        for position, (document_id, asked) in list(self._taken.items()):
            worker, (_arriving, reading) = self._readers[position], self._files[document_id]
            for event in worker.events():
                reading.take(asked, event)
            if not worker.is_busy:
                del self._taken[position]

    def put_away(self, document_id: DocumentId) -> None:
        """Forget a file that ended; who still reads in it stops."""
        del self._files[document_id]
        for position in [desk for desk, (other, _asked) in self._taken.items() if other == document_id]:
            self._readers[position].kill()
            del self._taken[position]

    def abandon(self) -> list[Arriving]:
        """Stop reading; return the files that were not put away."""
        for position in self._taken:
            self._readers[position].kill()
        left = [arriving for arriving, _reading in self._files.values()]
        self._taken.clear()
        self._files.clear()
        return left

    def _next_work(self, next_file: Callable[[], InReading | None]) -> tuple[DocumentId, Asked] | None:
        for document_id, (_arriving, reading) in self._files.items():
            if (asked := reading.next()) is not None:
                return document_id, asked
        if (new := next_file()) is None:
            return None
        arriving, reading = new
        document_id = arriving.plan.taken.document_id
        self._files[document_id] = new
        asked = reading.next()
        assert asked is not None
        return document_id, asked
