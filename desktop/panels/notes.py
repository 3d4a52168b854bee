"""The notes panel: what the reader marked and wrote, here or everywhere, each a click from its passage."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.notes import NOTE_ROLE, NotesModel
from desktop.panels.labels import PlainLabel, hairline
from desktop.panels.message import PanelMessage
from desktop.panels.note_card import NoteDelegate, button_at
from desktop.state.counts import Noun, counted, figure
from desktop.state.notes import NotesPresenter
from desktop.theme import Palette, icon
from index.model.annotation import Annotation

_MARGIN: Final = 16
_UNDO_MS: Final = 10_000
_FILTER_MS: Final = 80
_BATCH: Final = 200
_ICON_PX: Final = 16


class NotesPanel(QWidget):
    """A list of notes with a filter; a click goes to the passage.

    Args:
        notes: What to show and whom to tell.
        palette: Colours.
        parent: Owner.

    Signals:
        edit_requested(Annotation, QRect): Open the editor beside this rectangle of the screen.
    """

    edit_requested = Signal(object, QRect)

    def __init__(self, notes: NotesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self.setAccessibleName(self.tr("Заметки"))
        self._here = self._switch(self.tr("Этот документ"))
        self._all = self._switch(self.tr("Все документы"))
        self._scope = QButtonGroup(self)
        self._scope.addButton(self._here)
        self._scope.addButton(self._all)
        self._here.setChecked(True)
        self._scope.buttonClicked.connect(self._on_scope_changed)
        self._filter = QLineEdit(placeholderText=self.tr("Найти в заметках"), clearButtonEnabled=True)
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter_pause = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self._filter.textChanged.connect(self._filter_pause.start)
        self._filter_pause.timeout.connect(self._on_filter_changed)
        self._model = NotesModel(self)
        self._delegate = NoteDelegate(palette, self)
        self._list = _NoteList(self._model, self._delegate, self)
        self._message = PanelMessage(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._list)
        self._bar = _NoticeBar(palette, self)
        self._lay_out()
        self._connect()
        self._on_changed()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._delegate.set_palette_roles(palette)
        self._bar.set_palette_roles(palette)
        self._list.viewport().update()

    def select(self, annotation_id: str) -> None:
        """Make a note of the list current, for instance because its mark on the page was clicked."""
        row = self._model.row(annotation_id)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollTo(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the filter."""
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 8, _MARGIN, 4)
        row.setSpacing(4)
        row.addWidget(self._here)
        row.addWidget(self._all)
        row.addStretch()
        column.addLayout(row)
        self._filter_row = QWidget()
        filter_row = QHBoxLayout(self._filter_row)
        filter_row.setContentsMargins(_MARGIN, 4, _MARGIN, 6)
        filter_row.addWidget(self._filter)
        column.addWidget(self._filter_row)
        column.addWidget(self._pages, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._notes.changed.connect(self._on_changed)
        self._notes.deleted.connect(self._on_deleted)
        self._notes.failed.connect(self._bar.complain)
        self._bar.undo.clicked.connect(self._notes.undo)
        self._bar.undo.clicked.connect(self._bar.hide)
        self._list.chosen.connect(self._notes.go_to)
        self._list.edit_requested.connect(self.edit_requested)
        self._list.delete_requested.connect(lambda note: self._notes.delete(note.id))

    def _switch(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        return button

    def _on_scope_changed(self) -> None:
        if self._all.isChecked():
            self._notes.shelf.load_everything()
        self._on_changed()

    def _on_filter_changed(self) -> None:
        self._model.set_filter(self._filter.text())
        self._show_page()

    def _on_changed(self) -> None:
        if self._all.isChecked():
            shown = self._notes.shelf.everything()
            titles = {note.document_id: self._notes.shelf.title(note.document_id) for note in shown}
        else:
            shown, titles = self._notes.marks(), {}
        self._model.show_notes(shown, titles)
        here = len(self._notes.marks())
        self._here.setText(f"{self.tr('Этот документ')} {figure(here)}" if here else self.tr("Этот документ"))
        self._show_page()

    def _show_page(self) -> None:
        self._filter_row.setVisible(self._model.total > 1)
        if self._model.rowCount():
            self._pages.setCurrentWidget(self._list)
            return
        if self._model.total:
            self._message.say(self.tr("Ничего не подошло"), self.tr("Измените слова в поле сверху."))
        else:
            self._message.say(
                self.tr("Заметок пока нет"),
                self.tr(
                    "Выделите слова на странице мышью и выберите цвет маркера. К выделенному можно "
                    "написать заметку: она останется и после того, как вы закроете программу."
                ),
            )
        self._pages.setCurrentWidget(self._message)

    def _on_deleted(self, gone: tuple[Annotation, ...]) -> None:
        if len(gone) > 1:
            words = self.tr("Удалено: {notes}").format(notes=counted(len(gone), Noun.NOTE))
        else:
            words = self.tr("Заметка удалена") if gone[0].note.strip() else self.tr("Выделение снято")
        self._bar.offer_undo(words)


class _NoteList(QListView):
    """The list itself; keys do everything the pointer does.

    Signals:
        chosen(Annotation): Go there.
        edit_requested(Annotation, QRect): Edit it; where it is on the screen.
        delete_requested(Annotation): Delete it.
    """

    chosen = Signal(object)
    edit_requested = Signal(object, QRect)
    delete_requested = Signal(object)

    def __init__(self, model: NotesModel, delegate: NoteDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = QPoint()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setObjectName("notes")
        self.setAccessibleName(self.tr("Список заметок"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Cards are of different heights: measuring thousands of them at once would stop the window.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._go)
        delegate.edit_requested.connect(self._edit)
        delegate.delete_requested.connect(lambda index: self.delete_requested.emit(index.data(NOTE_ROLE)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes there, F2 edits, Delete deletes."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(index.data(NOTE_ROLE))
        elif event.key() == Qt.Key.Key_F2:
            self._edit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(index.data(NOTE_ROLE))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(index.data(NOTE_ROLE).anchor.quote)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where the press was: a click on the pencil or the bin must not go to the passage too."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if not button_at(self.visualRect(index), self._pressed):
            self.chosen.emit(index.data(NOTE_ROLE))

    def _edit(self, index: QModelIndex) -> None:
        rect = self.visualRect(index)
        on_screen = QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
        self.edit_requested.emit(index.data(NOTE_ROLE), on_screen)

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid():
            menu = self.menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with a note."""
        note: Annotation = index.data(NOTE_ROLE)
        menu = QMenu(self)

        def action(text: str, key: str) -> QAction:
            made = menu.addAction(text)
            made.setShortcut(QKeySequence(key))
            return made

        action(self.tr("Показать на странице"), "Return").triggered.connect(lambda: self.chosen.emit(note))
        action(self.tr("Изменить…"), "F2").triggered.connect(lambda: self._edit(index))
        copy = action(self.tr("Копировать выделенные слова"), "Ctrl+C")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(note.anchor.quote))
        menu.addSeparator()
        action(self.tr("Удалить"), "Del").triggered.connect(lambda: self.delete_requested.emit(note))
        return menu


class _NoticeBar(QWidget):
    """What has just happened: a deletion that can be undone for a while, or a failure."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = PlainLabel(wraps=True)
        self.undo = QPushButton(self.tr("Вернуть"))
        self.undo.setProperty("role", "link")
        self._close = QToolButton(self)
        self._close.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._close.setToolTip(self.tr("Скрыть"))
        self._close.setAccessibleName(self.tr("Скрыть"))
        self._close.clicked.connect(self.hide)
        self._end = QTimer(self, singleShot=True, interval=_UNDO_MS)
        self._end.timeout.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo)
        row.addWidget(self._close)
        column.addLayout(row)
        self.set_palette_roles(palette)
        self.hide()

    def offer_undo(self, text: str) -> None:
        """Say that something was deleted and how to bring it back, for a while."""
        self._say(text, "")
        self.undo.show()
        self._end.start()

    def complain(self, text: str) -> None:
        """Say that something went wrong, until it is read."""
        self._end.stop()
        self._say(text, "error")
        self.undo.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._close.setIcon(icon("x", palette.muted, _ICON_PX))

    def _say(self, text: str, role: str) -> None:
        self._text.setText(text)
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            self._text.style().polish(self._text)
        self.show()
