"""Kinds of deals, and what a deal told by any words comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.facts.names import Name

BOUGHT: Final = "купля/продажа"
INVESTED: Final = "инвестиции"
FINE: Final = "наложение/выплата штрафа"
LENT: Final = "займ/возвращение займа"
PAID: Final = "выплата"
CONTRACT: Final = "контракт"
MERGER: Final = "слияние"

GIFTS: Final = frozenset({"кредит", "заём", "заем", "ссуда", "грант", "долг", "транш"})
"""What is lent, given or given back."""
MONEY: Final = frozenset(
    {
        "тысяча",
        "миллион",
        "миллиард",
        "млн",
        "млрд",
        "тыс",
        "рубль",
        "доллар",
        "евро",
        "тенге",
        "сум",
        "сумма",
    }
    | {"сом", "фунт", "юань", "процент", "$"}
)
"""Words of sums."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """A deal with its two parties.

    Attributes:
        word: Number of the word that tells of it.
        maker: Who buys, lends, fines, pays.
        other: From or to whom, or what is bought.
        kind: What the deal is.
        status: actual or planned.
        confidence: How sure it is.
        rule: Name of what found it.
    """

    word: int
    maker: Name
    other: Name
    kind: str
    status: str
    confidence: float
    rule: str
