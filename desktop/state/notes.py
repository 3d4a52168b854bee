"""Presenter of the reader's own work: marks passages, writes notes, takes them away and brings them back.

Nothing a reader does to a note may be lost or overtaken: mutations stand in one line (`MutationLine`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.flash import Flash
from desktop.state.mutations import MutationLine
from desktop.state.note_shelf import NoteShelf
from desktop.state.undoing import Reversal, Undoing
from index.errors import AnnotationError, ArchiveError
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Pen

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.geometry import Point
    from index.model.span import Span

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What the reader changed of an annotation; None for what stays."""

    note: str | None = None
    color: HighlightColor | None = None
    tags: tuple[str, ...] | None = None
    kind: AnnotationKind | None = None


class NotesPresenter(QObject):
    """Knows the annotations at hand and carries out what the reader does to them. Nothing here blocks.

    Args:
        archive: Keeps the annotations.
        jobs: Runs its calls.
        reader: The document on the desk.
        color: The marker used last, from the settings.
        parent: Owner.

    Attributes:
        line: What is done to annotations, one thing after another.
        shelf: The annotations at hand.
        undoing: What can be taken back.

    Signals:
        changed(): The annotations are others.
        added(Annotation): A passage was marked.
        note_requested(Annotation): A passage was marked in order to write a note: open the editor on it.
        deleted(Annotation): An annotation was deleted; offer to bring it back.
        color_changed(HighlightColor): Another marker was used; remember it.
        failed(str): Something could not be done; the words for the reader.
    """

    changed = Signal()
    added = Signal(object)
    note_requested = Signal(object)
    deleted = Signal(object)
    color_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        reader: Reader,
        *,
        color: HighlightColor = HighlightColor.YELLOW,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._reader, self._color = archive, reader, color
        self._unwritten: dict[str, NoteChange] = {}
        self.line = MutationLine(jobs, "note")
        self.shelf = NoteShelf(archive, jobs, reader, self.line, self)
        self.undoing = Undoing(self.line, self._on_refused)
        self.shelf.changed.connect(self.changed)
        self.shelf.failed.connect(self._on_failed)
        self._flash = Flash(reader, self)

    @property
    def color(self) -> HighlightColor:
        """The marker used last."""
        return self._color

    @property
    def is_busy(self) -> bool:
        """Whether something the reader did is still being written."""
        return self.line.pending > 0

    @property
    def can_undo(self) -> bool:
        """Whether the last thing done can be taken back: a deletion, or the marking of many passages."""
        return self.undoing.is_possible

    def marks(self) -> tuple[Annotation, ...]:
        """Return the annotations of the open document, in text order."""
        return self.shelf.here()

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return one of the open document's, or of all if they are loaded."""
        return self.shelf.get(annotation_id)

    def unwritten(self, annotation_id: str) -> NoteChange:
        """Return what the reader wrote and the archive refused; the editor offers it again."""
        return self._unwritten.get(annotation_id, NoteChange())

    def add(
        self,
        span: Span,
        color: HighlightColor | None = None,
        note: str = "",
        tags: Sequence[str] = (),
        *,
        kind: AnnotationKind = AnnotationKind.HIGHLIGHT,
        write: bool = False,
    ) -> None:
        """Mark a passage of the open document.

        Args:
            span: The passage.
            color: The marker; None for the one used last.
            note: What the reader wrote.
            tags: The reader's words for it.
            kind: How it is marked.
            write: Whether the reader wants to write a note now: `note_requested` comes when it is marked.
        """
        document = self._reader.document
        if document is None or not len(span):
            return
        document_id, quote = document.id, span.of(document.text)
        pen = Pen(self._use(color or self._color), note, tuple(tags), kind)
        self._enqueue(
            lambda: self._archive.notebook.annotate(document_id, span, pen, quote=quote),
            self._made(write=write),
        )

    def pin(self, page_index: int, point: Point, kind: AnnotationKind) -> None:
        """Put a free note, to be written now, or a bookmark at a point of the open document.

        The point is in page space.
        """
        document = self._reader.document
        if document is None:
            return
        document_id, pen = document.id, Pen(self._color, kind=kind)
        self._enqueue(
            lambda: self._archive.notebook.pin(document_id, page_index, point, pen),
            self._made(write=kind is AnnotationKind.NOTE),
        )

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        color: HighlightColor | None = None,
        tags: Sequence[str] | None = None,
        kind: AnnotationKind | None = None,
    ) -> None:
        """Change what is given of an annotation; None leaves it as it is."""
        change = NoteChange(note, color, None if tags is None else tuple(tags), kind)
        if color is not None:
            self._use(color)

        def done(changed: Annotation) -> None:
            self._unwritten.pop(annotation_id, None)
            self.shelf.keep(changed)

        def refused(error: Exception) -> None:
            self._unwritten[annotation_id] = change
            self._on_refused(error)

        self.line.add(
            lambda: self._archive.notebook.edit(
                annotation_id, note=change.note, color=change.color, tags=change.tags, kind=change.kind
            ),
            done,
            refused,
        )

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; `undo` brings it back."""

        def done(gone: Annotation) -> None:
            self.undoing.add(Reversal(lambda: self._archive.notebook.restore(gone), self.shelf.keep))
            self.shelf.drop(gone)
            self.deleted.emit(gone)

        self._enqueue(lambda: self._archive.notebook.delete(annotation_id), done)

    def undo(self) -> None:
        """Bring back the annotation deleted last, or take back the passages marked at once."""
        self.undoing.undo()

    def go_to(self, annotation: Annotation) -> None:
        """Show the passage of an annotation, opening its document if need be, and let it flash."""
        self._flash.show(annotation.document_id, annotation.anchor.span)

    def _made(self, *, write: bool) -> Callable[[Annotation], None]:
        """Return what takes in an annotation that was made; `write` asks for its editor."""

        def done(made: Annotation) -> None:
            self.shelf.keep(made)
            self.added.emit(made)
            if write:
                self.note_requested.emit(made)

        return done

    def _enqueue(self, mutation: Callable[[], Annotation], done: Callable[[Annotation], None]) -> None:
        self.line.add(mutation, done, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._on_failed(error)
        if isinstance(error, AnnotationError):
            # Somebody else changed the annotations meanwhile, for instance the command line.
            self.shelf.reload()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(_told(error))

    def _use(self, color: HighlightColor) -> HighlightColor:
        if color is not self._color:
            self._color = color
            self.color_changed.emit(color)
        return color


def _told(error: Exception) -> str:
    """Return what to say of a note that could not be kept."""
    if isinstance(error, ArchiveError):
        return f"{error.user_message} {error.hint}".strip()
    log.error("a note could not be kept", exc_info=error)
    return QCoreApplication.translate("NotesPresenter", "Заметку сохранить не удалось. Прежние заметки целы.")
