"""Percentages and shares in words, with the direction in which they move something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from index.facts import drafts, morph
from index.facts.directions import moved
from index.facts.joining import joined
from index.facts.lexicon import words
from index.facts.modifiers import modifier_of
from index.facts.number_grammar import Number, plain
from index.facts.numerals import number_word
from index.facts.signs import signed
from index.facts.units import unit_words
from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span

_SIGN: Final = re.compile(
    r"\s?(?:%(?:-(?:ов|а|х|ый|ого|ой|ая|ую|ным|ными|ные|ном)\b)?(?:\s?п\.)?"
    r"|процентн(?:ого|ых|ому|ым|ом|ыми|ый)\s+пункт(?:а|ов|у|ам|ом|ами|е|ах)?\b"
    r"|-процентн[а-яё]{2,3}\b|процент(?:а|ов|у|ам|ами|ах|ом|е)?\b|п\.\s?п\.|пп\b)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s+до\s+|\s?[-–—]\s?")
_FROM: Final = re.compile(r"(?<!\w)(?:от|со?)\s+$", re.IGNORECASE)
_RISING: Final = re.compile(r"со?\s", re.IGNORECASE)
_PLUS: Final = re.compile(r"(?:(?:^|[\s(|])(?P<sign>\+)|(?<!\w)(?P<word>плюс)\s)$", re.IGNORECASE)
_ASIDE: Final = re.compile(r",\s+(?:до\s+)?$")
"""«Сократившим расход на четверть, до 50 процентов затрат» is a share of the costs."""
_A_YEAR: Final = re.compile(r"\s+годовых(?!\w)")
_HALF: Final = re.compile(r"(?<!\w)пол-?процента(?!\w)", re.IGNORECASE)
_EVERY: Final = re.compile(r"(?<!\w)кажд(?:ый|ая|ое|ого|ой|ому|ым|ую|ом)\s+$", re.IGNORECASE)
_COUNTED_TIME: Final = re.compile(
    r"\s+(?:год|день|месяц|час|раз|недел|минут|квартал|воскресен|понедел|вторн|сред|четверг|пятниц|суббот)",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"(?<!\w)(?P<part>половин[ау]|треть|четверть)(?!\w)", re.IGNORECASE)
_PART_BEHIND: Final = re.compile(r"\s+(?:част|дол)[а-яё]{1,3}\b", re.IGNORECASE)
_BEFORE_CHARS: Final = 14
_OPENING_CHARS: Final = 4
_PLUS_CHARS: Final = 6
_ALL: Final = 100
_TIMES: Final = re.compile(r"[·∙×*⋅]\s?$")
"""«3 / 4 · 100 % = 75 %» tells of three quarters alone."""
_HALF_PERCENT: Final = Decimal("0.5")
_SHARES: Final = {"пол": Decimal(50), "тре": Decimal(100) / 3, "чет": Decimal(25)}
_WHOLE: Final = re.compile(
    r"\s+(?:от\s+)?(?:(?:всех|всего|всей|этих|этой|этого|общего|общей|наших|нашей)\s+)?(?P<what>[а-яё]{3,})"
)
_ORDER_BEFORE: Final = re.compile(
    r"(?<!\w)(?:перв|втор|трет|кажд|последн|сво|друг|лучш)[а-яё]+\s+$", re.IGNORECASE
)
_BY: Final = re.compile(r"(?<!\w)(?:на|в)\s+(?:целую\s+)?$", re.IGNORECASE)


def find_percents(text: str, numbers: Sequence[Number]) -> Iterator[Fact]:
    """Yield the percentages and shares of a text in order."""
    signed_ones = [(number, _percent(text, number)) for number in numbers]
    found = list(_ranges(text, [fact for _, fact in signed_ones if fact is not None]))
    found += [
        fact
        for number, percent in signed_ones
        if percent is None and (fact := _every_nth(text, number) or _fraction(text, number))
    ]
    found += _parts(text)
    found += (
        _share(text, Span(*match.span()), _HALF_PERCENT, "half_percent", moved(text, Span(*match.span())))
        for match in _HALF.finditer(text)
    )
    yield from sorted(found, key=lambda fact: fact.span)


def _ranges(text: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield percentages, «от 5 % до 10 %» and «5 % – 10 %» as one."""
    yield from joined(facts, lambda first, second: _range(text, first, second))


def _range(text: str, first: Fact, second: Fact) -> Fact | None:
    low, high = first.slots[0], second.slots[0]
    if low.span is None or high.span is None or not low.span.stop <= high.span.start:
        return None
    if not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    between = _BETWEEN.fullmatch(text, low.span.stop, high.span.start)
    opening = _FROM.search(text, max(0, low.span.start - _OPENING_CHARS), low.span.start)
    is_dashed = between is not None and between.group().strip() in ("-", "–", "—")
    if between is None or (is_dashed and high.value <= low.value) or not (is_dashed or opening):
        return None
    span = Span(opening.start() if opening else low.span.start, high.span.stop)
    value: Value = {"from": low.value, "to": high.value}
    slots = [drafts.slot(text, "value", span, value), _direction(text, span, (low.value, high.value))]
    return drafts.fact(FactType.PERCENT, tuple(slots), span, "range_of_percents")


