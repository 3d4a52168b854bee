"""Where a body is rid of what stands at its rims: numbers, verbs, terms, the words of another cell."""

from __future__ import annotations

import re
from dataclasses import replace

from index.facts import morph
from index.facts.body_filters import is_hyphened_term
from index.facts.body_spans import first_adjective, is_listed, kind_of_body
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_PREPOSITIONS = frozenset({"При", "По", "На", "За", "Из", "От", "Для", "Под"})
_QUOTES = '«»"“”„'
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def strip(passage: Passage, names: list[Name]) -> list[Name]:
    """Take off the front what belongs to no body: «ОМС | ГБУЗ «Больница № 3»», «Создан | Совет»."""
    return [_stripped(passage, name) if name.type == EntityType.ORG else name for name in names]


_ITEM_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?\s+|\d{1,2}\s(?=[А-ЯЁA-Z]{2})")
_SCRAP = re.compile(r"(?<=[»\"”])\s[А-ЯЁA-Z]$|\s\d{5,}.*$|\s(?:ПОСТАНОВЛЯ|РЕША|ПРИКАЗЫВА)[А-ЯЁ]+$")


def _stripped(passage: Passage, name: Name) -> Name:
    said = passage.of(name.span)
    # «36.2.1.2 АСТ», «ООО «АльфаСтрахование» Р»: numbers before and scraps behind.
    number, scrap = _ITEM_NUMBER.match(said), _SCRAP.search(said)
    if number or scrap:
        start = name.span.start + (number.end() if number else 0)
        stop = name.span.start + (scrap.start() if scrap else len(said))
        name = replace(name, span=Span(start, stop), rule="strip_bodies")
        said = passage.of(name.span)
    if at_end := _FORM_AT_END.search(said):
        return replace(
            name, span=Span(name.span.start, name.span.start + at_end.start()), rule="strip_bodies"
        )
    if form := _form_within(said):
        return replace(name, span=Span(name.span.start + form, name.span.stop), rule="strip_bodies")
    first, _, rest = said.partition(" ")
    if rest and (
        first in _PREPOSITIONS
        or first in words("not_bodies.txt")
        or _is_verb(first)
        or is_hyphened_term(first)
    ):
        return replace(name, span=Span(name.span.stop - len(rest), name.span.stop), rule="strip_bodies")
    return name


_FORM_AT_END = re.compile(
    r"(?<=\w)\s(?:АО|ООО|ПАО|ОАО|ЗАО|(?:[А-ЯЁа-яё]+ого )?акционерного общества|Общества)$"
)
"""«Екатеринбургский филиал | акционерного общества»: whose it is stands in the next line."""
_FORM = re.compile(r"(?<=\s)(?P<form>[А-ЯЁ]{2,6})(?=(?:\s[А-ЯЁ]{2,6})?\s[«\"“])")


def _form_within(said: str) -> int:
    """Return where a legal form begins behind words of no body: «Ревда | ГБУЗ СО «Больница»»; 0: nowhere."""
    match = _FORM.search(said)
    if match is None or match["form"] not in words("legal_forms.txt"):
        return 0
    before = said[: match.start()]
    is_body = any(mark in before for mark in _QUOTES) or any(
        kind_of_body(word) or is_listed(word) or word in words("legal_forms.txt")
        for word in _WORD.findall(before)
    )
    return 0 if is_body else match.start()


def _is_verb(word: str) -> bool:
    """Whether a word can be a verb only: «Создан Совет…», «Просить Президиум…»."""
    if not word.isalpha() or not morph.is_known(word):
        return False
    return all(
        parse.tag.POS in ("VERB", "INFN", "PRTS", "GRND", "PREP", "CONJ") for parse in morph.parses(word)
    )


def cut_at_heads(passage: Passage, names: list[Name]) -> list[Name]:
    """Leave of a row that runs two bodies together one: «Кибернетики | Кафедра прогнозирования»."""
    if passage.is_prose:
        return names
    return [_with_one_head(passage, name) if name.type == EntityType.ORG else name for name in names]


def _with_one_head(passage: Passage, name: Name) -> Name:
    """Cut a body where the head of another begins: before it stands a body of its own, or a rest of one."""
    first, after = passage.first_token(name.span), passage.after_token(name.span)
    if any(mark in passage.of(name.span) for mark in _QUOTES):
        return name
    for number in range(first + 1, after):
        token = passage.tokens[number]
        if not token.text.isalpha() or kind_of_body(token.text) != EntityType.ORG:
            continue
        start = first_adjective(passage, number)
        if start <= first or not _heads(passage, start, number):
            continue
        before = [one.text for one in passage.tokens[first:start]]
        if all(word in words("legal_forms.txt") for word in before):
            return name
        has_head = any(kind_of_body(word) for word in before if word.isalpha())
        begin = name.span.start if has_head else passage.tokens[start].start
        stop = passage.tokens[start - 1].stop if has_head else name.span.stop
        return replace(name, span=Span(begin, stop), rule="cut_at_heads")
    return name


def _heads(passage: Passage, start: int, number: int) -> bool:
    """Whether a word of kind in the nominative has a capital, or the adjectives before it."""
    is_capital = passage.tokens[start].is_capital and not passage.tokens[start].text.isupper()
    return is_capital and morph.has(passage.tokens[number].text, "nomn", "sing")
