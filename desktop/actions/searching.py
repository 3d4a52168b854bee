"""Commands that find and study."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

SEARCHING: Final[tuple[Command, ...]] = (
    Command("find", QT_TRANSLATE_NOOP("Actions", "&Найти в архиве"), "search", ("Ctrl+F", "Ctrl+K", "/")),
    Command(
        "find_here",
        QT_TRANSLATE_NOOP("Actions", "Найти в &документе…"),
        "search",
        ("Ctrl+Shift+K",),
        When.DOCUMENT,
    ),
    Command(
        "find_selection", QT_TRANSLATE_NOOP("Actions", "И&скать выделенное"), "", ("Ctrl+E",), When.SELECTION
    ),
    Command("study", QT_TRANSLATE_NOOP("Actions", "&Работа с результатами…"), "quote", ("Ctrl+J",)),
    Command("study_times", QT_TRANSLATE_NOOP("Actions", "По &времени…"), "calendar"),
    Command("study_words", QT_TRANSLATE_NOOP("Actions", "Сосчитать по &списку…"), "list", ("Ctrl+Shift+L",)),
    Command("study_alike", QT_TRANSLATE_NOOP("Actions", "По&хожие документы…"), "", (), When.DOCUMENT),
    Command("study_versions", QT_TRANSLATE_NOOP("Actions", "В&ерсии и копии…")),
    Command("study_facts", QT_TRANSLATE_NOOP("Actions", "Факты всего &архива…"), "", ("Ctrl+Shift+A",)),
    Command("study_name", QT_TRANSLATE_NOOP("Actions", "Всё об &имени…"), "", ("Ctrl+I",)),
    Command(
        "mark_hits",
        QT_TRANSLATE_NOOP("Actions", "Всё найденное в &заметки…"),
        "highlighter",
        ("Ctrl+Shift+M",),
        When.HITS,
    ),
    Command("save_search", QT_TRANSLATE_NOOP("Actions", "Со&хранить запрос…"), "star", ("Ctrl+D",)),
    Command("history", QT_TRANSLATE_NOOP("Actions", "&Прежние запросы…"), "clock", ("Ctrl+H",)),
    Command("refine", QT_TRANSLATE_NOOP("Actions", "&Уточнить найденное"), "", ("Ctrl+R",), is_switch=True),
    Command(
        "next_hit",
        QT_TRANSLATE_NOOP("Actions", "&Следующее место"),
        "chevron-down",
        ("F3", "Ctrl+G"),
        When.HITS,
    ),
    Command(
        "previous_hit",
        QT_TRANSLATE_NOOP("Actions", "&Предыдущее место"),
        "chevron-up",
        ("Shift+F3", "Ctrl+Shift+G"),
        When.HITS,
    ),
)
