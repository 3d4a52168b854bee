"""The document's own date: an ordered table of named rules, the first that finds a date wins.

A date that the document merely tells of, or of another one («приказа от 29.03.2019»), is not its own. What is
told from the day of writing («вчера», «в прошлом году») is resolved by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from index.facts.dates import PATTERNS, find_dates
from index.model.card import CardEntry, CardField, Origin
from index.model.span import Span

_HEAD_LINES: Final = 12
_TITLE_PAGE_LINES: Final = 40
_TAIL_LINES: Final = 8
_HEADING_CHARS: Final = 110  # a longer line is a paragraph: the dates in it are what it tells of
_BODY_CHARS: Final = 200
_OLDEST, _LATEST = "1000", "2900"  # no document is of another time, and days may be counted from these
_DAY: Final = len("2024-05-20")
_OWN_DATE_RULES: Final = frozenset(
    {"day_month_year", "numeric", "roman_month", "numeric_short_year", "iso", "slashed"}
)
_UP_TO_OWN_DATES: Final = PATTERNS[
    : 1 + max(i for i, rule in enumerate(PATTERNS) if rule.name in _OWN_DATE_RULES)
]
"""The rules of own dates and those that win over one; no later rule has a say in what these find."""
_DIGIT: Final = re.compile("[0-9]")
# «приказом от…», «в редакции от…»: the date of another document. «Приказ от…» is this one.
_OTHERS_DATE: Final = re.compile(
    r"(?:\bред(?:акци\w+|\.)|зарегистр\w+|родил\w+|р\.|\b(?:принят|одобрен|введ[её]н|вступ)\w*|"
    r"(?:приказ|закон|протокол|договор|указ)(?:а|у|ом|е)\b|"
    r"(?:постановлени|решени|распоряжени)(?:я|ю|ем|и)\b)[^\n]{0,60}$",
    re.IGNORECASE,
)
_POINT_IN_A_TALE: Final = re.compile(
    r"(?:\b(?:до|с|со|к|по|после|за|на|между|позднее|ранее))\s+$", re.IGNORECASE
)
_LINE_OF_A_DATE: Final = re.compile(r"\W*(?:от\s+|дата:?\s+)?[\s_]*", re.IGNORECASE)
_PLACE: Final = r"[А-ЯЁ][\w.-]+(?:\s[А-ЯЁ(«][\w.»)-]+){0,3}"
# «Костанай, 17 октября», «пос. Горное Гнездо 12/X-66»: a kind of place needs no comma behind the name.
_DATELINE: Final = re.compile(rf"(?:(?:г|гор|пос|пгт|с|дер|ст)\.\s?{_PLACE},?\s*|{_PLACE},\s*)")
_SIGNED: Final = re.compile(r"(?:соверш|подписа|составл|заключ)\w+\b[^.;]*", re.IGNORECASE)
_ADOPTED: Final = re.compile(r"(?:приня|одобр)\w+\b[^.;]*", re.IGNORECASE)
_EDITION: Final = re.compile(
    r"\W*(?:редакция\s+(?:№\s*\S+\s+)?от|(?:прайс-лист|цены|расценки)?\s*(?:действ\w+|по\s+состоянию)\s+(?:с|на)|"
    r"дата\s+(?:составления|публикации|документа|подписания)\s*[:–—-]?|опубликовано\s*[:–—-]?)\s+",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\W*(?:№|N)\s*\S+\W*")
_YEAR_LINE: Final = re.compile(
    r"(?P<town>[А-ЯЁ][\w-]+(?:[\s-][А-ЯЁ][\w-]+){0,2})?,?\s*[-–—]?\s*(?P<year>(?:19|20)\d\d)(?:\s*(?:год|г\.?))?"
)
_TOWN_LINE: Final = re.compile(r"(?:г\.\s*)?[А-ЯЁ][\w-]+(?:[\s-][А-ЯЁ][\w-]+){0,2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text.

    Attributes:
        start: Where it begins in the text.
        words: The line, or the part of it in which a date may stand.
    """

    start: int
    words: str


@dataclass(frozen=True, slots=True)
class _Own:
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Pages:
    """The lines in which a document says when it was made.

    Attributes:
        lines: All lines.
        head: The first ones, up to the one with which the body begins.
        tail: The last ones.
    """

    lines: list[_Line]
    head: list[_Line]
    tail: list[_Line]


def document_date(text: str) -> str:
    """Return the day on which the document was made, ISO, or '' when it does not say. Pure and fast.

    Dates without day or month are not told: nothing can be counted from them.
    """
    return day_or_none(own_date(text).value)


def day_or_none(date: str) -> str:
    """Return a date from which other days can be counted; empty for a month, a year or nothing."""
    return date if len(date) == _DAY else ""


