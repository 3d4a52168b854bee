"""The values of facts as people read them: sums, shares, quantities, days, terms. Knows no Qt.

Values come normalised as `data/gold/FORMAT.md` of the fact room describes them: plain numbers or
{"from", "to"}, ISO 4217 codes, ISO 8601 days, intervals and durations, and a few symbols for what a text
leaves relative ("this_year", "end_of_quarter").
"""

from __future__ import annotations

import re
from typing import Final

from index.model.fact import Value
from index.text import eras
from index.text.wording import (
    NBSP,
    Language,
    day_and_month,
    month,
    number,
    plural_en,
    plural_ru,
    scale_of,
    scale_word,
    scaled,
    short_number,
)

DASH: Final = "\u2013"
ARROW: Final = "\u2192"

_CURRENCIES: Final = {
    Language.RU: {
        "USD": "долл.",
        "EUR": "евро",
        "RUB": "₽",
        "SUR": "руб.",
        "KZT": "тенге",
        "UZS": "сум",
        "KGS": "сом",
        "TJS": "сомони",
        "TMT": "манат",
        "AZN": "манат",
        "GEL": "лари",
        "AMD": "драм",
        "BYN": "бел. руб.",
        "UAH": "грн",
        "MDL": "лей",
        "CNY": "юань",
        "JPY": "иена",
        "GBP": "ф. ст.",
        "CHF": "фр.",
        "TRY": "лира",
        "INR": "рупия",
        "AFN": "афгани",
        "KRW": "вона",
        "IRR": "риал",
        "AED": "дирхам",
        "PLN": "злотый",
    },
    Language.EN: {"USD": "US$", "EUR": "€", "GBP": "£", "RUB": "₽", "JPY": "¥"},
}
# Currencies whose Russian names change after a number: 5 юаней, 2 лиры.
_DECLINED: Final = {
    "UZS": ("сум", "сума", "сумов"),
    "KGS": ("сом", "сома", "сомов"),
    "TMT": ("манат", "маната", "манатов"),
    "AZN": ("манат", "маната", "манатов"),
    "AMD": ("драм", "драма", "драмов"),
    "MDL": ("лей", "лея", "леев"),
    "CNY": ("юань", "юаня", "юаней"),
    "JPY": ("иена", "иены", "иен"),
    "TRY": ("лира", "лиры", "лир"),
    "INR": ("рупия", "рупии", "рупий"),
    "KRW": ("вона", "воны", "вон"),
    "IRR": ("риал", "риала", "риалов"),
    "AED": ("дирхам", "дирхама", "дирхамов"),
    "PLN": ("злотый", "злотых", "злотых"),
}
_UNITS: Final = {
    "Y": ("год", "года", "лет", "year", "years"),
    "M": ("месяц", "месяца", "месяцев", "month", "months"),
    "W": ("неделя", "недели", "недель", "week", "weeks"),
    "D": ("день", "дня", "дней", "day", "days"),
    "TH": ("час", "часа", "часов", "hour", "hours"),
    "TM": ("минута", "минуты", "минут", "minute", "minutes"),
    "TS": ("секунда", "секунды", "секунд", "second", "seconds"),
}
_SYMBOLS: Final = {
    "today": ("сегодня", "today"),
    "yesterday": ("вчера", "yesterday"),
    "tomorrow": ("завтра", "tomorrow"),
    "now": ("сейчас", "now"),
    "this_week": ("на этой неделе", "this week"),
    "this_month": ("в этом месяце", "this month"),
    "this_quarter": ("в этом квартале", "this quarter"),
    "this_year": ("в текущем году", "this year"),
    "day_after_tomorrow": ("послезавтра", "the day after tomorrow"),
    "day_before_yesterday": ("позавчера", "the day before yesterday"),
    "last_week": ("на прошлой неделе", "last week"),
    "next_week": ("на следующей неделе", "next week"),
    "last_quarter": ("в прошлом квартале", "last quarter"),
    "next_quarter": ("в следующем квартале", "next quarter"),
    "this_century": ("в нынешнем веке", "this century"),
    "last_century": ("в прошлом веке", "last century"),
    "next_century": ("в следующем веке", "next century"),
    "start_of_week": ("с начала недели", "since the start of the week"),
    "start_of_month": ("с начала месяца", "since the start of the month"),
    "start_of_quarter": ("с начала квартала", "since the start of the quarter"),
    "start_of_year": ("с начала года", "since the start of the year"),
    "end_of_week": ("до конца недели", "by the end of the week"),
    "weekday:monday": ("в понедельник", "on Monday"),
    "weekday:tuesday": ("во вторник", "on Tuesday"),
    "weekday:wednesday": ("в среду", "on Wednesday"),
    "weekday:thursday": ("в четверг", "on Thursday"),
    "weekday:friday": ("в пятницу", "on Friday"),
    "weekday:saturday": ("в субботу", "on Saturday"),
    "weekday:sunday": ("в воскресенье", "on Sunday"),
    "last_month": ("в прошлом месяце", "last month"),
    "last_year": ("в прошлом году", "last year"),
    "next_month": ("в следующем месяце", "next month"),
    "next_year": ("в будущем году", "next year"),
    "end_of_month": ("до конца месяца", "by the end of the month"),
    "end_of_quarter": ("до конца квартала", "by the end of the quarter"),
    "end_of_year": ("до конца года", "by the end of the year"),
    "season:winter": ("зима", "winter"),
    "season:spring": ("весна", "spring"),
    "season:summer": ("лето", "summer"),
    "season:autumn": ("осень", "autumn"),
    "season:fall": ("осень", "autumn"),
}
# The last decimal of «341,5» in front of a currency: small change has two digits. «1,5–2,5 млн» has none.
_WITH_ONE_DECIMAL: Final = re.compile(rf"(?<=[,.])\d(?=$|{DASH})")
_SEASON: Final = re.compile(r"(?P<year>\d{4})-(?P<season>spring|summer|autumn|winter)")
# «неделя», «минута», «секунда» in the accusative: «1 неделю назад».
_FEMININE: Final = {"неделя": "неделю", "минута": "минуту", "секунда": "секунду"}
_ROMAN: Final = ("", "I", "II", "III", "IV")
_DAY: Final = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_PART: Final = re.compile(r"(?:(?P<year>\d{4})-)?(?P<kind>[QHS])(?P<nth>[1-4])")
_DECADE: Final = re.compile(r"(?P<decade>\d{3}0)s")
_DURATION: Final = re.compile(r"P(?=.)(?P<days>(?:[\d.]+[YMWD])*)(?:T(?P<hours>(?:[\d.]+[HMS])+))?")


