"""Commands on the window and its looks."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command

WINDOW: Final[tuple[Command, ...]] = (
    Command("theme_system", QT_TRANSLATE_NOOP("Actions", "Как в &системе"), "monitor", (), group="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("Actions", "С&ветлая"), "sun", (), group="theme"),
    Command("theme_sepia", QT_TRANSLATE_NOOP("Actions", "Се&пия"), "coffee", (), group="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Тёмная"), "moon", (), group="theme"),
    Command("language_ru", "Русский", "", (), group="language"),
    Command("language_en", "English", "", (), group="language"),
    Command(
        "show_library",
        QT_TRANSLATE_NOOP("Actions", "Столбец &библиотеки"),
        "panel-left",
        ("F8",),
        is_switch=True,
    ),
    Command(
        "show_side",
        QT_TRANSLATE_NOOP("Actions", "Столбец &фактов и заметок"),
        "panel-right",
        ("F9",),
        is_switch=True,
    ),
    Command(
        "show_margin",
        QT_TRANSLATE_NOOP("Actions", "&Заметки на полях"),
        "",
        ("F6",),
        is_switch=True,
    ),
    Command("caret", QT_TRANSLATE_NOOP("Actions", "К&урсор в тексте"), "", ("F7",), is_switch=True),
    Command("keys", QT_TRANSLATE_NOOP("Actions", "&Клавиши и язык запросов"), "keyboard", ("F1",)),
    Command("about", QT_TRANSLATE_NOOP("Actions", "&О программе"), "info", ()),
)
