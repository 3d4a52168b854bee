"""Saved and past searches in the window: the star and the clock of the field, the entries of the library."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint

from desktop.dialogs.search_name import SearchNameDialog
from desktop.panels.history_menu import history_menu
from desktop.windows.main import MainWindow
from index.model.study import SavedSearch


class Searching(QObject):
    """Keeps, names, forgets and asks searches, as the reader commands.

    Args:
        window: The furnished window; also the owner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._search, self._searches = window.presenters.search, window.presenters.searches
        self._field = window.columns.search.field
        self._field.saving_requested.connect(self.name_search)
        self._field.history_requested.connect(self.show_history)
        self._field.textChanged.connect(self._show_saved)
        self._field.returnPressed.connect(self._go_to_pages)
        window.columns.library.saved.rename_requested.connect(self._rename)
        self._searches.changed.connect(self._update)
        self._update()

    def _go_to_pages(self) -> None:
        """Let keys move the pages after the first hit was asked for; without hits the query comes next."""
        answer = self._search.answer
        if answer is not None and answer.hits:
            self._window.columns.pages.setFocus()

    def name_search(self) -> None:
        """Ask for a name for what is in the field, or change the one it has."""
        self._search.search_now()
        query = self._search.scope.of(self._search.text)
        if not query:
            self._window.status.say(
                QCoreApplication.translate("MainWindow", "Сначала наберите запрос, который сохранить.")
            )
        elif (saved := self._searches.find_saved(query)) is not None:
            self._rename(saved)
        else:
            dialog = SearchNameDialog(query, "", self._window)
            dialog.name_entered.connect(self._searches.save)
            dialog.open()

    def show_history(self) -> None:
        """Open the menu of past and saved searches below the field."""
        field = self._field
        menu = history_menu(
            self._searches, self._search, self._window.looks.palette, field, width_px=field.width()
        )
        menu.popup(field.mapToGlobal(QPoint(0, field.height() + 2)))
        entries = [action for action in menu.actions() if not action.isSeparator()]
        menu.setActiveAction(entries[0])

    def _rename(self, saved: SavedSearch) -> None:
        dialog = SearchNameDialog(saved.query, saved.name, self._window)
        dialog.name_entered.connect(lambda name: self._searches.rename(saved, name))
        dialog.forget_requested.connect(lambda: self._searches.forget(saved))
        dialog.open()

    def _update(self) -> None:
        searches = self._searches
        self._field.offer_history(there_is=bool(searches.saved or searches.past))
        self._show_saved()

    def _show_saved(self) -> None:
        self._field.show_saved(is_saved=self._searches.find_saved(self._field.text()) is not None)
