"""The list of notes: the pointer and the keys do everything."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.models.notes import NOTE_ROLE, NotesModel
from desktop.panels.note_card import NoteDelegate, button_at
from index.model.annotation import Annotation

_BATCH: Final = 30
_SEVERAL: Final = 2
"""From so many chosen notes on they are dealt with together."""


class NoteList(QListView):
    """Cards of notes, of which several can be chosen.

    Signals:
        chosen(Annotation): Go there.
        edit_requested(Annotation, QRect): Edit it; where it is on the screen.
        delete_requested(tuple[Annotation, ...]): Delete these.
        menu_requested(QPoint): The menu of the chosen notes is wanted, at a place on the screen.
        several_chosen(tuple[Annotation, ...]): These are chosen; empty when it is one or none.
    """

    chosen = Signal(object)
    edit_requested = Signal(object, QRect)
    delete_requested = Signal(object)
    menu_requested = Signal(QPoint)
    several_chosen = Signal(object)

    def __init__(self, model: NotesModel, delegate: NoteDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed, self._is_choosing = QPoint(), False
        self._delegate, self._notes = delegate, model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setObjectName("notes")
        self.setAccessibleName(self.tr("Список заметок"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Cards are of different heights: measuring thousands of them at once would stop the window.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._go)
        delegate.edit_requested.connect(self.edit_at)
        delegate.delete_requested.connect(lambda index: self.delete_requested.emit((index.data(NOTE_ROLE),)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def notes_chosen(self) -> tuple[Annotation, ...]:
        """Return the notes that are chosen, each once, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        notes = (self._notes.index(row).data(NOTE_ROLE) for row in rows)
        return tuple({note.id: note for note in notes if note is not None}.values())

    def select(self, annotation_id: str) -> None:
        """Make a note current and bring it into sight."""
        row = self._notes.row(annotation_id)
        if row >= 0:
            self.setCurrentIndex(self._notes.index(row))
            self.scrollTo(self._notes.index(row))

    def edit_note(self, annotation_id: str) -> None:
        """Ask for the editor of a note of the list."""
        if (row := self._notes.row(annotation_id)) >= 0:
            self.edit_at(self._notes.index(row))

    def edit_at(self, index: QModelIndex) -> None:
        """Ask for the editor of the note in a row."""
        rect = self.visualRect(index)
        on_screen = QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
        self.edit_requested.emit(index.data(NOTE_ROLE), on_screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes there, F2 edits; Delete and Ctrl+C are for all that are chosen, Escape chooses one."""
        index, key, chosen = self.currentIndex(), event.key(), self.notes_chosen()
        if chosen and key == Qt.Key.Key_Delete:
            self.delete_requested.emit(chosen)
        elif chosen and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_quotes()
        elif len(chosen) >= _SEVERAL and key == Qt.Key.Key_Escape:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif index.data(NOTE_ROLE) is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(index.data(NOTE_ROLE))
        elif index.data(NOTE_ROLE) is not None and key == Qt.Key.Key_F2:
            self.edit_at(index)
        else:
            super().keyPressEvent(event)

    def copy_quotes(self) -> None:
        """Put the words that are marked by the chosen notes on the clipboard, one passage a line."""
        quotes = [" ".join(note.anchor.quote.split()) for note in self.notes_chosen()]
        QGuiApplication.clipboard().setText("\n".join(quotes))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where the press was: a click on a button or a link must not go to the passage too."""
        self._pressed = event.position().toPoint()
        # With Ctrl or Shift a click chooses one more.
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self._is_choosing = bool(event.modifiers() & keys)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand over links."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        target = self._delegate.target_at(self.visualRect(index), point, index) if index.isValid() else None
        shape = Qt.CursorShape.ArrowCursor if target is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Tell when several notes are chosen."""
        super().selectionChanged(selected, deselected)
        notes = self.notes_chosen()
        self.several_chosen.emit(notes if len(notes) >= _SEVERAL else ())

    def _go(self, index: QModelIndex) -> None:
        rect = self.visualRect(index)
        if button_at(rect, self._pressed) or self._delegate.target_at(rect, self._pressed, index) is not None:
            return
        if index.data(NOTE_ROLE) is not None and not self._is_choosing:
            self.chosen.emit(index.data(NOTE_ROLE))

    def _ask_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid() and index.data(NOTE_ROLE) is not None:
            self.menu_requested.emit(self.viewport().mapToGlobal(point))
