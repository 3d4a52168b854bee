"""Quantities: a number with what it counts, «94 тысячи туристов», «430 км», «в 2,5 раза», «пол-литра».

What is counted is a unit of measure, or any noun that stands as a numeral asks («пять книг», not «статья 2
закона»). Sums, percentages, lengths of time, countries and sides are not quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from index.facts import drafts, morph
from index.facts.counted_nouns import CountedNoun, read_counted
from index.facts.currencies import currency_words
from index.facts.joining import joined
from index.facts.lexicon import words as listed
from index.facts.modifiers import modifier_of
from index.facts.number_grammar import Number
from index.facts.numbered import is_numbered
from index.facts.signs import is_below_zero, signed
from index.facts.time_units import unit_forms
from index.facts.units import abbreviations, measure, unit_words
from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span

_WORDS: Final = re.compile(
    r"[ \u00a0](?P<phrase>(?:[а-яё-]+[ \u00a0]){0,2}[а-яё]{3,}(?:-[а-яё]+)?)(?![\w-]|\.?/|\.[:,;])"
)
_ATTACHED: Final = re.compile(
    r"[\w.,:/*=\u2212-]\Z|[\d)]\s?\+\Z|(?<![a-zA-Z])[a-z]\s[\u2212+–-]\s\Z|=\s?\d+,\s\Z"
)
_POWER: Final = re.compile(r"10[1-9]\d?")
_LOST_POWER: Final = re.compile(r"(?<![\w.,])(?P<power>10[1-9]\d?)[ \u00a0][.,)]")
"""A power of ten that lost its exponent leaves a blank before the point: «не менее 106 .»."""
_RAISED: Final = re.compile(r"[·×∗*⋅=≈]\s?\Z|(?<![\d.,])10[ \u00a0]\Z")
"""What stands before a power of ten, or before what is left of its exponent: «= 10», «· 10 6»."""
_PER: Final = re.compile(
    r"(?:\s+[а-яё]{3,})?\s+(?:(?P<time>в\s+(?:секунду|минуту|час))|(?P<area>(?:с|на)\s+(?:гектара?|га)))(?!\w)"
)
_FREQUENCY: Final = re.compile(
    r"\s+в\s+(?:течение\s+(?:календарного\s+)?(?:суток|месяца|квартала|года)|минуту|час|день|сутки|неделю|месяц|квартал|полугодие|год|"
    r"(?:\d{1,2}|два|две|три|четыре|пять|шесть)\s+(?:дн|недел|месяц|год|лет)[а-яё]{0,3})(?![\w-])"
)
_PER_ONE: Final = re.compile(
    r"(?:\s[а-яё]{4,})?\s+на\s+(?:1|10{2,6}|одн(?:ого|о|у)|душу)\s+(?:[а-яё]+(?:ое|ого|ую)\s)?[а-яё]{3,}(?![\w-])"
)
"""Of whom or what each has so many: «лечения на 1 застрахованное лицо»."""
_PER_TIME: Final = frozenset({"метр", "километр", "литр", "кубометр", "кубический метр", "тонна"})
_PER_AREA: Final = frozenset({"центнер", "тонна", "килограмм", "литр", "кубометр", "кубический метр"})
_AREAS: Final = {"с га": "с гектара", "на га": "на гектар"}
_ENGLISH_GROUPS: Final = re.compile(r"[1-9]\d{0,2},000")
_PER_THOUSAND: Final = re.compile(r"\d\s+(?:[а-яё]+\s+)?на\s+$")
_FOR_ONE: Final = re.compile(r"(?<!\w)(?:за|на|с|стоимост[ьи]|цен[аыуе])\s+$", re.IGNORECASE)
_PER_HEAD: Final = re.compile(r"(?<!\w)на\s+$", re.IGNORECASE)
_FOR_SO_MANY: Final = re.compile(
    r"рассчитан|вмести|мест\w*\s|хват|увелич|уменьш|сокра|сни[зж]|вырос|возрос|прибав|стал", re.IGNORECASE
)
_RATE_CHARS: Final = 40
_ROWS_CHARS: Final = 400
_BASES: Final = frozenset(Decimal(10) ** power for power in range(2, 7))
_TITLE: Final = re.compile(r"(?:\s[а-яё]+){0,3}»")
_TIMES: Final = {
    "вдвое": 2, "втрое": 3, "вчетверо": 4, "впятеро": 5, "вшестеро": 6, "всемеро": 7, "ввосьмеро": 8,
    "вдевятеро": 9, "вдесятеро": 10,
}  # fmt: skip
_FROM: Final = re.compile(r"(?<!\w)(?:со?|от)\s+$", re.IGNORECASE)
_UP_TO: Final = re.compile(r"\s+до\s+", re.IGNORECASE)
_UNBENDING: Final = frozenset({"range", "reaches"})
_TIMES_WORD: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_TIMES)})(?!\w)", re.IGNORECASE)
_BEFORE_CHARS: Final = 14
_ATTACHED_CHARS: Final = 8
_WITH_EXPONENT: Final = re.compile(r"(?P<unit>[а-яё]{1,2})[ \u00a0]?(?P<exponent>[23])")
_EXPONENTS: Final = {"2": "²", "3": "³"}
_SHEETS: Final = re.compile(r"(?<!\w)(?:на|в)\s+$", re.IGNORECASE)
_PAPERS: Final = {
    "л": re.compile(r"\.?\s?в\s+\d|\.(?:[,;)]|$)"),
    "т": re.compile(r"\.\s?(?:[:—–/\-]|Т\.|,\s?[Тт]\.)"),
}


def find_quantities(text: str, numbers: Sequence[Number]) -> Iterator[Fact]:
    """Yield the quantities of a text in order."""
    lost = frozenset(match["power"] for match in _LOST_POWER.finditer(text))
    counted = (
        fact
        for number in numbers
        if number.span.of(text) not in lost and (fact := _measured(text, number) or _counted(text, number))
    )
    found = [*_joined(text, counted), *_halves(text), *_times(text)]
    yield from sorted(found, key=lambda fact: fact.span)


def _joined(text: str, facts: Iterator[Fact]) -> Iterator[Fact]:
    """Yield quantities, «с 250 тыс. тонн до 327 тыс. тонн» as one."""
    yield from joined(facts, lambda first, second: _range(text, first, second))


def _range(text: str, first: Fact, second: Fact) -> Fact | None:
    """Return two quantities of one thing as what it changes between, if they are."""
    (low, unit), (high, other) = first.slots[:2], second.slots[:2]
    if low.span is None or high.span is None or unit.span is None or unit.value != other.value:
        return None
    if not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    opening = _FROM.search(text, max(0, low.span.start - _BEFORE_CHARS), low.span.start)
    if opening is None or _UP_TO.fullmatch(text, unit.span.stop, high.span.start) is None:
        return None
    span = Span(opening.start(), high.span.stop)
    value: Value = {"from": low.value, "to": high.value}
    slots = [drafts.slot(text, "value", span, value), *second.slots[1:]]
    kept = [slot for slot in slots if slot.name != "modifier"]
    bent = drafts.slot(text, "modifier", span, "range")
    return drafts.fact(FactType.QUANTITY, (*kept, bent), span.hull(second.span), "range_of_quantities")


def _measured(text: str, number: Number) -> Fact | None:
    """Return «430 км», «3,5 тонны»."""
    if number.is_ordinal or _is_attached(text, number):
        return None
    start = number.stop + (text[number.stop : number.stop + 1] in (" ", "\u00a0"))
    match = abbreviations().match(text, start)
    if match is None or is_numbered(text, number.span.start) or _is_of_paper(text, number, match):
        return None
    if number.low == 1 and _FOR_ONE.search(
        text, max(0, number.span.start - _BEFORE_CHARS), number.span.start
    ):
        # «5 рублей за 1 кг», «стоимость 1 кв. м» tell a price.
        return None
    unit, name = _per(text, Span(*match.span()), measure(match.group()))
    found = _quantity(text, number, unit, name, "number_and_measure")
    raised = _WITH_EXPONENT.fullmatch(unit.of(text))
    if raised is None:
        return found
    counted = f"{raised['unit']}{_EXPONENTS[raised['exponent']]}"
    return replace(found, slots=(*found.slots, Slot("counted", "", None, counted)))


def _per(text: str, unit: Span, name: str) -> tuple[Span, str]:
    """Return a unit and its name, with what it is told by: «километр в час» of «90 километров в час»."""
    match = _PER.match(text, unit.stop)
    if match is None or name not in (_PER_TIME if match["time"] else _PER_AREA):
        return unit, name
    per = " ".join((match["time"] or match["area"]).split())
    return Span(unit.start, match.end()), f"{name} {_AREAS.get(per, per)}"


def _is_of_paper(text: str, number: Number, unit: re.Match[str]) -> bool:
    """Whether «на 2 л. в 1 экз.» means sheets and «В 6 т. – М.» volumes, not litres and tons."""
    behind = _PAPERS.get(unit.group().rstrip("."))
    if behind is None or behind.match(text, unit.start() + 1) is None:
        return False
    start = max(0, number.span.start - _BEFORE_CHARS)
    return _SHEETS.search(text, start, number.span.start) is not None


def _is_attached(text: str, number: Number) -> bool:
    """Whether a number is part of a code, a formula or a word: «6.2.47», «x=5», «COVID-19».

    So is a power of ten that lost its exponent, of which nobody can tell how many it meant: «n = 106».
    """
    start, stop = max(0, number.span.start - _ATTACHED_CHARS), number.span.start
    if _ATTACHED.search(text, start, stop) is not None:
        return True
    if number.high is not None and is_below_zero(text, stop):
        # «Минус 15–18 градусов»: a range has no sign.
        return True
    raised = _RAISED.search(text, start, stop)
    is_exponent = raised is not None and raised.group().startswith("10")
    return is_exponent or (raised is not None and _POWER.fullmatch(number.span.of(text)) is not None)


def _is_title(text: str, number: Number, stop: int) -> bool:
    """Whether guillemets hold a number and its noun as a title: «16 тонн», «12 стульев»."""
    return text[number.span.start - 1 : number.span.start] == "«" and _TITLE.match(text, stop) is not None


def _counted(text: str, number: Number) -> Fact | None:
    """Return «двенадцать автобусов», «9 буровых бригад»."""
    # «Нулём этих пространств», «k ≠ 0 изоклинами»: nobody counts none.
    is_count = not number.is_ordinal and (number.low != 0 or number.high is not None)
    match = _WORDS.match(text, number.stop) if is_count and not _is_attached(text, number) else None
    if match is None or _is_row(text, number):
        return None
    words = list(re.finditer(r"[а-яё-]+", match["phrase"]))
    if words[0].group() in unit_forms():
        return None
    base, number = match.start("phrase"), _with_english_groups(text, number)
    count = number.low if number.high is None else number.high
    # The longest first: «буровых» is a noun of its own, but not in «буровых бригад».
    for stop in range(len(words), 0, -1):
        noun = read_counted([word.group() for word in words[:stop]], count)
        if noun is not None:
            unit = Span(base, base + words[stop - 1].end())
            is_counted = _may_count(text, number, noun.lemma) and not _is_title(text, number, unit.stop)
            return _quantity_of(text, number, unit, noun) if is_counted else None
    return None


def _is_row(text: str, number: Number) -> bool:
    """Whether digits that begin a line are its number: a line near has the one before it or after it."""
    start = number.span.start
    if number.has_words or number.high is not None or (start and text[start - 1] != "\n"):
        return False
    near = text[max(0, start - _ROWS_CHARS) : start], text[number.stop : number.stop + _ROWS_CHARS]
    steps = zip(near, (-1, 1), strict=True)
    return any(re.search(rf"(?m)^{number.low + step}\.?\s", lines) is not None for lines, step in steps)


def _with_english_groups(text: str, number: Number) -> Number:
    """Return «115,000» before a noun, of which there are no thousandths, as 115 thousand."""
    if number.high is not None or _ENGLISH_GROUPS.fullmatch(number.span.of(text)) is None:
        return number
    return replace(number, low=number.low * 1000)


def _quantity_of(text: str, number: Number, unit: Span, noun: CountedNoun) -> Fact:
    """Return a quantity of a noun; its form after the number too where the text has another.

    What bends the number asks for the genitive: «не менее чем тремя книгами» is «не менее 3 книг». How often
    something happens is told with its time, «2 раза в год», and counted in times; so are rates, «0,2 вызова
    на 1 жителя».
    """
    whole, name = _per(text, unit, noun.name)
    fact = _quantity(text, number, whole, name, "number_and_noun")
    if whole != unit:
        return fact
    count = number.low if number.high is None else number.high
    bent = fact.slot("modifier")
    counted = noun.after(count) if bent is None or bent.value in _UNBENDING else noun.in_genitive(count)
    each = (_FREQUENCY if noun.lemma == "раз" else _PER_ONE).match(text, unit.stop)
    if each is not None:
        counted = f"{counted} {' '.join(each.group().split())}"
    if counted == unit.of(text):
        return fact
    return replace(fact, slots=(*fact.slots, Slot("counted", "", None, counted)))


def _may_count(text: str, number: Number, lemma: str) -> bool:
    """Whether a number before a noun says how many, not which one."""
    if lemma in listed("uncounted.txt") or lemma in currency_words():
        return False
    if _is_rate_base(text, number, lemma):
        return False
    is_measure = lemma in unit_words() and lemma != "узел"
    if number.high is None and number.low == 1 and not is_measure:
        return False
    if not number.has_words and lemma in listed("told_by_number.txt") and (number.high or number.low) < 5:
        return False
    return not is_numbered(text, number.span.start, by_bodies=not morph.has(lemma, "NOUN", "anim"))


def _is_rate_base(text: str, number: Number, lemma: str) -> bool:
    """Whether a round number tells of how many something is reckoned: «12,3 на 1000 родов», «на 1 жителя»."""
    start, stop = max(0, number.span.start - _RATE_CHARS), number.span.start
    if number.low in _BASES and _PER_THOUSAND.search(text, start, stop):
        return True
    is_base = number.low == 1 or number.low in _BASES
    if not is_base or number.high is not None or not _PER_HEAD.search(text, start, stop):
        return False
    return morph.has(lemma, "NOUN", "anim") and not _FOR_SO_MANY.search(text, start, stop)


def _quantity(text: str, number: Number, unit: Span, name: str, rule: str) -> Fact:
    value, amount = signed(text, Span(number.span.start, number.stop), number)
    slots = [drafts.slot(text, "value", value, amount), drafts.slot(text, "unit", unit, name)]
    span = value.hull(unit)
    bent = modifier_of(text, span, number)
    if bent is not None and bent.span is not None:
        slots.append(bent)
        span = span.hull(bent.span)
    return drafts.fact(FactType.QUANTITY, tuple(slots), span, rule)


@cache
def _half_of_measure() -> re.Pattern[str]:
    forms = (form for form, name in unit_words().items() if form.isalpha() and len(form) > 3)
    written = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<half>пол)-?(?!человек)(?P<unit>{written})(?!\w)")


def _halves(text: str) -> Iterator[Fact]:
    """Yield «пол-литра», «полкилометра»."""
    for match in _half_of_measure().finditer(text):
        name = unit_words()[match["unit"]]
        yield _plain(text, Span(*match.span("half")), 0.5, Span(*match.span("unit")), name)


def _times(text: str) -> Iterator[Fact]:
    """Yield «вдвое», «втрое»."""
    for match in _TIMES_WORD.finditer(text):
        span = Span(*match.span())
        yield _plain(text, span, _TIMES[match.group().lower()], span, "раз")


def _plain(text: str, value: Span, amount: Value, unit: Span, name: str) -> Fact:
    slots = (drafts.slot(text, "value", value, amount), drafts.slot(text, "unit", unit, name))
    return drafts.fact(FactType.QUANTITY, slots, value.hull(unit), "one_word")
