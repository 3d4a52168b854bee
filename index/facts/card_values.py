"""What a reader types into a field of a card: understood, and looked for in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from index.errors import AnnotationError
from index.facts.card import title_place
from index.facts.card_wording import kinds, languages
from index.facts.dates import find_dates
from index.model.card import CardField
from index.model.said import said
from index.model.span import Span
from index.text.wording import Language, month, searchable

_LONGEST: Final = 300
_ISO: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ENGLISH: Final = re.compile(r"(?:(?P<day>\d{1,2})\s)?(?P<month>[a-z]+)\s(?P<year>\d{4})", re.IGNORECASE)
_PARTS: Final = (len("2019"), len("2019-03"), len("2019-03-12"))
_BLANKS: Final = re.compile(r"\s+")


def read_value(field: CardField, typed: str) -> str:
    """Return the normalised value of what a reader typed; empty for nothing.

    Raises:
        AnnotationError: If it is no date, or no language that is known.
    """
    words = _BLANKS.sub(" ", typed).strip()[:_LONGEST]
    if not words:
        return ""
    if field is CardField.DATE:
        return _date(words)
    if field is CardField.KIND:
        return _coded(words, kinds) or words
    if field is CardField.LANGUAGE:
        return _language(words)
    return words


def find_value(text: str, field: CardField, value: str) -> Span | None:
    """Return the first passage of a text that says a value; None when none does."""
    if not value or field in {CardField.KIND, CardField.LANGUAGE}:
        return None
    if field is CardField.DATE:
        return next((found.span for found in find_dates(text) if found.value == value), None)
    if field is CardField.TITLE and (span := title_place(text, value)) is not None:
        return span
    start = text.find(value)
    return None if start < 0 else Span(start, start + len(value))


def _date(words: str) -> str:
    found = words if _ISO.fullmatch(words) else _told(words) or _in_english(words)
    if len(found) not in _PARTS or not _is_day(found):
        raise AnnotationError(
            said("card.date", "Дату «{words}» не понять.", words=words),
            said("card.date_hint", "Напишите её так: 12.03.2019, 12 марта 2019, март 2019 или 2019."),
        )
    return found


def _told(words: str) -> str:
    """Return the date that all of the words tell."""
    dates = find_dates(words)
    return next((one.value for one in dates if one.span == Span(0, len(words))), "")


def _in_english(words: str) -> str:
    """Return the date of «12 March 2019» or «March 2019», which an English window shows."""
    match = _ENGLISH.fullmatch(words)
    names = [searchable(month(number, Language.EN)) for number in range(1, 13)]
    if match is None or (name := searchable(match["month"])) not in names:
        return ""
    day = f"-{int(match['day']):02}" if match["day"] else ""
    return f"{match['year']}-{names.index(name) + 1:02}{day}"


def _is_day(found: str) -> bool:
    try:
        date.fromisoformat(found + "-01-01"[len(found) - 4 :] if len(found) < _PARTS[-1] else found)
    except ValueError:
        return False
    return True


def _language(words: str) -> str:
    found = _coded(words, languages)
    if not found:
        raise AnnotationError(
            said("card.language", "Языка «{words}» Читальня не знает.", words=words),
            said(
                "card.language_hint",
                "Знает она русский, английский, узбекский, казахский, украинский, таджикский.",
            ),
        )
    return found


def _coded(words: str, known: Callable[[Language], Mapping[str, str]]) -> str:
    """Return the value that goes by these words in either language, or is written out itself."""
    folded = searchable(words)
    for language in Language:
        for value, name in known(language).items():
            if folded in {searchable(name), value}:
                return value
    return ""
