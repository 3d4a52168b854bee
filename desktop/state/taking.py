"""Notes of other programs, taken from files and from the documents themselves. Nothing here blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.inquiry import words_of
from index.errors import ArchiveError

if TYPE_CHECKING:
    from desktop.state.notes import NotesPresenter
    from index.archive import Archive
    from index.ingest.notes_files import FileTaken
    from index.model.annotation import Annotation
    from index.model.document import DocumentId
    from index.model.foreign import Taken


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file whose notes could not be had.

    Attributes:
        path: The file.
        words: Why, for the reader.
    """

    path: Path
    words: str


@dataclass(frozen=True, slots=True)
class TakingReport:
    """What became of some files with notes.

    Attributes:
        files: Those that were read, with what was in them.
        refused: Those that were not.
    """

    files: tuple[tuple[Path, FileTaken], ...]
    refused: tuple[FileRefused, ...]

    @property
    def homeless(self) -> tuple[Path, ...]:
        """The files of which notes wait for somebody to say whose they are."""
        return tuple(path for path, found in self.files if found.homeless)


class Taking(QObject):
    """Takes notes, in its turn among all that the reader does to them.

    Args:
        archive: The archive.
        notes: The notes of the window.
        parent: Owner.

    Signals:
        started(): Files are being read.
        ended(TakingReport): They were.
        own_taken(Taken): The notes that stand in a document's own file were looked for.
        failed(str): That could not be done; the words for the reader.
    """

    started = Signal()
    ended = Signal(object)
    own_taken = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Archive, notes: NotesPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._notes = archive, notes

    def take(self, paths: Iterable[Path], document_id: DocumentId | None = None) -> None:
        """Take the notes of files; for a document, or for those that the files name."""
        chosen = tuple(paths)
        self.started.emit()
        self._notes.line.add(lambda: self._report(chosen, document_id), self._on_ended, self._on_failed)

    def take_own(self, document_id: DocumentId) -> None:
        """Take those notes of a document's own file that were never taken."""
        self.started.emit()
        self._notes.line.add(
            lambda: self._archive.marginalia.take(document_id), self._on_own_taken, self._on_failed
        )

    def _report(self, paths: Iterable[Path], document_id: DocumentId | None) -> TakingReport:
        files, refused = [], []
        for path in paths:
            try:
                files.append((path, self._archive.notes_files.take(path, document_id)))
            except ArchiveError as error:
                refused.append(FileRefused(path, _told(error)))
        return TakingReport(tuple(files), tuple(refused))

    def _on_ended(self, report: TakingReport) -> None:
        self._keep([one for _path, found in report.files for one in found.total.all])
        self.ended.emit(report)

    def _on_own_taken(self, taken: Taken) -> None:
        self._keep(taken.all)
        self.own_taken.emit(taken)

    def _keep(self, made: Iterable[Annotation]) -> None:
        name = QCoreApplication.translate("Taking", "заметки из других программ")
        self._notes.changes.take_in(made, name)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(_told(error))


def _told(error: Exception) -> str:
    return " ".join(words_of(error)).strip()
