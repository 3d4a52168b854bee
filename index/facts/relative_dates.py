"""Dates told from the day of writing: an ordered table of named patterns.

Resolved by the document's own date where that is known («вчера» of 2024-05-20 is 2024-05-19), else left as a
symbol: `yesterday`, `last_year`, `end_of_quarter`, `weekday:tuesday`, `past:P1Y`. What names a month or a
season without a year stays `--03`, `season:winter`: the document's date does not tell which year is meant.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from index.facts import morph
from index.facts.almanac import MONTH, YEAR, month_number, season, shifted_year, steps_away
from index.facts.date_rules import DatePattern

_DAYS = {
    "сегодня": ("today", 0), "завтра": ("tomorrow", 1), "вчера": ("yesterday", -1),
    "послезавтра": ("day_after_tomorrow", 2), "позавчера": ("day_before_yesterday", -2),
}  # fmt: skip
_WEEKDAYS = {"пон": 0, "вто": 1, "сре": 2, "чет": 3, "пят": 4, "суб": 5, "вос": 6}
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_IN_CASE = {
    # Each preposition has its case: «в среде» is in a medium, not on a Wednesday.
    "в": re.compile(r"понедельник|вторник|четверг|воскресенье|\w+у", re.IGNORECASE),
    "к": re.compile(r"\w+[уею]", re.IGNORECASE),
    "с": re.compile(r"\w+[аыя]", re.IGNORECASE),
    "д": re.compile(r"\w+[аыя]", re.IGNORECASE),
}
_PERIODS = {
    "го": "year", "кв": "quarter", "ме": "month", "не": "week", "ве": "century", "ст": "century",
}  # fmt: skip
_SHIFTS = {-1: "last", 0: "this", 1: "next"}
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[«\"А-ЯЁA-Z–—])|\n")
_CLAUSE_CHARS = 80
_DATE_BEFORE = re.compile(rf"\d\s+{MONTH.format('month')}{YEAR},?\s+\(?$", re.IGNORECASE)


def _day_word(match: re.Match[str], document: str) -> str:
    symbol, days = _DAYS[match["word"].lower()]
    return _shifted(document, days) or symbol


def _shifted(document: str, days: int) -> str:
    return str(date.fromisoformat(document) + timedelta(days)) if document else ""


def _weekday(match: re.Match[str], document: str) -> str:
    """Return the nearest day up to the document's date, or after it when the sentence tells of the future."""
    if _DATE_BEFORE.search(match.string, max(0, match.start() - _CLAUSE_CHARS), match.start()):
        # «20 марта, в субботу»: the date has told it all.
        return ""
    if not _IN_CASE[match["preposition"].lower()[0]].fullmatch(match["weekday"]):
        return ""
    wanted = _WEEKDAYS[match["weekday"].lower()[:3]]
    if not document:
        return f"weekday:{_WEEKDAY_NAMES[wanted]}"
    which = (match["which"] or "").lower()[:3]
    ahead = which in ("сле", "буд", "бли") or (not which and _tells_of_future(match))
    written = date.fromisoformat(document)
    days = (wanted - written.weekday()) % 7
    if which == "эт" or not (days or which):
        return str(written + timedelta(wanted - written.weekday()))
    return str(written + timedelta((days or 7) if ahead else days - 7))


def _tells_of_future(match: re.Match[str]) -> bool:
    """Whether a verb beside the match in its sentence stands in the future."""
    text = match.string
    left = _SENTENCE_END.split(text[max(0, match.start() - _CLAUSE_CHARS) : match.start()])[-1]
    right = _SENTENCE_END.split(text[match.end() : match.end() + _CLAUSE_CHARS])[0]
    words = _WORD.findall(f"{left} {right}")
    return any(morph.has(word, "VERB", "futr") and not morph.has(word, "NOUN") for word in words)


def _period(match: re.Match[str], document: str) -> str:
    """Return the year, quarter, month, week or century told by «этот», «прошлый», «следующий»."""
    return _span_of(_PERIODS[match["unit"].lower()[:2]], document, steps_away(match["which"]))


