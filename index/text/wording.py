"""Numbers, plurals and days as people write them, in Russian and in English. Knows no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

NBSP: Final = "\u00a0"
"""Between a number and its unit."""
THIN_SPACE: Final = "\u202f"
"""Between groups of three digits; narrow and without a break."""


class Language(StrEnum):
    """Languages of the window."""

    RU = "ru"
    EN = "en"


_SCALES: Final = {
    Language.RU: ((10**12, "трлн"), (10**9, "млрд"), (10**6, "млн"), (10**3, "тыс.")),
    Language.EN: ((10**12, "tn"), (10**9, "bn"), (10**6, "mn"), (10**3, "k")),
}
_MONTHS_OF: Final = {
    Language.RU: (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    Language.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_MONTHS: Final = {
    Language.RU: (
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
    Language.EN: _MONTHS_OF[Language.EN],
}


def plural_ru(n: int, one: str, few: str, many: str) -> str:
    """Return the form of a Russian noun that goes with `n`: 1 место, 2 места, 5 мест, 11 мест, 21 место."""
    tens, ones = abs(n) // 10 % 10, abs(n) % 10
    if tens == 1 or ones == 0 or ones > 4:
        return many
    return one if ones == 1 else few


def plural_en(n: int, one: str, many: str) -> str:
    """Return the form of an English noun that goes with `n`: 1 place, 2 places."""
    return one if abs(n) == 1 else many


def position(place: int, of: int, language: Language = Language.RU) -> str:
    """Return «2 из 5», "2 of 5"."""
    return f"{number(place, language)} {'из' if language is Language.RU else 'of'} {number(of, language)}"


def number(value: float, language: Language = Language.RU) -> str:
    """Write a number in full: «15 200», «0,9», "15,200".

    Digits are grouped from five on in Russian, from four on in English; nothing is rounded away that
    the number really holds.
    """
    whole, _, fraction = format(Decimal(repr(value)).normalize(), "f").partition(".")
    sign, digits = ("\u2212", whole[1:]) if whole.startswith("-") else ("", whole)
    russian = language is Language.RU
    if len(digits) >= (5 if russian else 4):
        digits = f"{int(digits):,}".replace(",", THIN_SPACE if russian else ",")
    point = "," if russian else "."
    return f"{sign}{digits}{point}{fraction}" if fraction else f"{sign}{digits}"


def scale_of(value: float) -> int:
    """Return the largest of 10^12, 10^9, 10^6, 10^3, 1 in which `value` is short and exact.

    Short: at most three decimals, and for thousands none, since «15,2 тыс.» is harder to read than «15 200».
    """
    exact = Decimal(repr(value))
    for scale, _word in _SCALES[Language.RU]:
        if abs(exact) < scale:
            continue
        decimals = 0 if scale == 10**3 else 3
        if exact.scaleb(decimals) % scale == 0:
            return scale
    return 1


def scaled(value: float, scale: int, language: Language = Language.RU) -> str:
    """Write `value` in units of `scale`, without the word for the scale."""
    if scale == 1:
        return number(value, language)
    return number(float(Decimal(repr(value)) / scale), language)


def scale_word(scale: int, language: Language = Language.RU) -> str:
    """Return «млрд», "bn"; empty for 1."""
    return next((word for size, word in _SCALES[language] if size == scale), "")


def short_number(value: float, language: Language = Language.RU) -> str:
    """Write a large number with a word: «4 млрд», «612,3 млн», «94 тыс.», "4 bn". Exact, never rounded."""
    scale = scale_of(value)
    word = scale_word(scale, language)
    return f"{scaled(value, scale, language)}{NBSP}{word}" if word else scaled(value, scale, language)


def month(index: int, language: Language = Language.RU, *, of: bool = False) -> str:
    """Return the name of month 1..12; with `of` as it stands after a day: «ноября»."""
    return (_MONTHS_OF if of else _MONTHS)[language][index - 1]


def day_and_month(month_number: int, day: int, language: Language = Language.RU) -> str:
    """Return «15 ноября», "15 November"."""
    return f"{day}{NBSP}{month(month_number, language, of=True)}"


def moment(iso: str, today: date, language: Language = Language.RU) -> str:
    """Write when something was done, as short as `today` allows: «14:05», «вчера», «12 мая», «12 мая 2021».

    Args:
        iso: ISO 8601 with its offset; shown in the local time of this computer.
        today: The day of the reader.
        language: Language of the window.

    Returns:
        The words; empty when `iso` cannot be read.
    """
    try:
        when = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    days = (today - when.date()).days
    if days == 0:
        return f"{when:%H:%M}"
    if days == 1:
        return "вчера" if language is Language.RU else "yesterday"
    written = day_and_month(when.month, when.day, language)
    return written if when.year == today.year else f"{written}{NBSP}{when.year}"


def page_runs(indexes: Iterable[int]) -> tuple[range, ...]:
    """Return indexes in any order as ascending runs without holes: 2, 3, 4, 7 as 2-4 and 7."""
    if isinstance(indexes, range) and indexes.step == 1:
        return (indexes,) if indexes else ()
    runs: list[range] = []
    for index in sorted(set(indexes)):
        if runs and index == runs[-1].stop:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return tuple(runs)


def page_list(indexes: Iterable[int]) -> str:
    """Return page numbers as people write them: indexes 2, 3, 4, 7 as "3–5, 8"."""
    return run_list(page_runs(indexes))


def run_list(runs: Iterable[range]) -> str:
    """Return runs of page indexes as people write them, see `page_list`."""
    return ", ".join(f"{run.start + 1}" if len(run) == 1 else f"{run.start + 1}–{run.stop}" for run in runs)


def runs_of_page_list(written: str) -> tuple[range, ...]:
    """Return the runs of page indexes that `page_list` wrote."""
    pairs = (run.partition("–") for run in written.split(", ") if run)
    return tuple(range(int(first) - 1, int(last or first)) for first, _, last in pairs)


def searchable(text: str) -> str:
    """Fold text for «contains» filters: case and ё/е mean nothing, й stays."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def sentence_case(text: str) -> str:
    """Return the text with its first letter raised: «президент» becomes «Президент»."""
    return text[:1].upper() + text[1:]
