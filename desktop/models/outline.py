"""The table of contents of a document as a tree, as Qt wants it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop.state.page_names import PageNames
from index.model.document import OutlineEntry
from index.text.normalise import fold

PAGE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Index of the page where the section begins."""
NAME_ROLE: Final = PAGE_ROLE + 1
"""What that page is called."""
_FOLDED_ROLE: Final = PAGE_ROLE + 2

AnyIndex = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Sections, each below the one that it is a part of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[tuple[int, QStandardItem], ...] = ()

    def show_outline(self, outline: Sequence[OutlineEntry], names: PageNames) -> None:
        """Show these sections. A level that is left out does not matter: the section goes one down."""
        self.clear()
        open_sections: list[tuple[int, QStandardItem]] = []
        made: list[tuple[int, QStandardItem]] = []
        for entry in outline:
            while open_sections and open_sections[-1][0] >= entry.level:
                open_sections.pop()
            item = _item(entry, names)
            (open_sections[-1][1] if open_sections else self.invisibleRootItem()).appendRow(item)
            open_sections.append((entry.level, item))
            made.append((item.data(PAGE_ROLE), item))
        self._sections = tuple(made)

    def section_at(self, page_index: int) -> QModelIndex:
        """Return the section a page belongs to: the one that began last; invalid before the first.

        Where several begin on one page it is the first of them.
        """
        last = max((begins for begins, _item in self._sections if begins <= page_index), default=None)
        found = next((item for begins, item in self._sections if begins == last), None)
        return QModelIndex() if found is None else found.index()


class FoundSections(QSortFilterProxyModel):
    """The sections whose titles hold some words, with the ones they are parts of."""

    def __init__(self, model: OutlineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def seek(self, text: str) -> None:
        """Show the sections with these words, or beginnings of words; all of them for no words."""
        self.beginFilterChange()
        self._words = tuple(map(fold, text.split()))
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:  # noqa: N802 - Qt's name
        """Qt's: whether a section is shown."""
        title = self.sourceModel().index(row, 0, parent).data(_FOLDED_ROLE) or ""
        return all(word in title for word in self._words)


def _item(entry: OutlineEntry, names: PageNames) -> QStandardItem:
    page_index = min(max(0, entry.page_index), max(0, len(names) - 1))
    name = names.name(page_index) if len(names) else ""
    item = QStandardItem(entry.title)
    item.setEditable(False)
    item.setData(page_index, PAGE_ROLE)
    item.setData(name, NAME_ROLE)
    item.setData(fold(entry.title), _FOLDED_ROLE)
    item.setToolTip(escape(entry.title))
    item.setData(f"{entry.title}, {name}", Qt.ItemDataRole.AccessibleTextRole)
    return item