def _percent(text: str, number: Number) -> Fact | None:
    sign = None if number.is_ordinal else _SIGN.match(text, number.stop)
    before = max(0, number.span.start - _OPENING_CHARS)
    if sign is None or (number.low == _ALL and _TIMES.search(text, before, number.span.start)):
        return None
    span = Span(number.span.start, sign.end())
    return _fact(text, span, number, "number_and_percent")


def _fact(text: str, span: Span, number: Number, rule: str) -> Fact:
    span, value = signed(text, span, number, by_dash=True)
    ends = (number.low, number.high) if number.high is not None else None
    slots = [drafts.slot(text, "value", span, value), _direction(text, span, ends)]
    bent = modifier_of(text, span, number)
    if number.high is None and bent is not None and bent.span is not None:
        slots.append(bent)
        span = span.hull(bent.span)
    return drafts.fact(FactType.PERCENT, tuple(slots), span, rule)


def _direction(text: str, span: Span, ends: tuple[Decimal | float, Decimal | float] | None) -> Slot:
    """Return the slot `direction`: what moves up or down, else a share.

    Args:
        text: The text.
        span: The figure.
        ends: Where a range begins and ends.
    """
    slot = moved(text, span)
    if slot is not None and not _stands_still(text, span):
        return slot
    if ends is not None and ends[1] < ends[0]:
        return Slot("direction", "", None, "down")
    if ends is not None and _RISING.match(text, span.start):
        return Slot("direction", "", None, "up")
    plus = _PLUS.search(text, max(0, span.start - _PLUS_CHARS), span.start)
    if plus is not None:
        return drafts.slot(text, "direction", Span(*plus.span("word" if plus["word"] else "sign")), "up")
    return Slot("direction", "", None, "share")


def _stands_still(text: str, span: Span) -> bool:
    """Whether a figure is a rate or told aside, whatever moves: «увеличить заём под 2 % годовых»."""
    before = max(0, span.start - _BEFORE_CHARS)
    is_rate = _A_YEAR.match(text, span.stop) is not None and not _BY.search(text, before, span.start)
    return is_rate or bool(_ASIDE.search(text, before, span.start) and _whole(text, span.stop))


def _every_nth(text: str, number: Number) -> Fact | None:
    """Return «каждый третий» as a share."""
    if not number.is_ordinal or not 2 <= number.low <= 1000:
        return None
    every = _EVERY.search(text, max(0, number.span.start - 10), number.span.start)
    if every is None or _COUNTED_TIME.match(text, number.span.stop):
        return None
    span = Span(every.start(), number.span.stop)
    return _share(text, span, 100 / number.low, "every_nth")


def _fraction(text: str, number: Number) -> Fact | None:
    """Return «две трети мест» as a share."""
    if not number.has_words or number.is_ordinal or number.high is not None or not 0 < number.low < 1:
        return None
    is_by = _BY.search(text, max(0, number.span.start - _BEFORE_CHARS), number.span.start) is not None
    is_part = _PART_BEHIND.match(text, number.stop) is not None
    if not is_part and not _whole(text, number.stop) and not (is_by and _stands_alone(text, number.stop)):
        return None
    return _share(text, number.span, number.low * 100, "fraction_of", moved(text, number.span))


def _stands_alone(text: str, position: int) -> bool:
    """Whether nothing that could be measured follows, as in «погашен на две трети»."""
    return re.match(r"\s*(?:[.,;:)\n]|$)", text[position : position + 3]) is not None


def _parts(text: str) -> Iterator[Fact]:
    """Yield «половина населения», «сократился на треть»."""
    for match in _PART.finditer(text):
        span = Span(*match.span())
        before = max(0, span.start - _BEFORE_CHARS)
        if _ORDER_BEFORE.search(text, before, span.start):
            continue
        moves = moved(text, span) if _BY.search(text, before, span.start) else None
        if moves is not None or _whole(text, span.stop):
            yield _share(text, span, _SHARES[match["part"][:3].lower()], "part_of", moves)


def _whole(text: str, position: int) -> str:
    """Return the word for the whole that a share is of, '' when none that can be shared follows."""
    match = _WHOLE.match(text, position)
    if match is None or number_word(match["what"]) is not None:
        return ""
    word = match["what"]
    if not morph.has(word, "gent") or morph.lemmas(word) & words("no_wholes.txt") or word in unit_words():
        return ""
    return word


def _share(text: str, span: Span, percent: Decimal, rule: str, moves: Slot | None = None) -> Fact:
    value = plain(round(percent, 2))
    slots = (drafts.slot(text, "value", span, value), moves or Slot("direction", "", None, "share"))
    return drafts.fact(FactType.PERCENT, slots, span, rule, confidence=0.8)
