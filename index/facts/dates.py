"""Dates as documents write them: an ordered table of named patterns, and the document's own date.

Nothing here loads a model: regular expressions only. Values are ISO 8601 where the text allows it:
`2024-05-20`, `1964-11`, `1960`, `2019-Q2`, `1966-H1`, intervals `2024/2028`; a day without a year `--11-08`,
a month without a year `--03`; and words for the rest: `today`, `this_year`, `end_of_quarter`,
`season:winter`, `1940s`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.facts.almanac import (
    A_YEAR,
    DAY,
    MONTH,
    NUMBER_OF_PART,
    RELATIVE_YEAR,
    YEAR,
    Moment,
    day,
    full_year,
    month_number,
    part_number,
    relative_year,
    roman_number,
    season,
)
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


Evaluate = Callable[[re.Match[str], str], str]
"""Turns a match into a value ('' = no date after all), given the document's year ('' = unknown)."""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A named way of writing a date."""

    name: str
    pattern: re.Pattern[str]
    value: Evaluate


def _pattern(name: str, expression: str, value: Evaluate) -> DatePattern:
    return DatePattern(name, re.compile(expression, re.IGNORECASE), value)


_LATEST = r"(?:не\s+позднее(?:\s+чем)?\s+)?"
_DASH = r"\s?[-–—]\s?"


def _two_days(match: re.Match[str], document_year: str) -> str:
    last = Moment.of(match["year"], match["month2"], match["day2"], document_year)
    first = Moment(match["year1"] or last.year, month_number(match["month1"]), int(match["day1"]))
    if match["year1"] and not last.year:
        last = Moment(match["year1"], last.month, last.day)
    return _interval(first, last)


def _days_of_month(match: re.Match[str], document_year: str) -> str:
    last = Moment.of(match["year"], match["month"], match["day2"], document_year)
    return _interval(Moment(last.year, last.month, int(match["day1"])), last)


def _interval(first: Moment, last: Moment) -> str:
    return f"{first}/{last}" if first.is_real and last.is_real else ""


def _day(match: re.Match[str], document_year: str) -> str:
    moment = Moment.of(match["year"], match["month"], match["day"], document_year)
    return str(moment) if moment.is_real else ""


def _numeric(match: re.Match[str], _document_year: str) -> str:
    month = roman_number(match["month"]) if match["month"].isalpha() else int(match["month"])
    moment = Moment(full_year(match["year"]), month, int(match["day"]))
    return str(moment) if moment.is_real else ""


def _numeric_this_year(match: re.Match[str], document_year: str) -> str:
    moment = Moment(
        relative_year(match["year"], document_year), roman_number(match["month"]), int(match["day"])
    )
    return str(moment) if moment.is_real else ""


def _months(match: re.Match[str], document_year: str) -> str:
    last = Moment.of(match["year"], match["month2"], None, document_year)
    return f"{Moment(last.year, month_number(match['month1']))}/{last}"


def _month(match: re.Match[str], document_year: str) -> str:
    return str(Moment.of(match["year"], match["month"], None, document_year))


def _end_of_month(match: re.Match[str], document_year: str) -> str:
    moment = Moment.of(match["year"], match["month"], None, document_year)
    return str(moment.last_day)


def _part_of_year(match: re.Match[str], document_year: str) -> str:
    number = part_number(match["number"])
    letter, largest = ("Q", 4) if match["part"].lower().startswith("кв") else ("H", 2)
    if not 1 <= number <= largest:
        return ""
    year = relative_year(match["year"], document_year) if match["year"] else document_year
    return f"{year}-{letter}{number}" if year else f"{letter}{number}"


