"""Commands that move over the pages of the open document and change how they are shown."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

READING: Final[tuple[Command, ...]] = (
    Command(
        "go_to_page", QT_TRANSLATE_NOOP("Actions", "Пере&йти к странице…"), "", ("Ctrl+L",), When.DOCUMENT
    ),
    Command(
        "first_page", QT_TRANSLATE_NOOP("Actions", "В &начало документа"), "", ("Ctrl+Home",), When.DOCUMENT
    ),
    Command(
        "last_page", QT_TRANSLATE_NOOP("Actions", "В &конец документа"), "", ("Ctrl+End",), When.DOCUMENT
    ),
    Command("back", QT_TRANSLATE_NOOP("Actions", "Н&азад"), "arrow-left", ("Alt+Left",), When.BACK),
    Command("forward", QT_TRANSLATE_NOOP("Actions", "Вп&ерёд"), "arrow-right", ("Alt+Right",), When.FORWARD),
    Command(
        "show_contents",
        QT_TRANSLATE_NOOP("Actions", "С&одержание и страницы"),
        "contents",
        ("F4",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command(
        "text_view",
        QT_TRANSLATE_NOOP("Actions", "Текст &вместо страниц"),
        "text",
        ("Ctrl+Shift+T",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command(
        "beside",
        QT_TRANSLATE_NOOP("Actions", "&Два места рядом"),
        "columns-2",
        ("Ctrl+\\",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command("print", QT_TRANSLATE_NOOP("Actions", "Печ&ать…"), "printer", ("Ctrl+P",), When.DOCUMENT),
    Command(
        "tables",
        QT_TRANSLATE_NOOP("Actions", "&Таблицы на странице"),
        "table",
        ("Ctrl+T",),
        When.DOCUMENT,
    ),
    Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "&Крупнее"), "plus", ("Ctrl++", "Ctrl+="), When.DOCUMENT),
    Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Мельче"), "minus", ("Ctrl+-",), When.DOCUMENT),
    Command(
        "fit_width",
        QT_TRANSLATE_NOOP("Actions", "По &ширине"),
        "fit-width",
        ("Ctrl+0",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command(
        "fit_page",
        QT_TRANSLATE_NOOP("Actions", "Страница &целиком"),
        "fit-page",
        ("Ctrl+9",),
        When.DOCUMENT,
        is_switch=True,
    ),
)
