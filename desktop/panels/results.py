"""The lists of the middle column: documents of the library, and documents with passages of an answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from desktop.models.documents import META_ROLE as DOCUMENT_META_ROLE
from desktop.models.documents import SUMMARY_ROLE, DocumentModel
from desktop.models.hits import META_ROLE, ROW_ROLE, HitModel, HitRow, RowKind
from desktop.panels import rows
from desktop.panels.row_list import RowDelegate, RowList
from desktop.state.filing import Filing
from desktop.theme import Palette
from index.model.document import DocumentId, DocumentSummary

AnyIndex = QModelIndex | QPersistentModelIndex


class DocumentDelegate(RowDelegate):
    """Draws a document: title, a line about it, and its marks."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        document = index.data(SUMMARY_ROLE)
        if not isinstance(document, DocumentSummary):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows.draw_ground(painter, option, self._colours, is_open=document.id == self.open_document)
        self.draw_document(painter, option, document, str(index.data(DOCUMENT_META_ROLE)))
        painter.restore()


class HitDelegate(RowDelegate):
    """Draws a document of an answer, a passage, or an offer of more."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, HitRow) or not isinstance(model, HitModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = rows.rect_of(option)
        is_open = row.kind is RowKind.HIT and model.hit(row).document.id == self.open_document
        rows.draw_ground(painter, option, self._colours, is_open=is_open)
        if row.kind is RowKind.HIT:
            if row.hit:
                rows.draw_rule(painter, rect, self._colours)
            self.draw_document(painter, option, model.hit(row).document, str(index.data(META_ROLE)))
        elif row.kind is RowKind.PASSAGE:
            passage = model.passage(row)
            page = QCoreApplication.translate("Hits", "с. {page}").format(page=passage.page_index + 1)
            self._snippets.draw(painter, rect, page, passage.snippet)
        else:
            text = str(index.data(Qt.ItemDataRole.DisplayRole))
            rows.draw_offer(painter, rect, self._fonts, self._colours, text)
        painter.restore()


class DocumentList(RowList):
    """The documents of the library; several can be chosen."""

    def __init__(self, palette: Palette, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__("documents", filing, _document_of_library, parent)
        self.documents = DocumentModel(self)
        self.setModel(self.documents)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows = DocumentDelegate(palette, filing, _document_of_library, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(self.tr("Документы архива"))


class HitList(RowList):
    """The answer of a search."""

    def __init__(self, palette: Palette, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__("results", filing, _document_of_answer, parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.rows = HitDelegate(palette, filing, _document_of_answer, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(self.tr("Найденные места"))

    def has_star(self, index: QModelIndex) -> bool:
        """Whether a row is that of a document, not of one of its passages."""
        row = index.data(ROW_ROLE)
        return isinstance(row, HitRow) and row.kind is RowKind.HIT


def _document_of_library(index: AnyIndex) -> DocumentId | None:
    document = index.data(SUMMARY_ROLE)
    return document.id if isinstance(document, DocumentSummary) else None


def _document_of_answer(index: AnyIndex) -> DocumentId | None:
    row, model = index.data(ROW_ROLE), index.model()
    if not isinstance(row, HitRow) or not isinstance(model, HitModel) or row.kind is RowKind.MORE_HITS:
        return None
    return model.hit(row).document.id
