"""Rows of any kind under columns that say what they show of a row and how it is sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The value of a row."""

AnyIndex = QModelIndex | QPersistentModelIndex
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class Column(NamedTuple):
    """One column.

    Attributes:
        head: Its name.
        text: What it shows of a row.
        key: What it is sorted by; None puts a row last, whichever way.
        is_number: Whether it is set to the right, and sorted downwards first.
        tip: What its name needs explained.
    """

    head: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any]
    is_number: bool = False
    tip: str = ""


class ListedModel(QAbstractTableModel):
    """Rows that can be sorted by any of their columns.

    Args:
        columns: The columns.
        parent: Owner.
    """

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows, as they are sorted."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, sorted as the ones before."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorted is not None:
            self._rows = [self._rows[place] for place in self._places(*self._sorted)]
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equals stay as they were."""
        if not 0 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        places = self._places(column, order)
        self._rows = [self._rows[place] for place in places]
        now = {before: after for after, before in enumerate(places)}
        held = self.persistentIndexList()
        moved = [self.index(now[index.row()], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _places(self, column: int, order: Qt.SortOrder) -> list[int]:
        """Return the present places of the rows in the order wanted."""
        keys = [self.columns[column].key(row) for row in self._rows]
        known = [place for place, key in enumerate(keys) if key is not None]
        known.sort(key=lambda place: keys[place], reverse=order == Qt.SortOrder.DescendingOrder)
        return known + [place for place, key in enumerate(keys) if key is None]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns, and what they mean."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(column.text(row)) or None
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | _MIDDLE)
