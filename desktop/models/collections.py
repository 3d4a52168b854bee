"""The collections as a tree, as Qt wants it: named in place, moved and filled by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.dragging import (
    COLLECTION,
    DOCUMENTS,
    carried_collection,
    carried_documents,
    carrying_collection,
)
from desktop.state.counts import Noun, counted
from index.model.catalogue import Catalogue, Collection, CollectionId
from index.model.document import DocumentId

ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `CollectionId` of a row."""
COUNT_ROLE: Final = ID_ROLE + 1
"""How many documents are in a collection and in those in it."""

AnyIndex = QModelIndex | QPersistentModelIndex
_Shape = dict[CollectionId | None, list[CollectionId]]


class CollectionModel(QAbstractItemModel):
    """Collections, those in a collection below it.

    Signals:
        renamed(str, str): The reader wants this collection to be called so.
        filled(str, tuple[DocumentId, ...]): Documents were let go over this collection.
        moved(str, CollectionId | None, int): A collection was let go in another one, or at the top, before
            the one at that place; -1 for the end.
    """

    renamed = Signal(str, str)
    filled = Signal(str, object)
    moved = Signal(str, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = Catalogue()
        self._counts: dict[CollectionId, int] = {}
        self._shape: _Shape = {}
        self._numbers: dict[CollectionId, int] = {}
        self._ids: list[CollectionId] = []

    def show_catalogue(self, catalogue: Catalogue, held: frozenset[DocumentId]) -> bool:
        """Show these collections; return whether others are there, or elsewhere.

        Args:
            catalogue: The collections and what is in them.
            held: The documents that the archive holds; others are not counted.
        """
        children = catalogue.children()
        shape = {parent: [one.id for one in inner] for parent, inner in children.items()}
        counts: dict[CollectionId, int] = {}
        for top in children.get(None, ()):
            _count(top, children, catalogue, held, counts)
        is_other = shape != self._shape
        if is_other:
            self.beginResetModel()
        before, counted_before = self._catalogue.collections, self._counts
        self._catalogue, self._counts, self._shape = catalogue, counts, shape
        for id_ in catalogue.collections:
            if id_ not in self._numbers:
                self._numbers[id_] = len(self._ids)
                self._ids.append(id_)
        if is_other:
            self.endResetModel()
        else:
            for id_, one in catalogue.collections.items():
                if one != before.get(id_) or counts[id_] != counted_before.get(id_):
                    self.dataChanged.emit(self.index_of(id_), self.index_of(id_))
        return is_other

    def ids(self) -> tuple[CollectionId, ...]:
        """Return all collections that are shown."""
        return tuple(self._catalogue.collections)

    def index_of(self, collection_id: CollectionId) -> QModelIndex:
        """Return where a collection stands; an invalid index for an unknown one."""
        for inner in self._shape.values():
            if collection_id in inner:
                return self.createIndex(inner.index(collection_id), 0, self._numbers[collection_id])
        return QModelIndex()

    def id_at(self, index: AnyIndex) -> CollectionId | None:
        """Return the collection of a row; None at the top."""
        return self._ids[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Return the index of a row below another one."""
        inner = self._shape.get(self.id_at(parent), [])
        if column or not 0 <= row < len(inner):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[inner[row]])

    def parent(self, child: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt's signature; QObject has another parent()
        """Return the row above."""
        one = self._collection(child)
        above = None if one is None else self._catalogue.collections.get(one.parent or CollectionId(""))
        return QModelIndex() if above is None else self.index_of(above.id)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of collections below a row."""
        return 0 if parent.column() > 0 else len(self._shape.get(self.id_at(parent), ()))

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return 1."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: everything; the ground below takes what is dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            super().flags(index)
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsDropEnabled
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a row."""
        one = self._collection(index)
        if one is None:
            return None
        count = self._counts[one.id]
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (
                self._catalogue.path(one.id).replace("/", " › "),
                counted(count, Noun.DOCUMENT),
                one.note,
            )
            return "<br>".join(escape(line).replace("\n", "<br>") for line in lines if line)
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: one.name,
            Qt.ItemDataRole.EditRole: one.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{one.name}: {counted(count, Noun.DOCUMENT)}",
            ID_ROLE: one.id,
            COUNT_ROLE: count,
        }
        return shown.get(role)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Ask for another name; the row follows when it is kept."""
        one = self._collection(index)
        if one is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() not in {"", one.name}:
            self.renamed.emit(one.id, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Take what is moved, and what is put in as well as elsewhere."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what can be let go here."""
        return [DOCUMENTS, COLLECTION]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return what is dragged when rows are."""
        ids = [id_ for id_ in map(self.id_at, indexes) if id_ is not None]
        return carrying_collection(ids[0]) if ids else QMimeData()

    def canDropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: AnyIndex
    ) -> bool:
        """Whether what is dragged can be let go here: documents on a row, a collection where it is not in."""
        if carried_documents(data):
            return parent.isValid() and row < 0
        moved, above = carried_collection(data), self.id_at(parent)
        if moved not in self._numbers:
            return False
        return above is None or moved not in {above, *(one.id for one in self._catalogue.above(above))}

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Ask for what was let go to be put here."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        above = self.id_at(parent)
        if documents := carried_documents(data):
            self.filled.emit(above, documents)
        else:
            self.moved.emit(carried_collection(data), above, row)
        return True

    def _collection(self, index: AnyIndex) -> Collection | None:
        id_ = self.id_at(index)
        return None if id_ is None else self._catalogue.collections.get(id_)


def _count(
    one: Collection,
    children: dict[CollectionId | None, list[Collection]],
    catalogue: Catalogue,
    held: frozenset[DocumentId],
    counts: dict[CollectionId, int],
) -> frozenset[DocumentId]:
    """Return the documents of a collection and of those in it, and note their numbers."""
    parts = [_count(inner, children, catalogue, held, counts) for inner in children.get(one.id, ())]
    found = (catalogue.members.get(one.id, frozenset()) & held).union(*parts)
    counts[one.id] = len(found)
    return found
