"""Commands on how pages lie on the desk, and on what moves them."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

PAGING: Final[tuple[Command, ...]] = (
    Command(
        "spread_continuous", QT_TRANSLATE_NOOP("Actions", "Страницы &лентой"), "", ("Ctrl+1",), group="spread"
    ),
    Command(
        "spread_single",
        QT_TRANSLATE_NOOP("Actions", "Страницы по &одной"),
        "",
        ("Ctrl+2",),
        group="spread",
    ),
    Command(
        "spread_facing",
        QT_TRANSLATE_NOOP("Actions", "Страницы &разворотами"),
        "",
        ("Ctrl+3",),
        group="spread",
    ),
    Command(
        "fit_height",
        QT_TRANSLATE_NOOP("Actions", "По в&ысоте"),
        "",
        ("Ctrl+8",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command(
        "turn_right",
        QT_TRANSLATE_NOOP("Actions", "Повернуть &вправо"),
        "",
        ("Ctrl+Shift+R",),
        When.DOCUMENT,
    ),
    Command("turn_left", QT_TRANSLATE_NOOP("Actions", "Повернуть в&лево"), "", (), When.DOCUMENT),
    Command(
        "hand",
        QT_TRANSLATE_NOOP("Actions", "&Двигать страницы мышью"),
        "",
        ("Ctrl+Shift+H",),
        is_switch=True,
    ),
    Command("full_screen", QT_TRANSLATE_NOOP("Actions", "Во весь &экран"), "", ("F11",), is_switch=True),
)