def _years(match: re.Match[str], _document_year: str) -> str:
    first, last = match["year1"], match["year2"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else ""


def _decade(match: re.Match[str], _document_year: str) -> str:
    digits = match["decade"]
    return f"{digits if len(digits) == 4 else '19' + digits}s"


def _season_of_year(match: re.Match[str], document_year: str) -> str:
    year = relative_year(match["year"], document_year)
    name = season(match["season"])
    return f"{year}-{name}" if year else f"season:{name}"


def _end_of_year(match: re.Match[str], document_year: str) -> str:
    year = relative_year(match["year"], document_year)
    return f"{year}-12-31" if year else "end_of_year"


def _end_of(match: re.Match[str], _document_year: str) -> str:
    word = match["period"].lower()
    return {"го": "end_of_year", "кв": "end_of_quarter", "ме": "end_of_month", "не": "end_of_week"}[word[:2]]


def _year(match: re.Match[str], _document_year: str) -> str:
    return match["year"]


def _relative_year(match: re.Match[str], _document_year: str) -> str:
    word = match["which"].lower()
    if word.startswith(("прош", "мину", "пред", "исте")):
        return "last_year"
    return "next_year" if word.startswith(("буду", "след", "наст")) else "this_year"


_DAYS = {
    "сегодня": "today", "завтра": "tomorrow", "вчера": "yesterday",
    "послезавтра": "day_after_tomorrow", "позавчера": "day_before_yesterday",
}  # fmt: skip

PATTERNS: tuple[DatePattern, ...] = (
    _pattern(
        "dates_from_to",
        rf"(?:с\s+|от\s+)?{day('day1')}\s+{MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}})\s*(?:года|г\.)?)?"
        rf"(?:\s+по\s+|\s+до\s+|{_DASH}){day('day2')}\s+{MONTH.format('month2')}{YEAR}",
        _two_days,
    ),
    _pattern(
        "days_of_month",
        rf"(?:с\s+)?{day('day1')}(?:(?:,\s*{DAY})*(?:{_DASH}|\s+по\s+|\s+до\s+|\s+и\s+|,\s*)){day('day2')}"
        rf"\s+{MONTH.format('month')}{YEAR}",
        _days_of_month,
    ),
    _pattern("day_month_year", rf"{_LATEST}{day('day')}\s+{MONTH.format('month')}{YEAR}", _day),
    _pattern(
        "numeric",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\."
        r"(?P<year>(?:1[5-9]|20)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.))?",
        _numeric,
    ),
    _pattern(
        "numeric_short_year",
        r"(?<![\d.,/-])(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>\d{2})"
        r"(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.))?",
        _numeric,
    ),
    _pattern(
        "iso",
        r"(?<![\d.,/-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        _numeric,
    ),
    _pattern(
        "roman_month",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2})\s?[./-]\s?"
        r"(?P<year>(?:1[5-9]|20)\d{2}|\d{2})(?!\d)(?:\s*(?:года|г\.))?",
        _numeric,
    ),
    _pattern(
        "roman_month_this_year",
        rf"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})\s+{RELATIVE_YEAR}",
        _numeric_this_year,
    ),
    _pattern(
        "end_of_month",
        rf"(?:до|к|в)\s+кон(?:ца|цу|це)\s+{MONTH.format('month')}{YEAR}",
        _end_of_month,
    ),
    _pattern(
        "months_from_to",
        rf"(?:с\s+)?{MONTH.format('month1')}(?:\s+по\s+|\s+до\s+|{_DASH}){MONTH.format('month2')}{YEAR}",
        _months,
    ),
    _pattern("month_year", rf"{MONTH.format('month')}{A_YEAR}", _month),
    _pattern(
        "part_of_year",
        rf"{_LATEST}{NUMBER_OF_PART}\s+(?P<part>квартал(?:а|е|у|ом)?|полугоди[еяюи]м?)\b{YEAR}",
        _part_of_year,
    ),
    _pattern(
        "season_of_year",
        rf"\b(?P<season>весной|летом|осенью|зимой|весны|лета|осени|зимы){A_YEAR}",
        _season_of_year,
    ),
    _pattern(
        "end_of_named_year",
        rf"(?:до|к|в)\s+кон(?:ца|цу|це){A_YEAR}",
        _end_of_year,
    ),
    _pattern(
        "end_of_period",
        r"\b(?:до|к|в)\s+кон(?:ца|цу|це)\s+(?P<period>года|квартала|месяца|недели)\b",
        _end_of,
    ),
    _pattern(
        "years",
        r"(?<![\d.,/-])(?:с\s+)?(?P<year1>(?:1[5-9]|20)\d{2})(?:\s*(?:года|г\.))?(?:\s?[-–—/]\s?|\s+по\s+|\s+до\s+)"
        r"(?P<year2>\d{4}|\d{2})(?!\d)\s*(?:год(?:ы|ов|ам|ами|ах|а|у|ом)?\b|гг\.|г\.|гг\b|(?:учебн|финансов)\S+\s+год\S*)",
        _years,
    ),
    _pattern(
        "decade",
        r"(?:\bв\s+(?:начале|середине|конце)\s+)?(?<![\d.,/-])(?P<decade>(?:1[5-9]|20)?\d0)-(?:х|е|ые|ых)\b(?:\s*(?:годов|годах|годы|годам|гг\.?))?",
        _decade,
    ),
    _pattern(
        "year",
        r"(?:\bв\s+[а-яё]+ом\s+)?(?<![\d.,/№-])(?P<year>(?:1[0-9]|20)\d{2})"
        r"(?:-(?:го|й|м|му|ом|ый|ого|ому)\b(?:\s*год(?:а|у|ом)?\b)?|\s*(?:год(?:а|у|ом|е)?\b|г\.|г\b(?!\.?\s?[А-ЯЁ])))",
        _year,
    ),
    _pattern(
        "relative_year",
        r"\b(?:(?:в|за)\s+)?(?P<which>текущ|нынешн|эт|прошл|минувш|прошедш|предыдущ|истекш|будущ|следующ|наступающ)"
        r"(?:ем|ом|ий|ый|его|ого|ему|от|им|ым)\s+(?:год[ауе]?|годом)\b",
        _relative_year,
    ),
    _pattern("this_year", r"\b(?P<which>с\.\s?г\.|сего\s+года)", _relative_year),
    _pattern("day_word", rf"\b(?P<word>{'|'.join(_DAYS)})\b", lambda m, _: _DAYS[m["word"].lower()]),
    _pattern(
        "season",
        r"\b(?P<season>летом|осенью|зимой|(?<!с )весной|(?:к|до)\s+(?:весне|лету|осени|зиме|весны|лета|зимы)|"
        r"(?:до|к|в)\s+(?:середин|начал|кон)\S+\s+(?:весны|лета|осени|зимы))\b",
        lambda m, _: f"season:{season(m['season'].split()[-1])}",
    ),
    DatePattern(
        "month",
        # Lower case only: «Март», «Май» and «Августа» may be names or headings.
        re.compile(
            r"(?<![\w-])(?P<month>январ[ьяею]|феврал[ьяею]|марта?|марте|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|"
            r"августа?|августе|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])(?![\w-])"
        ),
        lambda m, _: f"--{month_number(m['month']):02d}",
    ),
)
"""Earlier patterns win where two overlap."""


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
            value = rule.value(match, document_date[:4])
            if not value:
                continue
            taken[start:stop] = b"\1" * (stop - start)
            found.append(DateMatch(Span(start, stop), value, rule.name))
    yield from sorted(found, key=lambda date: date.span)


_HEAD_LINES = 12
_TAIL_LINES = 8
_HEADING_CHARS = 110  # a longer line is a paragraph: the dates in it are what it tells of
_BODY_CHARS = 200
_OWN_DATE_RULES = frozenset({"day_month_year", "numeric", "roman_month", "numeric_short_year", "iso"})
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
_DATELINE = re.compile(r"(?:г\.\s?)?[А-ЯЁ][\w.-]+(?:\s[А-ЯЁ(«][\w.»)-]+){0,3},\s*")
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
    return (
        _first_date(head, _LINE_OF_A_DATE, _DATELINE)
        or _heading_date(head)
        or _first_date(lines[len(head) :][-_TAIL_LINES:], _LINE_OF_A_DATE, _DATELINE, _SIGNED)
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
        if date.rule in _OWN_DATE_RULES and len(date.value) == len("2024-05-20"):
            yield date
