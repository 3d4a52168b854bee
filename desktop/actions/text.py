"""Commands on selected text and on what the reader wrote."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

TEXT: Final[tuple[Command, ...]] = (
    Command("undo", QT_TRANSLATE_NOOP("Actions", "&Отменить изменение"), "undo", ("Ctrl+Z",), When.UNDO),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Повтор&ить отменённое"),
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        When.REDO,
    ),
    Command(
        "copy", QT_TRANSLATE_NOOP("Actions", "&Копировать"), "copy", ("Ctrl+C", "Ctrl+Insert"), When.SELECTION
    ),
    Command(
        "copy_link",
        QT_TRANSLATE_NOOP("Actions", "Копировать сс&ылку на выделенное"),
        "link",
        ("Ctrl+Shift+C",),
        When.SELECTION,
    ),
    Command(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "&Выделить маркером"),
        "highlighter",
        ("Ctrl+M",),
        When.SELECTION,
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Actions", "&Заметка к выделенному…"),
        "sticky-note",
        ("Ctrl+N",),
        When.SELECTION,
    ),
    Command(
        "underline", QT_TRANSLATE_NOOP("Actions", "По&дчеркнуть"), "underline", ("Ctrl+U",), When.SELECTION
    ),
    Command(
        "strike",
        QT_TRANSLATE_NOOP("Actions", "Заче&ркнуть"),
        "strikethrough",
        ("Ctrl+Shift+U",),
        When.SELECTION,
    ),
    Command(
        "free_note",
        QT_TRANSLATE_NOOP("Actions", "За&метка на странице…"),
        "sticky-note",
        ("Ctrl+Shift+N",),
        When.DOCUMENT,
    ),
    Command("bookmark", QT_TRANSLATE_NOOP("Actions", "Зак&ладка"), "bookmark", ("Ctrl+B",), When.DOCUMENT),
    Command(
        "add_fact",
        QT_TRANSLATE_NOOP("Actions", "Добавить &факт или имя…"),
        "list-plus",
        ("Ctrl+Shift+F",),
        When.SELECTION,
    ),
)
