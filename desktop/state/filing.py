"""Presenter of how the reader files the documents: collections, stars, labels, what was read."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.counts import Noun, counted
from desktop.state.inquiry import words_of
from desktop.state.undoing import Reversal
from index.errors import ArchiveError
from index.model.catalogue import Catalogue, Change, CollectionId, Marks, ReadState
from index.notes import arranging

if TYPE_CHECKING:
    from desktop.state.notes import NotesPresenter
    from index.archive import Archive
    from index.model.document import DocumentId
    from index.notes.arranging import Plan

log = logging.getLogger(__name__)


class Filing(QObject):
    """Knows collections and marks and carries out what the reader does to them. Nothing here blocks.

    Args:
        archive: Keeps them.
        notes: Their line and their undo are those of collections and marks, too.
        parent: Owner.

    Signals:
        changed(): Collections or marks are others.
        made(str): A collection was made, to be given a name.
        removed(Change): A collection was taken away; offer to bring it back.
        told(str): Something was done that is not seen where it was done; the words for the reader.
        failed(str): Something could not be kept; the words for the reader.
    """

    changed = Signal()
    made = Signal(str)
    removed = Signal(object)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, archive: Archive, notes: NotesPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._notes = archive, notes
        self._catalogue = Catalogue()

    @property
    def catalogue(self) -> Catalogue:
        """Collections and marks, as they are known."""
        return self._catalogue

    def marks(self, document_id: DocumentId) -> Marks:
        """Return the marks of a document."""
        return self._catalogue.marks_of(document_id)

    def load(self) -> None:
        """Read everything again, after whatever is being done."""
        self._notes.line.add(self._archive.catalogue.state, self._take, self._on_failed)

    def do(self, plan: Plan, words: str = "") -> None:
        """Carry out a plan that the reader can take back; `words` say what was done, if it is not seen."""

        def done(outcome: tuple[Change, Catalogue]) -> None:
            self._done(outcome)
            if words:
                self.told.emit(words)

        self._notes.line.add(lambda: self._archive.catalogue.change(plan), done, self._on_failed)

    def follow(self, plan: Plan) -> None:
        """Carry out a plan that follows from reading alone: nobody would take it back."""
        self._notes.line.add(lambda: self._archive.catalogue.change(plan), self._follow, self._on_failed)

    def add_collection(
        self, parent: CollectionId | None = None, documents: Iterable[DocumentId] = ()
    ) -> None:
        """Make a collection, with documents in it from the start; `made` tells that it wants a name."""
        id_, inside = CollectionId(str(uuid.uuid4())), tuple(documents)
        name = QCoreApplication.translate("Filing", "Новая коллекция")

        def plan(catalogue: Catalogue) -> Change:
            change = arranging.added(id_, name, parent)(catalogue)
            return Change(change.collections, put=frozenset((id_, one) for one in inside))

        self.do(plan)
        # After the plan, since the line keeps its order.
        self._notes.line.add(lambda: id_, self.made.emit, self._on_failed)

    def remove_collection(self, collection_id: CollectionId) -> None:
        """Take a collection away with those in it; the documents stay where they are."""

        def done(outcome: tuple[Change, Catalogue]) -> None:
            self._done(outcome)
            self.removed.emit(outcome[0])

        plan = arranging.removed(collection_id)
        self._notes.line.add(lambda: self._archive.catalogue.change(plan), done, self._on_failed)

    def bring_back(self, change: Change) -> None:
        """Take a change back, whatever was done since."""
        self.do(arranging.undone(change))

    def collect(self, collection_id: CollectionId, documents: Iterable[DocumentId]) -> None:
        """Put documents into a collection, and say so: it happens beside the list."""
        chosen = tuple(documents)
        words = QCoreApplication.translate("Filing", "В коллекции «{name}»: {documents}.").format(
            name=self._catalogue.collections[collection_id].name,
            documents=counted(len(chosen), Noun.DOCUMENT),
        )
        self.do(arranging.put(collection_id, chosen), words)

    def toggle_star(self, documents: Iterable[DocumentId]) -> None:
        """Give documents a star; take it away if all of them have one."""
        chosen = tuple(documents)
        if chosen:
            self.do(arranging.starred(chosen, wanted=not all(self.marks(one).is_starred for one in chosen)))

    def toggle_read(self, documents: Iterable[DocumentId]) -> None:
        """Say that documents are read; that they are not if all of them are."""
        chosen = tuple(documents)
        if chosen:
            are_read = all(self.marks(one).state is ReadState.READ for one in chosen)
            self.do(arranging.in_state(chosen, ReadState.UNREAD if are_read else ReadState.READ))

    def _done(self, outcome: tuple[Change, Catalogue]) -> None:
        change, _catalogue = outcome
        if change:
            self._notes.undoing.add(self._reversal(change))
        self._follow(outcome)

    def _reversal(self, change: Change) -> Reversal:
        plan = arranging.undone(change)
        return Reversal(lambda: self._archive.catalogue.change(plan), self._follow)

    def _follow(self, outcome: tuple[Change, Catalogue]) -> None:
        change, catalogue = outcome
        if change:
            self._show(catalogue)

    def _take(self, catalogue: Catalogue) -> None:
        if catalogue != self._catalogue:
            self._show(catalogue)

    def _show(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            log.error("collections or marks could not be kept", exc_info=error)
        self.failed.emit(" ".join(words_of(error)).strip())
