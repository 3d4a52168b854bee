"""Dates that name their day, month, year or century: an ordered table of named patterns."""

from __future__ import annotations

import re

from index.facts.almanac import (
    A_YEAR,
    DAY,
    DAY_IN_WORDS,
    MONTH,
    NUMBER_OF_PART,
    RELATIVE_YEAR,
    YEAR,
    Moment,
    century_number,
    century_years,
    day,
    day_number,
    full_year,
    month_number,
    part_number,
    relative_year,
    roman_number,
    season,
)
from index.facts.date_rules import DatePattern, rule

_DAY2 = day("day2", is_behind_dash=True)
_LATEST = r"(?:не\s+позднее(?:\s+чем)?\s+)?"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:\s+по\s+|\s+до\s+|{_DASH})"
_NUMERIC_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:1[5-9]|20)\d{2}"
_FOUR_DIGITS = r"(?:1[0-9]|20)\d{2}"
_YEARS = r"(?:год(?:ы|ов|ам|ами|ах|а|у|ом|е)?\b|гг\.|г\.|гг\b)"
_MORE_YEARS = rf"(?=(?:(?:,\s*|\s+и\s+|\s+или\s+){_FOUR_DIGITS}(?:{_DASH}{_FOUR_DIGITS})?)+\s*{_YEARS})"
# «Направление 09.04.01 «Информатика»: codes of trades and standards are written like days.
_CODE = re.compile(
    r"(?:направлени|специальност|подготовк|шифр|код|оквэд|окпд|гост|версии)\w*[^.\n]{0,30}$", re.IGNORECASE
)
_CODE_CHARS = 50
_NOMINATIVE = re.compile(r".+[ьй]|март|август", re.IGNORECASE)
_ROMAN_MONTH = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
_OF_YEARS = r"(?:годов|годах|годы|годам|гг\.?)"
_PART = r"(?:\b(?:в|к|до|с|на|от)\s+(?:само\w+\s+)?(?:начал|середин|конц)\w+\s+)"
_PART_OF = rf"{_PART}?"


def _two_days(match: re.Match[str], document: str) -> str:
    last = Moment.of(match["year"], match["month2"], match["day2"], document)
    first = Moment(match["year1"] or last.year, month_number(match["month1"]), int(match["day1"]))
    if match["year1"] and not last.year:
        last = Moment(match["year1"], last.month, last.day)
    return _interval(first, last)


def _two_numeric(match: re.Match[str], _document: str) -> str:
    ends = []
    for group in ("first", "last"):
        digits = match[group].split(".")
        ends.append(Moment(digits[2], int(digits[1]), int(digits[0])))
    return _interval(*ends)


def _days_of_month(match: re.Match[str], document: str) -> str:
    """Return an interval; '' for days of a list that do not follow each other."""
    last = Moment.of(match["year"], match["month"], match["day2"], document)
    first = int(match["day1"])
    if match["list"] is not None and last.day - first != match["list"].count(",") + 1:
        return ""
    return _interval(Moment(last.year, last.month, first), last)


def _night(match: re.Match[str], document: str) -> str:
    last = Moment.of(match["year"], match["month"], match["day2"], document)
    return _interval(Moment(last.year, last.month, int(match["day1"])), last)


def _interval(first: Moment, last: Moment) -> str:
    return f"{first}/{last}" if first.is_real and last.is_real else ""


def _day(match: re.Match[str], document: str) -> str:
    moment = Moment.of(match["year"], match["month"], match["day"], document)
    if not moment.is_real or (not match["year"] and _NOMINATIVE.fullmatch(match["month"])):
        # «4 Январь» is a numbered heading.
        return ""
    return str(moment)


def _day_in_words(match: re.Match[str], document: str) -> str:
    month = Moment.of(match["year"], match["month"], None, document)
    moment = Moment(month.year, month.month, day_number(match["words"]))
    return str(moment) if moment.day and moment.is_real else ""


def _numeric(match: re.Match[str], _document: str) -> str:
    month = roman_number(match["month"]) if match["month"].isalpha() else int(match["month"])
    moment = Moment(full_year(match["year"]), month, int(match["day"]))
    return str(moment) if moment.is_real else ""


