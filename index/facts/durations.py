"""Lengths of time as ISO 8601, and the dates that are counted in them («три года назад»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.facts import drafts, morph
from index.facts.modifiers import modifier_of
from index.facts.not_durations import Claim, refusal
from index.facts.number_grammar import Number
from index.facts.numerals import compound_value
from index.facts.relative_dates import counted_from
from index.facts.time_units import ADJECTIVES, HALVES, Unit, unit_forms
from index.model.fact import Fact, FactType
from index.model.span import Span

_UNIT: Final = re.compile(
    r"[\s-]?(?:(?:рабоч|календарн|банковск|полн|последующ)[а-яё]{2,3}\s|(?:раб|кал|календ)\.\s?)?"
    r"(?P<unit>[а-яё]{2,}|ч(?=\.?\s?\d{1,2}\s?мин|\.?\s?(?:[;,)\n]|$)|\s[а-яё]))"
    r"(?P<ago>\.?\s+(?:тому\s+)?назад\b)?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?<!\w)(?:(?:ближайш|предстоящ|последн|следующ|прошедш|минувш|первы)[а-яё]{1,2}|ещё|еще|"
    r"не\s+(?:долее|дольше|более|позднее|позже|менее)(?:\s+чем)?(?:\s+(?:на|за|через))?)\s+$",
    re.IGNORECASE,
)
_THROUGH: Final = re.compile(r"(?<!\w)(?:через|спустя)\s+$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\s+(?:после|с\s+момента|со\s+дня|от|с\s+начала)\b", re.IGNORECASE)
_WITHIN: Final = re.compile(
    r"\bв\s+течение\s+(?:одного\s+|одной\s+)?(?P<unit>года|полугодия|квартала|месяца|недели|дня|суток|часа)\b",
    re.IGNORECASE,
)
_ONE: Final = r"(?P<unit>год|месяц|неделю|день|сутки|час|полугодие|квартал)"
_ONE_BEFORE: Final = re.compile(rf"\bза\s+{_ONE}(?=\s+до\b)", re.IGNORECASE)
_FOR_ONE: Final = re.compile(rf"\bсроком\s+на\s+{_ONE}\b", re.IGNORECASE)
_HALF: Final = re.compile(
    rf"\b(?P<ahead>через\s+)?(?P<half>{'|'.join(HALVES)})\b(?P<ago>\s+назад\b)?", re.IGNORECASE
)
_CLOCK_SHIFT: Final = re.compile(r"(?<!\w)на\s+$", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(
    r"\b(?:(?P<digits>\d{1,3})(?:-?(?:ти|и|х|ми)?-?|-(?:ти|х|ми)\s)|(?P<before>[а-яё]{4,}?))"
    r"(?P<unit>час(?=ов[а-яё])|минут(?=н)|днев(?=н)|суточ(?=н)|недель(?=н)|месяч(?=н)|лет(?=н)|годич(?=н))[а-яё]+",
    re.IGNORECASE,
)
_ANNIVERSARY: Final = re.compile(
    r"\b(?:(?P<digits>\d{1,4})-?|(?P<before>[а-яё]+?))лети(?:е|я|ю|ем|и|й|ям|ями|ях)\b", re.IGNORECASE
)
_ONE_ADJECTIVE: Final = re.compile(
    r"(?<!-[тх]и\s)(?<!-х\s)(?<!\d\s)\b(?P<unit>месяч|недель|годич|суточ)н(?:ый|ого|ом|ому|ым)(?=\s+(?:срок|период))",
    re.IGNORECASE,
)
_LASTING: Final = re.compile(
    r"\s+(?:срок|период|план|программ|перспектив|стратег|контракт|договор|истори|опыт|перерыв|цикл|вклад|кредит|бюджет|"
    r"проект|мораторий|курс|соглашени|аренд|подписк|отпуск|гаранти|исследовани|сотрудничеств|стаж|заключени|запрет|войн)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\.?\s+(?:и\s+)?")
_CLAUSE_END: Final = re.compile(r"[.;:!?\n]|,\s")
_LOWER: Final = re.compile(r"(?<![\w-])[а-яё]{3,}(?![\w-])")
_VERBS: Final = frozenset({"VERB", "PRTS"})
_CLAUSE_CHARS: Final = 60
_CLOCK: Final = "HMS"
_CALENDAR: Final = "YMWD"
_LEFT_CHARS, _RIGHT_CHARS = 40, 40
_OLDEST_YEAR, _LATEST_YEAR = 1000, 2100


def find_durations(text: str, numbers: Sequence[Number], document: str = "") -> Iterator[Fact]:
    """Yield the durations of a text, and the dates told by counting, in order.

    Args:
        text: The text.
        numbers: Its numbers, in order.
        document: The document's own date, ISO, from which «три года назад» is counted; '' when unknown.
    """
    counted = (fact for number in numbers if (fact := _counted(text, number, document)))
    found = list(_joined(text, counted))
    # «два десятилетия» holds «десятилетия».
    ends = {fact.span.stop for fact in found}
    found += (fact for fact in _uncounted(text, document) if fact.span.stop not in ends)
    yield from sorted(found, key=lambda fact: fact.span)


def _counted(text: str, number: Number, document: str) -> Fact | None:
    """Return what a number says with the unit behind it: a length, a year in words, or a date."""
    match = _UNIT.match(text, number.stop)
    unit = unit_forms().get(match["unit"].lower()) if match else None
    if match is None or unit is None:
        return None
    word = Span(number.span.start, match.end("unit"))
    left = text[max(0, word.start - _LEFT_CHARS) : word.start].rsplit("\n", 1)[-1]
    if number.is_ordinal or _is_year(number, unit):
        return _year_in_words(text, number, word, unit)
    if number.high is None and match["ago"]:
        return _ago(text, Span(word.start, match.end("ago")), number, unit, document)
    claim = Claim(
        number,
        unit,
        match["unit"].lower(),
        left,
        text[word.stop : word.stop + _RIGHT_CHARS],
        number.span.of(text),
    )
    if refusal(claim):
        return None
    through = _THROUGH.search(left) if number.high is None else None
    if through is not None and not _SINCE.match(text, word.stop) and not _is_told_of_past(text, word):
        ahead = counted_from(document, 1, unit.write(number.low))
        return _date(text, Span(word.start - len(left) + through.start(), word.stop), ahead, "time_ahead")
    lead = _LEAD.search(left)
    start = word.start - len(left) + lead.start() if lead else word.start
    found = _duration(text, Span(start, word.stop), _value(number, unit), "number_and_unit")
    bent = modifier_of(text, word, number)
    return found if bent is None else replace(found, slots=(*found.slots, bent))


def _is_told_of_past(text: str, span: Span) -> bool:
    """Whether the first verb behind is past: «через 6 лет назначен» counts from what was told before."""
    clause = _CLAUSE_END.split(text[span.stop : span.stop + _CLAUSE_CHARS])[0]
    words = (match.group() for match in _LOWER.finditer(clause))
    verb = next((parse for word in words if (parse := morph.parses(word)[0]).tag.POS in _VERBS), None)
    return verb is not None and (verb.tag.POS == "PRTS" or verb.tag.tense == "past")


def _ago(text: str, span: Span, number: Number, unit: Unit, document: str) -> Fact | None:
    """Return «два часа назад» as a date; None where clocks are put back: «переводятся на один час назад»."""
    if unit.is_clock and _CLOCK_SHIFT.search(text, max(0, span.start - _LEFT_CHARS), span.start):
        return None
    return _date(text, span, counted_from(document, -1, unit.write(number.low)), "time_ago")


def _is_year(number: Number, unit: Unit) -> bool:
    return unit.letter == "Y" and unit.size == 1 and number.low >= _OLDEST_YEAR


def _year_in_words(text: str, number: Number, word: Span, unit: Unit) -> Fact | None:
    """Return «тысяча девятьсот девяносто первого года» as a date."""
    if unit.letter != "Y" or not number.has_words or not _OLDEST_YEAR <= number.low <= _LATEST_YEAR:
        return None
    return _date(text, word, str(number.low), "year_in_words")


def _value(number: Number, unit: Unit) -> str:
    first = unit.write(number.low)
    return first if number.high is None else f"{first}/{unit.write(number.high)}"


def _joined(text: str, facts: Iterator[Fact]) -> Iterator[Fact]:
    """Yield «2 часа 30 минут», «год и шесть месяцев» as one length."""
    pending: Fact | None = None
    for fact in facts:
        whole = _sum(text, pending, fact) if pending is not None else None
        if pending is not None and whole is None:
            yield pending
        pending = whole or fact
    if pending is not None:
        yield pending


def _sum(text: str, first: Fact, second: Fact) -> Fact | None:
    if first.type is not FactType.DURATION or second.type is not FactType.DURATION:
        return None
    if not _BETWEEN.fullmatch(text, first.span.stop, second.span.start):
        return None
    large, small = str(first.slots[0].value), str(second.slots[0].value)
    if "/" in f"{large}{small}" or large.startswith("PT") != small.startswith("PT"):
        return None
    order = _CLOCK if large.startswith("PT") else _CALENDAR
    if order.index(large[-1]) >= order.index(small[-1]):
        return None
    value = large + small.removeprefix("PT").removeprefix("P")
    return _duration(text, first.span.hull(second.span), value, "several_units")


def _uncounted(text: str, document: str) -> Iterator[Fact]:
    forms = unit_forms()
    for match in (match for rule in (_WITHIN, _ONE_BEFORE, _FOR_ONE) for match in rule.finditer(text)):
        one = forms[match["unit"].lower()].write(Decimal(1))
        yield _duration(text, Span(*match.span()), one, "within_one")
    for match in _HALF.finditer(text):
        value = HALVES[match["half"].lower()]
        if match["ago"]:
            yield _date(text, Span(*match.span()), counted_from(document, -1, value), "time_ago")
        elif match["ahead"] and not value.startswith("PT") and not _SINCE.match(text, match.end()):
            yield _date(text, Span(*match.span()), counted_from(document, 1, value), "time_ahead")
        else:
            yield _duration(text, Span(*match.span("half")), value, "half_unit")
    for match in _ONE_ADJECTIVE.finditer(text):
        unit = ADJECTIVES[match["unit"].lower()[:3]]
        yield _duration(text, Span(*match.span()), unit.write(Decimal(1)), "one_adjective")
    for match in _ANNIVERSARY.finditer(text):
        years = _bound_number(match)
        if years is not None:
            yield _duration(text, Span(*match.span()), unit_forms()["лет"].write(years), "anniversary")
    for match in _ADJECTIVE.finditer(text):
        unit = ADJECTIVES[match["unit"].lower()[:3]]
        count = _bound_number(match)
        if count is not None and (unit.letter != "Y" or _LASTING.match(text, match.end())):
            yield _duration(text, Span(*match.span()), unit.write(count), "adjective")


def _bound_number(match: re.Match[str]) -> Decimal | None:
    """Return the number that begins a compound: «25-летие», «двадцатипятилетний»."""
    return Decimal(match["digits"]) if match["digits"] else compound_value(match["before"].lower())


def _duration(text: str, span: Span, value: str, rule: str) -> Fact:
    return drafts.fact(FactType.DURATION, (drafts.slot(text, "duration", span, value),), span, rule)


def _date(text: str, span: Span, value: str, rule: str) -> Fact:
    return drafts.fact(FactType.DATE, (drafts.slot(text, "date", span, value),), span, rule)