def own_date(text: str) -> CardEntry:
    """Return the document's own date, ISO, possibly the year alone; an empty entry when it states none."""
    pages = _pages(text)
    for name, rule in RULES:
        if found := rule(pages):
            return CardEntry(CardField.DATE, found.value, found.span, Origin.TEXT, name)
    return CardEntry(CardField.DATE)


def _opening_line(pages: _Pages) -> _Own | None:
    """«8 апреля 2019 г.», «от 12.05.2021 № 7», «Костанай, 17 октября 2022 года. – …» at the head."""
    return _first_date(pages.head, _LINE_OF_A_DATE, _DATELINE)


def _edition(pages: _Pages) -> _Own | None:
    """«Редакция от 16.02.2018», «по состоянию на 11 января 2016 г.»: of what is issued again and again."""
    return _first_date(pages.head, _EDITION)


def _heading(pages: _Pages) -> _Own | None:
    """«Протокол от 17 октября 2025 года»: a date that a heading gives the document."""
    for line in pages.head:
        is_heading = len(line.words) <= _HEADING_CHARS and not line.words[:1].islower()
        if not is_heading or line.words.endswith((",", ";", ":")):
            continue
        for value, span in _full_dates(line):
            before = line.words[: span.start - line.start]
            if not _OTHERS_DATE.search(before) and not _POINT_IN_A_TALE.search(before):
                return _Own(value, span)
    return None


def _numbered(pages: _Pages) -> _Own | None:
    """«29 ноября 2010 года», «N 326-ФЗ» in two lines: signed and numbered, whatever is appended behind it."""
    for line, after in zip(pages.lines, pages.lines[1:], strict=False):
        if len(line.words) > _HEADING_CHARS or not _NUMBER.fullmatch(after.words):
            continue
        for value, span in _full_dates(line):
            if span.start == line.start and span.stop == line.start + len(line.words.rstrip()):
                return _Own(value, span)
    return None


def _closing_line(pages: _Pages) -> _Own | None:
    """As in the head, but in short lines alone: a paragraph of the tail tells of another day."""
    closing = [line for line in pages.tail if len(line.words) <= _HEADING_CHARS]
    return _first_date(closing, _LINE_OF_A_DATE, _DATELINE)


def _signed(pages: _Pages) -> _Own | None:
    """«Совершено в Светлояре 28 ноября 2025 года»."""
    return _first_date(pages.tail, _SIGNED)


def _adopted(pages: _Pages) -> _Own | None:
    """«Принято на сессии 3 марта 2020 года», where nothing says when it was signed."""
    return _first_date([*pages.head, *pages.tail], _ADOPTED)


def _title_page(pages: _Pages) -> _Own | None:
    """«Москва 2018», in one line or in two: the year of a work."""
    before = ""
    for line in pages.lines[:_TITLE_PAGE_LINES]:
        match = _YEAR_LINE.fullmatch(line.words)
        if match and (match["town"] or _TOWN_LINE.fullmatch(before)):
            start = line.start + match.start("year")
            return _Own(match["year"], Span(start, line.start + len(line.words)))
        if len(line.words) > _BODY_CHARS:
            break
        before = line.words
    return None


RULES: Final[tuple[tuple[str, Callable[[_Pages], _Own | None]], ...]] = (
    ("opening_line", _opening_line),
    ("edition", _edition),
    ("heading", _heading),
    ("numbered", _numbered),
    ("closing_line", _closing_line),
    ("signed", _signed),
    ("adopted", _adopted),
    ("title_page", _title_page),
)
"""Earlier rules win."""


def _pages(text: str) -> _Pages:
    lines, start = [], 0
    for words in text.split("\n"):
        lines.append(_Line(start, words))
        start += len(words) + 1
    head = lines[:_HEAD_LINES]
    # The body begins with the first long line; only its own first words may still date the document.
    body = next((i for i, line in enumerate(head) if len(line.words) > _BODY_CHARS), len(head))
    head = head[: body + 1]
    return _Pages(lines, head, lines[len(head) :][-_TAIL_LINES:])


def _first_date(lines: list[_Line], *openings: re.Pattern[str]) -> _Own | None:
    """Return the first date before which its line has nothing but one of some openings."""
    for line in lines:
        shortened = _Line(line.start, line.words[: 2 * _HEADING_CHARS])
        for value, span in _full_dates(shortened):
            stop = span.start - line.start
            if any(opening.fullmatch(line.words, 0, stop) for opening in openings):
                return _Own(value, span)
    return None


def _full_dates(line: _Line) -> Iterator[tuple[str, Span]]:
    if not _DIGIT.search(line.words):
        # The number of the day is missing.
        return
    # Lines to write on are no letters: «От ____29 декабря 2017 года».
    for date in find_dates(line.words.replace("_", " "), patterns=_UP_TO_OWN_DATES):
        is_day = len(date.value) == _DAY and _OLDEST <= date.value < _LATEST
        if date.rule in _OWN_DATE_RULES and is_day:
            yield date.value, Span(line.start + date.span.start, line.start + date.span.stop)
