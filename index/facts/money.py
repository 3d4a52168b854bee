"""Sums of money: a number with its currency, normalised to an amount in units and an ISO 4217 code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from index.facts import drafts, morph
from index.facts.lexicon import table
from index.facts.modifiers import modifier_before
from index.facts.number_grammar import Number, plain
from index.model.fact import Fact, FactType, Value
from index.model.span import Span


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


@dataclass(frozen=True, slots=True)
class CountryAt:
    """A country named at a place in the text; tells one manat from the other."""

    position: int
    code: str


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


_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")


def _forms(name: str) -> frozenset[str]:
    """Return the forms of a name; the dictionary lacks some of the currencies (сум, сом, манат)."""
    regular = {name + ending for ending in _ENDINGS} if name[-1] in "мнтк" else set()
    return morph.forms(name, "NOUN") | regular


def _pairs(cell: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in cell.split("|") if pair)


_AFTER = re.compile(
    r"\s?(?:(?P<adjective>[а-яё]{5,}(?:их|ых|ого|ий|ый|ими|ыми|им|ым|ому))\s)?"
    r"(?P<name>[^\W\d_]+\.?|[$€£¥₽₸₴₹])(?P<tail>\s(?:США|стерлингов))?"
)
_BEFORE = re.compile(r"(?:US)?(?P<name>[$€£¥₽₸₴₹]|\b(?:USD|EUR|RUB|KZT|UZS|CNY|GBP|CHF|JPY))\s?$")
_SMALL_CHANGE = re.compile(r"\s*(?:и\s+)?$")


def find_money(text: str, numbers: Sequence[Number], countries: Sequence[CountryAt] = ()) -> Iterator[Fact]:
    """Yield the sums of money of a text in order.

    Args:
        text: The text.
        numbers: Its numbers, in order.
        countries: Countries it names, in order.
    """
    pending: Fact | None = None
    for number in numbers:
        if number.is_ordinal:
            continue
        found = _sum_after(text, number, countries) or _sum_before(text, number)
        if found is None:
            continue
        if pending is not None and (whole := _with_change(text, pending, found)):
            pending = whole
            continue
        if pending is not None:
            yield pending
        pending = found
    if pending is not None:
        yield pending


def _sum_after(text: str, number: Number, countries: Sequence[CountryAt]) -> Fact | None:
    match = _AFTER.match(text, number.span.stop)
    if match is None:
        return None
    known = currency_words()
    name = match["name"].lower()
    currency = known.get(name) or known.get(name.rstrip("."))
    adjective = match["adjective"] or ""
    if currency is None or (adjective and not _is_of_country(adjective, currency)):
        return None
    stop = match.end("tail") if match["tail"] else match.end("name")
    if not match["tail"] and name.endswith(".") and name not in known and name.rstrip(".") in known:
        stop -= _ends_sentence(name)
    start = match.start("adjective") if adjective else match.start("name")
    code = _code(currency, adjective, number.span.start, countries)
    return (
        _fact(text, number, Span(start, stop), code, currency.share, "number_and_currency") if code else None
    )


def _ends_sentence(name: str) -> int:
    """Return 1 when the point belongs to the sentence: «рублей.» but not «руб.»."""
    return int(len(name) > 5 or name.rstrip(".") in ("евро", "сум", "сом", "тенге", "лари", "юань"))


def _is_of_country(adjective: str, currency: Currency) -> bool:
    return any(lemma in currency.by_adjective for lemma in morph.lemmas(adjective))


def _code(currency: Currency, adjective: str, position: int, countries: Sequence[CountryAt]) -> str:
    for lemma in morph.lemmas(adjective) if adjective else ():
        if lemma in currency.by_adjective:
            return currency.by_adjective[lemma]
    candidates = [country for country in countries if country.code in currency.by_country]
    if candidates:
        nearest = min(candidates, key=lambda country: abs(country.position - position))
        return currency.by_country[nearest.code]
    return currency.code


def _sum_before(text: str, number: Number) -> Fact | None:
    line = max(text.rfind("\n", 0, number.span.start) + 1, number.span.start - 6)
    match = _BEFORE.search(text[line : number.span.start])
    if match is None:
        return None
    code = currency_words()[match["name"].lower()].code
    sign = Span(line + match.start(), line + match.end("name"))
    return _fact(text, number, sign, code, Decimal(1), "currency_and_number")


def _fact(text: str, number: Number, name: Span, code: str, share: Decimal, rule: str) -> Fact:
    span = number.span.hull(name)
    value: Value = number.value
    if share != 1:
        value = plain(number.low * share)
    slots = [drafts.slot(text, "amount", span, value), drafts.slot(text, "currency", name, code)]
    bent = modifier_before(text, span.start)
    if number.high is not None:
        slots.append(drafts.slot(text, "modifier", number.span, "range"))
    elif bent is not None:
        slots.append(bent)
        span = span.hull(bent.span) if bent.span is not None else span
    return drafts.fact(FactType.MONEY, tuple(slots), span, rule)


def _with_change(text: str, whole: Fact, change: Fact) -> Fact | None:
    """Return «5 рублей 20 копеек» as one sum."""
    amount, cents = whole.slots[0], change.slots[0]
    if amount.span is None or cents.span is None or whole.slots[1].value != change.slots[1].value:
        return None
    is_change = "коп" in change.slots[1].text.lower()
    if not is_change or not _SMALL_CHANGE.match(text[amount.span.stop : cents.span.start]):
        return None
    if not isinstance(amount.value, int) or not isinstance(cents.value, int | float):
        return None
    span = amount.span.hull(cents.span)
    total = plain(Decimal(amount.value) + Decimal(str(cents.value)))
    slots = (drafts.slot(text, "amount", span, total), *whole.slots[1:])
    return drafts.fact(FactType.MONEY, slots, whole.span.hull(span), "with_small_change")
