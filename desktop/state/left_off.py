"""Where the reader left each document: written down calmly, and whenever another one is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.state.mutations import MutationLine
from index.model.document import DocumentId
from index.model.reading import LeftOff

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.archive import Archive

# Reading is a series of small movements: the last of them counts.
_REST_MS: Final = 1_500


class LeavingOff(QObject):
    """Presenter of the place in the open document.

    Args:
        archive: Keeps the places.
        jobs: Runs what blocks.
        parent: Owner.
    """

    def __init__(self, archive: Archive, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self._line = MutationLine(jobs, "left-off")
        self._where: Callable[[], tuple[DocumentId, LeftOff] | None] = lambda: None
        self._noted: tuple[DocumentId, LeftOff] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.note)

    def watch(self, where: Callable[[], tuple[DocumentId, LeftOff] | None]) -> None:
        """Ask there, from now on, what is being read."""
        self._where = where

    def note_soon(self) -> None:
        """The reader has moved: write the place down when he rests."""
        self._rest.start()

    def note(self) -> None:
        """Write down where the reader is now. Does not block; closing the program waits for it."""
        self._rest.stop()
        found = self._where()
        if found is None or found == self._noted:
            return
        self._noted = found
        document_id, left_off = found
        self._line.add(
            lambda: self._archive.left_off.note(document_id, left_off),
            lambda _none: None,
            lambda error: self._jobs.failed.emit("left-off", error),
        )
