"""Views over the archive as lists for other programs, with heads in the language of the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from index.model.overview import Disagreements, EntityPage, Meetings, Promises, Quotes, Timeline
from index.study.overview_listings import (
    disagreements_listing,
    entity_listings,
    meetings_listing,
    promises_listing,
    quotes_listing,
    timeline_listing,
)
from index.tables.listing import Listing

Overviewed = EntityPage | Timeline | Meetings | Promises | Disagreements | Quotes
"""What can be written to a file."""


def overview_listings(found: Overviewed) -> tuple[Listing, ...]:
    """Return a view as lists, in the language of the window."""
    return tuple(map(_worded, _listings(found)))


def _listings(found: Overviewed) -> tuple[Listing, ...]:
    match found:
        case EntityPage():
            return entity_listings(found)
        case Timeline():
            return (timeline_listing(found),)
        case Meetings():
            return (meetings_listing(found),)
        case Promises():
            return (promises_listing(found),)
        case Disagreements():
            return (disagreements_listing(found),)
        case Quotes():
            return (quotes_listing(found),)


def _worded(listing: Listing) -> Listing:
    words = _words()
    head = tuple(words.get(name, name) for name in listing.head)
    return replace(listing, name=words.get(listing.name, listing.name), head=head)


def _words() -> dict[str, str]:
    """Return what the core calls its lists and columns, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "№": translate("Study", "№"),
        "В документах": translate("Study", "В документах"),
        "Встреч": translate("Study", "Встреч"),
        "Встречи": translate("Study", "Встречи"),
        "Время": translate("Study", "Время"),
        "Вид": translate("Study", "Вид"),
        "Где": translate("Study", "Где"),
        "Дата документа": translate("Study", "Дата документа"),
        "Дата самого документа": translate("Study", "Дата самого документа"),
        "Документ": translate("Study", "Документ"),
        "Документов": translate("Study", "Документов"),
        "Документы": translate("Study", "Документы"),
        "Должности": translate("Study", "Должности"),
        "Должность": translate("Study", "Должность"),
        "За какое время": translate("Study", "За какое время"),
        "Значение": translate("Study", "Значение"),
        "Кому": translate("Study", "Кому"),
        "Кто": translate("Study", "Кто"),
        "Место": translate("Study", "Место в тексте"),
        "О чём": translate("Study", "О чём"),
        "Обещания": translate("Study", "Обещания"),
        "По": translate("Study", "По"),
        "Расхождения": translate("Study", "Расхождения"),
        "С": translate("Study", "С"),
        "С кем": translate("Study", "С кем"),
        "Слова": translate("Study", "Слова"),
        "Состояние": translate("Study", "Состояние"),
        "Срок": translate("Study", "Срок"),
        "Срок прошёл": translate("Study", "Срок прошёл"),
        "Страница": translate("Study", "Страница"),
        "Упоминаний": translate("Study", "Упоминаний"),
        "Утверждений": translate("Study", "Утверждений"),
        "Утверждения": translate("Study", "Утверждения"),
        "Цитаты": translate("Study", "Цитаты"),
        "Что": translate("Study", "Что"),
    }