def _numeric_short(match: re.Match[str], document: str) -> str:
    before = match.string[max(0, match.start() - _CODE_CHARS) : match.start()]
    return "" if _CODE.search(before) else _numeric(match, document)


def _numeric_month(match: re.Match[str], _document: str) -> str:
    return str(Moment(match["year"], int(match["month"])))


def _numeric_this_year(match: re.Match[str], document: str) -> str:
    moment = Moment(relative_year(match["year"], document), roman_number(match["month"]), int(match["day"]))
    return str(moment) if moment.is_real else ""


def _months(match: re.Match[str], document: str) -> str:
    last = Moment.of(match["year"], match["month2"], None, document)
    return f"{Moment(match['year1'] or last.year, month_number(match['month1']))}/{last}"


def _first_months(match: re.Match[str], document: str) -> str:
    year, count = relative_year(match["year"], document), int(match["count"])
    return f"{Moment(year, 1)}/{Moment(year, count)}" if 2 <= count <= 11 and year else ""


def _month(match: re.Match[str], document: str) -> str:
    return str(Moment.of(match["year"], match["month"], None, document))


def _end_of_month(match: re.Match[str], document: str) -> str:
    return str(Moment.of(match["year"], match["month"], None, document).last_day)


def _part_of_year(match: re.Match[str], document: str) -> str:
    number = part_number(match["number"])
    letter, largest = ("Q", 4) if match["part"].lower().startswith("кв") else ("H", 2)
    if not 1 <= number <= largest:
        return ""
    year = relative_year(match["year"], document) if match["year"] else document[:4]
    return f"{year}-{letter}{number}" if year else f"{letter}{number}"


def _years(match: re.Match[str], _document: str) -> str:
    first, last = match["year1"], match["year2"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else ""


_DECADES = {"дв": 20, "тр": 30, "со": 40, "пя": 50, "ше": 60, "се": 70, "во": 80, "де": 90, "ну": 0}


def _decade(match: re.Match[str], _document: str) -> str:
    digits = match["decade"]
    return f"{digits if len(digits) == 4 else '19' + digits}s"


def _decade_in_words(match: re.Match[str], _document: str) -> str:
    word = match["decade"].lower()
    tens = 0 if word.startswith("двух") else _DECADES[word[:2]]
    return f"{1900 + tens if tens else 2000}s"


def _season_of_year(match: re.Match[str], document: str) -> str:
    year = relative_year(match["year"], document)
    name = season(match["season"])
    return f"{year}-{name}" if year else f"season:{name}"


def _end_of_year(match: re.Match[str], document: str) -> str:
    year = relative_year(match["year"], document)
    return f"{year}-12-31" if year else ""


def _year(match: re.Match[str], _document: str) -> str:
    return f"{int(match['year']):04d}"


def _year_before_era(match: re.Match[str], _document: str) -> str:
    # ISO 8601 has a year 0: 1 BC is 0000, 44 BC is -0043.
    year = int(match["year"]) - 1
    return f"-{year:04d}" if year else "0000"


def _century(match: re.Match[str], _document: str) -> str:
    first = century_number(match["first"])
    last = century_number(match["last"]) if match["last"] else first
    is_before_era = match["era"] is not None
    if not 1 <= first <= _LATEST_CENTURY or not 1 <= last <= _LATEST_CENTURY:
        return ""
    if match["first"].isdecimal() and match["word"].endswith("."):
        # «12 в.» are volts; a century in digits has its word written out.
        return ""
    return f"{century_years(first, is_before_era)[0]}/{century_years(last, is_before_era)[1]}"


_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X)|XX)"
_NTH = (
    r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|"
    r"пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат(?:ь\s+перв)?)(?:ый|ий|ого|ьего|ом|ьем|ому|ым)"
)
_LATEST_CENTURY = 21
_CENTURY = rf"(?:{_ROMAN}|(?:1\d|2[01]|[1-9])(?:-?(?:го|й|м|ый|ом|му))?|{_NTH})"
_BEFORE_ERA = r"(?P<era>\s+до\s+(?:н\.?\s?э\.?|нашей\s+эры|Р\.?\s?Х\.?|Рождества\s+Христова))"
_OF_ERA = r"(?:\s+(?:н\.\s?э\.|нашей\s+эры))?"

