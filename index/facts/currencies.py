"""Currencies by every form of their names, their signs and codes; the country tells some apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from index.facts import morph
from index.facts.lexicon import table


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its name.

    Attributes:
        code: ISO 4217; '' when the bare name does not tell («крона»).
        share: Part of the unit: 0.01 for kopecks.
        by_adjective: Codes by the lemma of an adjective before the name.
        by_country: Codes by the country (ISO 3166) that the passage speaks of.
    """

    code: str
    share: Decimal
    by_adjective: dict[str, str]
    by_country: dict[str, str]

    def is_of(self, adjective: str) -> bool:
        """Whether an adjective, in any form, tells which currency of this name is meant."""
        return any(lemma in self.by_adjective for lemma in morph.lemmas(adjective))

    def code_at(self, position: int, adjective: str, countries: Sequence[CountryAt]) -> str:
        """Return its code where it stands: by its adjective, else by the nearest country that has one."""
        for lemma in morph.lemmas(adjective) if adjective else ():
            if lemma in self.by_adjective:
                return self.by_adjective[lemma]
        candidates = [country for country in countries if country.code in self.by_country]
        if not candidates:
            return self.code
        nearest = min(candidates, key=lambda country: abs(country.position - position))
        return self.by_country[nearest.code]


@dataclass(frozen=True, slots=True)
class CountryAt:
    """A country named at a place in the text; tells one manat from the other."""

    position: int
    code: str


SIGNS: Final = "$€£¥₽₸₴₹₼₾₺₩"


@cache
def currency_words() -> dict[str, Currency]:
    """Return the currencies by every form of their names, signs and codes, lower case."""
    found: dict[str, Currency] = {}
    for code, name, others, adjectives, countries in table("currencies.tsv"):
        unit, _, share = code.partition("/")
        currency = Currency(
            unit.rstrip("?"),
            1 / Decimal(share or 1),
            _pairs(adjectives),
            _pairs(countries),
        )
        names = [other for other in others.split("|") if other]
        head = name.split()[0] if name else ""
        forms = _forms(head) if head else frozenset()
        found.update(dict.fromkeys((*forms, *(other.lower() for other in names)), currency))
    return found


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes that may stand before an amount: «USD 5 млн»."""
    return frozenset(word.upper() for word in currency_words() if word.isascii() and word.isalpha())


_ENDINGS: Final = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")


def _forms(name: str) -> frozenset[str]:
    """Return the forms of a name; the dictionary lacks some of the currencies (сум, сом, манат)."""
    regular = {name + ending for ending in _ENDINGS} if name[-1] in "мнтк" else set()
    return morph.forms(name, "NOUN") | regular


def _pairs(cell: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in cell.split("|") if pair)
