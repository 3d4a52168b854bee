"""The lists of the middle column: documents of the library, and documents with passages of an answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.documents import META_ROLE as DOCUMENT_META_ROLE
from desktop.models.documents import SUMMARY_ROLE, DocumentModel
from desktop.models.hits import META_ROLE, ROW_ROLE, HitModel, HitRow, RowKind
from desktop.panels import rows
from desktop.theme import Palette
from index.model.document import DocumentId, DocumentSummary

AnyIndex = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """What both lists share: height, fonts, colours, and which document is open."""

    def __init__(self, palette: Palette, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.open_document: DocumentId | None = None
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._colours = palette
        self._fonts = rows.RowFonts.of(self._view.font())
        self._snippets = rows.SnippetPainter(palette, self._fonts)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the one size of all rows."""
        return rows.row_size()


class DocumentDelegate(_RowDelegate):
    """Draws a document: title, and a line about it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        document = index.data(SUMMARY_ROLE)
        if not isinstance(document, DocumentSummary):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows.draw_ground(painter, option, self._colours, is_open=document.id == self.open_document)
        rect = rows.rect_of(option)
        rows.draw_document(
            painter, rect, self._fonts, self._colours, document.title, str(index.data(DOCUMENT_META_ROLE))
        )
        painter.restore()


class HitDelegate(_RowDelegate):
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
            title = model.hit(row).document.title
            rows.draw_document(painter, rect, self._fonts, self._colours, title, str(index.data(META_ROLE)))
        elif row.kind is RowKind.PASSAGE:
            passage = model.passage(row)
            page = QCoreApplication.translate("Hits", "с. {page}").format(page=passage.page_index + 1)
            self._snippets.draw(painter, rect, page, passage.snippet)
        else:
            text = str(index.data(Qt.ItemDataRole.DisplayRole))
            rows.draw_offer(painter, rect, self._fonts, self._colours, text)
        painter.restore()


class RowList(QListView):
    """A list of rows of one height that opens what is clicked or entered.

    Signals:
        row_opened(int): The reader wants what is in that row.
        left_upwards(): The reader pressed Up in the first row.
    """

    row_opened = Signal(int)
    left_upwards = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalScrollBar().setSingleStep(QFontMetrics(self.font()).height() * 2)
        self.clicked.connect(lambda index: self.row_opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, leave upwards from the first row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def show_row(self, number: int) -> None:
        """Select a row and bring it into view, without opening it."""
        index = self.model().index(number, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)


class DocumentList(RowList):
    """The documents of the library."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__("documents", "", parent)
        self.documents = DocumentModel(self)
        self.setModel(self.documents)
        self.rows = DocumentDelegate(palette, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(self.tr("Документы архива"))


class HitList(RowList):
    """The answer of a search."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__("results", "", parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.rows = HitDelegate(palette, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(self.tr("Найденные места"))
