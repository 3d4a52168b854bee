"""Which commands stand in which menu, and the menus made of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.actions.actions import Actions
from desktop.actions.command import QT_TRANSLATE_NOOP, translated

Menu = tuple[str, tuple["str | Menu", ...]]
"""Title and entries: ids of commands, "-" for a line, or menus."""

STYLES: Final = (
    *("cite_gost", "cite_apa", "cite_markdown", "-"),
    *("cite_bibtex", "cite_ris", "cite_csl"),
)
"""Ways to cite: those for people, then those for programs."""

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
            (
                QT_TRANSLATE_NOOP("Actions", "&Экспорт"),
                ("export_facts", "export_notes", "export_pdf", "save_citation"),
            ),
            "take_notes",
            "take_own_notes",
            "print",
            "-",
            (
                QT_TRANSLATE_NOOP("Actions", "Документ"),
                (
                    *("star_document", "read_document", "-", "collect_document", "label_document", "-"),
                    *("note_document", "rename_document"),
                ),
            ),
            "new_collection",
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
            *("undo", "redo", "-", "copy", "copy_cited", "copy_link"),
            (QT_TRANSLATE_NOOP("Actions", "Вид ссылки"), STYLES),
            "-",
            (
                QT_TRANSLATE_NOOP("Actions", "Рас&ширить выделение до"),
                ("select_word", "select_line", "select_sentence", "select_paragraph"),
            ),
            *("selection_bar", "-", "highlight", "underline", "strike", "note", "add_fact", "-"),
            *("free_note", "bookmark", "-"),
            *("find", "find_here", "find_selection", "save_search", "history", "refine", "-", "tables"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Вид"),
        (
            *("zoom_in", "zoom_out", "fit_width", "fit_height", "fit_page", "-"),
            (
                QT_TRANSLATE_NOOP("Actions", "&Расположение страниц"),
                (
                    *("spread_continuous", "spread_single", "spread_facing", "-"),
                    *("turn_right", "turn_left", "-", "hand"),
                ),
            ),
            (
                QT_TRANSLATE_NOOP("Actions", "&Тема"),
                ("theme_system", "-", "theme_light", "theme_sepia", "theme_dark"),
            ),
            (QT_TRANSLATE_NOOP("Actions", "&Язык · Language"), ("language_ru", "language_en")),
            *("-", "text_view", "beside", "-", "show_contents", "show_library", "show_side", "show_margin"),
            *("-", "caret", "full_screen"),
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
        ("back", "forward", "-", "next_hit", "previous_hit", "-", "go_to_page", "first_page", "last_page"),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Справка"), ("keys", "about")),
)


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Put every menu of the table into the bar."""
    for menu in MENUS:
        bar.addMenu(_made(menu, actions, bar))


def styles_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of the ways to cite, for the bar beside a selection."""
    return _made((translated("Вид ссылки"), STYLES), actions, parent)


def looks_menu(actions: Actions, parent: QMenuBar) -> QMenu:
    """Return the menu of the looks and of how pages lie, for the button above the pages."""
    menu = QMenu(parent)
    menu.addAction(actions["theme_system"])
    menu.addSeparator()
    for look in ("theme_light", "theme_sepia", "theme_dark"):
        menu.addAction(actions[look])
    menu.addSeparator()
    for spread in ("spread_continuous", "spread_single", "spread_facing"):
        menu.addAction(actions[spread])
    return menu


def _made(menu: Menu, actions: Actions, parent: QWidget) -> QMenu:
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
