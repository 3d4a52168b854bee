"""All places of an answer turned into notes at once; one undo takes all of them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.inquiry import words_of
from desktop.state.undoing import Redoing, Reversal

if TYPE_CHECKING:
    from desktop.state.notes import NotesPresenter
    from index.archive import Archive
    from index.model.annotation import Annotation, Pen


@dataclass(frozen=True, slots=True)
class MarkWish:
    """What the reader wants marked, and how.

    Attributes:
        query: Its matches are marked.
        pen: How they are marked, and what is written to each.
        numbers: The archive's numbers of the documents in which to mark; None for all.
    """

    query: str
    pen: Pen
    numbers: tuple[int, ...] | None = None


class Marking(QObject):
    """Marks the matches of a query, in its turn among all that the reader does to notes. Nothing here blocks.

    Args:
        archive: The archive.
        notes: The notes of the window.
        parent: Owner.

    Signals:
        started(): Marking begins.
        marked(int): So many passages were marked; those that were marked already are not among them.
        taken_back(int): So many passages are no longer marked.
        failed(str): Nothing was marked; the words for the reader.
    """

    started = Signal()
    marked = Signal(int)
    taken_back = Signal(int)
    failed = Signal(str)

    def __init__(self, archive: Archive, notes: NotesPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._notes = archive, notes

    def mark(self, wish: MarkWish) -> None:
        """Mark every match; `marked` tells when it is done."""
        self.started.emit()
        self._notes.line.add(lambda: self._marked(wish), self._on_marked, self._on_failed)

    def _marked(self, wish: MarkWish) -> tuple[Annotation, ...]:
        return self._archive.desk.mark(wish.query, wish.pen, numbers=wish.numbers)

    def _unmarked(self, made: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
        self._archive.desk.unmark(made)
        return made

    def _marked_again(self, made: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
        return self._archive.notebook.restore_all(made)

    def _on_marked(self, made: tuple[Annotation, ...]) -> None:
        if made:
            again = Redoing(lambda: self._marked_again(made), self._on_marked_again)
            name = QCoreApplication.translate("Marking", "выделение найденного")
            self._notes.undoing.add(
                Reversal(lambda: self._unmarked(made), self._on_unmarked, name=name, redo=again)
            )
            self._notes.shelf.keep_all(made)
        self.marked.emit(len(made))

    def _on_marked_again(self, made: tuple[Annotation, ...]) -> None:
        self._notes.shelf.keep_all(made)
        self.marked.emit(len(made))

    def _on_unmarked(self, gone: Iterable[Annotation]) -> None:
        lost = tuple(gone)
        self._notes.shelf.drop_all(lost)
        self.taken_back.emit(len(lost))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(" ".join(words_of(error)).strip())
