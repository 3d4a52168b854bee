"""The decisions about a document as a table: when, what was done, about what, where, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.models.documents import AnyIndex
from desktop.state.counts import figure, window_language
from desktop.state.decided import Decided
from index.text.wording import moment


class DecidedModel(QAbstractTableModel):
    """The decisions, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed: Sequence[Decided] = ()
        self._heads = (
            self.tr("Когда"),
            self.tr("Решение"),
            self.tr("О чём"),
            self.tr("Стр."),
            self.tr("Слова в тексте"),
        )

    def show_decisions(self, listed: Sequence[Decided]) -> None:
        """Show these."""
        self.beginResetModel()
        self._listed = listed
        self.endResetModel()

    def decided(self, row: int) -> Decided | None:
        """Return the decision of a row; None when there is no such row."""
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of decisions."""
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a cell."""
        one = self.decided(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(one, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(one.what)}</p><p>«{escape(_quote(one))}»</p>"
        return None

    def _cell(self, one: Decided, column: int) -> str:
        if column == 0:
            return moment(one.decision.created, datetime.now().astimezone().date(), window_language())
        if column == 1:
            return one.act if one.holds else f"{one.act}. {self.tr('Не действует: в тексте этого уже нет')}"
        if column == 2:
            return one.what
        return figure(one.decision.anchor.page_index + 1) if column == 3 else f"«{_quote(one)}»"


def _quote(one: Decided) -> str:
    return " ".join(one.decision.anchor.quote.split())
