"""What is not searched: kept up to date, and what the reader can do about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.model.document import DocumentId
from index.model.gap import Gap, Gaps

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.imports import Imports
    from desktop.state.library import Library
    from index.archive import Archive

_JOB: Final = "gaps"
# Several things tell of the end of one import.
_SOON_MS: Final = 50


class GapsPresenter(QObject):
    """Presenter of what is not searched and why. Reads it again whenever the archive has changed.

    Args:
        archive: The archive.
        jobs: Runs what may take a moment.
        imports: Tries files again, and tells when the archive has changed.
        library: Tells when the archive has changed.
        parent: Owner.

    Signals:
        changed(): The gaps are others, or whether recognition can be had.
        recognise_requested(DocumentId): The reader wants the pictures of a document read; heard by nobody
            until `offer_recognition` was called.
    """

    changed = Signal()
    recognise_requested = Signal(str)

    def __init__(
        self, archive: Archive, jobs: Jobs, imports: Imports, library: Library, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._imports = archive, jobs, imports
        self._gaps = Gaps()
        self._can_recognise = False
        self._quiet: set[DocumentId] = set()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        library.changed.connect(self.refresh_soon)
        imports.ended.connect(self.refresh_soon)
        imports.failed.connect(self.refresh_soon)

    @property
    def gaps(self) -> Gaps:
        """What is not searched; nothing before it was read for the first time."""
        return self._gaps

    @property
    def can_recognise(self) -> bool:
        """Whether `recognise_requested` is heard."""
        return self._can_recognise

    def offer_recognition(self, *, can: bool = True) -> None:
        """Tell that pictures can be recognised: somebody listens to `recognise_requested`."""
        if can != self._can_recognise:
            self._can_recognise = can
            self.changed.emit()

    def of_document(self, document_id: DocumentId) -> tuple[Gap, ...]:
        """Return the gaps of one document."""
        return self._gaps.of_document(document_id)

    def is_quiet(self, document_id: DocumentId) -> bool:
        """Whether the reader has seen enough of the remark above the pages of a document."""
        return document_id in self._quiet

    def keep_quiet(self, document_id: DocumentId) -> None:
        """Say nothing more above the pages of a document, until the program is started again."""
        self._quiet.add(document_id)
        self.changed.emit()

    def refresh(self) -> None:
        """Read the gaps again, in a job."""
        self._soon.stop()
        self._jobs.run(_JOB, lambda _task: self._archive.gaps(), self._take)

    def refresh_soon(self) -> None:
        """Read the gaps again in a moment; many calls make one reading."""
        if not self._soon.isActive() and not self._imports.is_running:
            self._soon.start()

    def try_again(self, gaps: Iterable[Gap]) -> None:
        """Read these documents once more, and import these files, each by itself as the quarantine asks.

        Does not block.
        """
        chosen = [gap for gap in gaps if gap.can_retry]
        self._imports.start(
            dict.fromkeys(Path(gap.path) for gap in chosen if gap.document_id is None),
            dict.fromkeys(gap.document_id for gap in chosen if gap.document_id is not None),
        )

    def dismiss(self, gaps: Iterable[Gap]) -> None:
        """Leave refused files out of the list until they are refused again. Does not block."""
        paths = [gap.path for gap in gaps if gap.document_id is None]
        if paths:
            self._jobs.run(
                "dismiss", lambda _task: self._archive.dismiss_refusals(paths), lambda _none: self.refresh()
            )

    def recognise(self, gaps: Iterable[Gap]) -> None:
        """Ask for the text in the pictures of these documents."""
        for document_id in dict.fromkeys(gap.document_id for gap in gaps if gap.document_id):
            self.recognise_requested.emit(document_id)

    def _take(self, gaps: Gaps) -> None:
        if gaps != self._gaps:
            self._gaps = gaps
            self.changed.emit()
