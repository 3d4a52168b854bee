"""Which commands stand in which menu, and the menus made of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.actions.actions import Actions
from desktop.actions.command import QT_TRANSLATE_NOOP, translated

Menu = tuple[str, tuple["str | Menu", ...]]
"""Title and entries: ids of commands, "-" for a line, or menus."""

MENUS: Final[tuple[Menu, ...]] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Файл"),
        (
            "add_files",
            "add_folder",
            "open_sample",
            "-",
            "cancel_import",
            "show_report",
            "show_gaps",
            "-",
            "export_facts",
            "-",
            (
                QT_TRANSLATE_NOOP("Actions", "&Распознавание"),
                (
                    "recognise_document",
                    "recognise_archive",
                    "pause_recognition",
                    "-",
                    "recognise_at_once",
                ),
            ),
            "-",
            "close_document",
            "-",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Правка"),
        (
            *("undo", "-", "copy", "highlight", "note", "add_fact", "-"),
            *("find", "find_selection", "save_search", "history", "refine", "-", "tables", "-"),
            (
                QT_TRANSLATE_NOOP("Actions", "&Документ"),
                (
                    *("star_document", "read_document", "-", "collect_document", "label_document", "-"),
                    *("note_document", "rename_document"),
                ),
            ),
            "new_collection",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Вид"),
        (
            *("zoom_in", "zoom_out", "fit_width", "fit_page", "-"),
            (
                QT_TRANSLATE_NOOP("Actions", "&Тема"),
                ("theme_system", "-", "theme_light", "theme_sepia", "theme_dark"),
            ),
            (QT_TRANSLATE_NOOP("Actions", "&Язык · Language"), ("language_ru", "language_en")),
            *("-", "show_library", "show_side", "full_screen"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Изучение"),
        (
            *("study", "study_times", "study_words", "-", "study_facts", "study_name", "-"),
            *("study_alike", "study_versions", "-", "mark_hits"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Пере&ход"),
        ("next_hit", "previous_hit", "-", "go_to_page", "first_page", "last_page"),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Справка"), ("keys", "about")),
)


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
