"""Dates as documents write them, and the document's own date.

Nothing here loads a model: regular expressions only. Values are ISO 8601 where the text allows it:
`2024-05-20`, `1964-11`, `1960`, `2019-Q2`, `1966-H1`, intervals `2024/2028`, centuries `1801/1900`, years
before our era `-0043`; a day without a year `--11-08`, a month without a year `--03`; and words for the rest:
`today`, `this_year`, `end_of_quarter`, `weekday:tuesday`, `season:winter`, `1940s`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.facts.calendar_dates import CALENDAR_DATES
from index.facts.date_rules import DatePattern
from index.facts.relative_dates import RELATIVE_DATES
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class DateMatch:
    """One date in a text.

    Attributes:
        span: The words, a limiting «не позднее» included, other prepositions not.
        value: Normalised, as the module describes.
        rule: Name of the pattern.
    """

    span: Span
    value: str
    rule: str


PATTERNS: tuple[DatePattern, ...] = CALENDAR_DATES + RELATIVE_DATES
"""Earlier patterns win where two overlap."""

_WITHOUT_YEAR = re.compile(r"--|season:|[QH]\d")
_YEAR_SAID = re.compile(r"\bгода\b|г\.", re.IGNORECASE)
_CALENDAR = re.compile(r"-?\d")


def unresolved(value: str, said: str) -> str:
    """Return why a date names no days of the calendar; '' when it does.

    Args:
        value: Its value.
        said: Its words: «1 июня с. г.» has a year, which only the day of writing tells.

    Returns:
        `no_year`: a day, month, quarter or season whose year the text does not give. `no_document_date`: told
        from the day of writing, and the document does not say when that was.
    """
    if _WITHOUT_YEAR.match(value) and not _YEAR_SAID.search(said):
        return "no_year"
    return "" if _CALENDAR.match(value) else "no_document_date"


def find_dates(
    text: str, document_date: str = "", patterns: Sequence[DatePattern] = PATTERNS
) -> Iterator[DateMatch]:
    """Yield the dates of a text in order; none overlaps another.

    Args:
        text: Any text.
        document_date: The document's own date, ISO, by which «с. г.» and «прошлого года» are resolved.
        patterns: What is looked for; earlier ones win where two overlap.
    """
    found: list[DateMatch] = []
    taken = bytearray(len(text))
    for rule in patterns:
        for match in rule.pattern.finditer(text):
            start, stop = match.span()
            if any(taken[start:stop]):
                continue
            value = rule.value(match, document_date)
            if not value:
                continue
            taken[start:stop] = b"\1" * (stop - start)
            found.append(DateMatch(Span(start, stop), value, rule.name))
    yield from sorted(found, key=lambda date: date.span)


_HEAD_LINES = 12
_TAIL_LINES = 8
_HEADING_CHARS = 110  # a longer line is a paragraph: the dates in it are what it tells of
_BODY_CHARS = 200
_OLDEST, _LATEST = "1000", "2900"  # no document is of another time, and days may be counted from these
_OWN_DATE_RULES = frozenset(
    {"day_month_year", "numeric", "roman_month", "numeric_short_year", "iso", "slashed"}
)
_UP_TO_OWN_DATES = PATTERNS[: 1 + max(i for i, rule in enumerate(PATTERNS) if rule.name in _OWN_DATE_RULES)]
"""The rules of own dates and those that win over one; no later rule has a say in what these find."""
_DIGIT = re.compile("[0-9]")
# «приказом от…», «в редакции от…»: the date of another document. «Приказ от…» is this one.
_OTHERS_DATE = re.compile(
    r"(?:\bред(?:акци\w+|\.)|зарегистр\w+|родил\w+|р\.|(?:приказ|закон|протокол|договор|указ)(?:а|у|ом|е)\b|"
    r"(?:постановлени|решени|распоряжени)(?:я|ю|ем|и)\b)[^\n]{0,60}$",
    re.IGNORECASE,
)
_POINT_IN_A_TALE = re.compile(r"(?:\b(?:до|с|со|к|по|после|за|на|между|позднее|ранее))\s+$", re.IGNORECASE)
_LINE_OF_A_DATE = re.compile(r"\W*(?:от\s+|дата:?\s+)?", re.IGNORECASE)
_PLACE = r"[А-ЯЁ][\w.-]+(?:\s[А-ЯЁ(«][\w.»)-]+){0,3}"
# «Костанай, 17 октября», «пос. Горное Гнездо 12/X-66»: a kind of place needs no comma behind the name.
_DATELINE = re.compile(rf"(?:(?:г|гор|пос|пгт|с|дер|ст)\.\s?{_PLACE},?\s*|{_PLACE},\s*)")
_SIGNED = re.compile(r"(?:соверш|подписа|составл|приня|заключ)\w+\b[^.;]*", re.IGNORECASE)


def document_date(text: str) -> str:
    """Return the document's own date, ISO, or '' when it states none. Pure and fast.

    Looked for in its first lines: one that begins with the date («8 апреля 2019 г.», «от 12.05.2021 № 7») or
    with a place and the date («Костанай, 17 октября 2022 года. – …»), else a date within a heading («Протокол
    от 17 октября 2025 года»); then in its last lines («Совершено в Светлояре 28 ноября 2025 года»). A date
    that the document merely tells of, or of another one («приказа от 29.03.2019»), is not its own.
    """
    lines = text.split("\n")
    head = lines[:_HEAD_LINES]
    for i, line in enumerate(head):
        if len(line) > _BODY_CHARS:
            # The body begins here; only its own first words may still date the document.
            head = head[: i + 1]
            break
    tail = lines[len(head) :][-_TAIL_LINES:]
    # In the head the body may begin with the date of the day; a paragraph of the tail tells of another.
    closing = [line for line in tail if len(line) <= _HEADING_CHARS]
    return (
        _first_date(head, _LINE_OF_A_DATE, _DATELINE)
        or _heading_date(head)
        or _first_date(closing, _LINE_OF_A_DATE, _DATELINE)
        or _first_date(tail, _SIGNED)
    )


def _first_date(lines: list[str], *openings: re.Pattern[str]) -> str:
    """Return the first date before which its line has nothing but one of some openings."""
    for line in lines:
        for date in _full_dates(line[: 2 * _HEADING_CHARS]):
            if any(opening.fullmatch(line, 0, date.span.start) for opening in openings):
                return date.value
    return ""


def _heading_date(lines: list[str]) -> str:
    """Return the first date that a heading gives the document."""
    for line in lines:
        if len(line) > _HEADING_CHARS or line[:1].islower() or line.endswith((",", ";", ":")):
            continue
        for date in _full_dates(line):
            before = line[: date.span.start]
            if not _OTHERS_DATE.search(before) and not _POINT_IN_A_TALE.search(before):
                return date.value
    return ""


def _full_dates(line: str) -> Iterator[DateMatch]:
    if not _DIGIT.search(line):
        # The number of the day is missing.
        return
    for date in find_dates(line, patterns=_UP_TO_OWN_DATES):
        is_day = len(date.value) == len("2024-05-20")
        if date.rule in _OWN_DATE_RULES and is_day and _OLDEST <= date.value < _LATEST:
            yield date