CALENDAR_DATES: tuple[DatePattern, ...] = (
    rule(
        "dates_from_to",
        rf"(?:с\s+|от\s+)?{day('day1')}\s+{MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}})\s*(?:года|г\.)?)?"
        rf"{_TO}{_DAY2}\s+{MONTH.format('month2')}{YEAR}",
        _two_days,
    ),
    rule(
        "numeric_from_to",
        rf"(?<![\d.,/-])(?:с\s+)?(?P<first>{_NUMERIC_DAY})(?:\s?г(?:ода|\.)?)?{_TO}"
        rf"(?P<last>{_NUMERIC_DAY})(?!\d|[.,/-]\d)(?:\s?г(?:ода|\.))?",
        _two_numeric,
    ),
    rule(
        "night",
        rf"в\s+ночь\s+с\s+{day('day1')}\s+на\s+{_DAY2}\s+{MONTH.format('month')}{YEAR}",
        _night,
    ),
    rule(
        "days_of_month",
        rf"(?:с\s+)?{day('day1')}(?:{_DASH}|\s+по\s+|\s+до\s+|(?P<list>(?:,\s*{DAY})*(?:\s+и\s+|,\s*))){_DAY2}"
        rf"\s+{MONTH.format('month')}{YEAR}",
        _days_of_month,
    ),
    rule(
        "day_in_list",
        rf"{day('day')}(?=(?:,\s*{DAY})*(?:\s+и\s+|\s+или\s+|,\s*){DAY}\s+{MONTH.format('month')}{YEAR})",
        _day,
    ),
    rule(
        "day_month_year", rf"{_LATEST}(?:в\s+ночь\s+на\s+)?{day('day')}\s+{MONTH.format('month')}{YEAR}", _day
    ),
    rule(
        "day_in_words",
        rf"{_LATEST}\b(?P<words>{DAY_IN_WORDS})\s+{MONTH.format('month')}{YEAR}",
        _day_in_words,
    ),
    rule(
        "numeric",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?"
        r"(?P<year>(?:1[5-9]|20)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        _numeric,
    ),
    rule(
        "numeric_short_year",
        r"(?<![\d.,/-])(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>\d{2})"
        r"(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        _numeric_short,
    ),
    rule(
        "slashed",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        r"(?P<year>(?:1[5-9]|20)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        _numeric,
    ),
    rule(
        "iso",
        r"(?<![\d.,/-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        _numeric,
    ),
    rule(
        "roman_month",
        rf"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>{_ROMAN_MONTH})\s?[./-]\s?"
        r"(?P<year>(?:1[5-9]|20)\d{2}|\d{2})(?!\d)(?:\s*(?:года|г\.))?",
        _numeric,
    ),
    rule(
        "roman_month_this_year",
        rf"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>{_ROMAN_MONTH})\s+{RELATIVE_YEAR}",
        _numeric_this_year,
    ),
    rule(
        "numeric_month",
        r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2])\.(?P<year>(?:19|20)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.))?",
        _numeric_month,
    ),
    rule("end_of_month", rf"(?:до|к)\s+кон(?:ца|цу)\s+{MONTH.format('month')}{YEAR}", _end_of_month),
    rule(
        "months_from_to",
        rf"(?:с\s+)?{MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}})\s*(?:года|г\.)?)?{_TO}"
        rf"{MONTH.format('month2')}{YEAR}",
        _months,
    ),
    rule(
        "first_months",
        rf"\b(?:(?:за|в)\s+)?(?:перв\w+\s+)?(?P<count>\d{{1,2}})\s+месяц(?:ев|а|ах){A_YEAR}",
        _first_months,
    ),
    rule("month_year", rf"{_PART_OF}{MONTH.format('month')}{A_YEAR}", _month),
    rule(
        "part_of_year",
        rf"{_LATEST}{NUMBER_OF_PART}\s+(?P<part>квартал(?:а|е|у|ом)?\b|кв\.(?=\s*(?:19|20)\d\d)|"
        rf"полугоди[еяюи]м?\b|половин[аеуы]й?(?=\s+(?:\d{{4}}|(?:текущ|прошл|эт|минувш|следующ|нынешн)\w+\s+года)))"
        rf"{YEAR}",
        _part_of_year,
    ),
    rule(
        "season_of_year",
        rf"\b(?P<season>весной|летом|осенью|зимой|весны|лета|осени|зимы){A_YEAR}",
        _season_of_year,
    ),
    rule("end_of_named_year", rf"(?:до|к)\s+кон(?:ца|цу){A_YEAR}", _end_of_year),
    rule(
        "year_before_era",
        rf"(?:\bв\s+)?(?<![\d.,/№-])(?P<year>\d{{1,4}})\s*(?:год(?:а|у|ом|е)?\b|г\.?){_BEFORE_ERA}",
        _year_before_era,
    ),
    rule(
        "century",
        rf"{_PART_OF}\b(?P<first>{_CENTURY})(?:(?:{_DASH}|\s+и\s+)(?P<last>{_CENTURY}))?"
        rf"\s+(?P<word>век(?:а|е|у|ом|ов|ах|и)?\b|столети[еяюий]м?\b|вв?\.(?!\s?(?:т|ч)\.))(?:{_BEFORE_ERA}|{_OF_ERA})",
        _century,
    ),
    rule(
        "years",
        rf"(?<![\d.,/-])(?:с\s+)?(?P<year1>{_FOUR_DIGITS})(?:\s*(?:года|г\.))?(?:\s?[-–—/]\s?|\s+по\s+|\s+до\s+)"
        rf"(?P<year2>\d{{4}}|\d{{2}})(?:-?(?:го|й))?(?!\d)\s*(?:{_YEARS}|(?:учебн|финансов)\w+\s+год\w*)",
        _years,
    ),
    rule(
        "years_alone",
        rf"(?:(?<=\()|(?m:^))(?P<year1>{_FOUR_DIGITS})\s?[-–—]\s?(?P<year2>{_FOUR_DIGITS})(?=\)|:|\n|$)",
        _years,
    ),
    rule(
        "years_in_list",
        rf"(?<![\d.,/№-])(?P<year1>{_FOUR_DIGITS}){_DASH}(?P<year2>{_FOUR_DIGITS}){_MORE_YEARS}",
        _years,
    ),
    rule("year_in_list", rf"(?<![\d.,/№-])(?P<year>{_FOUR_DIGITS}){_MORE_YEARS}", _year),
    rule(
        "decade",
        rf"{_PART_OF}(?<![\d.,/-])(?P<decade>(?:1[5-9]|20)\d0)-(?:х|е|ые|ых)\b(?:\s*{_OF_YEARS})?",
        _decade,
    ),
    rule(
        "decade_short",
        rf"{_PART_OF}(?<![\d.,/-])(?P<decade>[2-9]0)-(?:х|е|ые|ых)\s*{_OF_YEARS}",
        _decade,
    ),
    rule("decade_alone", rf"(?:{_PART}|\bв\s+)(?P<decade>[2-9]0)-х\b(?!\s*[а-яё]{{4,}})", _decade),
    rule(
        "decade_in_words",
        rf"{_PART_OF}\b(?P<decade>двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев)"
        r"(?:ые|ых|ым)\s+год(?:ы|ов|ах|ам)\b",
        _decade_in_words,
    ),
    rule(
        "decade_in_words_alone",
        rf"{_PART}(?P<decade>тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев|двухтысячн)ых\b"
        r"(?!\s+[а-яё]{4,})",
        _decade_in_words,
    ),
    rule(
        "year",
        rf"(?:\bв\s+[а-яё]+ом\s+)?(?<![\d.,/№-])(?P<year>{_FOUR_DIGITS}|[2-9]\d{3}(?=\s*год))"
        r"(?:-(?:го|й|м|му|ом|ый|ого|ому)\b(?:\s*год(?:а|у|ом)?\b)?"
        r"|\s*(?:год(?:а|у|ом|е|ы|ов|ах|ам)?\b|г\.|г\b(?!\.?\s?[А-ЯЁ])))",
        _year,
    ),
    rule(
        "early_year",
        r"(?<=\b[вкс]\s)(?P<year>[1-9]\d{2})\s+год(?:у|а)\b(?!\s+до\s)",
        _year,
    ),
)
"""Earlier patterns win where two overlap."""
