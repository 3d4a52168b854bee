"""Lengths of time as ISO 8601, and the dates that are counted in them («три года назад»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from index.facts import drafts, morph
from index.facts.number_grammar import Number, plain
from index.facts.relative_dates import counted_from
from index.model.fact import Fact, FactType
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: `size` times the ISO letter; hours and shorter stand after a T."""

    letter: str
    size: int = 1
    is_clock: bool = False

    def write(self, count: Decimal) -> str:
        """Write a count of this unit: P5Y, PT2H; broken years and months go down a unit."""
        amount, letter = count * self.size, self.letter
        if amount != amount.to_integral_value():
            if letter == "Y":
                amount, letter = amount * 12, "M"
            elif letter == "W":
                amount, letter = amount * 7, "D"
            elif letter == "H":
                amount, letter = amount * 60, "M"
        return f"P{'T' if self.is_clock else ''}{plain(amount)}{letter}"


_UNITS = {
    "год": Unit("Y"), "месяц": Unit("M"), "неделя": Unit("W"), "день": Unit("D"), "сутки": Unit("D"),
    "час": Unit("H", is_clock=True), "минута": Unit("M", is_clock=True), "секунда": Unit("S", is_clock=True),
    "квартал": Unit("M", 3), "полугодие": Unit("M", 6), "десятилетие": Unit("Y", 10), "век": Unit("Y", 100),
    "столетие": Unit("Y", 100),
}  # fmt: skip
_HALF_UNITS = {"полгода": "P6M", "полугода": "P6M", "полчаса": "PT30M", "полмесяца": "P15D"}
_ADJECTIVES = {
    "час": Unit("H", is_clock=True), "мин": Unit("M", is_clock=True), "дне": Unit("D"), "сут": Unit("D"),
    "нед": Unit("W"), "мес": Unit("M"), "лет": Unit("Y"), "год": Unit("Y"),
}  # fmt: skip
_PREFIXES: dict[str, int | Decimal] = {
    "одно": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "шести": 6,
    "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20,
    "тридцати": 30, "полутора": Decimal("1.5"),
}  # fmt: skip


@cache
def _unit_forms() -> dict[str, Unit]:
    forms = {form: unit for word, unit in _UNITS.items() for form in morph.forms(word, "NOUN")}
    return {
        **forms,
        "лет": _UNITS["год"],
        "годам": _UNITS["год"],
        "мес": _UNITS["месяц"],
        "дн": _UNITS["день"],
    }


_UNIT = re.compile(
    r"[\s-]?(?:(?:рабоч|календарн|банковск|полн|последующ)[а-яё]{2,3}\s|(?:раб|кал|календ)\.\s?)?"
    r"(?P<unit>[а-яё]{2,})(?P<ago>\s+(?:тому\s+)?назад\b)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?<!\w)(?:(?:ближайш|предстоящ|последн|следующ|прошедш|минувш|первы)[а-яё]{1,2}|ещё|еще|"
    r"не\s+(?:долее|дольше|более|позднее|позже|менее)(?:\s+чем)?(?:\s+(?:на|за|через))?)\s+$",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"(?<!\w)(?:через|спустя)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\s+(?:после|с\s+момента|со\s+дня|от|с\s+начала)\b", re.IGNORECASE)
_NO_DURATION = re.compile(
    r"(?:возраст\w*|старше|младше|моложе|исполни\w+|(?<!\w)[вк]о?)\s+(?:до\s+|от\s+|более\s+|свыше\s+)?$",
    re.IGNORECASE,
)
_AT_CLOCK = re.compile(r"(?<!\w)(?:в|к|с|до|от|около)\s+$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\bв\s+течение\s+(?:одного\s+|одной\s+)?(?P<unit>года|полугодия|квартала|месяца|недели|дня|суток|часа)\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\bза\s+(?P<unit>год|месяц|неделю|день|сутки|час|полугодие|квартал)(?=\s+до\b)", re.IGNORECASE
)
_HALF = re.compile(rf"\b(?P<half>{'|'.join(_HALF_UNITS)})\b(?P<ago>\s+назад\b)?", re.IGNORECASE)
_ADJECTIVE = re.compile(
    rf"\b(?:(?P<digits>\d{{1,3}})-?(?:ти|и|х|ми|летн)?-?|(?P<prefix>{'|'.join(_PREFIXES)}))"
    r"(?P<unit>час(?=ов)|минут(?=н)|днев(?=н)|суточ(?=н)|недель(?=н)|месяч(?=н)|лет(?=н)|годич(?=н))[а-яё]+",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\s+(?:срок|период|план|программ|перспектив|стратег|контракт|договор|истори|опыт|перерыв|цикл|вклад|кредит)",
    re.IGNORECASE,
)
_AFTER_AGE = re.compile(r"(?<!\w)(?:после|со?)\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+(?P<word>[а-яё]{3,})")
_AGE, _AGE_ENDS = 14, 100
_OLDEST_YEAR, _LATEST_YEAR = 1000, 2100


