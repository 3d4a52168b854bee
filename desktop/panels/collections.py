"""Collections and labels in the library column, with what can be done about them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.models.dragging import carried_documents
from desktop.panels.collection_tree import CollectionTree
from desktop.panels.labels import PlainLabel
from desktop.state.library import Library
from desktop.state.parts import CollectionPart
from desktop.theme import Palette, icon
from index.model.catalogue import Change, CollectionId
from index.model.document import DocumentId
from index.notes import arranging

_UNDO_MS: Final = 12_000


class CollectionsPanel(QWidget):
    """A heading with a plus, the tree, and after a removal the offer to take it back.

    Args:
        library: Which part is shown; collections and marks.
        palette: Colours.
        parent: Owner.

    Signals:
        note_requested(str): The reader wants to write about a collection.
    """

    note_requested = Signal(str)

    def __init__(self, library: Library, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._filing = library, library.filing
        self.setAcceptDrops(True)
        self.tree = CollectionTree(palette)
        self.add = QToolButton()
        self.add.setProperty("role", "small")
        self.add.setIconSize(QSize(15, 15))
        self.add.setAccessibleName(self.tr("Новая коллекция"))
        self.add.setToolTip(self.add.accessibleName())
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hint = PlainLabel(
            self.tr("Собирайте документы по темам: нажмите + или перетащите их сюда."), "muted", wraps=True
        )
        self._hint.setContentsMargins(10, 0, 10, 4)
        self._undo = QPushButton(self.tr("Вернуть коллекцию"))
        self._undo.setProperty("role", "link")
        self._undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self._undo.hide()
        self._removed = Change()
        self._fade = QTimer(self, singleShot=True, interval=_UNDO_MS)
        self._fade.timeout.connect(self._undo.hide)
        self._lay_out()
        self._connect()
        self.set_palette_roles(palette)
        self._show()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.add.setIcon(icon("plus", palette.muted, 15))
        self.tree.rows.set_palette_roles(palette)
        self.tree.viewport().update()

    def menu(self, collection_id: CollectionId) -> QMenu:
        """Return what can be done with a collection."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, keys, call in (
            (self.tr("Переименовать"), "F2", lambda: self.tree.name(collection_id)),
            (self.tr("Новая коллекция внутри"), "", lambda: self._filing.add_collection(collection_id)),
            (self.tr("Заметка к коллекции…"), "", lambda: self.note_requested.emit(collection_id)),
            ("", "", None),
            (self.tr("Убрать коллекцию"), "Del", lambda: self._filing.remove_collection(collection_id)),
        ):
            if call is None:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.triggered.connect(call)
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take documents that are let go beside the tree: they make a new collection."""
        if carried_documents(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Make a collection of the documents."""
        if documents := carried_documents(event.mimeData()):
            event.acceptProposedAction()
            self._filing.add_collection(None, documents)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tree in the font of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.tree.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        heading = PlainLabel(self.tr("КОЛЛЕКЦИИ"), "heading")
        heading.setContentsMargins(10, 0, 0, 0)
        head.addWidget(heading, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.tree)
        below = QHBoxLayout()
        below.setContentsMargins(6, 0, 0, 0)
        below.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)

    def _connect(self) -> None:
        tree, filing = self.tree, self._filing
        self.add.clicked.connect(lambda _checked: filing.add_collection())
        self._undo.clicked.connect(self._undo.hide)
        self._undo.clicked.connect(lambda: filing.bring_back(self._removed))
        filing.removed.connect(self._offer_undo)
        tree.chosen.connect(lambda id_: self._library.choose(CollectionPart(CollectionId(id_))))
        tree.remove_requested.connect(lambda id_: filing.remove_collection(CollectionId(id_)))
        tree.menu_requested.connect(self._show_menu)
        model = tree.collections
        model.renamed.connect(lambda id_, name: filing.do(arranging.renamed(CollectionId(id_), name)))
        model.moved.connect(lambda id_, above, row: filing.do(arranging.moved(CollectionId(id_), above, row)))
        model.filled.connect(self._fill)
        filing.made.connect(lambda id_: tree.name(CollectionId(id_)))
        self._library.changed.connect(self._show)
        self._library.section_changed.connect(self._show_chosen)

    def _offer_undo(self, change: Change) -> None:
        self._removed = change
        self._undo.show()
        self._fade.start()

    def _fill(self, collection_id: str, documents: tuple[DocumentId, ...]) -> None:
        self._filing.collect(CollectionId(collection_id), documents)

    def _show_menu(self, collection_id: str, where: QPoint) -> None:
        self.menu(CollectionId(collection_id)).popup(where)

    def _show_chosen(self) -> None:
        part = self._library.section
        self.tree.show_chosen(part.id if isinstance(part, CollectionPart) else None)

    def _show(self) -> None:
        catalogue = self._filing.catalogue
        self.tree.show_catalogue(catalogue, self._library.held)
        self._show_chosen()
        self.tree.setVisible(bool(catalogue.collections))
        self._hint.setVisible(not catalogue.collections)
