"""Whom and what documents name, one a row, for fields that complete names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.listed import ROW_ROLE
from desktop.state.entity_told import kind_word
from index.model.overview import Named

AnyIndex = QModelIndex | QPersistentModelIndex


class NamedModel(QAbstractListModel):
    """Names; what is put into the field is the name alone, what is listed says besides what it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[Named, ...] = ()

    def show_names(self, names: Sequence[Named]) -> None:
        """Show these."""
        self.beginResetModel()
        self._names = tuple(names)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of names."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a name."""
        if not index.isValid() or index.row() >= len(self._names):
            return None
        who = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{who.name} \N{MIDDLE DOT} {kind_word(who.kind)}"
        if role == Qt.ItemDataRole.EditRole:
            return who.name
        return who if role == ROW_ROLE else None