def find_durations(text: str, numbers: Sequence[Number], document: str = "") -> Iterator[Fact]:
    """Yield the durations of a text, and the dates told by counting, in order.

    Args:
        text: The text.
        numbers: Its numbers, in order.
        document: The document's own date, ISO, from which «три года назад» is counted; '' when unknown.
    """
    found = [*_counted(text, numbers, document), *_uncounted(text, document)]
    yield from sorted(found, key=lambda fact: fact.span)


def _counted(text: str, numbers: Sequence[Number], document: str) -> Iterator[Fact]:
    forms = _unit_forms()
    for number in numbers:
        match = _UNIT.match(text, number.span.stop)
        unit = forms.get(match["unit"].lower()) if match else None
        if match is None or unit is None:
            continue
        word = Span(number.span.start, match.end("unit"))
        if (
            _is_century(number, unit)
            or _is_age(text, number, match["unit"])
            or _is_age_since(text, number, word)
        ):
            continue
        left = text[max(0, word.start - 40) : word.start].rsplit("\n", 1)[-1]
        if number.is_ordinal or _is_year(number, unit):
            if unit.letter == "Y" and _OLDEST_YEAR <= number.low <= _LATEST_YEAR and number.has_words:
                yield _date(text, word, str(number.low), "year_in_words")
            continue
        if number.high is None and match["ago"]:
            ago = counted_from(document, -1, unit.write(number.low))
            yield _date(text, Span(word.start, match.end("ago")), ago, "time_ago")
        elif number.high is None and (through := _THROUGH.search(left)) and not _SINCE.match(text, word.stop):
            start = word.start - len(left) + through.start()
            ahead = counted_from(document, 1, unit.write(number.low))
            yield _date(text, Span(start, word.stop), ahead, "time_ahead")
        elif not _NO_DURATION.search(left) and not (unit.is_clock and _AT_CLOCK.search(left)):
            lead = _LEAD.search(left)
            start = word.start - len(left) + lead.start() if lead else word.start
            yield _duration(text, Span(start, word.stop), _value(number, unit), "number_and_unit")


_LATEST_CENTURY = 21
_FOR = re.compile(
    r"(?<!\w)(?:на|за|в\s+течение|срок\w*|ближайшие|последние|следующие|от|с|ещё|около|через)\s+$", re.I
)


def _is_century(number: Number, unit: Unit) -> bool:
    """Whether «16 века» counts centuries from the start of the era, not a length."""
    return unit.size == 100 and not number.has_words and 1 < number.low <= _LATEST_CENTURY


def _is_age(text: str, number: Number, word: str) -> bool:
    """Whether «24-29 лет», «30-34 года», with nothing before it that asks for a length, is an age."""
    return (
        word.lower() in ("лет", "год", "года", "годам", "годах")
        and number.high is not None
        and number.low >= 14
        and not _FOR.search(text, max(0, number.span.start - 16), number.span.start)
        and text[number.span.start].isdigit()
    )


def _is_age_since(text: str, number: Number, word: Span) -> bool:
    """Whether «после 45 лет» tells an age: nothing follows that lasts so long, as «работы» would."""
    if not text[word.start : word.stop].endswith("лет") or not _AGE <= number.low < _AGE_ENDS:
        return False
    if not _AFTER_AGE.search(text, max(0, word.start - 12), word.start):
        return False
    following = _NEXT_WORD.match(text, word.stop)
    return following is None or not morph.has(following["word"], "NOUN", "gent")


def _is_year(number: Number, unit: Unit) -> bool:
    return unit.letter == "Y" and unit.size == 1 and number.low >= _OLDEST_YEAR


def _value(number: Number, unit: Unit) -> str:
    first = unit.write(number.low)
    return first if number.high is None else f"{first}/{unit.write(number.high)}"


def _uncounted(text: str, document: str) -> Iterator[Fact]:
    forms = _unit_forms()
    for match in (*_WITHIN.finditer(text), *_ONE_BEFORE.finditer(text)):
        yield _duration(
            text, Span(*match.span()), forms[match["unit"].lower()].write(Decimal(1)), "within_one"
        )
    for match in _HALF.finditer(text):
        value = _HALF_UNITS[match["half"].lower()]
        if match["ago"]:
            yield _date(text, Span(*match.span()), counted_from(document, -1, value), "time_ago")
        else:
            yield _duration(text, Span(*match.span()), value, "half_unit")
    for match in _ADJECTIVE.finditer(text):
        unit = _ADJECTIVES[match["unit"].lower()[:3]]
        if unit.letter == "Y" and not _LASTING.match(text, match.end()):
            continue
        count = Decimal(match["digits"]) if match["digits"] else Decimal(_PREFIXES[match["prefix"].lower()])
        yield _duration(text, Span(*match.span()), unit.write(count), "adjective")


def _duration(text: str, span: Span, value: str, rule: str) -> Fact:
    return drafts.fact(FactType.DURATION, (drafts.slot(text, "duration", span, value),), span, rule)


def _date(text: str, span: Span, value: str, rule: str) -> Fact:
    return drafts.fact(FactType.DATE, (drafts.slot(text, "date", span, value),), span, rule)
