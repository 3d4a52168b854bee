"""Names of sheets, columns and codes in exported tables, in Russian and in English."""

from __future__ import annotations

from typing import Final

from index.facts.wording import MODIFIERS, STATUSES, UNRESOLVED
from index.model.fact import EntityType, FactType, Mark
from index.text.wording import Language

Kind = EntityType | FactType
"""Kinds of what is exported: things that documents name, statements that they make."""

_KINDS: Final[dict[Kind, tuple[str, str]]] = {
    EntityType.PERSON: ("Лица", "Persons"),
    EntityType.ORG: ("Организации", "Organisations"),
    EntityType.COUNTRY: ("Страны", "Countries"),
    EntityType.CITY: ("Населённые пункты", "Towns"),
    EntityType.REGION: ("Регионы", "Regions"),
    EntityType.PLACE: ("Места", "Places"),
    EntityType.ROUTE: ("Маршруты", "Routes"),
    EntityType.DOCUMENT: ("Названия документов", "Names of documents"),
    EntityType.EVENT_NAME: ("События", "Events"),
    FactType.OCCUPATION: ("Должности", "Offices"),
    FactType.APPOINTMENT: ("Назначения", "Appointments"),
    FactType.MEETING: ("Встречи", "Meetings"),
    FactType.AGREEMENT: ("Договорённости", "Agreements"),
    FactType.INTENTION: ("Намерения", "Intentions"),
    FactType.INSTRUCTION: ("Поручения", "Instructions"),
    FactType.DECISION: ("Решения", "Decisions"),
    FactType.CREATION: ("Создание", "Creation"),
    FactType.ACHIEVEMENT: ("Достижения", "Achievements"),
    FactType.STATEMENT: ("Заявления", "Statements"),
    FactType.QUOTE: ("Цитаты", "Quotes"),
    FactType.MONEY: ("Суммы", "Sums"),
    FactType.PERCENT: ("Проценты", "Percentages"),
    FactType.QUANTITY: ("Количества", "Quantities"),
    FactType.DATE: ("Даты", "Dates"),
    FactType.DURATION: ("Сроки", "Lengths of time"),
    FactType.SOURCE: ("Источники", "Sources"),
    FactType.DEAL: ("Сделки", "Deals"),
    FactType.OWNERSHIP: ("Собственность", "Ownership"),
}
_COLUMNS: Final = {
    # Where it stands, and what made it
    "kind": ("Вид", "Kind"),
    "words": ("Утверждение", "Statement"),
    "quote": ("Цитата", "Quote"),
    "page": ("Страница", "Page"),
    "document": ("Документ", "Document"),
    "document_date": ("Дата документа", "Date of the document"),
    "file": ("Файл", "File"),
    "status": ("Состояние", "Status"),
    "rule": ("Правило", "Rule"),
    "confidence": ("Уверенность", "Confidence"),
    "mark": ("Пометка читателя", "Reader's mark"),
    # Notes
    "note": ("Заметка", "Note"),
    "tags": ("Метки", "Tags"),
    "marked_by": ("Чем отмечено", "Marked by"),
    "color": ("Цвет", "Colour"),
    "author": ("Автор", "Author"),
    "created": ("Создана", "Created"),
    "modified": ("Изменена", "Modified"),
    "links": ("Ссылки", "Links"),
    "id": ("Номер", "Id"),
    # Names
    "name": ("Имя", "Name"),
    "mentions": ("Упоминаний", "Mentions"),
    # Parts of statements
    "who": ("Кто", "Who"),
    "whom": ("Кому", "To whom"),
    "where": ("Где", "Where"),
    "what": ("Что", "What"),
    "when": ("Когда", "When"),
    "amount": ("Число", "Figure"),
    "amount_to": ("до", "to"),
    "unit": ("Единица", "Unit"),
    "person": ("Кто", "Who"),
    "position": ("Должность", "Office"),
    "org": ("Где", "Body"),
    "since": ("С", "Since"),
    "until": ("По", "Until"),
    "action": ("Назначение", "Action"),
    "date": ("Дата", "Date"),
    "deadline": ("Срок", "Deadline"),
    "participants": ("Участники", "Participants"),
    "parties": ("Стороны", "Parties"),
    "place": ("Место", "Place"),
    "to_whom": ("Кому", "To whom"),
    "by": ("Кто", "By"),
    "speaker": ("Кто", "Speaker"),
    "statement": ("Слова", "Words"),
    "said": ("Слова", "Words"),
    "currency": ("Валюта", "Currency"),
    "modifier": ("Оговорка", "Modifier"),
    "direction": ("Рост или снижение", "Rise or fall"),
    "what_for": ("На что", "What for"),
    "duration": ("Срок", "Length"),
    "length": ("ISO 8601", "ISO 8601"),
    "unresolved": ("Чего не хватает", "What is missing"),
    "url": ("Адрес", "Address"),
    "deal": ("Вид сделки", "Kind of deal"),
    "owner": ("Владелец", "Owner"),
    "property": ("Чем владеет", "Property"),
    # The list of documents
    "pages": ("Страниц", "Pages"),
    "facts": ("Фактов и имён", "Facts and names"),
    "source": ("Откуда", "Path"),
    "documents": ("Документы", "Documents"),
}
_CODES: Final[dict[str, tuple[str, str]]] = {
    **STATUSES,
    **MODIFIERS,
    **UNRESOLVED,
    "actual": ("есть", "actual"),
    "instructed": ("поручено", "instructed"),
    Mark.ACCEPTED.value: ("принято", "accepted"),
    Mark.CORRECTED.value: ("исправлено", "corrected"),
    Mark.OWN.value: ("добавлено", "added"),
    "appointed": ("назначен", "appointed"),
    "dismissed": ("освобождён", "dismissed"),
    "up": ("рост", "rise"),
    "down": ("снижение", "fall"),
    "share": ("доля", "share"),
    "reaches": ("достигает", "reaches"),
}


def kind_name(kind: Kind, language: Language) -> str:
    """Return what things or statements of a kind are called, in the plural."""
    return _in(language, _KINDS[kind])


def column_name(column: str, language: Language) -> str:
    """Return the head of a column.

    Raises:
        KeyError: If there is no such column.
    """
    return _in(language, _COLUMNS[column])


def code_name(code: str, language: Language) -> str:
    """Return what a status, mark, modifier or direction is called; a code without a name is its own."""
    names = _CODES.get(code)
    return code if names is None else _in(language, names)


def _in(language: Language, names: tuple[str, str]) -> str:
    return names[language is Language.EN]
