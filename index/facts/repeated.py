"""Names that the document says once in full and the tagger misses elsewhere.

A surname of a person named in full («Василий Шумов … Шумов записал»), a foreign or quoted name of a body
(«партия «Яблоко» … инициатива «Яблока»»), and the abbreviation that stands in brackets behind a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from index.facts import morph, persons, place_spans
from index.facts.abbreviated import may_be_short_for
from index.facts.declension import CASES, NameKind, decline
from index.facts.named import Named
from index.facts.names import Name, overlapping
from index.facts.noun_phrases import phrase_forms
from index.facts.persons import folded
from index.facts.reading import Sentence
from index.model.fact import EntityType
from index.model.span import Span

_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zа-яё][\w-]+")
_QUOTED = re.compile(r"[«\"“„](?P<inside>[^«»\"“”„\n]{2,60})[»\"”“]")
_FOREIGN = re.compile(r"[A-Z][\w&'’.-]*[A-Za-z]+(?:\s[A-Za-z&][\w&'’.-]*)*")
_DEFINED = re.compile(r"\s\((?:далее\s*(?:[–—-]\s*)?)?(?P<short>[А-ЯЁ]{3,8}|[A-Z]{3,8})\)")
_SHORTEST: Final = 3


@dataclass(slots=True)
class Known:
    """What is looked for: surnames in every form, quoted names in every form, bodies by their first word."""

    surnames: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    bodies: dict[str, set[str]] = field(default_factory=dict)

    def add_body(self, name: str) -> None:
        """Look for a body as it is written."""
        match = _CAPITAL.match(name)
        if match is not None and len(name) >= _SHORTEST:
            self.bodies.setdefault(match.group(), set()).add(name)


def known(text: str, named: Iterable[Named]) -> Known:
    """Return what the names of a document let one look for elsewhere in it."""
    found = Known()
    for one in named:
        if one.name.type == EntityType.PERSON:
            found.surnames.update(_surname_forms(text, one))
        elif one.name.type == EntityType.ORG:
            _add_body(found, text, one)
    return found


def _surname_forms(text: str, one: Named) -> Iterator[str]:
    """Yield the surname of a person who is named in full in all its cases, ё as е."""
    mention = persons.mention_of(text, one.name.span, one.case, one.gender)
    surnames = [word for word, kind in mention.words if kind == NameKind.SURNAME]
    is_full = len(mention.words) > 1 or mention.initials
    if not is_full or len(surnames) != 1 or not mention.readings:
        return
    reading = mention.readings[0]
    if len(reading.surname) >= _SHORTEST:
        for case in CASES:
            yield folded(decline(reading.surname, NameKind.SURNAME, reading.gender, case))


def _add_body(found: Known, text: str, one: Named) -> None:
    said = one.said
    if match := _QUOTED.search(said):
        is_told = match.start() > 0 and match.end() == len(said)
        if is_told and match["inside"][0].isupper():
            found.quoted.update(phrase_forms(match["inside"]))
    elif _FOREIGN.fullmatch(said) or (said.isupper() and said.isalpha()):
        found.add_body(said)
    short = _DEFINED.match(text, one.name.span.stop)
    if short is not None and may_be_short_for(short["short"], said):
        found.add_body(short["short"])


def names_again(text: str, sentence: Sentence, sought: Known) -> list[Name]:
    """Return where a sentence has what is looked for."""
    return list(_places(text, sentence, sought))


def joined(text: str, names: Sequence[Name], again: Sequence[Name]) -> list[Name]:
    """Return the names of a sentence with those that the document says elsewhere.

    Args:
        text: The document's text.
        names: What was found in the sentence itself.
        again: Its `names_again`.
    """
    found = list(names)
    for name in again:
        crossing = overlapping(found, name.span)
        if not crossing:
            found.append(name)
        elif _is_mistaken(text, crossing, name):
            found = [name if one is crossing[0] else one for one in found]
    return sorted(found, key=lambda name: (name.span.start, -name.span.stop))


def _is_mistaken(text: str, crossing: Sequence[Name], person: Name) -> bool:
    """Whether the tagger took a surname that the document knows for a place: «поддерживает Кока»."""
    one = crossing[0]
    is_same = person.type == EntityType.PERSON and len(crossing) == 1 and one.span == person.span
    return is_same and one.type == EntityType.PLACE and not place_spans.is_listed(one.span.of(text))


def _places(text: str, sentence: Sentence, sought: Known) -> Iterator[Name]:
    start, stop = sentence.span.start, sentence.span.stop
    for match in _QUOTED.finditer(text, start, stop) if sought.quoted else ():
        if match["inside"][0].isupper() and match["inside"].lower() in sought.quoted:
            yield Name(Span(*match.span()), EntityType.ORG, "body_again")
    for match in _CAPITAL.finditer(text, start, stop):
        word = match.group()
        for name in sorted(sought.bodies.get(word, ()), key=len, reverse=True):
            end = match.start() + len(name)
            if text.startswith(name, match.start(), stop) and not text[end : end + 1].isalnum():
                yield Name(Span(match.start(), end), EntityType.ORG, "body_again")
        if folded(word) in sought.surnames and _may_be_surname(word, is_first=_is_first(text, start, match)):
            yield Name(Span(*match.span()), EntityType.PERSON, "surname_again")


def _is_first(text: str, start: int, match: re.Match[str]) -> bool:
    return not any(letter.isalpha() for letter in text[start : match.start()])


def _may_be_surname(word: str, *, is_first: bool) -> bool:
    """Whether a capital tells of a surname: any word has one where a sentence begins.

    «Адвокат» there is a noun; «Шумов» is one only in a case that sentences seldom begin with.
    """
    if word.isupper():
        return False
    if not is_first or not morph.is_known(word) or morph.has(word, "Surn"):
        return True
    return all(parse.tag.POS == "NOUN" and parse.tag.case != "nomn" for parse in morph.parses(word))
