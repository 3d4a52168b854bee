"""The list of notes as Qt's views want it: filtered, in order, changed row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.model.annotation import Annotation
from index.model.document import DocumentId
from index.text.wording import searchable

NOTE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Annotation` of a row."""
TITLE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Title of its document; empty when the list is about one document."""

_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Annotations in the order in which they were given, less those that the filter hides."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Annotation, ...] = ()
        self._rows: list[Annotation] = []
        self._titles: Mapping[DocumentId, str] = {}
        self._words: list[str] = []
        self._folded: dict[str, tuple[str, str]] = {}

    @property
    def total(self) -> int:
        """Number of annotations, hidden ones included."""
        return len(self._notes)

    def show_notes(self, notes: Sequence[Annotation], titles: Mapping[DocumentId, str]) -> None:
        """Show other annotations; rows that stay are left alone.

        Args:
            notes: In the order of the list.
            titles: Titles of their documents; empty when they need not be told apart.
        """
        has_other_titles = titles != self._titles
        self._notes, self._titles = tuple(notes), dict(titles)
        ids = {note.id for note in self._notes}
        self._folded = {key: kept for key, kept in self._folded.items() if key in ids}
        self._update()
        if has_other_titles and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_filter(self, wanted: str) -> None:
        """Show only what holds every word of `wanted` in its note, quote, tags or title."""
        self._words = searchable(wanted).split()
        self._update()

    def note(self, row: int) -> Annotation:
        """Return the annotation of a row."""
        return self._rows[row]

    def row(self, annotation_id: str) -> int:
        """Return the row of an annotation; -1 when it is not shown."""
        return next((row for row, note in enumerate(self._rows) if note.id == annotation_id), -1)

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the annotation, its title or its words."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        note = self._rows[index.row()]
        if role == NOTE_ROLE:
            return note
        if role == TITLE_ROLE:
            return self._titles.get(note.document_id, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return note.anchor.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self._titles.get(note.document_id, "")
            return ". ".join(filter(None, (note.note, note.anchor.quote, *note.tags, title)))
        return None

    def _update(self) -> None:
        """Replace the rows between the common beginning and the common end of old and new."""
        wanted = [note for note in self._notes if self._passes(note)]
        old = self._rows
        head = 0
        while head < min(len(old), len(wanted)) and _is_same(old[head], wanted[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(wanted)) - head and _is_same(old[-1 - tail], wanted[-1 - tail]):
            tail += 1
        gone, come = len(old) - head - tail, wanted[head : len(wanted) - tail]
        same = [note.id for note in old[head : head + gone]] == [note.id for note in come]
        if same and come:
            self._rows = wanted
            self.dataChanged.emit(self.index(head), self.index(head + len(come) - 1))
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._rows = old[:head] + old[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + len(come) - 1)
            self._rows = wanted
            self.endInsertRows()

    def _passes(self, note: Annotation) -> bool:
        if not self._words:
            return True
        kept = self._folded.get(note.id)
        if kept is None or kept[0] != note.modified:
            text = "\n".join((note.note, note.anchor.quote, *note.tags))
            kept = self._folded[note.id] = (note.modified, searchable(text))
        title = searchable(self._titles.get(note.document_id, ""))
        return all(word in kept[1] or word in title for word in self._words)


def _is_same(one: Annotation, other: Annotation) -> bool:
    # Most rows are the very same object: comparing field by field costs 20 times as much.
    return one is other or one == other
