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
_NAMED_AFTER: Final = frozenset({"им", "имени"})
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
        if is_parted or overlapping(names, token.span) or token.text in _NAMED_AFTER:
            break
        part, case = passage.part(number), passage.feature(number, "Case")
        if _leads(passage, number) and not needs_noun:
            needs_noun = has_preposition = True
        elif not needs_noun and _goes_on(passage, number, has_preposition=has_preposition):
            needs_noun = True
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


def take_in_second(passage: Passage, names: list[Name]) -> list[Name]:
    """Let a body of a title page take in its second field: «Факультет Математики | и Кибернетики»."""
    return [_with_second(passage, name, names) if name.type == EntityType.ORG else name for name in names]


def _with_second(passage: Passage, name: Name, names: list[Name]) -> Name:
    joint = passage.after_token(name.span)
    if joint + 1 >= len(passage.tokens) or passage.text[name.span.stop : name.span.stop + 3] != _AND:
        return name
    field, second = passage.tokens[joint - 1], passage.tokens[joint + 1]
    is_free = not any(other.span.start <= second.start < other.span.stop for other in names)
    both = all(
        token.is_capital
        and not token.text.isupper()
        and morph.is_known(token.text)
        and morph.has(token.text, "NOUN", "gent")
        and not morph.has(token.text, "nomn", "sing")
        for token in (field, second)
    )
    if not is_free or not both or " " not in passage.of(name.span):
        return name
    return replace(name, span=Span(name.span.start, second.stop), rule="second_fields")


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


_WITH: Final = frozenset({"борьба", "работа", "связь", "взаимодействие", "сотрудничество", "сношение"})
_SPHERES: Final = frozenset({"сфера", "область"})


def _goes_on(passage: Passage, position: int, *, has_preposition: bool) -> bool:
    """Whether a field has more to it: «по борьбе | с пожарами», «туризма | и гостеприимства»."""
    lower = passage.tokens[position].text.lower()
    if _is_second_of_two(passage, position):
        return True
    if not has_preposition:
        return False
    if lower in ("с", "со"):
        return bool(morph.lemmas(passage.tokens[position - 1].text.lower()) & _WITH)
    if lower != "в" or position + 1 >= len(passage.tokens):
        return False
    return bool(morph.lemmas(passage.tokens[position + 1].text.lower()) & _SPHERES)


def _is_second_of_two(passage: Passage, joint: int) -> bool:
    """Whether «и» joins two fields of one case: «выставка туризма | и индустрии гостеприимства»."""
    before, after = joint - 1, joint + 1
    if passage.tokens[joint].text != "и" or after >= len(passage.tokens):
        return False
    word = passage.tokens[after].text
    is_field = (
        word.islower()
        and passage.part(after) in ("NOUN", "ADJ")
        and not morph.lemmas(word) & words("bodies.txt")
    )
    is_alike = passage.feature(before, "Case") == passage.feature(after, "Case") == "Gen"
    return is_field and is_alike and passage.part(before) == "NOUN"


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


def add_parts(passage: Passage, names: list[Name]) -> list[Name]:
    """Add parts of bodies in small letters: «кафедрой социальных коммуникаций | РГГУ»."""
    found = list(names)
    for position, token in enumerate(passage.tokens):
        if not token.text.islower() or overlapping(found, token.span):
            continue
        if not morph.lemmas(token.text) & words("parts_of_bodies.txt"):
            continue
        if passage.feature(position, "Number") == "Plur":
            continue
        if (owner := _owner_behind(passage, found, position)) is not None:
            found.append(Name(Span(token.start, owner.span.stop), EntityType.ORG, "parts_of_bodies"))
    return found


def _owner_behind(passage: Passage, names: list[Name], position: int) -> Name | None:
    """Return the body behind a word and what depends on it in the genitive; None where there is none."""
    for number in range(position + 1, min(position + _LONGEST, len(passage.tokens))):
        token = passage.tokens[number]
        if passage.text[passage.tokens[number - 1].stop : token.start] != " ":
            return None
        owner = next((name for name in names if name.span.start == token.start), None)
        if owner is not None:
            is_owner = owner.type == EntityType.ORG and passage.feature(number, "Case") in ("Gen", "")
            return owner if is_owner else None
        is_joint = passage.part(number) == "CCONJ" and number > position + 1
        if not is_joint and passage.feature(number, "Case") != "Gen":
            return None
    return None
