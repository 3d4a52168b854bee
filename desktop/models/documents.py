"""The list of documents, as Qt wants it, and the one-line descriptions that lists and windows share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.state.counts import Noun, counted
from desktop.state.wording import worded
from index.model.document import DocumentId, DocumentSummary
from index.model.recognition import RECOGNISED
from index.model.said import sentences

SUMMARY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `DocumentSummary` of a row."""
META_ROLE: Final = SUMMARY_ROLE + 1
"""One line about the document: pages, date, what is wrong with it."""

AnyIndex = QModelIndex | QPersistentModelIndex


class DocumentModel(QAbstractListModel):
    """Documents, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[DocumentSummary, ...] = ()

    def set_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these; what only came, went or changed at one place does not disturb the rest of the view."""
        old, new = self._documents, tuple(documents)
        first, behind = _equal(old, new), 0
        if first < min(len(old), len(new)):
            behind = min(_equal(old[::-1], new[::-1]), min(len(old), len(new)) - first)
        gone, come = old[first : len(old) - behind], new[first : len(new) - behind]
        if not gone and not come:
            return
        if [one.id for one in gone] == [one.id for one in come]:
            self._documents = new
            self.dataChanged.emit(self.index(first), self.index(first + len(come) - 1))
        elif not come:
            self.beginRemoveRows(QModelIndex(), first, first + len(gone) - 1)
            self._documents = new
            self.endRemoveRows()
        elif not gone:
            self.beginInsertRows(QModelIndex(), first, first + len(come) - 1)
            self._documents = new
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._documents = new
            self.endResetModel()

    def row_of(self, document_id: DocumentId) -> int:
        """Return the row of a document; -1 when it is not in the list."""
        return next((row for row, one in enumerate(self._documents) if one.id == document_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Return the number of documents."""
        return 0 if parent.isValid() else len(self._documents)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: its document can be dragged away, too."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role shows of a row."""
        if not index.isValid() or not 0 <= index.row() < len(self._documents):
            return None
        show = _SHOWN.get(role)
        return show(self._documents[index.row()]) if show is not None else None


def _equal(some: Sequence[DocumentSummary], others: Sequence[DocumentSummary]) -> int:
    """Return how many are the same from the beginning."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def describe(document: DocumentSummary, match_count: int | None = None) -> str:
    """Return one line: «4 стр. · 5 мест · 05.12.2022»; the number of matches only where there is a query."""
    parts = [counted(document.page_count, Noun.PAGE)]
    if match_count is not None:
        parts.append(counted(match_count, Noun.PLACE))
    if document.date:
        parts.append(written_date(document.date))
    if any(part.code != RECOGNISED for notice in document.notices for part in sentences(notice)):
        parts.append(QCoreApplication.translate("Documents", "прочитан не весь"))
    if not document.is_indexed:
        parts.append(QCoreApplication.translate("Documents", "ещё не в поиске"))
    return " · ".join(parts)


def tooltip(document: DocumentSummary) -> str:
    """Return title, file and notices, safe where Qt guesses rich text."""
    lines = (document.title, document.file_name, *map(worded, document.notices))
    return "<br>".join(escape(line) for line in lines if line)


def written_date(iso: str) -> str:
    """Write an ISO date, possibly without day or month, as the language of the window does: 05.12.2022."""
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        pattern = QCoreApplication.translate("Documents", "{month}.{year}")
        return pattern.format(year=parts[0], month=parts[1])
    pattern = QCoreApplication.translate("Documents", "{day}.{month}.{year}")
    return pattern.format(year=parts[0], month=parts[1], day=parts[2][:2])


_SHOWN: Final[dict[int, Callable[[DocumentSummary], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda document: document.title,
    SUMMARY_ROLE: lambda document: document,
    META_ROLE: describe,
    Qt.ItemDataRole.ToolTipRole: tooltip,
    Qt.ItemDataRole.AccessibleTextRole: lambda document: f"{document.title}. {describe(document)}",
}
