"""A list of rows about documents: opened by a click or Enter, marked by keys, dragged into collections."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop.models.dragging import carrying_documents
from desktop.panels import rows
from desktop.panels.carried import carried_picture
from desktop.panels.row_marks import MarkIcons, Pens, Shown, draw_marks, is_on_star, room_of
from desktop.state.filing import Filing
from desktop.theme import Palette
from index.model.catalogue import NO_MARKS, Marks, ReadState
from index.model.document import DocumentId, DocumentSummary

AnyIndex = QModelIndex | QPersistentModelIndex

_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# What is being read is never drawn as unread is.
_NEVER_FULL: Final = 0.95
# The same keys in both layouts.
_STAR_KEYS, _READ_KEYS = frozenset(("s", "ы")), frozenset(("r", "к"))


class RowDelegate(QStyledItemDelegate):
    """What both lists share: height, fonts, colours, which document is open, and its marks."""

    def __init__(
        self,
        palette: Palette,
        filing: Filing,
        document_at: Callable[[AnyIndex], DocumentId | None],
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._view, self._filing, self._document_at = view, filing, document_at
        self.open_document: DocumentId | None = None
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._colours = palette
        self._fonts = rows.RowFonts.of(self._view.font())
        self._snippets = rows.SnippetPainter(palette, self._fonts)
        self._pens = Pens(self._fonts, palette, MarkIcons.of(palette))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the one size of all rows."""
        return rows.row_size()

    def draw_document(
        self, painter: QPainter, option: QStyleOptionViewItem, document: DocumentSummary, meta: str
    ) -> None:
        """Draw the row of a document."""
        rect, marks = rows.rect_of(option), self._filing.marks(document.id)
        state: QStyle.StateFlag = option.state
        shown = Shown(
            marks,
            min(1.0, marks.reached / max(1, document.page_count)) * _NEVER_FULL,
            has_dot=document.id != self.open_document,
            offers_star=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        room = room_of(rect, self._fonts, shown)
        rows.draw_document(painter, rect, self._fonts, self._colours, (document.title, meta), room)
        draw_marks(painter, rect, self._pens, shown)

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Explain a row; of a document also what the reader marked and wrote."""
        document_id = self._document_at(index)
        marks = None if document_id is None else self._filing.marks(document_id)
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if marks is None or marks == NO_MARKS or event.type() != QEvent.Type.ToolTip or not tip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), f"{tip}<br>{_told(marks)}", view.viewport())
        return True


class RowList(QListView):
    """A list of rows of one height that opens what is clicked or entered.

    Args:
        name: Name of the object.
        filing: Collections and marks.
        document_at: Returns the document of a row; None for one without.
        parent: Owner.

    Signals:
        row_opened(int): The reader wants what is in that row.
        left_upwards(): The reader pressed Up in the first row.
        menu_requested(QMenu): A menu is about to be shown for the chosen documents; whoever knows what can be
            done with them adds it.
    """

    row_opened = Signal(int)
    left_upwards = Signal()
    menu_requested = Signal(object)

    def __init__(
        self,
        name: str,
        filing: Filing,
        document_at: Callable[[AnyIndex], DocumentId | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filing, self._document_at = filing, document_at
        self.setObjectName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalScrollBar().setSingleStep(QFontMetrics(self.font()).height() * 2)
        self.clicked.connect(self._on_clicked)
        filing.changed.connect(self.viewport().update)

    def chosen_documents(self) -> tuple[DocumentId, ...]:
        """Return the documents of the selected rows, from the top."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        found = (self._document_at(index) for index in indexes)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, leave upwards from the first row, mark with S and R."""
        letter = "" if event.modifiers() else event.text().lower()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0 and not event.modifiers():
            self.left_upwards.emit()
        elif letter in _STAR_KEYS:
            self._filing.toggle_star(self.chosen_documents())
        elif letter in _READ_KEYS:
            self._filing.toggle_read(self.chosen_documents())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Give the star or take it away where that is clicked; nothing is opened or selected."""
        star = self._star_at(event.position().toPoint())
        if star is not None and event.button() == Qt.MouseButton.LeftButton:
            self._filing.toggle_star((star,))
            event.accept()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Show what can be done with the chosen documents, or with the one that is pointed at."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            where = event.globalPos()
            index = self.indexAt(event.pos())
            if not self.selectionModel().isSelected(index):
                self.selectionModel().clearSelection()
                self.setCurrentIndex(index)
        self.menu().popup(where)

    def menu(self) -> QMenu:
        """Return the menu for the chosen documents."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu)
        return menu

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the chosen documents away, as a small picture of how many they are."""
        if documents := self.chosen_documents():
            drag = QDrag(self)
            drag.setMimeData(carrying_documents(documents))
            drag.setPixmap(carried_picture(self, len(documents)))
            drag.setHotSpot(QPoint(-10, -6))
            drag.exec(Qt.DropAction.CopyAction)

    def show_row(self, number: int) -> None:
        """Select a row and bring it into view, without opening it."""
        index = self.model().index(number, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def has_star(self, _index: QModelIndex) -> bool:
        """Whether a row is that of a document, with a star that can be clicked."""
        return True

    def _star_at(self, where: QPoint) -> DocumentId | None:
        index = self.indexAt(where)
        if not index.isValid() or not self.has_star(index) or not is_on_star(self.visualRect(index), where):
            return None
        return self._document_at(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        # With Ctrl or Shift several are chosen, none is opened.
        if not QGuiApplication.keyboardModifiers() & _SEVERAL:
            self.row_opened.emit(index.row())


def _told(marks: Marks) -> str:
    """Return what the marks of a document say, for a tooltip."""
    translate = QCoreApplication.translate
    lines = []
    if marks.state is ReadState.READING and marks.reached:
        lines.append(translate("RowList", "Читаю: до страницы {page}").format(page=marks.reached))
    elif marks.state is ReadState.READ:
        lines.append(translate("RowList", "Прочитано до конца"))
    if marks.labels:
        lines.append(translate("RowList", "Метки: {labels}").format(labels=", ".join(marks.labels)))
    return "<br>".join(escape(line).replace("\n", "<br>") for line in (*lines, marks.note) if line)
