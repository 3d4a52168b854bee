"""What depends on a body and belongs to its name: «по правам человека», «при правительстве»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from index.facts import morph
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_PREPOSITIONS: Final = frozenset({"по", "при", "между"})
_LONGEST: Final = 14
_PLACES: Final = (EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION)
_BY: Final = " по "
_AND: Final = " и "


def stop(passage: Passage, position: int, names: list[Name], reached: int, *, takes_genitive: bool) -> int:
    """Return where what depends on a body ends: «по», «между» with their nouns, «при» with who it is at.

    Args:
        passage: The sentence.
        position: The number of the token behind the body.
        names: All names; none of them is gone into.
        reached: Where the body ends without what depends on it.
        takes_genitive: Whether nouns in the genitive right behind it belong to it, too.
    """
    needs_noun, has_preposition = False, False
    for number in range(position, min(position + _LONGEST, len(passage.tokens))):
        token = passage.tokens[number]
        is_parted = passage.text[passage.tokens[number - 1].stop : token.start] != " "
        if is_parted or overlapping(names, token.span):
            break
        part, case = passage.part(number), passage.feature(number, "Case")
        if _leads(passage, number) and not needs_noun:
            needs_noun = has_preposition = True
        elif not has_preposition and not takes_genitive:
            break
        elif part in ("ADJ", "DET", "NUM") and (needs_noun or case == "Gen"):
            needs_noun = True
        elif part in ("NOUN", "PROPN") and (needs_noun or case == "Gen"):
            needs_noun = False
            reached = token.stop
        else:
            break
    return reached


def _leads(passage: Passage, position: int) -> bool:
    """Whether a preposition begins what a body is for."""
    lower = passage.tokens[position].text.lower()
    following = passage.tokens[position + 1 : position + 3]
    if lower not in _PREPOSITIONS or not following:
        return False
    first = following[-1] if morph.has(following[0].text, "ADJF") else following[0]
    lemmas = morph.lemmas(first.text.lower())
    if lower == "при":
        return following[0].is_capital or bool(lemmas & (words("bodies.txt") | words("positions.txt")))
    return not lemmas & words("no_fields.txt")


def take_in_fields(passage: Passage, names: list[Name]) -> list[Name]:
    """Let a body that took in its owner go on: «ГУ МЧС России | по Санкт-Петербургу»."""
    return [_with_field(passage, name, names) if name.type == EntityType.ORG else name for name in names]


def _with_field(passage: Passage, name: Name, names: list[Name]) -> Name:
    reached = name.span.stop
    if not passage.text.startswith(_BY, reached, passage.span.stop):
        return name
    if any(other.span.start < name.span.start and other.span.covers(name.span) for other in names):
        return name
    if (by_places := _by_places(names, reached)) > reached:
        reached = by_places
    elif morph.lemmas(passage.of(name.span).split()[0].lower()) & words("bodies_of_fields.txt"):
        reached = stop(passage, passage.after_token(name.span), names, reached, takes_genitive=False)
    is_longer = reached > name.span.stop
    return replace(name, span=Span(name.span.start, reached), rule="bodies_of_fields") if is_longer else name


def _by_places(names: list[Name], reached: int) -> int:
    """Return where places end that a body works in, from where it ends: «по Москве и Подмосковью»."""
    for joint in (_BY, _AND):
        following = [n.span.stop for n in names if n.type in _PLACES and n.span.start == reached + len(joint)]
        reached = max(following, default=reached)
        if not following:
            break
    return reached
