"""What is asked of notes seldom: how they were before, which documents they may go over to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.state.unsure import UnsureNotes

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.notes import NotesPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.annotation import PastState
    from index.model.document import DocumentId, DocumentSummary
    from index.tasks import Task


class NoteCare(QObject):
    """Asks the archive in jobs. Nothing here blocks.

    Args:
        archive: The archive.
        jobs: Runs the calls.
        notes: The notes.
        reader: The document on the desk.
        parent: Owner.

    Attributes:
        unsure: Notes whose place is to be confirmed.
    """

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        notes: NotesPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self.unsure = UnsureNotes(archive, jobs, notes, reader, self)

    def history(self, annotation_id: str, done: Callable[[tuple[PastState, ...]], None]) -> None:
        """Tell how a note was before each change, the latest first."""
        self._jobs.run("notes-history", lambda _task: self._archive.notebook.history(annotation_id), done)

    def other_versions(
        self,
        document_id: DocumentId,
        done: Callable[[tuple[tuple[DocumentSummary, ...], tuple[DocumentSummary, ...]]], None],
    ) -> None:
        """Tell which documents are nearly the same as one, and which others there are."""

        def call(task: Task) -> tuple[tuple[DocumentSummary, ...], tuple[DocumentSummary, ...]]:
            group = self._archive.desk.versions_of(document_id, task)
            alike = () if group is None else group.documents
            near = tuple(one for one in alike if one.id != document_id)
            known = {document_id, *(one.id for one in near)}
            return near, tuple(one for one in self._archive.documents() if one.id not in known)

        self._jobs.run("notes-versions", call, done)