def _span_of(name: str, document: str, shift: int) -> str:
    """Return a period as far from the one of writing, as ISO or a symbol."""
    if not document:
        return f"{_SHIFTS[shift]}_{name}"
    if name == "year":
        return shifted_year(document, shift)
    if name == "century":
        first = (int(document[:4]) - 1) // 100 * 100 + 100 * shift + 1
        return f"{first}/{first + 99}"
    if name == "week":
        monday = date.fromisoformat(document)
        monday += timedelta(7 * shift - monday.weekday())
        return f"{monday}/{monday + timedelta(6)}"
    months = int(document[:4]) * 12 + int(document[5:7]) - 1 + shift * (3 if name == "quarter" else 1)
    year, month = divmod(months, 12)
    return f"{year}-Q{month // 3 + 1}" if name == "quarter" else f"{year}-{month + 1:02d}"


def _season(match: re.Match[str], document: str) -> str:
    """Return «этим летом» with its year; a winter, which has two, and an unknown year without."""
    name = season(match["season"])
    if not document or name == "winter":
        return f"season:{name}"
    year, ends = int(document[:4]), {"spring": 5, "summer": 8, "autumn": 11}[name]
    shift = steps_away(match["which"])
    is_over = int(document[5:7]) > ends
    # The last summer is this year's when it is over, the next one when it is not.
    year += {-1: 0 if is_over else -1, 0: 0, 1: 1 if is_over else 0}[shift]
    return f"{year:04d}-{name}"


