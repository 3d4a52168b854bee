"""What can be done with notes of the list: with one, with several, with a link."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.panels.note_menus import bulk_menu
from desktop.state.note_changes import BulkChange
from desktop.state.note_links import link_to_note
from desktop.state.notes import NotesPresenter
from index.model.annotation import Annotation, HighlightColor, Link

Notes = tuple[Annotation, ...]


class NoteActions(QWidget):
    """Makes menus and carries out what is chosen in them; never seen itself.

    Args:
        notes: Carries it out.
        copy: Puts the words of the chosen notes on the clipboard.
        parent: Owner.

    Signals:
        edit_requested(Annotation): Open the editor.
        history_requested(Annotation): Show how a note was before.
        link_requested(Annotation): Let a note lead to another one.
    """

    edit_requested = Signal(object)
    history_requested = Signal(object)
    link_requested = Signal(object)

    def __init__(self, notes: NotesPresenter, copy: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._notes, self._copy = notes, copy
        self.hide()

    def menu(self, chosen: Notes) -> QMenu:
        """Return what can be done with a note, or with several."""
        return self._of_one(chosen[0]) if len(chosen) == 1 else self.of_several(chosen)

    def of_several(self, chosen: Notes) -> QMenu:
        """Return what can be changed of several notes at once."""
        menu = bulk_menu(
            self,
            sorted({tag for note in chosen for tag in note.tags}),
            color=lambda color: self._recolor(chosen, color),
            add_tag=lambda: self._add_tags(chosen),
            remove_tag=lambda tag: self._notes.changes.edit_all(chosen, BulkChange(remove_tags=(tag,))),
        )
        menu.addSeparator()
        self._add(menu, self.tr("Копировать выделенные слова"), self._copy, "Ctrl+C")
        self._add(menu, self.tr("Удалить"), lambda: self.delete(chosen), "Del")
        return menu

    def delete(self, chosen: Notes) -> None:
        """Delete notes."""
        self._notes.delete(*(note.id for note in chosen))

    def follow(self, target: Link | str) -> None:
        """Go where a link leads; an address is opened by the system, and only when it was clicked."""
        if isinstance(target, str):
            QDesktopServices.openUrl(QUrl(target))
        else:
            self._notes.linking.follow(target)

    def _of_one(self, note: Annotation) -> QMenu:
        menu, linking = QMenu(self), self._notes.linking
        self._add(menu, self.tr("Показать на странице"), lambda: self._notes.go_to(note), "Return")
        self._add(menu, self.tr("Изменить…"), lambda: self.edit_requested.emit(note), "F2")
        self._add(menu, self.tr("Копировать выделенные слова"), self._copy, "Ctrl+C")
        menu.addSeparator()
        self._add(menu, self.tr("Связать с другой заметкой…"), lambda: self.link_requested.emit(note))
        self._add(menu, self.tr("Копировать ссылку на заметку"), lambda: linking.copy(link_to_note(note)))
        self._add_backlinks(menu, linking.pointing_at(note.id))
        self._add(menu, self.tr("Прежние состояния…"), lambda: self.history_requested.emit(note))
        menu.addSeparator()
        self._add(menu, self.tr("Удалить"), lambda: self.delete((note,)), "Del")
        return menu

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], key: str = "") -> QAction:
        made = menu.addAction(text)
        made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda _checked=False: act())
        return made

    def _add_backlinks(self, menu: QMenu, pointing: Notes) -> None:
        if pointing:
            made = menu.addMenu(self.tr("Ссылаются на неё"))
            for one in pointing:
                words = link_to_note(one).label.replace("&", "&&")
                made.addAction(words, partial(self._notes.go_to, one))

    def _recolor(self, chosen: Notes, color: HighlightColor) -> None:
        self._notes.changes.edit_all(chosen, BulkChange(color=color))

    def _add_tags(self, chosen: Notes) -> None:
        words, is_wanted = QInputDialog.getText(
            self.window(), self.tr("Добавить метку"), self.tr("Метки через запятую")
        )
        if is_wanted and words.strip():
            self._notes.changes.edit_all(chosen, BulkChange(add_tags=tuple(words.split(","))))
