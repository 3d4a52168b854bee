"""Presenter of the reader's own work: marks passages, writes notes, takes them away and brings them back.

Nothing a reader does to a note may be lost or overtaken: mutations stand in one line (`MutationLine`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.flash import Flash
from desktop.state.linking import Linking
from desktop.state.mutations import MutationLine
from desktop.state.note_changes import NoteChange, NoteChanges, made_name
from desktop.state.note_finding import NoteFinding
from desktop.state.note_shelf import NoteShelf
from desktop.state.undoing import Undoing
from index.errors import AnnotationError, ArchiveError
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Pen

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.geometry import Point
    from index.model.span import Span

log = logging.getLogger(__name__)


class NotesPresenter(QObject):
    """Knows the annotations at hand and carries out what the reader does to them. Nothing here blocks.

    Args:
        archive: Keeps the annotations.
        jobs: Runs its calls.
        reader: The document on the desk.
        color: The marker used last, from the settings.
        author: How the reader signs notes, from the settings; may be empty.
        parent: Owner.

    Attributes:
        author: How the notes that are made from now on are signed.
        line: What is done to annotations, one thing after another.
        shelf: The annotations at hand.
        finding: Which of them are listed.
        linking: Where they lead.
        flash: Shows passages and lets them light up.
        undoing: What can be taken back.
        changes: Carries out what is done to many of them, or seldom.

    Signals:
        changed(): The annotations are others.
        added(Annotation): A passage was marked.
        note_requested(Annotation): A passage was marked in order to write a note: open the editor on it.
        deleted(tuple[Annotation, ...]): Annotations were deleted; offer to bring them back.
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
        author: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.author = author
        self._archive, self._reader, self._color = archive, reader, color
        self._unwritten: dict[str, NoteChange] = {}
        self.line = MutationLine(jobs, "note")
        self.shelf = NoteShelf(archive, jobs, reader, self.line, self)
        self.undoing = Undoing(self.line, self._on_refused, self)
        self.changes = NoteChanges(archive, self.line, self.shelf, self.undoing, self._on_refused)
        self.finding = NoteFinding(archive, jobs, self.shelf, reader, self)
        self.shelf.changed.connect(self.changed)
        self.shelf.failed.connect(self._on_failed)
        self.flash = Flash(reader, self)
        self.linking = Linking(archive, jobs, self.shelf, self.flash, self.failed.emit, self)

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
        """Whether the last thing done can be taken back."""
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
        pen = Pen(self._use(color or self._color), note, tuple(tags), kind, self.author)
        self.changes.make(
            lambda: (self._archive.notebook.annotate(document_id, span, pen, quote=quote),),
            self._made(write=write),
            made_name(kind),
        )

    def pin(self, page_index: int, point: Point, kind: AnnotationKind) -> None:
        """Put a free note, to be written now, or a bookmark at a point of the open document.

        The point is in page space.
        """
        document = self._reader.document
        if document is None:
            return
        document_id, pen = document.id, Pen(self._color, kind=kind, author=self.author)
        self.changes.make(
            lambda: (self._archive.notebook.pin(document_id, page_index, point, pen),),
            self._made(write=kind is AnnotationKind.NOTE),
            made_name(kind),
        )

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        color: HighlightColor | None = None,
        tags: Sequence[str] | None = None,
        kind: AnnotationKind | None = None,
        joins: bool = False,
    ) -> None:
        """Change what is given of an annotation; what `joins` the change before is taken back with it."""
        if color is not None:
            self._use(color)
        self._change(
            annotation_id, NoteChange(note, color, None if tags is None else tuple(tags), kind), joins=joins
        )

    def delete(self, *ids: str) -> None:
        """Delete annotations, all of them or none; `undo` brings them back."""
        self.changes.delete_all(ids, self.deleted.emit)

    def undo(self) -> None:
        """Take back what the reader did last."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.undoing.redo()

    def go_to(self, annotation: Annotation) -> None:
        """Show the passage of an annotation, opening its document if need be, and let it flash."""
        self.flash.show(annotation.document_id, annotation.anchor.span)

    def _made(self, *, write: bool) -> Callable[[tuple[Annotation, ...]], None]:
        """Return what tells of an annotation that was made; `write` asks for its editor."""

        def done(made: tuple[Annotation, ...]) -> None:
            self.added.emit(made[0])
            if write:
                self.note_requested.emit(made[0])

        return done

    def _change(self, annotation_id: str, change: NoteChange, *, joins: bool = False) -> None:
        def refused(error: Exception) -> None:
            self._unwritten[annotation_id] = change
            self._on_refused(error)

        self._unwritten.pop(annotation_id, None)
        self.changes.edit(annotation_id, change, refused, joins=joins)

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
