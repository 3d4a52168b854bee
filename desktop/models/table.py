"""The cells of a table of a document, as Qt wants them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop.models.documents import AnyIndex
from index.model.table import Cell
from index.tables.plain import Value, values

if TYPE_CHECKING:
    from index.tables.joining import WholeTable

_LONG = 60


class TableModel(QAbstractTableModel):
    """A table, cell by cell; the rows of its head are rows like others, in bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole: WholeTable | None = None
        self._cells: dict[tuple[int, int], Cell] = {}
        self._values: tuple[tuple[Value, ...], ...] = ()

    def show(self, whole: WholeTable | None) -> None:
        """Show another table, or none; the same one with more pages keeps its rows."""
        old, size = self._whole, (self.rowCount(), self.columnCount())
        is_longer = (
            old is not None
            and whole is not None
            and whole.parts[: len(old.parts)] == old.parts
            and whole.table.column_count == size[1]
            and whole.table.row_count > size[0]
        )
        if is_longer and whole is not None:
            self.beginInsertRows(QModelIndex(), size[0], whole.table.row_count - 1)
            self._take(whole)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._take(whole)
            self.endResetModel()

    def _take(self, whole: WholeTable | None) -> None:
        self._whole = whole
        cells = () if whole is None else whole.table.cells
        self._cells = {(cell.row, cell.column): cell for cell in cells}
        self._values = () if whole is None else values(whole.table)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell that begins at a place."""
        return self._cells.get((row, column))

    def column(self, column: int) -> Iterator[tuple[int, Cell]]:
        """Yield the rows and cells of a column that cover no other."""
        for (row, at), cell in self._cells.items():
            if at == column and cell.column_span == 1:
                yield row, cell

    def merged(self) -> list[Cell]:
        """Return the cells that cover more than one place."""
        return [cell for cell in self._cells.values() if cell.row_span > 1 or cell.column_span > 1]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() or self._whole is None else self._whole.table.row_count

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() or self._whole is None else self._whole.table.column_count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell."""
        cell = self._cells.get((index.row(), index.column())) if index.isValid() else None
        if cell is None or self._whole is None:
            return None
        is_head = cell.row < self._whole.table.header_rows
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(cell.text) if len(cell.text) > _LONG else None
        if role == Qt.ItemDataRole.FontRole and is_head:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(cell, is_head=is_head)
        return None

    def _alignment(self, cell: Cell, *, is_head: bool) -> int:
        middle = Qt.AlignmentFlag.AlignVCenter
        if is_head:
            return int(Qt.AlignmentFlag.AlignHCenter | middle)
        right = not isinstance(self._values[cell.row][cell.column], str)
        return int((Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | middle)
