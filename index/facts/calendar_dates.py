"""Dates that name their day, month, year or century: an ordered table of named patterns."""

from __future__ import annotations

from index.facts import calendar_values as told
from index.facts.almanac import (
    A_YEAR,
    DAY,
    DAY_IN_WORDS,
    FIRST_NUMBER_OF_PART,
    MONTH,
    NUMBER_OF_PART,
    RELATIVE_YEAR,
    YEAR,
    day,
)
from index.facts.date_rules import DatePattern

# Where a word begins: asked first, it spares most places the rest of a pattern («____29 декабря» is a form).
_START = r"(?<![^\W_])"
_DAY2 = day("day2", is_behind_dash=True)
_LATEST = r"(?:не\s+позднее(?:\s+чем)?\s+)?"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:\s+по\s+|\s+до\s+|{_DASH})"
_DAY_AND_MONTH = r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])"
_NUMERIC_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:1[5-9]|2\d)\d{2}"
_FOUR_DIGITS = r"(?:1[0-9]|20)\d{2}"
_KIND_OF_YEAR = r"(?:(?:финансов|учебн|календарн|отч[её]тн|бюджетн)[а-яё]{2,3}\s+)?"
_YEARS = rf"(?:{_KIND_OF_YEAR}год(?:ы|ов|ам|ами|ах|а|у|ом|е)?\b|гг\.|г\.|гг\b)"
_MORE_YEARS = rf"(?=(?:(?:,\s*|\s+и\s+|\s+или\s+){_FOUR_DIGITS}(?:{_DASH}{_FOUR_DIGITS})?){{1,9}}\s*{_YEARS})"
_SPELLED = r"(?:(?:одна\s+)?тысяча|две\s+тысячи|двухтысячного)(?:\s+[а-яё]+){0,3}?"
_ROMAN_MONTH = r"(?:I{1,3}|IV|VI{0,3}|I[X\u0425]|[X\u0425]I{0,2})"
_COUNT = (
    r"(?:два|двух|три|тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|"
    r"одиннадцать|одиннадцати)"
)
_OF_YEARS = r"(?:годов|годах|годы|годам|гг\.?)"
_PART = r"(?:\b(?:в|к|до|с|на|от)\s+(?:само\w+\s+)?(?:начал|середин|конц)\w+\s+)"
_PART_OF = rf"{_PART}?"
_X, _I = "[X\u0425]", "[I\u0406]"
_ROMAN = rf"(?:{_X}{{0,2}}(?:{_I}{_X}|{_I}V|V?{_I}{{1,3}}|V|{_X})|{_X}{_X})"
_NTH = (
    r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|"
    r"пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат(?:ь\s+перв)?)(?:ый|ий|ого|ьего|ом|ьем|ому|ым)"
)
_CENTURY = rf"(?:{_ROMAN}|(?:1\d|2[01]|[1-9])(?:-?(?:го|й|м|ый|ом|му))?|{_NTH})"
_BEFORE_ERA = r"(?P<era>\s+до\s+(?:н\.?\s?э\.?|нашей\s+эры|Р\.?\s?Х\.?|Рождества\s+Христова))"
_OF_ERA = r"(?:\s+(?:н\.\s?э\.|нашей\s+эры))?"

