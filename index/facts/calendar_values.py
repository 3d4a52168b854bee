"""What the patterns of `calendar_dates` mean: a value for a match, '' when it is no date after all."""

from __future__ import annotations

import re

from index.facts.almanac import (
    Moment,
    century_number,
    century_years,
    day_number,
    full_year,
    month_number,
    part_number,
    relative_year,
    roman_number,
    season,
)
from index.facts.numbered import is_numbered
from index.facts.numbers import find_numbers

_LATEST_CENTURY = 21
# «Направление 09.04.01 «Информатика»: codes of trades and standards are written like days.
_CODE = re.compile(
    r"(?:направлени|специальност|подготовк|шифр|код|оквэд|окпд|гост|версии)\w*[^.\n]{0,30}$", re.IGNORECASE
)
_CODE_CHARS = 50
# Streets are named after days: «ул. 8 Марта».
_STREET = re.compile(
    r"(?<!\w)(?:ул|улиц\w+|пл|площад\w+|просп|проспект\w*|пер|переул\w+|бульвар\w*|сквер\w*|имени|им)\.?\s+$",
    re.IGNORECASE,
)
_QUARTERS = 4
# «За 2 квартала» are two of them, «итоги 2 квартала» those of the second.
_COUNTED_PARTS = re.compile(r"[2-4]\s+(?:квартала|полугодия)", re.IGNORECASE)
_COUNTS = re.compile(r"(?<!\w)(?:за|через|на)\s+$", re.IGNORECASE)
_COUNTS_CHARS = 7
_NOMINATIVE = re.compile(r".+[ьй]|март|август", re.IGNORECASE)


def two_days(match: re.Match[str], document: str) -> str:
    """Return the value of «10 января – 3 марта 2020 года»."""
    last = Moment.of(match["year"], match["month2"], match["day2"], document)
    month = month_number(match["month1"])
    begins = match["year1"] or last.year
    if begins and not match["year1"] and month > last.month:
        # «с 25 декабря по 10 января 2020 года» begins in the year before.
        begins = f"{int(begins) - 1:04d}"
    first = Moment(begins, month, int(match["day1"]))
    if match["year1"] and not last.year:
        last = Moment(match["year1"], last.month, last.day)
    return _interval(first, last)


def two_numeric(match: re.Match[str], _document: str) -> str:
    """Return the value of «01.02.2020–03.04.2020»."""
    first, last = match["first"].split("."), match["last"].split(".")
    year = last[2]
    begins = first[2] if len(first) > 2 else year
    return _interval(Moment(begins, int(first[1]), int(first[0])), Moment(year, int(last[1]), int(last[0])))


def days_of_month(match: re.Match[str], document: str) -> str:
    """Return an interval; '' for days of a list that do not follow each other."""
    last = Moment.of(match["year"], match["month"], match["day2"], document)
    first = int(match["day1"])
    if match["list"] is not None and last.day - first != match["list"].count(",") + 1:
        return ""
    return _interval(Moment(last.year, last.month, first), last)


def night(match: re.Match[str], document: str) -> str:
    """Return the value of «в ночь с 4 на 5 мая»."""
    last = Moment.of(match["year"], match["month"], match["day2"], document)
    return _interval(Moment(last.year, last.month, int(match["day1"])), last)


def _interval(first: Moment, last: Moment) -> str:
    return f"{first}/{last}" if first.is_real and last.is_real else ""


def single_day(match: re.Match[str], document: str) -> str:
    """Return the value of «5 мая»."""
    if _STREET.search(match.string, max(0, match.start() - _CODE_CHARS), match.start()):
        return ""
    moment = Moment.of(match["year"], match["month"], match["day"], document)
    if not moment.is_real or (not match["year"] and _NOMINATIVE.fullmatch(match["month"])):
        # «4 Январь» is a numbered heading.
        return ""
    return str(moment)


def day_in_words(match: re.Match[str], document: str) -> str:
    """Return the value of «пятое мая»."""
    month = Moment.of(match["year"], match["month"], None, document)
    moment = Moment(month.year, month.month, day_number(match["words"]))
    return str(moment) if moment.day and moment.is_real else ""


def spelled_year(match: re.Match[str], _document: str) -> str:
    """Return the value of «первого мая тысяча девятьсот сорок пятого года»."""
    numbers = list(find_numbers(match["year"]))
    if len(numbers) != 1 or not numbers[0].is_ordinal:
        return ""
    of_month = day_number(match["words"]) if match["words"] else int(match["day"] or 0)
    moment = Moment(str(numbers[0].low), month_number(match["month"]), of_month)
    return str(moment) if moment.is_real else ""


def numeric(match: re.Match[str], _document: str) -> str:
    """Return the value of «05.05.2020»; '' of «п. 3.12.2020»."""
    if is_numbered(match.string, match.start(), in_list=False):
        return ""
    month = roman_number(match["month"]) if match["month"].isalpha() else int(match["month"])
    moment = Moment(full_year(match["year"]), month, int(match["day"]))
    return str(moment) if moment.is_real else ""


def numeric_short(match: re.Match[str], document: str) -> str:
    """Return the value of «05.05.20»."""
    before = match.string[max(0, match.start() - _CODE_CHARS) : match.start()]
    return "" if _CODE.search(before) else numeric(match, document)


