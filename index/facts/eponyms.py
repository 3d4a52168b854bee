"""Persons that things are named after: «преобразование Бокса-Кокса», «болезнь Гоше».

The tagger takes them for places, or several for one person with a double name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.facts import morph, place_spans
from index.facts.lexicon import words
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

RULE: Final = "eponyms"
"""What names in the genitive are known by: `person_cases` asks for it."""
_THING_BEFORE = re.compile(r"(?<![\w-])(?P<thing>[^\W\d_]+)\s$")
_WITH_THING = (EntityType.PERSON, EntityType.ORG)
_ONE_WORD = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:\s?[-–—]\s?[А-ЯЁ][а-яё]{2,})*")
_JOINT = re.compile(r"\s?[-–—]\s?")
_LINE: Final = 24


def part(passage: Passage, names: list[Name]) -> list[Name]:
    """Take names behind what is named after people for persons, one for each part."""
    return [one for name in names for one in _parted(passage, name)]


def _parted(passage: Passage, name: Name) -> Iterator[Name]:
    said = passage.of(name.span)
    thing, _, bearer = said.partition(" ")
    is_whole = name.type in _WITH_THING and _is_thing(thing) and _ONE_WORD.fullmatch(bearer) is not None
    if is_whole and not bearer.isupper():
        # «Формула Остроградского-Лиувилля», «Кривая Лоренца» where a sentence begins.
        name = Name(Span(name.span.stop - len(bearer), name.span.stop), EntityType.PERSON, RULE)
        said = bearer
    elif not _stands_behind_thing(passage, name):
        yield name
        return
    if not _ONE_WORD.fullmatch(said) or not _may_be_person(said, name):
        yield name
        return
    start = name.span.start
    for joint in _JOINT.finditer(passage.text, name.span.start, name.span.stop):
        yield Name(Span(start, joint.start()), EntityType.PERSON, RULE)
        start = joint.end()
    yield Name(Span(start, name.span.stop), EntityType.PERSON, RULE)


def _stands_behind_thing(passage: Passage, name: Name) -> bool:
    line = max(passage.span.start, name.span.start - _LINE)
    before = _THING_BEFORE.search(passage.text[line : name.span.start])
    return before is not None and _is_thing(before["thing"])


def _is_thing(word: str) -> bool:
    return bool(morph.lemmas(word.lower()) & words("eponyms.txt"))


def _may_be_person(said: str, name: Name) -> bool:
    """Whether a name may be a person's: «функции Москвы», «метод Интерпола» are of none."""
    if said.endswith(("у", "ю")) or (morph.is_known(said) and morph.has(said, "Geox")):
        # «Проба Манту» does not decline, and nothing tells it from a woman's accusative.
        return False
    if name.type == EntityType.PERSON:
        return True
    return name.type == EntityType.PLACE and not place_spans.is_listed(said) and not morph.has(said, "Geox")
