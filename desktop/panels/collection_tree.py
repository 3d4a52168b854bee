"""The collections in the library column: a tree as high as its rows, in the looks of the other entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.models.collections import COUNT_ROLE, ID_ROLE, CollectionModel
from desktop.models.dragging import carried_documents
from desktop.state.counts import figure
from desktop.theme import TEXT_PX, Palette, icon
from index.model.catalogue import Catalogue, CollectionId
from index.model.document import DocumentId

ROW_PX: Final = 31
_INDENT_PX: Final = 14
_ICON_PX: Final = 17
_PAD_PX: Final = 10
_ARROW_PX: Final = 10
_TARGET_PX: Final = 1.5
_TEXT_LEFT: Final = _PAD_PX + _ICON_PX + 8

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CollectionDelegate(QStyledItemDelegate):
    """Draws an entry: arrow, folder, name, count; the field to name it covers the name alone."""

    def __init__(self, palette: Palette, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self.chosen: CollectionId | None = None
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours; drawings are made once, not for each row."""
        self._roles = palette
        self._folder = icon("folder", palette.muted, _ICON_PX)
        self._chosen_folder = icon("folder", palette.accent, _ICON_PX)
        self._open_arrow = icon("chevron-down", palette.muted, _ARROW_PX)
        self._arrow = icon("chevron-right", palette.muted, _ARROW_PX)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the one height of all rows."""
        return QSize(0, ROW_PX)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        """Leave the folder in sight."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(_TEXT_LEFT - 8, 1, 0, -1))

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex
    ) -> QWidget:
        """Return the field for the name."""
        field = QLineEdit(parent)
        field.setProperty("role", "inPlace")
        return field

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        roles, is_chosen = self._roles, index.data(ID_ROLE) == self.chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, state, is_chosen=is_chosen)
        colour = roles.accent if is_chosen else roles.text
        if self._tree.model().hasChildren(index):
            drawn = self._open_arrow if state & QStyle.StateFlag.State_Open else self._arrow
            arrow = QRect(rect.left(), rect.center().y() - _ARROW_PX // 2 + 1, _ARROW_PX, _ARROW_PX)
            drawn.paint(painter, arrow)
        folder = QRect(rect.left() + _PAD_PX, rect.center().y() - _ICON_PX // 2 + 1, _ICON_PX, _ICON_PX)
        (self._chosen_folder if is_chosen else self._folder).paint(painter, folder)
        small, font = QFont(self._tree.font()), QFont(self._tree.font())
        small.setPixelSize(TEXT_PX - 1)
        font.setPixelSize(TEXT_PX)
        font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        count = figure(index.data(COUNT_ROLE))
        painter.setFont(small)
        painter.setPen(QColor(roles.muted))
        painter.drawText(rect.adjusted(0, 0, -_PAD_PX, 0), _RIGHT, count)
        room = rect.width() - _TEXT_LEFT - _PAD_PX - QFontMetrics(small).horizontalAdvance(count) - 8
        cut = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, max(20, room))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect.adjusted(_TEXT_LEFT, 0, 0, 0), _LEFT, cut)
        painter.restore()

    def draw_target(
        self, painter: QPainter, rect: QRect, where: QAbstractItemView.DropIndicatorPosition
    ) -> None:
        """Draw where what is dragged would fall: a frame about a row, or a line between two."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._roles.accent), _TARGET_PX))
        width = self._tree.viewport().width()
        if where is QAbstractItemView.DropIndicatorPosition.OnItem:
            box = QRectF(0, rect.top(), width, rect.height()).adjusted(1, 2, -1, -2)
            painter.drawRoundedRect(box, 7, 7)
        elif where is not QAbstractItemView.DropIndicatorPosition.OnViewport:
            is_above = where is QAbstractItemView.DropIndicatorPosition.AboveItem
            y = rect.top() if is_above else rect.bottom()
            painter.drawLine(rect.left() + _PAD_PX, y, width - _PAD_PX, y)

    def _draw_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_chosen: bool
    ) -> None:
        roles = self._roles
        box = QRectF(0, rect.top(), self._tree.viewport().width(), rect.height()).adjusted(0.5, 1, -0.5, -1)
        is_current = self._tree.hasFocus() and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(roles.accent), 1) if is_current else Qt.PenStyle.NoPen)
        if is_chosen:
            painter.setBrush(QColor(roles.accent_ground))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(roles.hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 7, 7)


class CollectionTree(QTreeView):
    """The tree.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        chosen(str): The reader wants to see a collection.
        remove_requested(str): The reader wants it away.
        menu_requested(str, QPoint): The reader wants to know what can be done with it; a point of the screen.
    """

    chosen = Signal(str)
    remove_requested = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.collections = CollectionModel(self)
        self.setModel(self.collections)
        self.rows = CollectionDelegate(palette, self)
        self.setItemDelegate(self.rows)
        self._folded: set[str] = set()
        self._under = QPersistentModelIndex()
        self.setObjectName("collections")
        self.setAccessibleName(self.tr("Коллекции"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(_INDENT_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self.expanded.connect(lambda index: self._on_folded(index, is_folded=False))
        self.collapsed.connect(lambda index: self._on_folded(index, is_folded=True))
        self._fit()

    @property
    def folded(self) -> tuple[str, ...]:
        """The collections that are folded."""
        return tuple(sorted(self._folded))

    def fold(self, collection_ids: Iterable[str]) -> None:
        """Fold these collections, now or when they come, and no others."""
        self._folded = set(collection_ids)
        self._unfold_others()

    def show_chosen(self, chosen: CollectionId | None) -> None:
        """Show which collection is chosen; None for none."""
        self.rows.chosen = chosen
        self.viewport().update()

    def show_catalogue(self, catalogue: Catalogue, held: frozenset[DocumentId]) -> None:
        """Show these collections, see `CollectionModel.show_catalogue`."""
        current = self.collections.id_at(self.currentIndex())
        if self.collections.show_catalogue(catalogue, held):
            self._unfold_others()
            if current is not None and current in catalogue.collections:
                self.setCurrentIndex(self.collections.index_of(current))
        self.viewport().update()

    def name(self, collection_id: CollectionId) -> None:
        """Let the reader give a collection a name, where it stands."""
        index = self.collections.index_of(collection_id)
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.setFocus()
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Enter or Space, take away with Delete; F2 and the arrows are Qt's."""
        id_ = self.collections.id_at(self.currentIndex())
        if id_ is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(id_)
        elif id_ is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(id_)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fold and unfold at the arrow."""
        index = self.indexAt(event.position().toPoint())
        if self._is_on_arrow(event, index):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_clicked = event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex()
        id_ = self.collections.id_at(index)
        if id_ is not None and is_clicked and not self._is_on_arrow(event, index):
            self.chosen.emit(id_)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of an entry."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if (id_ := self.collections.id_at(index)) is not None:
            rect = self.visualRect(index)
            where = self.viewport().mapToGlobal(rect.bottomLeft()) if is_by_key else event.globalPos()
            self.menu_requested.emit(id_, where)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Let documents fall on a whole row: they cannot stand between two collections."""
        self.setDragDropOverwriteMode(bool(carried_documents(event.mimeData())))
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where it would fall."""
        super().dragMoveEvent(event)
        self._under = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tree, and where what is dragged would fall in the looks of the rows."""
        painter = QPainter(self.viewport())
        self.drawTree(painter, event.region())
        if self.state() is QAbstractItemView.State.DraggingState and self._under.isValid():
            rect = self.visualRect(self._under)
            self.rows.draw_target(painter, rect, self.dropIndicatorPosition())
        painter.end()

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Draw nothing: the arrow stands in the row."""

    def _is_on_arrow(self, event: QMouseEvent, index: QModelIndex) -> bool:
        has_arrow = index.isValid() and self.model().hasChildren(index)
        return has_arrow and event.position().x() < self.visualRect(index).left() + _ARROW_PX

    def _on_folded(self, index: QModelIndex, *, is_folded: bool) -> None:
        id_ = self.collections.id_at(index)
        if id_ is not None:
            (self._folded.add if is_folded else self._folded.discard)(id_)
        self._fit()

    def _unfold_others(self) -> None:
        for id_ in self.collections.ids():
            self.setExpanded(self.collections.index_of(id_), id_ not in self._folded)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows in sight."""
        self.setFixedHeight(self._rows_below(QModelIndex()) * ROW_PX)

    def _rows_below(self, above: QModelIndex) -> int:
        inner = (self.collections.index(row, 0, above) for row in range(self.collections.rowCount(above)))
        return sum(1 + (self._rows_below(index) if self.isExpanded(index) else 0) for index in inner)
