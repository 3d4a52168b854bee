"""Menus made from the table of commands."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.actions import MENUS, Actions, Menu, translated


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Put every menu of the table into the bar."""
    for menu in MENUS:
        bar.addMenu(_made(menu, actions, bar))


def looks_menu(actions: Actions, parent: QMenuBar) -> QMenu:
    """Return the menu of the looks, for the button above the pages."""
    menu = QMenu(parent)
    menu.addAction(actions["theme_system"])
    menu.addSeparator()
    for look in ("theme_light", "theme_sepia", "theme_dark"):
        menu.addAction(actions[look])
    return menu


def _made(menu: Menu, actions: Actions, parent: QMenuBar | QMenu) -> QMenu:
    title, entries = menu
    made = QMenu(translated(title), parent)
    for entry in entries:
        if entry == "-":
            made.addSeparator()
        elif isinstance(entry, str):
            made.addAction(actions[entry])
        else:
            made.addMenu(_made(entry, actions, made))
    return made