def ends(value: Value) -> tuple[float, float] | None:
    """Return both ends of a number or of a range (equal for a number); None when it is neither."""
    if isinstance(value, dict):
        low, high = value.get("from"), value.get("to")
        if _is_number(low) and _is_number(high):
            return low, high  # type: ignore[return-value]  # _is_number has looked
        return None
    return (value, value) if _is_number(value) else None  # type: ignore[return-value]  # likewise


def numbers(value: Value, language: Language = Language.RU) -> str:
    """Write a number or a range: «4 млрд», «168–172 тыс.», «14 → 9»; empty when `value` is neither.

    A range that falls is a change and is written with an arrow. Both ends share one scale when it would
    not make the larger one clumsy.
    """
    found = ends(value)
    if found is None:
        return ""
    low, high = found
    if low == high:
        return short_number(low, language)
    link = DASH if low < high else f"{NBSP}{ARROW}{NBSP}"
    scale = min(scale_of(end) for end in (low, high) if end)
    if scale > 1 and max(abs(low), abs(high)) >= 1000 * scale:
        link = f" {link} " if low < high else link
        return f"{short_number(low, language)}{link}{short_number(high, language)}"
    written = f"{scaled(low, scale, language)}{link}{scaled(high, scale, language)}"
    return f"{written}{NBSP}{scale_word(scale, language)}" if scale > 1 else written


def money(amount: Value, currency: str, language: Language = Language.RU) -> str:
    """Write a sum: «4 млрд долл.», «1,5 млн ₽», «341,50 евро», "US$4 bn"; empty when there is no number."""
    written = numbers(amount, language)
    if not any(letter.isalpha() for letter in written):
        written = _WITH_ONE_DECIMAL.sub(r"\g<0>0", written)
    if not written or not currency:
        return written
    name = currency_name(amount, currency, language)
    if language is Language.EN:
        return f"{name}{written}" if not name.isalpha() else f"{written}{NBSP}{name}"
    return f"{written}{NBSP}{name}"


def currency_name(amount: Value, currency: str, language: Language = Language.RU) -> str:
    """Return the name of a currency as it stands after `amount`; its code when it has no better name."""
    found = ends(amount)
    if language is Language.RU and currency in _DECLINED and found is not None:
        last = found[1]
        one, few, many = _DECLINED[currency]
        if scale_of(last) > 1:
            return many
        return plural_ru(int(last), one, few, many) if last == int(last) else few
    return _CURRENCIES[language].get(currency, currency)


def percent(value: Value, language: Language = Language.RU) -> str:
    """Write a share: «7,5 %», "7.5%"; empty when `value` is no number."""
    written = numbers(value, language)
    if not written:
        return ""
    return f"{written}{NBSP}%" if language is Language.RU else f"{written}%"


def day(value: str, language: Language = Language.RU) -> str:
    """Write a day, month, year, part of a year, decade, interval or relative term.

    Returns:
        «15 ноября 2021», «ноябрь 2021», «II квартал 2019», «2021–2025», «до конца квартала»; empty when
        the value is not understood.
    """
    if "/" in value:
        first, last = value.split("/", 1)
        return _interval(first, last, language)
    if value in _SYMBOLS:
        return _SYMBOLS[value][language is Language.EN]
    if value.startswith(("past:", "future:")):
        return _counted(value, language)
    return _calendar(value, language)