def numeric_month(match: re.Match[str], _document: str) -> str:
    """Return the value of «05.2020»; '' of «раздел 05.2020»."""
    if is_numbered(match.string, match.start(), in_list=False):
        return ""
    return str(Moment(match["year"], int(match["month"])))


def numeric_this_year(match: re.Match[str], document: str) -> str:
    """Return the value of «5/V с. г.»."""
    moment = Moment(relative_year(match["year"], document), roman_number(match["month"]), int(match["day"]))
    return str(moment) if moment.is_real else ""


def two_months(match: re.Match[str], document: str) -> str:
    """Return the value of «май–июнь»."""
    last = Moment.of(match["year"], match["month2"], None, document)
    return f"{Moment(match['year1'] or last.year, month_number(match['month1']))}/{last}"


def first_months(match: re.Match[str], document: str) -> str:
    """Return the value of «за 9 месяцев 2018 года»."""
    (number,) = find_numbers(match["count"])
    year, count = relative_year(match["year"], document), int(number.low)
    return f"{Moment(year, 1)}/{Moment(year, count)}" if 2 <= count <= 11 and year else ""


def single_month(match: re.Match[str], document: str) -> str:
    """Return the value of «май 2020»."""
    return str(Moment.of(match["year"], match["month"], None, document))


def end_of_month(match: re.Match[str], document: str) -> str:
    """Return the value of «до конца мая»."""
    return str(Moment.of(match["year"], match["month"], None, document).last_day)


def part_of_year(match: re.Match[str], document: str) -> str:
    """Return the value of «II квартал», «первая половина года»."""
    if _COUNTED_PARTS.fullmatch(match.group()) and _COUNTS.search(
        match.string, max(0, match.start() - _COUNTS_CHARS), match.start()
    ):
        return ""
    number = part_number(match["number"])
    letter, largest = ("Q", 4) if match["part"].lower().startswith("кв") else ("H", 2)
    if not 1 <= number <= largest:
        return ""
    year = relative_year(match["year"], document) if match["year"] else document[:4]
    return f"{year}-{letter}{number}" if year else f"{letter}{number}"


def two_quarters(match: re.Match[str], document: str) -> str:
    """Return the value of «I–III кварталы 2020 года»; '' for two that do not follow each other."""
    first, last = part_number(match["first"]), part_number(match["number"])
    year = relative_year(match["year"], document)
    if not year or not first < last <= _QUARTERS:
        return ""
    return f"{year}-Q{first}/{year}-Q{last}"


def two_years(match: re.Match[str], _document: str) -> str:
    """Return the value of «1958–63»."""
    first, last = match["year1"], match["year2"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else ""


_DECADES = {"дв": 20, "тр": 30, "со": 40, "пя": 50, "ше": 60, "се": 70, "во": 80, "де": 90, "ну": 0}


def decade(match: re.Match[str], _document: str) -> str:
    """Return the value of «1960-е», «60-е»."""
    digits = match["decade"]
    return f"{digits if len(digits) == 4 else '19' + digits}s"


def decades(match: re.Match[str], _document: str) -> str:
    """Return the value of «в 1980–1990-х годах»."""
    return f"{match['first']}s/{match['last']}s" if match["first"] < match["last"] else ""


def decade_in_words(match: re.Match[str], _document: str) -> str:
    """Return the value of «шестидесятые»."""
    word = match["decade"].lower()
    tens = 0 if word.startswith("двух") else _DECADES[word[:2]]
    return f"{1900 + tens if tens else 2000}s"


def season_of_year(match: re.Match[str], document: str) -> str:
    """Return the value of «весной 2020 года»."""
    year = relative_year(match["year"], document)
    name = season(match["season"])
    return f"{year}-{name}" if year else f"season:{name}"


def end_of_year(match: re.Match[str], document: str) -> str:
    """Return the value of «к концу 2020 года»."""
    year = relative_year(match["year"], document)
    return f"{year}-12-31" if year else ""


def single_year(match: re.Match[str], _document: str) -> str:
    """Return the value of «2020»."""
    return f"{int(match['year']):04d}"


def short_year(match: re.Match[str], _document: str) -> str:
    """Return the value of «в 66-м году»."""
    return full_year(match["year"])


def year_before_era(match: re.Match[str], _document: str) -> str:
    """Return the value of «44 год до н. э.»."""
    # ISO 8601 has a year 0: 1 BC is 0000, 44 BC is -0043.
    year = int(match["year"]) - 1
    return f"-{year:04d}" if year else "0000"


def century(match: re.Match[str], _document: str) -> str:
    """Return the value of «XVIII–XIX вв.»."""
    first = century_number(match["first"])
    last = century_number(match["last"]) if match["last"] else first
    is_before_era = match["era"] is not None
    if not 1 <= first <= _LATEST_CENTURY or not 1 <= last <= _LATEST_CENTURY:
        return ""
    if match["first"].isdecimal() and match["word"].endswith("."):
        # «12 в.» are volts; a century in digits has its word written out.
        return ""
    return f"{century_years(first, is_before_era)[0]}/{century_years(last, is_before_era)[1]}"
