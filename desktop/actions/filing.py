"""Commands on the open document as a whole, and on collections."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

FILING: Final[tuple[Command, ...]] = (
    Command(
        "star_document",
        QT_TRANSLATE_NOOP("Actions", "&Звезда документу"),
        "star",
        ("Ctrl+Shift+S",),
        When.DOCUMENT,
    ),
    Command(
        "read_document",
        QT_TRANSLATE_NOOP("Actions", "Документ &прочитан"),
        "check",
        ("Ctrl+Shift+J",),
        When.DOCUMENT,
    ),
    Command(
        "collect_document",
        QT_TRANSLATE_NOOP("Actions", "Документ в &коллекцию…"),
        "folder",
        ("Ctrl+Alt+K",),
        When.DOCUMENT,
    ),
    Command(
        "label_document",
        QT_TRANSLATE_NOOP("Actions", "&Метки документа…"),
        "",
        ("Ctrl+Alt+M",),
        When.DOCUMENT,
    ),
    Command(
        "note_document", QT_TRANSLATE_NOOP("Actions", "Заметка ко &всему документу…"), "", (), When.DOCUMENT
    ),
    Command(
        "rename_document", QT_TRANSLATE_NOOP("Actions", "&Название документа…"), "pencil", (), When.DOCUMENT
    ),
    Command("new_collection", QT_TRANSLATE_NOOP("Actions", "Новая коллекция"), "folder-plus", ()),
)
