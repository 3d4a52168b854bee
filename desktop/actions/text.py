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
        "copy_cited",
        QT_TRANSLATE_NOOP("Actions", "Копировать со ссы&лкой"),
        "text-quote",
        ("Ctrl+Shift+C",),
        When.SELECTION,
    ),
    Command(
        "copy_link",
        QT_TRANSLATE_NOOP("Actions", "Ссылка на выделенное для заметки"),
        "link",
        ("Ctrl+Alt+C",),
        When.SELECTION,
    ),
    Command("cite_gost", QT_TRANSLATE_NOOP("Actions", "&ГОСТ Р 7.0.5-2008"), group="citation"),
    Command("cite_apa", "&APA 7", group="citation"),
    Command("cite_markdown", "&Markdown", group="citation"),
    Command("cite_bibtex", "&BibTeX", group="citation"),
    Command("cite_ris", "&RIS", group="citation"),
    Command("cite_csl", "&CSL-JSON", group="citation"),
    Command(
        "selection_bar",
        QT_TRANSLATE_NOOP("Actions", "Что сд&елать с выделенным"),
        "",
        ("Ctrl+.",),
        When.SELECTION,
    ),
    Command("select_word", QT_TRANSLATE_NOOP("Actions", "&Слова"), when=When.DOCUMENT),
    Command("select_line", QT_TRANSLATE_NOOP("Actions", "С&троки"), when=When.DOCUMENT),
    Command("select_sentence", QT_TRANSLATE_NOOP("Actions", "&Предложения"), when=When.DOCUMENT),
    Command("select_paragraph", QT_TRANSLATE_NOOP("Actions", "&Абзаца"), when=When.DOCUMENT),
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
        "underline", QT_TRANSLATE_NOOP("Actions", "Под&черкнуть"), "underline", ("Ctrl+U",), When.SELECTION
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
    Command("bookmark", QT_TRANSLATE_NOOP("Actions", "Закл&адка"), "bookmark", ("Ctrl+B",), When.DOCUMENT),
    Command(
        "add_fact",
        QT_TRANSLATE_NOOP("Actions", "Добавить &факт или имя…"),
        "list-plus",
        ("Ctrl+Shift+F",),
        When.SELECTION,
    ),
)
