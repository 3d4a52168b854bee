"""What the reader does to notes: each thing in its turn, each to be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.state.undoing import Redoing, Reversal, Undoing
from index.model.annotation import AnnotationKind

if TYPE_CHECKING:
    from desktop.state.mutations import MutationLine
    from desktop.state.note_shelf import NoteShelf
    from index.archive import Archive
    from index.model.annotation import Annotation, Carried, HighlightColor, Link
    from index.model.document import DocumentId
    from index.model.span import Span

Notes = tuple["Annotation", ...]
Refused = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What the reader changed of an annotation; None for what stays."""

    note: str | None = None
    color: HighlightColor | None = None
    tags: tuple[str, ...] | None = None
    kind: AnnotationKind | None = None
    links: tuple[Link, ...] | None = None


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What the reader changes of many annotations at once."""

    color: HighlightColor | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()


class NoteChanges:
    """Carries out changes and remembers how they are taken back. Nothing here blocks.

    Args:
        archive: Keeps the annotations.
        line: Carries changes out in their turn.
        shelf: The annotations at hand; keeps step.
        undoing: Remembers what was done.
        refused: Told of what could not be done.
    """

    def __init__(
        self, archive: Archive, line: MutationLine, shelf: NoteShelf, undoing: Undoing, refused: Refused
    ) -> None:
        self._archive, self._line, self._shelf = archive, line, shelf
        self._undoing, self._refused = undoing, refused

    def make(
        self, call: Callable[[], Sequence[Annotation]], done: Callable[[Notes], None], name: str
    ) -> None:
        """Make annotations.

        Args:
            call: Makes them in the archive.
            done: Receives them when they are on the shelf.
            name: What is done, as the menu names it.
        """

        def kept(made: Sequence[Annotation]) -> None:
            self._remember((), tuple(made), name)
            done(tuple(made))

        self._line.add(call, kept, self._refused)

    def take_in(self, made: Iterable[Annotation], name: str) -> None:
        """Show annotations that were made elsewhere, and remember how they are taken back, under a name."""
        self._remember((), tuple(made), name)

    def edit(
        self, annotation_id: str, change: NoteChange, refused: Refused | None = None, *, joins: bool = False
    ) -> None:
        """Change an annotation.

        Args:
            annotation_id: Which.
            change: What of it.
            refused: Told when it could not be done, in place of the usual.
            joins: Whether it goes on with the change before it, if that was of the same note: both are
                taken back at once.
        """

        def call() -> tuple[Annotation, Annotation]:
            notebook = self._archive.notebook
            return notebook.get(annotation_id), notebook.edit(
                annotation_id,
                note=change.note,
                color=change.color,
                tags=change.tags,
                kind=change.kind,
                links=change.links,
            )

        def done(states: tuple[Annotation, Annotation]) -> None:
            before, after = states
            name = QCoreApplication.translate("NoteChanges", "правка заметки")
            self._remember((before,), (after,), name, joins=joins)

        self._line.add(call, done, refused or self._refused)

    def edit_all(self, notes: Iterable[Annotation], change: BulkChange) -> None:
        """Change many annotations, all of them or none."""
        ids = [one.id for one in notes]

        def call() -> tuple[Notes, Notes]:
            notebook = self._archive.notebook
            before = tuple(notebook.get(one) for one in ids)
            return before, notebook.edit_all(
                ids, color=change.color, add_tags=change.add_tags, remove_tags=change.remove_tags
            )

        name = QCoreApplication.translate("NoteChanges", "правка нескольких заметок")
        self._line.add(call, lambda states: self._remember(*states, name), self._refused)

    def delete_all(self, ids: Sequence[str], done: Callable[[Notes], None]) -> None:
        """Delete annotations, all of them or none; `done` receives them as they were."""

        def call() -> Notes:
            notebook = self._archive.notebook
            if len(ids) == 1:
                return (notebook.delete(ids[0]),)
            gone = tuple(notebook.get(one) for one in ids)
            notebook.delete_all(gone)
            return gone

        def kept(gone: Notes) -> None:
            self._remember(gone, (), _deletion(gone))
            done(gone)

        self._line.add(call, kept, self._refused)

    def confirm(self, annotation_id: str, span: Span | None, done: Callable[[Annotation], None]) -> None:
        """Take the likely place of an annotation, or `span`, for its place."""

        def call() -> tuple[Annotation, Annotation]:
            notebook = self._archive.notebook
            return notebook.get(annotation_id), notebook.placing.confirm(annotation_id, span)

        def kept(states: tuple[Annotation, Annotation]) -> None:
            before, after = states
            name = QCoreApplication.translate("NoteChanges", "место заметки")
            self._remember((before,), (after,), name)
            done(after)

        self._line.add(call, kept, self._refused)

    def bring_back(self, older: Annotation) -> None:
        """Give an annotation an older state of it again, out of its history."""

        def call() -> tuple[Annotation, Annotation]:
            notebook = self._archive.notebook
            return notebook.get(older.id), notebook.restore(older)

        def kept(states: tuple[Annotation, Annotation]) -> None:
            before, after = states
            name = QCoreApplication.translate("NoteChanges", "возврат прежней заметки")
            self._remember((before,), (after,), name)

        self._line.add(call, kept, self._refused)

    def carry(self, older: DocumentId, newer: DocumentId, done: Callable[[Carried], None]) -> None:
        """Give a newer version of a document the notes of an older one."""

        def call() -> tuple[Carried, Notes]:
            notebook = self._archive.notebook
            carried = notebook.placing.carry(older, newer)
            ids = {*carried.sure, *carried.likely, *carried.lost}
            return carried, tuple(one for one in notebook.all(newer) if one.id in ids)

        def kept(told: tuple[Carried, Notes]) -> None:
            carried, made = told
            if made:
                name = QCoreApplication.translate("NoteChanges", "перенос заметок")
                self._remember((), made, name)
            done(carried)

        self._line.add(call, kept, self._refused)

    def _remember(self, before: Notes, after: Notes, name: str, *, joins: bool = False) -> None:
        """Show what was done, and keep how it is taken back and done again."""
        if before == after:
            return
        newest = self._undoing.newest
        if joins and isinstance(newest, _Exchange) and newest.is_of(before):
            self._undoing.widen(newest, self._exchange(newest.before, after, name))
        else:
            self._undoing.add(self._exchange(before, after, name))
        self._show((after, _missing(before, after)))

    def _exchange(self, before: Notes, after: Notes, name: str) -> _Exchange:
        return _Exchange(
            call=lambda: self._exchanged(before, after),
            done=self._show,
            name=name,
            redo=Redoing(lambda: self._exchanged(after, before), self._show),
            before=before,
            after=after,
        )

    def _exchanged(self, wanted: Notes, unwanted: Notes) -> tuple[Notes, Notes]:
        notebook, gone = self._archive.notebook, _missing(unwanted, wanted)
        if gone:
            notebook.delete_all(gone)
        return notebook.restore_all(wanted), gone

    def _show(self, states: tuple[Notes, Notes]) -> None:
        self._shelf.exchange(*states)


@dataclass(frozen=True, slots=True)
class _Exchange(Reversal):
    """States of annotations exchanged for others; those on one side alone were made or deleted."""

    before: Notes = ()
    after: Notes = ()

    def is_of(self, notes: Notes) -> bool:
        """Whether it led to these very states."""
        return self.after == notes and bool(self.before)


def made_name(kind: AnnotationKind) -> str:
    """Return what the making of an annotation is called in the menu."""
    translate = QCoreApplication.translate
    return {
        AnnotationKind.HIGHLIGHT: translate("NoteChanges", "выделение"),
        AnnotationKind.UNDERLINE: translate("NoteChanges", "подчёркивание"),
        AnnotationKind.STRIKE: translate("NoteChanges", "зачёркивание"),
        AnnotationKind.NOTE: translate("NoteChanges", "заметка на странице"),
        AnnotationKind.BOOKMARK: translate("NoteChanges", "закладка"),
    }[kind]


def _missing(notes: Notes, among: Notes) -> Notes:
    ids = {one.id for one in among}
    return tuple(one for one in notes if one.id not in ids)


def _deletion(gone: Notes) -> str:
    translate = QCoreApplication.translate
    if len(gone) > 1:
        return translate("NoteChanges", "удаление нескольких заметок")
    if gone and not gone[0].note.strip():
        return translate("NoteChanges", "снятие выделения")
    return translate("NoteChanges", "удаление заметки")
