"""Years and centuries of both eras as people write them. ISO 8601 has a year 0, so that -0043 is 44 BC."""

from __future__ import annotations

import re
from typing import Final

from index.text.wording import NBSP, Language

_YEAR: Final = re.compile(r"-?\d{4}")
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def year(value: str, language: Language = Language.RU) -> str:
    """Write an ISO year: «1960», «44 до н. э.», "44 BC"; empty for anything else."""
    if not _YEAR.fullmatch(value):
        return ""
    number = int(value)
    if number > 0:
        return str(number)
    before = f"до{NBSP}н.{NBSP}э." if language is Language.RU else "BC"
    return f"{1 - number}{NBSP}{before}"


def century(first: str, last: str, language: Language = Language.RU) -> str:
    """Write an interval of whole centuries: «XIX век», "18th–19th centuries"; empty for any other."""
    if not _YEAR.fullmatch(first) or not _YEAR.fullmatch(last):
        return ""
    begin, end = int(first), int(last)
    if begin % 100 != 1 or end % 100 != 0 or end <= begin or begin <= 0 < end:
        return ""
    numbers = (begin // 100 + 1, end // 100) if begin > 0 else (-(begin // 100), 1 - end // 100)
    number = _roman if language is Language.RU else _nth
    written = "–".join(dict.fromkeys(number(one) for one in numbers))
    is_one = numbers[0] == numbers[1]
    if language is Language.RU:
        return f"{written}{NBSP}{'век' if is_one else 'века'}{'' if begin > 0 else f' до{NBSP}н.{NBSP}э.'}"
    return f"{written}{NBSP}{'century' if is_one else 'centuries'}{'' if begin > 0 else ' BC'}"


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    written = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        written += digits * count
    return written
