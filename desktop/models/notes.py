"""The list of notes as Qt's views want it: notes under heads, changed row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.state.note_order import NoteGroup
from index.model.annotation import Annotation, Link
from index.notes.sifting import Standing

NOTE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Annotation` of a row; None for a head."""
ABOUT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""What is known of it besides, as `About`; None for a head."""
HEAD_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The `Head` of a row; None for a note."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above notes that have something in common."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a note besides what it says.

    Attributes:
        title: Title of its document; empty when the list is about one document, or the head says it.
        page: The label of its page, or its number.
        standing: How it stands with its place.
        backlinks: How many notes lead to it.
        broken: Those of its links that lead nowhere.
    """

    title: str = ""
    page: str = ""
    standing: Standing = Standing.SURE
    backlinks: int = 0
    broken: frozenset[Link] = frozenset()


_Row = Annotation | Head


class NotesModel(QAbstractListModel):
    """Notes in the order in which they were given, each group under its head.

    Args:
        about: Tells what is known of a note; asked when it is shown.
        parent: Owner.
    """

    def __init__(self, about: Callable[[Annotation], About], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._rows: list[_Row] = []

    def show_groups(self, groups: Sequence[NoteGroup]) -> None:
        """Show other notes, in this order; rows that stay are left alone.

        A group without a head is the only one.
        """
        wanted: list[_Row] = []
        for group in groups:
            if group.head:
                wanted.append(Head(group.head, len(group.notes)))
            wanted += group.notes
        self._update(wanted)

    def tell_again(self) -> None:
        """Say that what is known of the notes besides, as their places and titles, may be other now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, annotation_id: str) -> int:
        """Return the first row of an annotation; -1 when it is not shown."""
        return next(
            (
                row
                for row, shown in enumerate(self._rows)
                if isinstance(shown, Annotation) and shown.id == annotation_id
            ),
            -1,
        )

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that heads can be neither chosen nor reached."""
        if index.isValid() and isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the annotation, what is known of it, or its words."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        shown = self._rows[index.row()]
        if isinstance(shown, Head):
            spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return shown if role == HEAD_ROLE else shown.text if spoken else None
        return self._of_note(shown, role)

    def _of_note(self, note: Annotation, role: int) -> Any:  # noqa: ANN401 - Qt's type
        if role == NOTE_ROLE:
            return note
        if role == ABOUT_ROLE:
            return self._about(note)
        if role == Qt.ItemDataRole.DisplayRole:
            return note.anchor.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self._about(note).title
            return ". ".join(filter(None, (note.note, note.anchor.quote, *note.tags, title)))
        return None

    def _update(self, wanted: list[_Row]) -> None:
        """Replace the rows between the common beginning and the common end of old and new."""
        old = self._rows
        head = 0
        while head < min(len(old), len(wanted)) and _is_same(old[head], wanted[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(wanted)) - head and _is_same(old[-1 - tail], wanted[-1 - tail]):
            tail += 1
        gone, come = len(old) - head - tail, wanted[head : len(wanted) - tail]
        same = [_key(one) for one in old[head : head + gone]] == [_key(one) for one in come]
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


def _key(row: _Row) -> str:
    """Return what makes a row the same row; heads stay when their counts change."""
    return row.id if isinstance(row, Annotation) else f"head {row.text}"


def _is_same(one: _Row, other: _Row) -> bool:
    # Most rows are the very same object: comparing field by field costs 20 times as much.
    return one is other or one == other
