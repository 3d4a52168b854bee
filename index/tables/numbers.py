"""Numbers in cells, as Russian documents print them.

«1 234,56», «12.5», «−3», «45 %» are numbers. What merely consists of digits is not always one: «007» is a
code, «36.1.12» a section, «40702810500000001234» an account; turned into numbers they would be spoiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_BLANKS: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_NUMBER: Final = re.compile(
    rf"(?P<sign>[-+\N{{MINUS SIGN}}\N{{EN DASH}}]?)[{_BLANKS}]?"
    rf"(?P<whole>\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d+)"
    rf"(?:(?P<point>[.,])(?P<part>\d+))?(?P<percent>[{_BLANKS}]?%)?"
)
_SECTION: Final = re.compile(r"\d+(?:\.\d+){2,}\.?|\d+\.")
_MOST_DIGITS: Final = 15
"""A spreadsheet keeps no more of a number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a cell says.

    Attributes:
        value: The number itself; a percentage is a fraction: «45 %» is 0.45.
        decimals: Digits after the point, as printed.
        is_grouped: Whether thousands are set apart.
        is_percent: Whether a percent sign follows.
    """

    value: float
    decimals: int = 0
    is_grouped: bool = False
    is_percent: bool = False

    @property
    def format(self) -> str:
        """How a spreadsheet shows it as it was printed, in the language of the file format."""
        whole = "#,##0" if self.is_grouped else "0"
        part = f".{'0' * self.decimals}" if self.decimals else ""
        return f"{whole}{part}{'%' if self.is_percent else ''}"

    def written(self, point: str) -> str:
        """Return it without groups, for files of text: with a point or a comma."""
        shown = self.value * 100 if self.is_percent else self.value
        return f"{shown:.{self.decimals}f}".replace(".", point) + ("%" if self.is_percent else "")


def number_of(text: str) -> Number | None:
    """Return the number that a text is, all of it; None when it is something else."""
    match = _NUMBER.fullmatch(text.strip(_BLANKS))
    if match is None:
        return None
    whole, part = "".join(c for c in match["whole"] if c.isdecimal()), match["part"] or ""
    if len(whole) + len(part) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return None
    # An en dash before a blank is a dash.
    sign = match["sign"]
    if sign == "+" or (sign and text.strip(_BLANKS)[1] in _BLANKS):
        return None
    value = float(f"{whole}.{part or 0}") * (-1 if sign else 1)
    is_percent = match["percent"] is not None
    decimals = len(part)
    return Number(value / 100 if is_percent else value, decimals, whole != match["whole"], is_percent)


def holds_codes(texts: Iterable[str]) -> bool:
    """Whether a column numbers sections: then «1.10» and «2» in it are no numbers either."""
    return any(_SECTION.fullmatch(text) for text in texts)
