"""Units as heads of tables write them: «Выручка, тыс. руб.», «Площадь (кв. м)», «%», «млн долл. США».

A unit is a part of a head of its own, parted by a comma or brackets; words that merely contain one («доля
рублёвых вкладов») are none, and of two units in one head neither is believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.facts.currencies import currency_words
from index.facts.units import unit_words
from index.model.fact import FactType

_PARTS: Final = re.compile(r"(?P<mark>[,;()]|^)(?P<part>[^,;()]*)")
_SCALES: Final = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_UNIT: Final = re.compile(
    r"(?:в\s+)?(?:(?P<scale>тыс|млн|млрд|трлн)\w*\.?\s*)?"
    r"(?P<name>[^\W\d_]+(?:\.\s?[^\W\d_]+)*?\.?(?:\s?[23²³])?|[$€₽£])"
    r"(?:\s+(?P<state>США|белорусских|казахстанских))?(?P<per>\s+(?:на|за|в)\s+.+)?",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    r"(?:в\s+)?(?:%|процент(?:ы|ов|ах|а)?)(?P<of>\s+(?:к|от|по)\s+.+)?", re.IGNORECASE
)
_LETTER: Final = 2
_NO_UNITS: Final = frozenset(
    {"раз", "голова", "доза", "пара", "узел", "атмосфера", "марка", "лев", "крона", "реал", "соль", "лира"}
)
"""Words that are units behind a number only: «марка» in a head is that of a car."""


@dataclass(frozen=True, slots=True)
class TableUnit:
    """What the figures of a row or column are counted in.

    Attributes:
        type: MONEY, PERCENT or QUANTITY.
        name: ISO 4217 of a currency, else the nominative of the unit; '' of percent.
        scale: What a figure is to be multiplied by: 1000 for «тыс. руб.».
    """

    type: FactType
    name: str = ""
    scale: Decimal = Decimal(1)


def whole_unit(said: str) -> TableUnit | None:
    """Return the unit that words are, all of them: «тыс. руб.»; None when they are something else."""
    return _part(said.strip(), is_row=False)[0]


def unit_of(head: str, *, is_row: bool = False) -> tuple[TableUnit | None, str]:
    """Return the unit of a head, and the head without it; no unit where it has several.

    Args:
        head: What the cells of a head say, on one line.
        is_row: Whether it is the head of a row: «Всего (% от числа программ)» has counts in its cells.
    """
    units: list[TableUnit] = []
    rest, is_open = "", False
    for match in _PARTS.finditer(head):
        unit, left = _part(match["part"].strip(), is_row=is_row)
        # The bracket that closes goes with the one that opened before a unit.
        mark = "" if is_open and match["mark"] == ")" else match["mark"]
        is_open = unit is not None and not left and mark == "("
        if unit is None:
            rest = (rest if mark else rest.rstrip()) + mark + match["part"]
        else:
            units.append(unit)
            rest = rest.rstrip() + (f"{mark} {left}" if left else "")
    return (units[0] if len(units) == 1 else None), rest.strip(" ,;")


def _part(said: str, *, is_row: bool) -> tuple[TableUnit | None, str]:
    """Return the unit that a part of a head is, and what is left: «на 1 жителя» of «руб. на 1 жителя»."""
    percent = _PERCENT.fullmatch(said)
    if percent is not None:
        of = (percent["of"] or "").strip()
        return (None, said) if is_row and of else (TableUnit(FactType.PERCENT), of)
    match = _UNIT.fullmatch(said)
    per = (match["per"] or "").strip() if match is not None else ""
    if match is None or (is_row and per):
        return None, said
    scale = Decimal(_SCALES[match["scale"].lower()]) if match["scale"] else Decimal(1)
    unit = _money(match, scale) or _measure(match, scale)
    return (unit, per) if unit is not None else (None, said)


def _money(match: re.Match[str], scale: Decimal) -> TableUnit | None:
    known, name = currency_words(), match["name"].lower()
    currency = known.get(name) or known.get(name.rstrip("."))
    if currency is None or name in _NO_UNITS:
        return None
    state = (match["state"] or "").lower()
    code = currency.code_at(0, state if state != "сша" else "", ())
    return TableUnit(FactType.MONEY, code, scale * currency.share) if code else None


def _measure(match: re.Match[str], scale: Decimal) -> TableUnit | None:
    known = unit_words()
    written = re.sub(r"\s(?=[23²³])", "", match["name"])
    small = written[:1].lower() + written[1:] if len(written) > _LETTER else written
    measure = next((known[one] for one in (written, written.rstrip("."), small) if one in known), None)
    if measure is None or measure in _NO_UNITS or match["state"]:
        return None
    return TableUnit(FactType.QUANTITY, measure, scale)
