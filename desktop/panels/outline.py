"""The table of contents of the open document: where the reader is in it, and the way to its sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.outline import NAME_ROLE, PAGE_ROLE, FoundSections, OutlineModel
from desktop.panels.labels import PlainLabel
from desktop.state.page_names import PageNames
from desktop.theme import TEXT_PX, Palette
from index.model.document import OutlineEntry

_LONG: Final = 12
"""A table of contents with more sections has a field to find them."""
_FILTER_MS: Final = 80
_ROW_PX: Final = 26
_PAD_PX: Final = 4
_RIGHT_PX: Final = 12
_INDENT_PX: Final = 14


class OutlineView(QWidget):
    """The table of contents.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        page_requested(int): The reader wants the section that begins on that page.
    """

    page_requested = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._found = FoundSections(self._model, self)
        self._page_index = 0
        self.field = QLineEdit(placeholderText=self.tr("Найти раздел"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self._pause = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._seek)
        self.tree = _tree(self)
        self.tree.setModel(self._found)
        self.tree.setAccessibleName(self.tr("Содержание документа"))
        self.tree.clicked.connect(self._ask)
        self.tree.activated.connect(self._ask)
        self._delegate = _SectionDelegate(palette, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self._message = PlainLabel("", "muted", wraps=True)
        self._message.setContentsMargins(16, 16, 16, 16)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_framed(self.field))
        column.addWidget(self._stack, 1)
        self.show_outline((), PageNames())

    @property
    def is_empty(self) -> bool:
        """Whether the document has no table of contents."""
        return self._model.rowCount() == 0

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._delegate.palette = palette
        self.tree.viewport().update()

    def show_outline(self, outline: Sequence[OutlineEntry], names: PageNames) -> None:
        """Show the table of contents of another document."""
        self._model.show_outline(outline, names)
        self.field.clear()
        self._pause.stop()
        self._seek()
        # Few sections are seen at a glance; of many, the parts come first.
        if len(outline) <= _LONG:
            self.tree.expandAll()
        self._frame().setVisible(len(outline) > _LONG)
        self.show_page(0)

    def show_page(self, page_index: int) -> None:
        """Light the section of the page that is looked at, or the closest one above it that is unfolded."""
        self._page_index = page_index
        section = self._found.mapFromSource(self._model.section_at(page_index))
        above = section.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                section = above
            above = above.parent()
        self._delegate.current = QPersistentModelIndex(section)
        self.tree.viewport().update()
        if section.isValid() and not self.tree.hasFocus():
            self.tree.setCurrentIndex(section)
            self.tree.scrollTo(section)

    def _seek(self) -> None:
        words = self.field.text()
        self._found.seek(words)
        if words.strip():
            self.tree.expandAll()
        self._message.setText(
            self.tr("В этом документе нет оглавления.") if self.is_empty else self.tr("Таких разделов нет.")
        )
        self._stack.setCurrentIndex(int(self._found.rowCount() == 0))
        self.show_page(self._page_index)

    def _ask(self, section: QModelIndex) -> None:
        self.page_requested.emit(section.data(PAGE_ROLE))

    def _frame(self) -> QWidget:
        frame = self.field.parentWidget()
        assert frame is not None
        return frame


class _SectionDelegate(QStyledItemDelegate):
    """Draws a section: its title, cut where it must be, and what its page is called.

    Args:
        palette: Colours.
        tree: The view.
    """

    def __init__(self, palette: Palette, tree: QTreeView) -> None:
        super().__init__(tree)
        self.palette = palette
        self.current = QPersistentModelIndex()
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:  # noqa: N802 - Qt's name
        """Qt's: all rows are of one height."""
        return QSize(80, _ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's: draw a row."""
        painter.save()
        rect: QRect = option.rect
        is_current = self.current.isValid() and QPersistentModelIndex(index) == self.current
        row = QRect(0, rect.top(), self._tree.viewport().width(), rect.height())
        if is_current:
            painter.fillRect(row, QColor(self.palette.accent_ground))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(self.palette.hover))
        font = QFont(option.font)
        font.setPixelSize(TEXT_PX)
        if is_current:
            font.setWeight(QFont.Weight.DemiBold)
        right = row.right() - _RIGHT_PX
        name = str(index.data(NAME_ROLE) or "")
        painter.setFont(font)
        metrics = painter.fontMetrics()
        page = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
        painter.setPen(QColor(self.palette.accent if is_current else self.palette.muted))
        painter.drawText(page, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), name)
        left = rect.left() + _PAD_PX
        room = right - metrics.horizontalAdvance(name) - 10 - left
        title = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, max(0, room))
        painter.setPen(QColor(self.palette.accent if is_current else self.palette.text))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, title)
        if option.state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setPen(QColor(self.palette.accent))
            painter.drawRoundedRect(row.adjusted(2, 1, -3, -2), 5, 5)
        painter.restore()


def _tree(parent: QWidget) -> QTreeView:
    tree = QTreeView(parent)
    tree.setObjectName("outline")
    tree.setHeaderHidden(True)
    tree.setUniformRowHeights(True)
    tree.setIndentation(_INDENT_PX)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setMouseTracking(True)
    return tree


def _framed(field: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(10, 10, 10, 6)
    column.addWidget(field)
    return frame
