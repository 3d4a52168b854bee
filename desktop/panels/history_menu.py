"""The menu of saved and past searches, below the field."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from desktop.state.counts import figure
from desktop.state.search import Search
from desktop.state.searches import SearchesPresenter
from desktop.theme import Palette, icon

SAVED_SHOWN: Final = 8
"""Saved searches in the menu; all of them stand in the library column."""
_FRAME_PX: Final = 90


def history_menu(
    searches: SearchesPresenter, search: Search, palette: Palette, parent: QWidget, width_px: int
) -> QMenu:
    """Return a menu that asks what is chosen in it.

    Args:
        searches: What there is to choose from.
        search: What is asked then.
        palette: Colours of the drawings.
        parent: Owner.
        width_px: How wide it shall be; queries that are longer are cut.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setMinimumWidth(width_px)
    menu.setAccessibleName(QCoreApplication.translate("History", "Прежние и сохранённые запросы"))
    for saved in searches.saved[:SAVED_SHOWN]:
        entry = menu.addAction(icon("star", palette.accent, 15), _cut(saved.name, menu, width_px))
        entry.setIconVisibleInMenu(True)
        entry.triggered.connect(partial(searches.use, saved))
    if searches.saved and searches.past:
        menu.addSeparator()
    for past in searches.past:
        documents = figure(past.documents)
        room = width_px - QFontMetrics(menu.font()).horizontalAdvance(documents)
        # What stands behind a tab is set at the right edge, where other menus have their keys.
        entry = menu.addAction(
            icon("clock", palette.muted, 15), f"{_cut(past.query, menu, room)}\t{documents}"
        )
        entry.setIconVisibleInMenu(True)
        entry.triggered.connect(partial(search.ask, past.query))
    menu.addSeparator()
    if searches.past:
        menu.addAction(
            QCoreApplication.translate("History", "Забыть прежние запросы"), searches.clear_history
        )
    keeps = menu.addAction(QCoreApplication.translate("History", "Запоминать запросы"))
    keeps.setCheckable(True)
    keeps.setChecked(searches.keeps_history)
    keeps.triggered.connect(lambda wanted: searches.keep_history(wanted=wanted))
    return menu


def _cut(words: str, menu: QMenu, width_px: int) -> str:
    cut = QFontMetrics(menu.font()).elidedText(
        " ".join(words.split()), Qt.TextElideMode.ElideRight, max(40, width_px - _FRAME_PX)
    )
    return cut.replace("&", "&&")
