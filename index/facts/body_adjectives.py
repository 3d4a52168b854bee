"""Adjectives in small letters that belong to the name of a body: whose it is, and of what."""

from __future__ import annotations

import re
from dataclasses import replace

from index.facts import body_tails, morph
from index.facts.body_spans import (
    NUMBER,
    first_adjective,
    is_adjective_of_name,
    is_listed,
    kind_of_body,
    without_ending,
)
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_NAMED = re.compile(r"[«\"“]|(?! N\s?\d)[^А-Яа-яЁё][A-Za-z]")
"""A name of its own, quoted or in Latin letters, needs none: «немецкая | компания Henkel»."""


def add_ministries(passage: Passage, names: list[Name]) -> list[Name]:
    """Add ministries in small letters: «российское министерство финансов», «антимонопольное ведомство»."""
    found = list(names)
    for position, token in enumerate(passage.tokens):
        lemmas = morph.lemmas(token.text.lower()) if token.text.islower() else frozenset()
        if not lemmas & words("ministries.txt") or overlapping(found, token.span):
            continue
        if passage.feature(position, "Number") == "Plur":
            continue
        stop = token.stop
        if "министерство" in lemmas:
            stop = body_tails.stop(passage, position + 1, found, stop, takes_genitive=True)
        first = first_adjective(passage, position)
        has_field = stop > token.stop or position - first > 1
        start = passage.tokens[first].start if _is_of_a_nation(passage, first) else token.start
        if has_field and (start < token.start or stop > token.stop):
            found.append(Name(Span(start, stop), EntityType.ORG, "ministries"))
    return found


def _is_of_a_nation(passage: Passage, position: int) -> bool:
    return bool(morph.lemmas(passage.tokens[position].text.lower()) & words("nationalities.txt"))


def take_in(passage: Passage, names: list[Name]) -> list[Name]:
    """Let a body take in the adjectives that tell whose or which it is: «японского | МИДа»."""
    return [_with_adjectives(passage, name) if name.type == EntityType.ORG else name for name in names]


def _with_adjectives(passage: Passage, name: Name) -> Name:
    first = passage.first_token(name.span)
    if first == 0 or first >= len(passage.tokens):
        return name
    head, said = passage.tokens[first], passage.of(name.span)
    is_of_a_state = is_listed(without_ending(head.text)) or bool(
        morph.lemmas(head.text.lower()) & words("state_bodies.txt")
    )
    start = name.span.start
    if is_of_a_state:
        before = passage.tokens[first - 1]
        is_next = passage.text[before.stop : head.start] == " "
        if is_next and before.text.islower() and _is_of_a_nation(passage, first - 1):
            start = before.start
    elif kind_of_body(head.text) == EntityType.ORG and not _NAMED.search(said):
        adjectives = range(first_adjective(passage, first), first)
        is_numbered = NUMBER.search(said) is not None
        telling = (n for n in adjectives if _tells(passage.tokens[n].text, is_numbered=is_numbered))
        start = next((passage.tokens[number].start for number in telling), start)
    is_longer = start < name.span.start
    return replace(name, span=Span(start, name.span.stop), rule="body_adjectives") if is_longer else name


_SHORTEST = 5
"""«ский» is what a line left of an adjective."""


def _tells(adjective: str, *, is_numbered: bool) -> bool:
    """Whether an adjective is of the name: behind a number even «средняя» is, of «средняя школа № 5»."""
    if is_adjective_of_name(adjective):
        return len(adjective) > _SHORTEST
    return is_numbered and bool(morph.lemmas(adjective.lower()) & words("adjectives_of_bodies.txt"))
