"""Sums of money: a number with its currency, normalised to an amount in units and an ISO 4217 code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from index.facts import drafts
from index.facts.currencies import SIGNS, CountryAt, currency_codes, currency_words
from index.facts.directions import compared, moved
from index.facts.modifiers import modifier_of
from index.facts.number_grammar import Number, plain
from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span

_AFTER: Final = re.compile(
    r"\s?(?:(?P<adjective>[а-яё]{5,}(?:их|ых|ого|ий|ый|ими|ыми|им|ым|ому))\s)?"
    rf"(?P<name>[^\W\d_]+\.?|[{SIGNS}])(?P<tail>\s?(?:США|стерлингов)(?!\w))?"
)
_KOPECKS: Final = re.compile(r"[-=](?P<kopecks>\d\d)(?=\s?р(?:уб|\.))")
_SMALL_CHANGE: Final = re.compile(r"\s*(?:и\s+)?$")
_SCALE: Final = re.compile(
    r"(?:тыс|млн|млрд|трлн)\.?$|(?:тысяч|миллион|миллиард|триллион)[а-яё]*$", re.IGNORECASE
)
_ALONE: Final = re.compile(r"\s*(?:[–—(,;)]|\.(?:\s|$)|$|\s(?:из|на|от|для|за|по|в|и)\s)")
_OF_WHICH: Final = re.compile(
    r"[^.!?;\n]{0,80}?(?:из\s+(?:них|которых)|в\s+том\s+числе|в\s+т\.\s?ч\.)\s*[:–—-]?\s*(?:[а-яё]+\s+){0,3}",
    re.IGNORECASE,
)
_NEXT_PART: Final = re.compile(r"[^.!?;\n\d]{0,60}(?:,|\sи)\s+(?:[а-яё]+\s+)?")
_PART_RULE: Final = "part_of_sum"
_UP_TO: Final = re.compile(r"\s+до\s+")
_UP_TO_OTHER: Final = re.compile(r"\s+до\s+|\s?[-–—]\s?")
_FROM: Final = re.compile(
    r"(?<!\w)(?:от|с)\s+(?:(?:нынешних|сегодняшних|прежних|прошлогодних)\s+)?$", re.IGNORECASE
)
_BEFORE_CHARS: Final = 6
_FROM_CHARS: Final = 20
_BY: Final = re.compile(r"(?<!\w)на\s+$", re.IGNORECASE)
_MOVED_CHARS: Final = 50


def find_money(text: str, numbers: Sequence[Number], countries: Sequence[CountryAt] = ()) -> Iterator[Fact]:
    """Yield the sums of money of a text in order.

    Args:
        text: The text.
        numbers: Its numbers, in order.
        countries: Countries it names, in order.
    """
    pending: Fact | None = None
    for written in numbers:
        if pending is not None and (part := _part(text, pending, written)) is not None:
            yield _with_direction(text, pending)
            pending = part
            continue
        found = None
        if not written.is_ordinal and (pending is None or pending.span.stop <= written.span.start):
            number = _with_kopecks(text, written)
            found = _sum_after(text, number, countries) or _sum_before(text, number)
        if found is None and pending is not None:
            found = _end(text, pending, written)
        if found is None:
            continue
        whole = _joined(text, pending, found) if pending is not None else None
        if pending is not None and whole is None:
            yield _with_direction(text, pending)
        pending = whole or found
    if pending is not None:
        yield _with_direction(text, pending)


def _with_kopecks(text: str, number: Number) -> Number:
    """Return «45 000-00» and «1200=50» as the numbers that they are before «руб.»."""
    match = _KOPECKS.match(text, number.span.stop)
    if match is None or number.high is not None or number.more is not None:
        return number
    low = number.low + Decimal(match["kopecks"]) / 100
    return replace(number, span=Span(number.span.start, match.end()), low=low)


def _part(text: str, whole: Fact, number: Number) -> Fact | None:
    """Return a part of a sum, whose currency the whole tells: «5 млн рублей, из них 3 млн – из казны»."""
    if (
        number.is_ordinal
        or not _SCALE.search(number.span.of(text))
        or not _ALONE.match(text, number.span.stop)
    ):
        return None
    between = text[whole.span.stop : number.span.start]
    is_next = whole.rule == _PART_RULE and _NEXT_PART.fullmatch(between) is not None
    if not is_next and _OF_WHICH.fullmatch(between) is None:
        return None
    slots = (
        drafts.slot(text, "amount", number.span, number.value),
        Slot("currency", "", None, whole.slots[1].value),
    )
    return drafts.fact(FactType.MONEY, slots, number.span, _PART_RULE)


def _end(text: str, first: Fact, number: Number) -> Fact | None:
    """Return where a range ends whose currency its beginning tells: «с 7 млрд долларов до 35 миллиардов»."""
    if number.is_ordinal or not _SCALE.search(number.span.of(text)):
        return None
    if not _UP_TO.fullmatch(text, first.span.stop, number.span.start):
        return None
    slots = (
        drafts.slot(text, "amount", number.span, number.value),
        replace(first.slots[1], span=None, text=""),
    )
    last = drafts.fact(FactType.MONEY, slots, number.span, _PART_RULE)
    return last if _range(text, first, last) is not None else None


def _sum_after(text: str, number: Number, countries: Sequence[CountryAt]) -> Fact | None:
    match = _AFTER.match(text, number.stop)
    if match is None:
        return None
    known = currency_words()
    name = match["name"].lower()
    currency = known.get(name) or known.get(name.rstrip("."))
    adjective = match["adjective"] or ""
    if currency is None or (adjective and not currency.is_of(adjective)):
        return None
    stop = match.end("tail") if match["tail"] else match.end("name")
    if not match["tail"] and name.endswith(".") and name not in known:
        stop -= _ends_sentence(name)
    start = match.start("adjective") if adjective else match.start("name")
    code = currency.code_at(number.span.start, adjective, countries)
    return (
        _fact(text, number, Span(start, stop), code, currency.share, "number_and_currency") if code else None
    )


def _ends_sentence(name: str) -> int:
    """Return 1 when the point belongs to the sentence: «рублей.» but not «руб.»."""
    return int(len(name) > 5 or name.rstrip(".") in ("евро", "сум", "сом", "тенге", "лари", "юань"))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:US)?(?P<name>[{SIGNS}]|\b(?:{'|'.join(sorted(currency_codes()))}))\s?$")


def _sum_before(text: str, number: Number) -> Fact | None:
    line = max(text.rfind("\n", 0, number.span.start) + 1, number.span.start - _BEFORE_CHARS)
    match = _before().search(text[line : number.span.start])
    if match is None:
        return None
    code = currency_words()[match["name"].lower()].code
    sign = Span(line + match.start(), line + match.end("name"))
    return _fact(text, number, sign, code, Decimal(1), "currency_and_number") if code else None


def _fact(text: str, number: Number, name: Span, code: str, share: Decimal, rule: str) -> Fact:
    span = number.span.hull(name)
    value: Value = replace(number, low=number.low * share, high=number.high and number.high * share).value
    slots = [drafts.slot(text, "amount", span, value), drafts.slot(text, "currency", name, code)]
    bent = modifier_of(text, span, number)
    if bent is not None and bent.span is not None:
        slots.append(bent)
        span = span.hull(bent.span)
    return drafts.fact(FactType.MONEY, tuple(slots), span, rule)


def _joined(text: str, first: Fact, second: Fact) -> Fact | None:
    """Return two sums as the one that they are together, if they are."""
    amount, other = first.slots[0], second.slots[0]
    if amount.span is None or other.span is None or first.slots[1].value != second.slots[1].value:
        return None
    between = Span(amount.span.stop, max(amount.span.stop, other.span.start)).of(text)
    if _is_small_change(second.slots[1].text):
        return _with_change(text, first, second) if _SMALL_CHANGE.match(between) else None
    return _range(text, first, second) if _UP_TO_OTHER.fullmatch(between) else None


def _is_small_change(name: str) -> bool:
    """Whether a name is that of a hundredth: копейка, цент."""
    known = currency_words()
    currency = known.get(name.lower()) or known.get(name.lower().rstrip("."))
    return currency is not None and currency.share < 1


def _with_change(text: str, whole: Fact, change: Fact) -> Fact | None:
    """Return «5 рублей 20 копеек» as one sum."""
    amount, cents = whole.slots[0], change.slots[0]
    if not isinstance(amount.value, int) or not isinstance(cents.value, int | float):
        return None
    if _is_small_change(whole.slots[1].text):
        return None
    assert amount.span is not None
    assert cents.span is not None
    span = amount.span.hull(cents.span)
    total = plain(Decimal(amount.value) + Decimal(str(cents.value)))
    slots = (drafts.slot(text, "amount", span, total), *whole.slots[1:])
    return drafts.fact(FactType.MONEY, slots, whole.span.hull(span), "with_small_change")


def _range(text: str, first: Fact, second: Fact) -> Fact | None:
    """Return «от 5 млн рублей до 7 млн рублей» as one sum."""
    low, high = first.slots[0], second.slots[0]
    if not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    assert low.span is not None
    assert high.span is not None
    opening = _FROM.search(text, max(0, low.span.start - _FROM_CHARS), low.span.start)
    is_dashed = text[low.span.stop : high.span.start].strip() in ("-", "–", "—")
    if opening is None and not is_dashed:
        return None
    span = Span(opening.start() if opening else low.span.start, high.span.stop)
    slots = (
        drafts.slot(text, "amount", span, {"from": low.value, "to": high.value}),
        first.slots[1],
        drafts.slot(text, "modifier", span, "range"),
    )
    return drafts.fact(FactType.MONEY, slots, span, "range_of_sums")


def _moved_by(text: str, amount: Span) -> Slot | None:
    """Return which way a sum moves what its clause is about: «цена выросла на 10 тыс. тенге»."""
    if _BY.search(text, max(0, amount.start - _BEFORE_CHARS), amount.start) is None:
        return None
    slot = moved(text, amount)
    is_near = slot is not None and slot.span is not None and amount.start - slot.span.stop <= _MOVED_CHARS
    return slot if is_near else None


def _with_direction(text: str, fact: Fact) -> Fact:
    """Return a sum that is a difference («на 5 млрд больше») with its direction."""
    amount = fact.slots[0].span
    direction = compared(text, amount) or _moved_by(text, amount) if amount is not None else None
    return fact if direction is None else replace(fact, slots=(*fact.slots, direction))
