"""What one word adds to a number: «двумястами» 200, «полмиллиарда» half of 10^9, «трёхсоттысячный» 300,000.

Two tables and one grammar of words: the forms of simple numerals, which pymorphy3 declines (what it declines
wrong or not at all is written out), and the compounds, whose parts stand in the genitive before a stem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final

from index.facts import morph


class Kind(Enum):
    """How a word joins its neighbours."""

    UNIT = auto()
    """A summand of a group: «двести», «двадцать», «трое»."""
    TALLY = auto()
    """Multiplies the units before it, within a group: «пять десятков тысяч»."""
    SCALE = auto()
    """Multiplies the group before it: «тысяча», «млн»."""
    HALF = auto()
    """A number by itself: «полмиллиарда»."""
    ORDINAL = auto()
    """Says which, not how many, and ends its number: «пятый», «двухтысячный»."""
    WHOLE = auto()
    """Stands between a number and its fraction: «одна целая пять десятых»."""
    PART = auto()
    """A denominator that is a noun: «две трети»."""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word adds to a number."""

    kind: Kind
    value: Decimal


_UNITS: Final = (
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
    "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать",
    "восемнадцать", "девятнадцать",
)  # fmt: skip
_TENS: Final = (
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
_HUNDREDS: Final = (
    "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
_COLLECTIVE: Final = {
    "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5, "шестеро": 6, "семеро": 7, "восьмеро": 8,
    "девятеро": 9, "десятеро": 10,
}  # fmt: skip
_ORDINALS: Final = {
    "нулевой": 0, "первый": 1, "второй": 2, "третий": 3, "четвёртый": 4, "пятый": 5, "шестой": 6,
    "седьмой": 7, "восьмой": 8, "девятый": 9, "десятый": 10, "одиннадцатый": 11, "двенадцатый": 12,
    "тринадцатый": 13, "четырнадцатый": 14, "пятнадцатый": 15, "шестнадцатый": 16, "семнадцатый": 17,
    "восемнадцатый": 18, "девятнадцатый": 19, "двадцатый": 20, "тридцатый": 30, "сороковой": 40,
    "пятидесятый": 50, "шестидесятый": 60, "семидесятый": 70, "восьмидесятый": 80, "девяностый": 90,
    "сотый": 100, "двухсотый": 200, "трёхсотый": 300, "четырёхсотый": 400, "пятисотый": 500,
    "шестисотый": 600, "семисотый": 700, "восьмисотый": 800, "девятисотый": 900,
}  # fmt: skip
_SCALES: Final = {"тысяча": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}
_SHORT_SCALES: Final = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_TALLIES: Final = {"десяток": 10, "дюжина": 12, "сотня": 100}
_PARTS: Final = {"треть": 3, "четверть": 4}
_WRITTEN_OUT: Final = {
    # The dictionary's «сто» and «ноль» do not decline; the rest are forms that people write beside its own.
    "ста": 100, "нуль": 0, "нуля": 0, "нулю": 0, "нулём": 0, "нулем": 0, "нуле": 0, "ноля": 0, "нолю": 0,
    "нолём": 0, "нолем": 0, "ноле": 0, "восьмьюстами": 800, "полтораста": 150, "полутораста": 150,
}  # fmt: skip
_ONE_AND_A_HALF: Final = ("полтора", "полторы", "полутора")

VAGUE_ALONE: Final = frozenset(
    {"тысяч", "тысячам", "тысячами", "тысячах", "сот", "сотен", "сотням", "сотнями", "сотнях"}
    | {
        scale + ending
        for scale in ("миллион", "миллиард", "триллион")
        for ending in ("ы", "ов", "ам", "ами", "ах")
    }
    | {tally + ending for tally in ("десятк", "дюжин") for ending in ("и", "ы", "ов", "ам", "ами", "ах", "")}
    | {form for short in _SHORT_SCALES for form in (short, f"{short}.")}
)
"""Plurals that say no number by themselves: the rest of one that we did not see, or «десятки тысяч»."""

ONE_OR_MANY: Final = frozenset({"тысячи", "сотни", "дюжины", "десятка"})
"""A thousand in the genitive («около тысячи»), or thousands."""


@cache
def _simple() -> dict[str, NumberWord]:
    """Return every form of every simple numeral, lower case, with and without ё."""
    found: dict[str, NumberWord] = {}
    for kind, words in (
        (Kind.PART, _PARTS),
        (Kind.SCALE, _SCALES),
        (Kind.TALLY, _TALLIES),
        (Kind.ORDINAL, _ORDINALS),
        (Kind.UNIT, dict(zip(_UNITS, range(20), strict=True)) | _COLLECTIVE),
        (Kind.UNIT, {word: 10 * i for i, word in enumerate(_TENS, 2)}),
        (Kind.UNIT, {word: 100 * i for i, word in enumerate(_HUNDREDS, 1)}),
    ):
        for word, value in words.items():
            found.update(dict.fromkeys(morph.forms(word), NumberWord(kind, Decimal(value))))
    for short, value in _SHORT_SCALES.items():
        found.update(dict.fromkeys((short, f"{short}."), NumberWord(Kind.SCALE, Decimal(value))))
    found["т."] = NumberWord(Kind.SCALE, Decimal(1000))
    found.update({word: NumberWord(Kind.UNIT, Decimal(value)) for word, value in _WRITTEN_OUT.items()})
    found.update(dict.fromkeys(_ONE_AND_A_HALF, NumberWord(Kind.UNIT, Decimal("1.5"))))
    for form in ("целая", "целой", "целую", "целых", "целым", "целыми"):
        found[form] = NumberWord(Kind.WHOLE, Decimal(1))
    for whole, size in (_SCALES | {"сотня": 100, "дюжина": 12}).items():
        half = NumberWord(Kind.HALF, Decimal(size) / 2)
        found.update({prefix + form: half for form in morph.forms(whole) for prefix in ("пол", "полу")})
    return found


_ONES_BEFORE: Final = {
    "одно": 1, "двух": 2, "трёх": 3, "четырёх": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
}  # fmt: skip
_TEENS_BEFORE: Final = {
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14,
    "пятнадцати": 15, "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19,
}  # fmt: skip
_TENS_BEFORE: Final = {
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70,
    "восьмидесяти": 80, "девяносто": 90,
}  # fmt: skip
_HUNDREDS_BEFORE: Final = {
    "сто": 100, "двухсот": 200, "трёхсот": 300, "четырёхсот": 400, "пятисот": 500, "шестисот": 600,
    "семисот": 700, "восьмисот": 800, "девятисот": 900,
}  # fmt: skip
_BEFORE: Final = {
    word.replace("ё", "е"): value
    for table in (_ONES_BEFORE, _TEENS_BEFORE, _TENS_BEFORE, _HUNDREDS_BEFORE)
    for word, value in table.items()
}


def _any_of(*tables: dict[str, int]) -> str:
    # Longer first: «двухсот» before «двух».
    words = sorted((word.replace("ё", "е") for table in tables for word in table), key=len, reverse=True)
    return "|".join(words)


_COMPOUND: Final = re.compile(
    rf"(?:(?P<more>полутора)|(?P<hundreds>{_any_of(_HUNDREDS_BEFORE)})?"
    rf"(?:(?P<teens>{_any_of(_TEENS_BEFORE)})|(?P<tens>{_any_of(_TENS_BEFORE)})?(?P<ones>{_any_of(_ONES_BEFORE)})?))"
)
"""A number below a thousand in the genitive, as it begins a compound; ё as е."""
_SCALE_STEMS: Final = {"тысячн": 10**3, "миллионн": 10**6, "миллиардн": 10**9, "триллионн": 10**12}
_ORDINAL_OF_SCALE: Final = re.compile(
    rf"(?P<before>[а-я]*?)(?P<stem>{'|'.join(_SCALE_STEMS)})"
    r"(?:ый|ого|ому|ым|ом|ая|ой|ую|ою|ое|ые|ых|ыми)"
)


@lru_cache(maxsize=4096)
def compound_value(before: str) -> Decimal | None:
    """Return the number that the first part of a compound says: «двадцатипяти» 25, «полутора» 1.5.

    Args:
        before: Lower case, ё or е; nothing may follow the number.
    """
    match = _COMPOUND.fullmatch(before.replace("ё", "е"))
    if match is None or not before:
        return None
    if match["more"]:
        return Decimal("1.5")
    return Decimal(sum(_BEFORE[part] for name, part in match.groupdict().items() if part and name != "more"))


@lru_cache(maxsize=65536)
def number_word(word: str) -> NumberWord | None:
    """Return what a word adds to a number, None for any other word.

    Args:
        word: In any case of letters, the point of «млн.» included.
    """
    lower = word.lower()
    known = _simple().get(lower)
    if known is not None or "н" not in lower:
        return known
    match = _ORDINAL_OF_SCALE.fullmatch(lower.replace("ё", "е"))
    if match is None:
        return None
    times = compound_value(match["before"]) if match["before"] else Decimal(1)
    return None if times is None else NumberWord(Kind.ORDINAL, times * _SCALE_STEMS[match["stem"]])
