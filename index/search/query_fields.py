"""The fields of queries: their names in Russian and English, and what may stand after the colon."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Final

from index.model.catalogue import ReadState
from index.model.media import BY_SUFFIX
from index.model.said import Said, said
from index.model.span import Span
from index.search.amounts import read_amounts
from index.search.dates import read_dates
from index.search.filed import NO, STATES, YES, InCollection, InState, Labelled, Starred
from index.search.tree import (
    Family,
    InAmounts,
    InDates,
    InFileName,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    Leaf,
    NameKind,
    OfKind,
    OnPages,
)
from index.text.normalise import fold
from index.text.tokens import tokens


class Field(Enum):
    """What a part of a query is looked for in; the value is how the field is called in readings."""

    TITLE = "название"
    FILE = "файл"
    DATE = "дата"
    PERSON = "лицо"
    PLACE = "место"
    ORGANISATION = "организация"
    AMOUNT = "сумма"
    NOTE = "заметка"
    TAG = "тег"
    LANGUAGE = "язык"
    FOLDER = "папка"
    KIND = "тип"
    PAGES = "стр"
    FAMILY = "семья"
    COLLECTION = "коллекция"
    LABEL = "метка"
    STAR = "звезда"
    READ = "прочитано"


FIELDS: Final = {
    name: field
    for field, names in (
        (Field.TITLE, "название заголовок title"),
        (Field.FILE, "файл file"),
        (Field.DATE, "дата date"),
        (Field.PERSON, "лицо персона person"),
        (Field.PLACE, "место place"),
        (Field.ORGANISATION, "организация орг organisation organization org"),
        (Field.AMOUNT, "сумма amount sum"),
        (Field.NOTE, "заметка note"),
        (Field.TAG, "тег tag"),
        (Field.LANGUAGE, "язык language lang"),
        (Field.FOLDER, "папка folder"),
        (Field.KIND, "тип формат type format"),
        (Field.PAGES, "стр страница страницы page pages"),
        (Field.FAMILY, "семья family"),
        (Field.COLLECTION, "коллекция collection"),
        (Field.LABEL, "метка label"),
        (Field.STAR, "звезда star"),
        (Field.READ, "прочитано read"),
    )
    for name in names.split()
}
"""Fields by their names in small letters; any other word before a colon is a word of the text."""

SPACED: Final = frozenset({Field.DATE, Field.AMOUNT, Field.PAGES})
"""Fields whose values may have blanks in them without quotation marks: «12 мая 2021», «5 млн долларов»."""

PATHLIKE: Final = frozenset({Field.FILE, Field.FOLDER})
"""Fields whose values may have brackets in them: «отчёт(1).pdf»."""

_LANGUAGE_STEMS: Final = {
    "ru": ("рус", "russian"),
    "en": ("англ", "english"),
    "uz": ("узб", "o'zbek", "uzbek"),
    "kk": ("каз", "қазақ", "kazakh"),
    "tg": ("тадж", "тоҷ", "tajik"),
    "uk": ("укр", "ukrainian"),
}
_KIND_NAMES: Final = {
    "word": "docx",
    "ворд": "docx",
    "текст": "txt",
    "пдф": "pdf",
    "text": "txt",
    "htm": "html",
    "jpeg": "jpg",
    "tiff": "tif",
    "djv": "djvu",
}
_YES_OR_NO: Final = {YES: True, NO: False, "yes": True, "no": False}
_STATES: Final = {words: state for state, words in STATES.items()} | {
    "yes": ReadState.READ,
    "no": ReadState.UNREAD,
    "читаю": ReadState.READING,
    "begun": ReadState.READING,
}
_RANGE: Final = re.compile(r"(\d*) ?(?:\.\.+|…|[-–—]) ?(\d*)")
_LOWER: Final = frozenset({">", ">=", "≥"})
_MOST_DIGITS: Final = 9
_BOUND: Final = re.compile(r"(>=|<=|[<>≥≤]) ?(\d+)")

_WANTED: Final = {
    Field.TITLE: said("query.title_word", "После «название:» нужно слово."),
    Field.FILE: said("query.file_name", "После «файл:» нужна часть имени файла."),
    Field.DATE: said(
        "query.date",
        "После «дата:» нужен год, месяц, день или срок: 2021, 2021-05, 12.05.2021, май 2021, 2021..2022.",
    ),
    Field.PERSON: said("query.person", "После «лицо:» нужно имя или фамилия."),
    Field.PLACE: said("query.place", "После «место:» нужно название места."),
    Field.ORGANISATION: said("query.organisation", "После «организация:» нужно название."),
    Field.AMOUNT: said(
        "query.amount",
        "После «сумма:» нужна сумма или промежуток: >1млрд, 1млн..2млн, <5 млн долларов, 500 000 руб.",
    ),
    Field.NOTE: said("query.note", "После «заметка:» нужно слово из заметки."),
    Field.TAG: said("query.tag", "После «тег:» нужен тег."),
    Field.LANGUAGE: said(
        "query.language",
        "После «язык:» нужен язык: русский, английский, узбекский, казахский, таджикский, украинский.",
    ),
    Field.FOLDER: said("query.folder", "После «папка:» нужна часть имени папки."),
    Field.KIND: said(
        "query.kind", "После «тип:» нужен формат: pdf, docx, odt, html, txt, djvu, jpg, png, tif."
    ),
    Field.PAGES: said("query.pages", "После «стр:» нужен номер страницы или промежуток: 3, 3..5, >10."),
    Field.FAMILY: said("query.family", "После «семья:» нужно одно слово."),
    Field.COLLECTION: said("query.collection", "После «коллекция:» нужно название коллекции."),
    Field.LABEL: said("query.label", "После «метка:» нужна метка документа."),
    Field.STAR: said("query.star", "После «звезда:» нужно «да» или «нет»."),
    Field.READ: said("query.read", "После «прочитано:» нужно «да», «нет» или «начато»."),
}


def wanted(field: Field) -> Said:
    """Return what is said when a field is followed by nothing it understands."""
    return _WANTED[field]


def read_value(field: Field, value: str, span: Span) -> Leaf | None:
    """Return what the value of a field asks for, None if it is not understood.

    Args:
        field: Any but TITLE, which stands before a part of a query and not before a value.
        value: What was typed, without quotation marks around it.
        span: Where it stands in the query.
    """
    value = value.strip()
    return _READERS[field](value, span) if value else None


def _file_name(value: str, span: Span) -> Leaf | None:
    return InFileName(value, span) if value.strip("*?") else None


def _dates(value: str, span: Span) -> Leaf | None:
    dates = read_dates(value)
    return None if dates is None else InDates(*dates, span=span)


def _names(kind: NameKind) -> Callable[[str, Span], Leaf | None]:
    def read(value: str, span: Span) -> Leaf | None:
        return InNames(kind, value, span) if _has_word(value) else None

    return read


def _amounts(value: str, span: Span) -> Leaf | None:
    amounts = read_amounts(value)
    return None if amounts is None else InAmounts(*amounts, span=span)


def _note(value: str, span: Span) -> Leaf | None:
    return InNotes(value, span) if _has_word(value) else None


def _language(value: str, span: Span) -> Leaf | None:
    name = fold(value)
    for code, stems in _LANGUAGE_STEMS.items():
        if name == code or any(name.startswith(stem) for stem in stems):
            return InLanguage(code, span)
    return None


def _kind(value: str, span: Span) -> Leaf | None:
    name = value.lower().lstrip(".")
    name = _KIND_NAMES.get(name, name)
    return OfKind(name, span) if f".{name}" in BY_SUFFIX else None


def _pages(value: str, span: Span) -> Leaf | None:
    if value.isdecimal():
        value = f"{value}..{value}"
    if bound := _BOUND.fullmatch(value):
        sign, number = bound[1], _page(bound[2]) or 0
        number += (sign == ">") - (sign == "<")
        first, last = (number, None) if sign in _LOWER else (1, number)
    elif (pages := _RANGE.fullmatch(value)) and any(pages.groups()):
        first, last = _page(pages[1] or "1") or 0, _page(pages[2])
        if last is not None and last < first:
            first, last = last, first
    else:
        return None
    return OnPages(first, last, span) if first >= 1 and (last is None or last >= first) else None


def _page(digits: str) -> int | None:
    return int(digits[:_MOST_DIGITS]) if digits else None


def _family(value: str, span: Span) -> Leaf | None:
    words = [token.text for token in tokens(value)]
    return Family(words[0], span) if len(words) == 1 and words[0][0].isalpha() else None


def _star(value: str, span: Span) -> Leaf | None:
    is_starred = _YES_OR_NO.get(fold(value))
    return None if is_starred is None else Starred(is_starred, span)


def _read(value: str, span: Span) -> Leaf | None:
    state = _STATES.get(fold(value))
    return None if state is None else InState(state, span)


def _has_word(value: str) -> bool:
    return next(tokens(value), None) is not None


_READERS: Final[dict[Field, Callable[[str, Span], Leaf | None]]] = {
    Field.FILE: _file_name,
    Field.DATE: _dates,
    Field.PERSON: _names(NameKind.PERSON),
    Field.PLACE: _names(NameKind.PLACE),
    Field.ORGANISATION: _names(NameKind.ORGANISATION),
    Field.AMOUNT: _amounts,
    Field.NOTE: _note,
    Field.TAG: InTags,
    Field.LANGUAGE: _language,
    Field.FOLDER: InFolder,
    Field.KIND: _kind,
    Field.PAGES: _pages,
    Field.FAMILY: _family,
    Field.COLLECTION: InCollection,
    Field.LABEL: Labelled,
    Field.STAR: _star,
    Field.READ: _read,
}
