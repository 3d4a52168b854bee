"""The pages of a document as a list, as Qt wants it: for the small pictures of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.state.page_names import PageNames

DOTS_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Roles of what is lit on the page, each once (see `desktop.pageview.inks.Inks.bar`)."""

AnyIndex = QModelIndex | QPersistentModelIndex


class SheetsModel(QAbstractListModel):
    """Pages, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = PageNames()
        self._dots: Mapping[int, tuple[str, ...]] = {}

    def show_pages(self, names: PageNames) -> None:
        """Show the pages of another document; nothing is lit on them yet."""
        self.beginResetModel()
        self._names, self._dots = names, {}
        self.endResetModel()

    def show_dots(self, dots: Mapping[int, tuple[str, ...]]) -> None:
        """Show on which pages something is lit."""
        if dots != self._dots and len(self._names):
            self._dots = dots
            self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1), [DOTS_ROLE])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a page."""
        page_index = index.row()
        if not index.isValid() or not 0 <= page_index < len(self._names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = self._names.name(page_index)
            return f"{name} ({page_index + 1})" if name != str(page_index + 1) else name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Страница {name}").format(name=self._names.name(page_index))
        return self._dots.get(page_index, ()) if role == DOTS_ROLE else None
