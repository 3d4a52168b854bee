"""What is not searched, as Qt wants it: a row for each gap of the chosen reason."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.state.gap_words import pages_of, reason
from desktop.state.wording import worded
from index.model.gap import Gap

GAP_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `Gap` of a row."""

AnyIndex = QModelIndex | QPersistentModelIndex
_HORIZONTAL: Final = Qt.Orientation.Horizontal


class GapModel(QAbstractTableModel):
    """Gaps: document or file, pages, why and what to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gaps: tuple[Gap, ...] = ()
        self._heads = (self.tr("Документ или файл"), self.tr("Страницы"), self.tr("Почему и что делать"))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps that are shown."""
        return self._gaps

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these."""
        if tuple(gaps) != self._gaps:
            self.beginResetModel()
            self._gaps = tuple(gaps)
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of gaps."""
        return 0 if parent.isValid() else len(self._gaps)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == _HORIZONTAL:
            return self._heads[section] if 0 <= section < len(self._heads) else None
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell."""
        if not index.isValid() or index.row() >= len(self._gaps):
            return None
        gap = self._gaps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(gap, index.column())
        if role == GAP_ROLE:
            return gap
        if role == Qt.ItemDataRole.ToolTipRole:
            return "<br>".join(escape(line) for line in (reason(gap.kind), gap.path) if line)
        return None


def _cell(gap: Gap, column: int) -> str:
    if column == 0:
        return " ".join(gap.title.split())
    if column == 1:
        return pages_of(gap)
    return f"{worded(gap.why)} {worded(gap.advice)}".strip()