def _end_of(match: re.Match[str], document: str) -> str:
    """Return the last day of the year, quarter, month or week of writing."""
    name = _PERIODS[match["period"].lower()[:2]]
    if not document:
        return f"end_of_{name}"
    written = date.fromisoformat(document)
    if name == "week":
        return str(written + timedelta(6 - written.weekday()))
    month = {"year": 12, "quarter": (written.month + 2) // 3 * 3, "month": written.month}[name]
    return f"{written.year}-{month:02d}-{calendar.monthrange(written.year, month)[1]:02d}"


def _start_of(match: re.Match[str], document: str) -> str:
    """Return the first day of the year, quarter, month or week of writing."""
    name = _PERIODS[match["period"].lower()[:2]]
    if not document:
        return f"start_of_{name}"
    written = date.fromisoformat(document)
    if name == "week":
        return str(written - timedelta(written.weekday()))
    month = {"year": 1, "quarter": (written.month - 1) // 3 * 3 + 1, "month": written.month}[name]
    return f"{written.year}-{month:02d}-01"


def _part_of(match: re.Match[str], document: str) -> str:
    """Return «в середине года» as the year, which is all that it surely says."""
    return _span_of(_PERIODS[match["period"].lower()[:2]], document, 0)


_ONE = {"го": "P1Y", "ме": "P1M", "не": "P1W", "де": "P1D"}


def _one_ago(match: re.Match[str], document: str) -> str:
    return counted_from(document, -1, _ONE[match["unit"].lower()[:2]])


def _one_ahead(match: re.Match[str], document: str) -> str:
    return counted_from(document, 1, _ONE[match["unit"].lower()[:2]])


def counted_from(document: str, sign: int, period: str) -> str:
    """Return the date so long before or after the document's, as exact as the period is: a year for years.

    Args:
        document: The document's own date, ISO, or ''.
        sign: -1 for the past, 1 for the future.
        period: ISO 8601 with one unit.

    Returns:
        `2021`, `2024-02`, `2024-05-06`; `past:P3Y`, `future:P2M` when there is no date to count from, or when
        hours are counted.
    """
    symbol = f"{'past' if sign < 0 else 'future'}:{period}"
    found = re.fullmatch(r"P(\d+)([YMWD])", period)
    if not document or found is None:
        return symbol
    count, unit = sign * int(found[1]), found[2]
    if unit == "Y":
        year = int(document[:4]) + count
        return f"{year:04d}" if 0 < year < 10000 else symbol
    if unit == "M":
        year, month = divmod(int(document[:4]) * 12 + int(document[5:7]) - 1 + count, 12)
        return f"{year:04d}-{month + 1:02d}" if 0 < year < 10000 else symbol
    try:
        return _shifted(document, count * (7 if unit == "W" else 1))
    except OverflowError:
        return symbol


_WHICH = (
    r"(?P<which>текущ|нынешн|эт|прошл|минувш|прошедш|предыдущ|истекш|будущ|следующ|наступающ|предстоящ)"
    r"(?:ем|ом|ий|ый|его|ого|ему|ому|от|им|ым|ей|ой|ую|юю|ая|яя|а)"
)

RELATIVE_DATES: tuple[DatePattern, ...] = (
    DatePattern(
        "start_of_period",
        r"\b(?:с|со|от)\s+(?:само\w+\s+)?начала\s+(?:этого\s+|текущего\s+|нынешнего\s+)?"
        r"(?P<period>года|квартала|месяца|недели)\b",
        _start_of,
    ),
    DatePattern(
        "end_of_period",
        r"\b(?:до|к)\s+кон(?:ца|цу)\s+(?:этого\s+|этой\s+|текущего\s+|текущей\s+|нынешнего\s+)?"
        r"(?P<period>года|квартала|месяца|недели)\b",
        _end_of,
    ),
    DatePattern(
        "part_of_period",
        r"\b(?:в|к|до|с)\s+(?:само\w+\s+)?(?:начал|середин|конц)\w+\s+(?:этого\s+|этой\s+|текущего\s+|нынешнего\s+)?"
        r"(?P<period>года|квартала|месяца|недели)\b",
        _part_of,
    ),
    DatePattern(
        "relative_period",
        rf"\b(?:(?:во?|за|на|к|с|до)\s+)?{_WHICH}\s+"
        r"(?P<unit>год[ауе]?|годом|квартал[аеу]?|месяц[аеу]?|недел[яюеи]|век[ае]?|столети[еия])\b",
        _period,
    ),
    DatePattern(
        "this_year", r"\b(?:[ст]\.\s?г\.|сего\s+года\b)", lambda _, document: document[:4] or "this_year"
    ),
    DatePattern("day_word", rf"\b(?P<word>{'|'.join(_DAYS)})\b", _day_word),
    DatePattern(
        "weekday",
        r"\b(?P<preposition>во?|ко?|со?|до)\s+"
        r"(?:(?P<which>прошл|минувш|прошедш|эт|следующ|ближайш|будущ)[а-яё]{1,3}\s+)?"
        r"(?P<weekday>понедельник(?:а|у)?|вторник(?:а|у)?|сред[уыеа]|четверг(?:а|у)?|пятниц[ауые]|суббот[уыеа]|"
        r"воскресенье|воскресенья|воскресенью)\b(?!\s+по\s|,?\s+\(?\d{1,2}\s+[а-яё])",
        _weekday,
    ),
    DatePattern(
        "one_ahead",
        r"\bчерез\s+(?P<unit>год|месяц|неделю)\b(?!\s+(?:после|с\s+момента|со\s+дня))",
        _one_ahead,
    ),
    DatePattern(
        "one_ago",
        r"\b(?P<unit>год|месяц|неделю|день)\s+(?:тому\s+)?назад\b",
        _one_ago,
    ),
    DatePattern(
        "relative_season",
        r"\b(?P<which>эт|нынешн|текущ|прошл|минувш|прошедш|будущ|следующ|наступающ)"
        r"(?:ой|ей|им|ым|ую|юю|его|ого)\s+(?P<season>весной|летом|осенью|зимой|весну|лето|осень|зиму)\b",
        _season,
    ),
    DatePattern(
        "season",
        r"\b(?P<season>летом|осенью|зимой|(?<!с )весной|(?:к|до)\s+(?:весне|лету|осени|зиме|весны|лета|зимы)|"
        r"(?:до|к|в)\s+(?:середин|начал|кон)\S+\s+(?:весны|лета|осени|зимы))\b",
        lambda m, _: f"season:{season(m['season'].split()[-1])}",
    ),
    DatePattern(
        "month",
        # Lower case only: «Март», «Май» and «Августа» may be names or headings.
        r"(?:(?<!\w)(?:в|к|до|с)\s+(?:начал|середин|конц)\w+\s+)?"
        r"(?<![\w-])(?P<month>январ[ьяею]|феврал[ьяею]|марта?|марте|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|"
        r"августа?|августе|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])(?![\w-])",
        lambda m, _: f"--{month_number(m['month']):02d}",
        re.NOFLAG,
    ),
)
"""Asked behind the dates that name their year; earlier patterns win where two overlap."""