def duration(value: str, language: Language = Language.RU, *, is_bent: bool = False) -> str:
    """Write a length of time: «5 лет», «1 год 6 месяцев»; empty when not understood.

    A range that grows in one unit is written as one, «3–6 месяцев»; what falls is a change and is written
    with an arrow, «5 часов → 2 часа».

    Args:
        value: ISO 8601, or two with a slash between them.
        language: Language to write in.
        is_bent: Whether it stands behind «не более», «около» and their like, which ask for the genitive.
    """
    if "/" in value:
        first, last = value.split("/", 1)
        both = [duration(part, language, is_bent=is_bent) for part in (first, last)]
        if not all(both):
            return ""
        (low, *_), (high, _, unit) = (one.rpartition(NBSP) for one in both)
        is_range = first[-1] == last[-1] and NBSP not in low + high and _grows(first, last)
        return f"{low}{DASH}{high}{NBSP}{unit}" if is_range else f"{both[0]} {ARROW} {both[1]}"
    found = _DURATION.fullmatch(value)
    if found is None:
        return ""
    parts = [(n, unit) for n, unit in re.findall(r"([\d.]+)([YMWD])", found["days"] or "")]
    parts += [(n, f"T{unit}") for n, unit in re.findall(r"([\d.]+)([HMS])", found["hours"] or "")]
    return " ".join(_length(float(n), unit, language, is_bent=is_bent) for n, unit in parts)


def _counted(value: str, language: Language) -> str:
    """Write «3 года назад», «через 2 месяца»."""
    direction, _, period = value.partition(":")
    length = duration(period, language)
    if not length:
        return ""
    if language is Language.EN:
        return f"{length} ago" if direction == "past" else f"in {length}"
    number, _, unit = length.rpartition(NBSP)
    length = f"{number}{NBSP}{_FEMININE.get(unit, unit)}"
    return f"{length} назад" if direction == "past" else f"через {length}"


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _grows(first: str, last: str) -> bool:
    """Whether of two lengths of time in one unit the last is the longer."""
    low, high = (float(re.sub(r"[^\d.]", "", one)) for one in (first, last))
    return low < high


def _length(n: float, unit: str, language: Language, *, is_bent: bool = False) -> str:
    one, few, many, single, several = _UNITS[unit]
    if language is Language.EN:
        word = plural_en(int(n), single, several) if n == int(n) else several
    elif is_bent and n == int(n):
        word = plural_ru(int(n), few, many, many)
    else:
        word = plural_ru(int(n), one, few, many) if n == int(n) else few
    return f"{number(int(n) if n == int(n) else n, language)}{NBSP}{word}"


def _calendar(value: str, language: Language) -> str:
    if written := eras.year(value, language):
        return written
    if found := _SEASON.fullmatch(value):
        return f"{_SYMBOLS['season:' + found['season']][language is Language.EN]} {found['year']}"
    if found := _DAY.fullmatch(value):
        return _day_of(found, language)
    if found := _PART.fullmatch(value):
        return _part(found, language)
    if found := _DECADE.fullmatch(value):
        return f"{found['decade']}-е{NBSP}годы" if language is Language.RU else value
    return ""


def _day_of(found: re.Match[str], language: Language) -> str:
    month_number = int(found["month"])
    if not 1 <= month_number <= 12:
        return ""
    written = (
        day_and_month(month_number, int(found["day"]), language)
        if found["day"]
        else month(month_number, language)
    )
    return f"{written}{NBSP}{found['year']}" if found["year"] else written


def _part(found: re.Match[str], language: Language) -> str:
    nth = int(found["nth"])
    if language is Language.EN:
        written = f"{found['kind']}{nth}"
        return f"{written}{NBSP}{found['year']}" if found["year"] else written
    written = f"{_ROMAN[nth]}{NBSP}{'квартал' if found['kind'] == 'Q' else 'полугодие'}"
    return f"{written} {found['year']}" if found["year"] else written


def _interval(first: str, last: str, language: Language) -> str:
    """Write both ends, leaving out of the first what the second repeats."""
    if written := eras.century(first, last, language):
        return written
    low, high = day(first, language), day(last, language)
    if not low or not high:
        return low or high
    if first.isdecimal() and last.isdecimal():
        return f"{low}{DASH}{high}"
    from_day, to_day = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if from_day and to_day and from_day["year"] == to_day["year"]:
        if not from_day["day"] and not to_day["day"]:
            return f"{month(int(from_day['month']), language)}{DASH}{high}"
        if from_day["month"] == to_day["month"] and from_day["day"] and to_day["day"]:
            return f"{int(from_day['day'])}{DASH}{high}"
        if from_day["year"]:
            low = _day_of(_DAY.fullmatch(first[4:].replace("-", "--", 1)) or from_day, language)
    return f"{low} {DASH} {high}"
