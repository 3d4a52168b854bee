"""Commands on files and the archive."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import QT_TRANSLATE_NOOP, Command, When

FILES: Final[tuple[Command, ...]] = (
    Command(
        "add_files", QT_TRANSLATE_NOOP("Actions", "&Добавить файлы…"), "file-plus", ("Ctrl+O",), When.IDLE
    ),
    Command(
        "add_folder",
        QT_TRANSLATE_NOOP("Actions", "Добавить &папку…"),
        "folder-plus",
        ("Ctrl+Shift+O",),
        When.IDLE,
    ),
    Command("open_sample", QT_TRANSLATE_NOOP("Actions", "Открыть &образец архива"), "library", (), When.IDLE),
    Command("cancel_import", QT_TRANSLATE_NOOP("Actions", "Остановить &импорт"), "x", (), When.IMPORTING),
    Command("show_report", QT_TRANSLATE_NOOP("Actions", "О&тчёт об импорте…"), "list", (), When.REPORT),
    Command("export_facts", QT_TRANSLATE_NOOP("Actions", "&Экспорт фактов…"), "save"),
    Command("export_notes", QT_TRANSLATE_NOOP("Actions", "Экспорт за&меток…")),
    Command(
        "save_citation",
        QT_TRANSLATE_NOOP("Actions", "Описание документа для спис&ка литературы…"),
        "",
        (),
        When.DOCUMENT,
    ),
    Command("export_pdf", QT_TRANSLATE_NOOP("Actions", "P&DF с пометками…")),
    Command("take_notes", QT_TRANSLATE_NOOP("Actions", "Взять заметки из &файла…")),
    Command(
        "take_own_notes",
        QT_TRANSLATE_NOOP("Actions", "Взять заметки, которые &уже есть в документе"),
        when=When.DOCUMENT,
    ),
    Command("show_gaps", QT_TRANSLATE_NOOP("Actions", "&Что не ищется и почему…"), "circle-alert"),
    Command(
        "recognise_document",
        QT_TRANSLATE_NOOP("Actions", "&Распознать страницы документа"),
        "scan-text",
        (),
        When.SCANS_HERE,
    ),
    Command(
        "recognise_archive",
        QT_TRANSLATE_NOOP("Actions", "Распознать страницы во всём &архиве"),
        "",
        (),
        When.SCANS,
    ),
    Command(
        "pause_recognition",
        QT_TRANSLATE_NOOP("Actions", "Приостановить распознавание"),
        "",
        (),
        When.RECOGNISING,
    ),
    Command(
        "recognise_at_once",
        QT_TRANSLATE_NOOP("Actions", "Распознавать новые страницы сразу"),
        "",
        (),
        is_switch=True,
    ),
    Command(
        "close_document", QT_TRANSLATE_NOOP("Actions", "&Закрыть документ"), "", ("Ctrl+W",), When.DOCUMENT
    ),
    Command("quit", QT_TRANSLATE_NOOP("Actions", "В&ыйти"), "", ("Ctrl+Q",)),
)
