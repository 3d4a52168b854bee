"""Quantities: a number with what it counts, «94 тысячи туристов», «430 км», «в 2,5 раза», «пол-литра».

What is counted is a unit of measure, or any noun that stands as a numeral asks («пять книг», not «статья 2
закона»). Sums, percentages, lengths of time, countries and sides are not quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from index.facts import drafts, morph
from index.facts.currencies import currency_words
from index.facts.lexicon import words
from index.facts.modifiers import modifier_of
from index.facts.morph import Parse
from index.facts.number_grammar import Number
from index.facts.signs import signed
from index.facts.units import abbreviations, measure, unit_words
from index.model.fact import Fact, FactType, Value
from index.model.span import Span

_REFERENCE: Final = re.compile(
    r"(?:№|(?<!\w)(?:N|§|п|пп|ст|ч|гл|рис|табл|стр|с|д|кв|тел|пункт\w*|подпункт\w*|стать\w+|част\w+|глав\w+|раздел\w*|"
    r"приложени\w+|таблиц\w+|рисун\w+|номер\w*|код\w*|форм\w+|верси\w+|шаг\w*|этап\w*|групп\w+|класс\w*|уров\w+|"
    r"школ\w+|лице\w+|больниц\w+|поликлиник\w+|лекци\w+|задани\w+|вариант\w*|пример\w*|теорем\w+|лемм\w+|способ\w*|"
    r"определени\w+|уравнени\w+|лист\w*|граф[аыеу]|столб\w+|абзац\w*|параграф\w*|формул\w+|закон\w*|отряд\w*)\.?)\s*"
    r"(?:\d+(?:,|\s+и)\s*)*$",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[ \u00a0](?P<phrase>(?:[а-яё-]+[ \u00a0]){0,2}[а-яё]{3,}(?:-[а-яё]+)?)(?![\w-])")
_ATTACHED: Final = re.compile(r"[\w.,:/+*=\u2212-]$")
_TIMES: Final = {
    "вдвое": 2, "втрое": 3, "вчетверо": 4, "впятеро": 5, "вшестеро": 6, "всемеро": 7, "ввосьмеро": 8,
    "вдевятеро": 9, "вдесятеро": 10,
}  # fmt: skip
_TIMES_WORD: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_TIMES)})(?!\w)", re.IGNORECASE)
_PROPER: Final = frozenset({"Surn", "Name", "Patr", "Geox"})
_OBLIQUE: Final = frozenset({"datv", "ablt", "loct"})
_BEFORE_CHARS: Final = 40
_SHORTEST_NOUN: Final = 3
"""The dictionary takes every letter for a noun, and many a preposition."""


def find_quantities(text: str, numbers: Sequence[Number]) -> Iterator[Fact]:
    """Yield the quantities of a text in order."""
    found = [fact for number in numbers if (fact := _measured(text, number) or _counted(text, number))]
    found += [*_halves(text), *_times(text)]
    yield from sorted(found, key=lambda fact: fact.span)


def _measured(text: str, number: Number) -> Fact | None:
    """Return «430 км», «3,5 тонны»."""
    if number.is_ordinal or _is_attached(text, number):
        return None
    start = number.stop + (text[number.stop : number.stop + 1] in (" ", "\u00a0"))
    match = abbreviations().match(text, start)
    if match is None or _REFERENCE.search(text, max(0, number.span.start - _BEFORE_CHARS), number.span.start):
        return None
    return _quantity(text, number, Span(*match.span()), measure(match.group()), "number_and_measure")


def _is_attached(text: str, number: Number) -> bool:
    """Whether a number is part of a code, a formula or a word: «6.2.47», «x=5», «COVID-19»."""
    return _ATTACHED.search(text, max(0, number.span.start - 1), number.span.start) is not None


def _counted(text: str, number: Number) -> Fact | None:
    """Return «двенадцать автобусов», «9 буровых бригад»."""
    match = None if number.is_ordinal or _is_attached(text, number) else _WORDS.match(text, number.stop)
    if match is None:
        return None
    found = list(re.finditer(r"[а-яё-]+", match["phrase"]))
    base = match.start("phrase")
    # The longest first: «буровых» is a noun of its own, but not in «буровых бригад».
    for i in reversed(range(len(found))):
        adjectives = [one.group() for one in found[:i]]
        noun = _noun(found[i].group(), number, adjectives)
        if noun is not None:
            if not _may_count(text, number, noun):
                return None
            named = [one for one in adjectives if not morph.has(one, "Apro")]
            unit = " ".join([*(_singular(one, noun) for one in named), _normal(noun)])
            return _quantity(text, number, Span(base, base + found[i].end()), unit, "number_and_noun")
    return None


def _may_count(text: str, number: Number, noun: Parse) -> bool:
    """Whether a number before a noun says how many, not which one."""
    lemma = noun.normal_form
    if lemma in words("uncounted.txt") or lemma in currency_words():
        return False
    is_measure = lemma in unit_words()
    if number.high is None and number.low == 1 and not is_measure:
        return False
    if not number.has_words and lemma in words("told_by_number.txt") and (number.high or number.low) < 5:
        return False
    return not _REFERENCE.search(text, max(0, number.span.start - _BEFORE_CHARS), number.span.start)


def _noun(word: str, number: Number, adjectives: Sequence[str]) -> Parse | None:
    """Return the reading of a noun that stands as the numeral before it asks, adjectives agreeing."""
    if len(word) < _SHORTEST_NOUN:
        return None
    count = number.low if number.high is None else number.high
    is_single = count != count.to_integral_value() or (count % 10 == 1 and count % 100 != 11)
    for parse in morph.parses(word):
        if parse.tag.POS != "NOUN" or parse.tag.grammemes & _PROPER:
            continue
        if not _governed(number, str(parse.tag.number), str(parse.tag.case)):
            continue
        if all(_agrees(one, parse, is_single) for one in adjectives):
            return parse
    return None


def _governed(number: Number, grammatical: str, case: str) -> bool:
    count = number.low if number.high is None else number.high
    if count != count.to_integral_value():
        return grammatical == "sing" and case in ("gent", "gen2")
    last, teens = count % 10, count % 100
    if last == 1 and teens != 11:
        return grammatical == "sing"
    if grammatical == "plur":
        return case in ("gent", "gen2", *_OBLIQUE)
    return last in (2, 3, 4) and teens not in (12, 13, 14) and case == "gent"


def _agrees(word: str, noun: Parse, is_single: bool) -> bool:
    """Whether an adjective may stand between a numeral and its noun: plural but for «один» and fractions."""
    cases = {str(noun.tag.case)} | ({"nomn", "gent", "accs"} if noun.tag.case == "gent" else set())
    return any(
        parse.tag.POS in ("ADJF", "PRTF") and str(parse.tag.case) in cases
        for parse in morph.parses(word)
        if parse.tag.number == ("sing" if is_single else "plur")
    )


def _singular(adjective: str, noun: Parse) -> str:
    """Return an adjective in the nominative singular of a noun's gender."""
    wanted = {"nomn", "sing", noun.tag.gender or "masc"}
    for parse in morph.parses(adjective):
        form = parse.inflect(wanted) if parse.tag.POS in ("ADJF", "PRTF") else None
        if form is not None:
            return str(form.word)
    return adjective


def _normal(noun: Parse) -> str:
    return unit_words().get(noun.word) or str(noun.normal_form)


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
