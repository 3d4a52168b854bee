"""From what the tagger says to the names of a sentence: an ordered table of named repairs.

Each repair takes the sentence with the names found so far and returns the names; the order matters and is
the algorithm. Repairs of one kind of name live in their own module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.facts import (
    body_adjectives,
    body_filters,
    body_rims,
    body_spans,
    body_tails,
    eponyms,
    foreign_bodies,
    goods,
    morph,
    person_filters,
    person_spans,
    place_cuts,
    place_filters,
    place_spans,
    quoted,
    routes,
    sites,
)
from index.facts.names import Name, without_repeats
from index.facts.passage import Passage
from index.facts.sources import ADDRESS
from index.model.fact import EntityType
from index.model.span import Span

_OF_A_NAME = '«»"“”„°'
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Repair:
    """A named step."""

    name: str
    apply: Callable[[Passage, list[Name]], list[Name]]


def _trim(passage: Passage, names: list[Name]) -> list[Name]:
    """Take outer punctuation off, but leave the point of an initial or an abbreviation."""
    found = []
    for name in names:
        start, stop = name.span.start, name.span.stop
        text = passage.text
        while start < stop and _is_rim(text[start]):
            start += 1
        while stop > start and _is_rim(text[stop - 1]) and not _is_initial(text, stop):
            stop -= 1
        if stop > start:
            found.append(replace(name, span=Span(start, stop)))
    return found


def _is_rim(letter: str) -> bool:
    """Whether a character at the rim of a span is no part of a name: punctuation, bullets, ticks."""
    return not letter.isalnum() and letter not in _OF_A_NAME


_BREAK = re.compile(r"\s*[()•]\s*")
_AND_AT_END = re.compile(r"\s(?:и|или)$")


def _part_at_brackets(passage: Passage, names: list[Name]) -> list[Name]:
    """Part a name at brackets and bullets: «Джоэл Саймон | (Joel Simon)», «Барбадос • Бермуды»."""
    found = []
    for name in names:
        start = name.span.start
        for match in _BREAK.finditer(passage.text, name.span.start, name.span.stop):
            if _is_within_quotes(passage.text[start : match.start()]):
                continue
            part = _AND_AT_END.sub("", passage.text[start : match.start()])
            found.append(replace(name, span=Span(start, start + len(part)), rule="part_at_brackets"))
            start = match.end()
        found.append(replace(name, span=Span(start, name.span.stop)))
    return [name for name in found if len(name.span)]


def _is_within_quotes(before: str) -> bool:
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


_POINTED = re.compile(r"(?:^|[\s.-])[А-ЯЁA-Z][а-яё]?\.$|\sим\.$")


def _is_initial(text: str, stop: int) -> bool:
    return _POINTED.search(text[max(0, stop - 4) : stop]) is not None


def _balance_quotes(passage: Passage, names: list[Name]) -> list[Name]:
    """Take in the other half of a pair of quotes, or give up the half that stands at the rim."""
    return [balanced for name in names if (balanced := _balanced(passage, name)) is not None]


def _balanced(passage: Passage, name: Name) -> Name | None:
    start, stop = name.span.start, name.span.stop
    text = passage.text
    inside = text[start:stop]
    for opening, closing in _PAIRS.items():
        if opening == closing:
            if inside.count(opening) != 1:
                continue
        elif inside.count(opening) == inside.count(closing):
            continue
        if inside.count(opening) >= inside.count(closing):
            end = text.find(closing, stop, min(stop + _LONGEST_QUOTE, passage.span.stop))
            if end == stop or (end > 0 and inside.find(opening) > 0):
                stop = end + 1
            elif inside.startswith(opening):
                start += 1
        elif inside.endswith(closing):
            begin = text.rfind(opening, max(passage.span.start, start - _LONGEST_QUOTE), start)
            start, stop = (
                (begin, stop) if begin >= 0 and closing not in text[begin:start] else (start, stop - 1)
            )
        inside = text[start:stop]
    if inside.count('"') == 2 and inside[-1:] != '"' and text.startswith('"', stop):
        # One mark closes two pairs: «ГБУЗ "Центр "Озеро Чусовское | "».
        stop += 1
    return replace(name, span=Span(start, stop)) if stop > start else None


def _drop_in_addresses(passage: Passage, names: list[Name]) -> list[Name]:
    """A name inside a web or mail address names nothing."""
    addresses = [Span(*match.span()) for match in ADDRESS.finditer(passage.words)]
    moved = [Span(span.start + passage.span.start, span.stop + passage.span.start) for span in addresses]
    return [name for name in names if not any(name.span.overlaps(address) for address in moved)]


_MOSTLY = 0.6
_SHORT_CAPITALS = 8


def _drop_in_headings(passage: Passage, names: list[Name]) -> list[Name]:
    """Where everything is in capitals, capitals tell the tagger nothing: only names in the lexicon stay."""
    letters = [letter for letter in passage.words if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if len(letters) <= _SHORT_CAPITALS or capitals < _MOSTLY * len(letters):
        return names
    return [name for name in names if place_spans.is_listed(passage.of(name.span))]


_CYRILLIC_OR_LATIN = re.compile(r"[^\W\d_]{2}")


def _drop_nameless(passage: Passage, names: list[Name]) -> list[Name]:
    """A name has letters and a capital one, or stands in quotes; it never crosses a cell of a table."""
    return [
        name
        for name in names
        if _CYRILLIC_OR_LATIN.search(words := passage.of(name.span))
        and any(letter.isupper() for letter in words)
        and "|" not in words
    ]


def _drop_common_words(passage: Passage, names: list[Name]) -> list[Name]:
    """The first word of a sentence has its capital from there: a common word is no name."""
    return [name for name in names if not _is_common_word(passage, name)]


_NAME_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init")


def _is_common_word(passage: Passage, name: Name) -> bool:
    words = passage.of(name.span)
    if " " in words or not words.isalpha() or (words.isupper() and len(words) > 1):
        return False
    if not morph.is_known(words) or any(morph.has(words, tag) for tag in _NAME_TAGS):
        return False
    before = passage.text[passage.span.start : name.span.start]
    if name.type == EntityType.ORG:
        return before[-1:] not in '«"“' and body_spans.kind_of_body(words) is None
    return not any(letter.isalpha() for letter in before) or name.type == EntityType.PERSON


REPAIRS: Sequence[Repair] = (
    Repair("part_at_brackets", _part_at_brackets),
    Repair("trim", _trim),
    Repair("balance_quotes", _balance_quotes),
    Repair("drop_in_addresses", _drop_in_addresses),
    Repair("drop_in_headings", _drop_in_headings),
    Repair("drop_nameless", _drop_nameless),
    Repair("drop_common_words", _drop_common_words),
    Repair("goods", goods.drop),
    Repair("persons_behind_codes", person_spans.part_from_codes),
    Repair("cut_before_initials", place_cuts.cut_before_initials),
    Repair("part_persons", person_spans.part_joined),
    Repair("complete_persons", person_spans.complete),
    Repair("persons_with_initials", person_spans.with_initials),
    Repair("persons_after_titles", person_spans.after_titles),
    Repair("eponyms", eponyms.part),
    Repair("known_places", place_spans.add_listed),
    Repair("places_by_kind", place_spans.add_by_kind),
    Repair("extend_places", place_spans.extend_by_kind),
    Repair("hyphened_places", place_spans.join_hyphened),
    Repair("cut_places", place_cuts.cut),
    Repair("towns", place_spans.add_towns),
    Repair("routes", routes.find),
    Repair("known_towns", place_spans.add_known_towns),
    Repair("quoted", quoted.find),
    Repair("sites", sites.find),
    Repair("foreign_bodies", foreign_bodies.find),
    Repair("compound_bodies", body_spans.compounds),
    Repair("known_bodies", body_spans.add_listed),
    Repair("bodies_by_kind", body_spans.add_by_kind),
    Repair("ministries", body_adjectives.add_ministries),
    Repair("extend_bodies", body_spans.extend),
    Repair("strip_bodies", body_rims.strip),
    Repair("cut_at_heads", body_rims.cut_at_heads),
    Repair("cut_bodies", body_spans.cut),
    Repair("second_fields", body_tails.take_in_second),
    Repair("parts_of_bodies", body_tails.add_parts),
    Repair("bodies_of_places", body_spans.take_in_places),
    Repair("bodies_of_fields", body_tails.take_in_fields),
    Repair("body_adjectives", body_adjectives.take_in),
    Repair("drop_false_persons", person_filters.drop_false),
    Repair("drop_false_bodies", body_filters.drop_false),
    Repair("drop_false_places", place_filters.drop_false),
)
"""In this order."""


def repaired(passage: Passage, names: list[Name]) -> list[Name]:
    """Return the names of a sentence, in text order; they may nest, and no two have the same span."""
    names = without_repeats(names)
    for repair in REPAIRS:
        # Most repairs leave most sentences as they are.
        if (mended := repair.apply(passage, names)) != names:
            names = without_repeats(mended)
    return names
