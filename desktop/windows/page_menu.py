"""The menu at a place of a page: of the note there, of what is selected, of the place itself."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QMenu

from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer
from desktop.windows.main import MainWindow
from desktop.windows.noting import Noting
from desktop.windows.pinning import pin_at
from index.model.annotation import Annotation, AnnotationKind

_OF_SELECTION: Final = (
    *("copy", "copy_cited", "-", "highlight", "underline", "strike", "note", "-"),
    *("add_fact", "find_selection", "-"),
)


class PageMenu(QObject):
    """Makes the menu and carries out what is chosen in it.

    Args:
        window: The window; owns this.
        noting: Opens the editor of notes.
    """

    def __init__(self, window: MainWindow, noting: Noting) -> None:
        super().__init__(window)
        self._window, self._noting = window, noting
        window.columns.pages.menu_requested.connect(self._open)

    def menu(self, place: Place, where: QPoint) -> QMenu:
        """Return the menu for a place; `where` in global coordinates."""
        window = self._window
        menu = QMenu(window)
        found = window.columns.pages.mark_at(place)
        annotation = None
        if found is not None and found[0] is Layer.NOTES:
            annotation = window.presenters.notes.annotation(found[1].id)
        if annotation is not None:
            self._add_note(menu, annotation, where)
        if window.columns.pages.selected_span() is not None:
            for command in _OF_SELECTION:
                if command == "-":
                    menu.addSeparator()
                else:
                    menu.addAction(window.actions_table[command])
        for text, kind in (
            (self.tr("Заметка в этом месте…"), AnnotationKind.NOTE),
            (self.tr("Закладка в этом месте"), AnnotationKind.BOOKMARK),
        ):
            menu.addAction(text, partial(pin_at, window, place, kind))
        menu.addSeparator()
        tables = window.actions_table["tables"]
        menu.addAction(tables.icon(), tables.text(), partial(window.presenters.tables.find, place.page_index))
        return menu

    def _open(self, place: Place, where: QPoint) -> None:
        pages = self._window.columns.pages
        # Whoever asks, in the text or in the second place: what is chosen on the pages is chosen there.
        pages.choose_at(pages.point_of(place))
        menu = self.menu(place, where)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _add_note(self, menu: QMenu, annotation: Annotation, where: QPoint) -> None:
        notes = self._window.presenters.notes
        menu.addAction(self.tr("Изменить заметку…"), lambda: self._edit(annotation.id, where))
        if annotation.kind.is_of_words:
            kinds = menu.addMenu(self.tr("Чем отмечено"))
            for kind, name in _names().items():
                action = kinds.addAction(name, partial(notes.edit, annotation.id, kind=kind))
                action.setCheckable(True)
                action.setChecked(kind is annotation.kind)
        menu.addAction(self.tr("Удалить заметку"), lambda: notes.delete(annotation.id))
        menu.addSeparator()

    def _edit(self, annotation_id: str, where: QPoint) -> None:
        annotation = self._window.presenters.notes.annotation(annotation_id)
        if annotation is not None:
            self._noting.edit(annotation, QRect(where, QSize(1, 1)))


def _names() -> dict[AnnotationKind, str]:
    translate = QCoreApplication.translate
    return {
        AnnotationKind.HIGHLIGHT: translate("PageMenu", "Маркер"),
        AnnotationKind.UNDERLINE: translate("PageMenu", "Подчёркивание"),
        AnnotationKind.STRIKE: translate("PageMenu", "Зачёркивание"),
    }
