"""Units of time: how they are written in texts and in ISO 8601."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from index.facts import morph
from index.facts.number_grammar import plain

_DAYS_OF_MONTH: Final = 30
_MANY_MONTHS: Final = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: `size` times the ISO letter; hours and shorter stand after a T."""

    letter: str
    size: int = 1
    is_clock: bool = False

    def write(self, count: Decimal) -> str:
        """Write a count of this unit: P5Y, PT2H; broken years and a month or two go down a unit.

        Years stay broken where that makes no whole months: P0.7Y; so do many months: P14.5M.
        """
        amount, letter = count * self.size, self.letter
        if amount != amount.to_integral_value():
            if letter == "Y":
                months = amount * 12
                amount, letter = (months, "M") if months == months.to_integral_value() else (amount, "Y")
            elif letter == "M" and not self.is_clock and amount < _MANY_MONTHS:
                amount, letter = amount * _DAYS_OF_MONTH, "D"
            elif letter == "W":
                amount, letter = amount * 7, "D"
            elif letter == "H":
                amount, letter = amount * 60, "M"
        return f"P{'T' if self.is_clock else ''}{plain(amount)}{letter}"


UNITS: Final = {
    "год": Unit("Y"), "месяц": Unit("M"), "неделя": Unit("W"), "день": Unit("D"), "сутки": Unit("D"),
    "час": Unit("H", is_clock=True), "минута": Unit("M", is_clock=True), "секунда": Unit("S", is_clock=True),
    "квартал": Unit("M", 3), "полугодие": Unit("M", 6), "десятилетие": Unit("Y", 10), "век": Unit("Y", 100),
    "столетие": Unit("Y", 100),
}  # fmt: skip

HALVES: Final = {
    "полгода": "P6M", "полугода": "P6M", "полчаса": "PT30M", "полмесяца": "P15D", "полдня": "PT12H",
    "полминуты": "PT30S", "четверть часа": "PT15M", "полвека": "P50Y", "четверть века": "P25Y",
}  # fmt: skip

ADJECTIVES: Final = {
    "час": UNITS["час"], "мин": UNITS["минута"], "дне": UNITS["день"], "сут": UNITS["сутки"],
    "нед": UNITS["неделя"], "мес": UNITS["месяц"], "лет": UNITS["год"], "год": UNITS["год"],
}  # fmt: skip
"""By the first letters behind the number: «двухчасовой», «10-дневный», «пятилетний»."""


@cache
def unit_forms() -> dict[str, Unit]:
    """Return the units by every form and abbreviation, lower case."""
    forms = {form: unit for word, unit in UNITS.items() for form in morph.forms(word, "NOUN")}
    others = {
        "лет": "год", "годам": "год", "мес": "месяц", "нед": "неделя", "дн": "день", "сут": "сутки",
        "ч": "час", "мин": "минута", "сек": "секунда",
    }  # fmt: skip
    return forms | {form: UNITS[word] for form, word in others.items()}
