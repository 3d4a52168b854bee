"""Somebody called by another name in many documents; one undo takes all of it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.inquiry import words_of
from desktop.state.undoing import Redoing, Reversal

if TYPE_CHECKING:
    from desktop.state.notes import NotesPresenter
    from index.archive import Archive
    from index.model.decision import Decision
    from index.model.document import DocumentId
    from index.model.overview import EntityPage


@dataclass(frozen=True, slots=True)
class RenameWish:
    """Who is to be called otherwise, and where.

    Attributes:
        page: What is known of whoever it is.
        name: The other name.
        documents: Where; None for all documents of the page's query that name it.
    """

    page: EntityPage
    name: str
    documents: tuple[DocumentId, ...] | None = None


class Renaming(QObject):
    """Renames in its turn among all that the reader decides. Nothing here blocks.

    Args:
        archive: The archive.
        notes: Their line and their undo are those of names, too.
        parent: Owner.

    Signals:
        started(): It begins.
        renamed(RenameWish, int): So many decisions were made.
        taken_back(RenameWish): It was taken back.
        failed(str): Nothing was renamed; the words for the reader.
    """

    started = Signal()
    renamed = Signal(object, int)
    taken_back = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Archive, notes: NotesPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._notes = archive, notes

    def rename(self, wish: RenameWish) -> None:
        """Call somebody otherwise; `renamed` tells when it is done."""
        self.started.emit()
        self._notes.line.add(
            lambda: self._renamed(wish), lambda made: self._on_renamed(wish, made), self._on_failed
        )

    def _renamed(self, wish: RenameWish) -> tuple[Decision, ...]:
        desk, who, documents = self._archive.desk, wish.page.who, wish.documents
        if documents is None:
            documents = desk.overview.documents_naming(who, wish.page.query)
        return desk.calling.call(who, {who.name, *wish.page.spellings}, wish.name, documents)

    def _withdrawn(self, wish: RenameWish, made: tuple[Decision, ...]) -> RenameWish:
        self._archive.desk.calling.withdraw(made)
        return wish

    def _on_renamed(self, wish: RenameWish, made: tuple[Decision, ...]) -> None:
        if made:
            again = Redoing(
                lambda: self._archive.desk.calling.restore(made), lambda _: self.renamed.emit(wish, len(made))
            )
            name = QCoreApplication.translate("Renaming", "переименование")
            self._notes.undoing.add(
                Reversal(lambda: self._withdrawn(wish, made), self.taken_back.emit, name=name, redo=again)
            )
        self.renamed.emit(wish, len(made))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(" ".join(words_of(error)).strip())
