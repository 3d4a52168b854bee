"""Counted nouns of the window in its language: «46 документов», «131 место», "46 documents"."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from index.text.wording import NBSP, Language, number, plural_en, plural_ru


class Noun(Enum):
    """What is counted: one, few and many in Russian; one and many in English."""

    DOCUMENT = ("документ", "документа", "документов", "document", "documents")
    PLACE = ("место", "места", "мест", "place", "places")
    FILE = ("файл", "файла", "файлов", "file", "files")
    PASSAGE = ("отрывок", "отрывка", "отрывков", "passage", "passages")
    PAGE = ("стр.", "стр.", "стр.", "page", "pages")
    NOTE = ("заметка", "заметки", "заметок", "note", "notes")
    ROW = ("строка", "строки", "строк", "row", "rows")
    COLUMN = ("столбец", "столбца", "столбцов", "column", "columns")
    OF_PAGE = ("страницы", "страниц", "страниц", "page", "pages")
    IN_DOCUMENT = ("документе", "документах", "документах", "document", "documents")
    MILLISECOND = ("мс", "мс", "мс", "ms", "ms")


def window_language() -> Language:
    """Return the language of the texts that hold now: the translation of this word is its own name."""
    return Language(QCoreApplication.translate("Counts", "ru"))


def figure(count: int) -> str:
    """Return a number as the language of the window writes it: «15 200», "15,200"."""
    return number(count, window_language())


def counted(count: int, noun: Noun) -> str:
    """Return the number with the form of the noun that goes with it; they stay on one line."""
    language, (one, few, many, one_en, many_en) = window_language(), noun.value
    word = plural_ru(count, one, few, many) if language is Language.RU else plural_en(count, one_en, many_en)
    return f"{number(count, language)}{NBSP}{word}"


def percent(share: float) -> str:
    """Return a share of one; a part is never shown as nothing, nor as the whole."""
    whole = round(share * 100)
    if share and not whole:
        return f"<1{NBSP}%"
    return f"{min(whole, 99) if share < 1 else 100}{NBSP}%"