CALENDAR_DATES: tuple[DatePattern, ...] = (
    DatePattern(
        "dates_from_to",
        rf"{_START}(?:с\s+|от\s+)?{day('day1')}\s+{MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}})\s*(?:года|г\.)?)?"
        rf"{_TO}{_DAY2}\s+{MONTH.format('month2')}{YEAR}",
        told.two_days,
    ),
    DatePattern(
        "numeric_from_to",
        rf"{_START}(?<![\d.,/-])(?:с\s+)?(?P<first>{_NUMERIC_DAY}|{_DAY_AND_MONTH})(?:\s?г(?:ода|\.)?)?{_TO}"
        rf"(?P<last>{_NUMERIC_DAY})(?!\d|[.,/-]\d)(?:\s?г(?:ода|\.))?",
        told.two_numeric,
    ),
    DatePattern(
        "night",
        rf"в\s+ночь\s+с\s+{day('day1')}\s+на\s+{_DAY2}\s+{MONTH.format('month')}{YEAR}",
        told.night,
    ),
    DatePattern(
        "days_of_month",
        rf"{_START}(?:с\s+)?{day('day1')}(?:{_DASH}|\s+по\s+|\s+до\s+|(?P<list>(?:,\s*{DAY}){{0,9}}(?:\s+и\s+|,\s*))){_DAY2}"
        rf"\s+{MONTH.format('month')}{YEAR}",
        told.days_of_month,
    ),
    DatePattern(
        "day_in_list",
        rf"{_START}{day('day')}(?=(?:,\s*{DAY}){{0,9}}(?:\s+и\s+|\s+или\s+|,\s*){DAY}\s+{MONTH.format('month')}{YEAR})",
        told.single_day,
    ),
    DatePattern(
        "spelled_year",
        rf"{_START}(?:(?:{day('day')}|(?P<words>{DAY_IN_WORDS}))\s+)?{MONTH.format('month')}\s+(?P<year>{_SPELLED})\s+года\b",
        told.spelled_year,
    ),
    DatePattern(
        # «5 (17) мая 1880 г.»: the day of the old calendar, and in brackets that of ours.
        "day_of_both_calendars",
        rf"{_START}{DAY}\s?\({day('day')}\)\s+{MONTH.format('month')}{YEAR}",
        told.single_day,
    ),
    DatePattern(
        "day_month_year",
        rf"{_START}{_LATEST}(?:в\s+ночь\s+на\s+)?{day('day')}\s+{MONTH.format('month')}{YEAR}",
        told.single_day,
    ),
    DatePattern(
        "day_in_words",
        rf"{_START}{_LATEST}\b(?P<words>{DAY_IN_WORDS})\s+{MONTH.format('month')}{YEAR}",
        told.day_in_words,
    ),
    DatePattern(
        "numeric",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?"
        r"(?P<year>(?:1[5-9]|2\d)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        told.numeric,
    ),
    DatePattern(
        "numeric_short_year",
        r"(?<![\d.,/-])(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>\d{2})"
        r"(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        told.numeric_short,
    ),
    DatePattern(
        "slashed",
        r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
        r"(?P<year>(?:1[5-9]|2\d)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.|г\b))?",
        told.numeric,
    ),
    DatePattern(
        "iso",
        r"(?<![\d.,/-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        told.numeric,
    ),
    DatePattern(
        "roman_month",
        rf"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>{_ROMAN_MONTH})\s?[./-]\s?"
        r"(?P<year>(?:1[5-9]|20)\d{2}|\d{2})(?!\d)(?:\s*(?:года|г\.))?",
        told.numeric,
    ),
    DatePattern(
        "roman_month_this_year",
        rf"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?P<month>{_ROMAN_MONTH})\s+{RELATIVE_YEAR}",
        told.numeric_this_year,
    ),
    DatePattern(
        "numeric_month",
        r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2])\.(?P<year>(?:19|20)\d{2})(?![\d]|[.,/-]\d)(?:\s*(?:года|г\.))?",
        told.numeric_month,
    ),
    DatePattern(
        "end_of_month", rf"(?:до|к)\s+кон(?:ца|цу)\s+{MONTH.format('month')}{YEAR}", told.end_of_month
    ),
    DatePattern(
        "months_from_to",
        rf"{_START}(?:с\s+)?{MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}})\s*(?:года|г\.)?)?{_TO}"
        rf"{MONTH.format('month2')}{YEAR}",
        told.two_months,
    ),
    DatePattern(
        "first_months",
        rf"{_START}\b(?:(?:за|в)\s+)?(?:перв\w+\s+)?(?P<count>\d{{1,2}}|{_COUNT})\s+мес(?:яцев|яца|яцах|\.){A_YEAR}",
        told.first_months,
    ),
    DatePattern("month_year", rf"{_START}{_PART_OF}{MONTH.format('month')}{A_YEAR}", told.single_month),
    DatePattern(
        "quarters_from_to",
        rf"{FIRST_NUMBER_OF_PART}(?:{_DASH}|\s+и\s+){NUMBER_OF_PART}\s+(?:квартал(?:ы|ов|ам|ах)?\b|кв\.){A_YEAR}",
        told.two_quarters,
    ),
    DatePattern(
        "part_of_year",
        rf"{_LATEST}{NUMBER_OF_PART}\s+(?P<part>квартал(?:а|е|у|ом)?\b|кв\.(?=\s*(?:19|20)\d\d)|"
        rf"полугоди[еяюи]м?\b|половин[аеуы]й?(?=\s+(?:\d{{4}}(?!\s?[-–—\d])|(?:текущ|прошл|эт|минувш|следующ|нынешн)\w+\s+года)))"
        rf"{YEAR}",
        told.part_of_year,
    ),
    DatePattern(
        "season_of_year",
        rf"\b(?P<season>весн(?:ой|ы|а)|лет(?:ом|а|о)|осен(?:ью|и|ь)|зим(?:ой|ы|а)){A_YEAR}",
        told.season_of_year,
    ),
    DatePattern("end_of_named_year", rf"(?:до|к)\s+кон(?:ца|цу){A_YEAR}", told.end_of_year),
    DatePattern(
        "year_before_era",
        rf"(?:\bв\s+)?(?<![\d.,/№-])(?P<year>\d{{1,4}})\s*(?:год(?:а|у|ом|е)?\b|г\.?){_BEFORE_ERA}",
        told.year_before_era,
    ),
    DatePattern(
        "century",
        rf"{_START}{_PART_OF}\b(?P<first>{_CENTURY})(?:(?:{_DASH}|\s+и\s+)(?P<last>{_CENTURY}))?"
        rf"\s+(?P<word>век(?:а|е|у|ом|ов|ах|и)?\b|столети[еяюий]м?\b|вв?\.(?!\s?(?:т|ч)\.))(?:{_BEFORE_ERA}|{_OF_ERA})",
        told.century,
    ),
    DatePattern(
        "years",
        rf"(?<![\d.,/-])(?:с\s+)?(?P<year1>{_FOUR_DIGITS})(?:\s*(?:года|г\.))?(?:\s?[-–—/]\s?|\s+по\s+|\s+до\s+)"
        rf"(?P<year2>\d{{4}}|\d{{2}})(?:-?(?:го|й))?(?!\d)\s*(?:{_YEARS}|(?:уч\.|учебн\w+|финансов\w+)\s+год\w*)",
        told.two_years,
    ),
    DatePattern(
        "years_alone",
        rf"(?:(?<=\()|(?m:^))(?P<year1>{_FOUR_DIGITS})\s?[-–—]\s?(?P<year2>{_FOUR_DIGITS})(?=\)|:|\n|$)",
        told.two_years,
    ),
    DatePattern(
        "years_in_list",
        rf"(?<![\d.,/№-])(?P<year1>{_FOUR_DIGITS}){_DASH}(?P<year2>{_FOUR_DIGITS}){_MORE_YEARS}",
        told.two_years,
    ),
    DatePattern(
        "years_between",
        rf"\bмежду\s+(?P<year1>{_FOUR_DIGITS})\s+и\s+(?P<year2>{_FOUR_DIGITS})\s+год(?:ами|ом)\b",
        told.two_years,
    ),
    DatePattern("year_in_list", rf"(?<![\d.,/№-])(?P<year>{_FOUR_DIGITS}){_MORE_YEARS}", told.single_year),
    DatePattern(
        "decades",
        rf"{_PART_OF}(?<![\d.,/-])(?P<first>(?:1[5-9]|20)\d0)(?:-(?:х|е))?{_DASH}(?P<last>(?:1[5-9]|20)\d0)-(?:х|е)\b"
        rf"(?:\s*{_OF_YEARS})?",
        told.decades,
    ),
    DatePattern(
        "decade",
        rf"{_PART_OF}(?<![\d.,/-])(?P<decade>(?:1[5-9]|20)\d0)-(?:х|е|ые|ых)\b(?:\s*{_OF_YEARS})?",
        told.decade,
    ),
    DatePattern(
        "decade_short",
        rf"{_START}{_PART_OF}(?<![\d.,/-])(?P<decade>[2-9]0)-(?:х|е|ые|ых)\s*{_OF_YEARS}",
        told.decade,
    ),
    DatePattern("decade_alone", rf"(?:{_PART}|\bв\s+)(?P<decade>[2-9]0)-х\b(?!\s*[а-яё]{{4,}})", told.decade),
    DatePattern(
        "decade_in_words",
        rf"{_START}{_PART_OF}\b(?P<decade>двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев)"
        r"(?:ые|ых|ым)\s+год(?:ы|ов|ах|ам)\b",
        told.decade_in_words,
    ),
    DatePattern(
        "decade_in_words_alone",
        rf"{_PART}(?P<decade>тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев|двухтысячн)ых\b"
        r"(?!\s+[а-яё]{4,})",
        told.decade_in_words,
    ),
    DatePattern(
        "year",
        rf"(?:\bв\s+[а-яё]+ом\s+)?(?<![\d.,/№-])(?P<year>{_FOUR_DIGITS}|[2-9]\d{{3}}(?=\s*год))"
        r"(?:-(?:го|й|м|му|ом|ый|ого|ому)\b(?:\s*год(?:а|у|ом)?\b)?"
        rf"|\s*(?:{_KIND_OF_YEAR}год(?:а|у|ом|е|ы|ов|ах|ам|ами)?\b|г\.|г\b(?!\.?\s?[А-ЯЁ])))",
        told.single_year,
    ),
    DatePattern(
        "short_year", r"(?<![\d.,/№-])(?P<year>\d{2})-(?:м|ом|му|го)\s+год(?:у|а)\b", told.short_year
    ),
    DatePattern(
        "early_year",
        r"(?<=\b[вкс]\s)(?P<year>[1-9]\d{2})\s+год(?:у|а)\b(?!\s+до\s)",
        told.single_year,
    ),
)
"""Earlier patterns win where two overlap."""
