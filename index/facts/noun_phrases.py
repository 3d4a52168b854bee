"""Noun phrases in the nominative: the words up to the first noun decline together, what follows stays.

«Совета министров иностранных дел» → «Совет министров иностранных дел».
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.facts import morph
from index.facts.declension import CASES, Gender, NameKind, decline
from index.facts.morph import Parse

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_HEAD = 6
_NOUNS_LIKE_ADJECTIVES = frozenset({"сборная"})
"""«Сборная России» is no phrase like «новая Россия»."""


Accept = Callable[[Parse], bool]


def _any(_reading: Parse) -> bool:
    """Accept every reading."""
    return True


@lru_cache(maxsize=4096)
def phrase_forms(name: str) -> frozenset[str]:
    """Return a nominative name in all six cases, lower case, with and without ё."""
    if not morph.is_known(name) and _WORD.fullmatch(name):
        return _regular_forms(name)
    head = _head(name, "nomn")
    if head is None:
        return frozenset({name.lower(), name.lower().replace("ё", "е")})
    found = {name.lower()}
    for case in CASES:
        pieces, position = [], 0
        for match, parse in head:
            pieces.append(name[position : match.start()])
            form = parse.inflect({case})
            pieces.append(str(form.word) if form is not None else match.group())
            position = match.end()
        found.add(("".join(pieces) + name[position:]).lower())
    return frozenset(found | {form.replace("ё", "е") for form in found})


def _regular_forms(name: str) -> frozenset[str]:
    """Return the forms of a word that the dictionary lacks, by its ending."""
    lower = name.lower()
    gender = Gender.FEMININE if lower.endswith(("а", "я")) else Gender.MASCULINE
    if lower.endswith(("ье", "ие")):
        found = {lower[:-1] + ending for ending in ("я", "ю", "ем")}
    else:
        found = {decline(lower, NameKind.GIVEN, gender, case) for case in CASES}
    # The accusative of what does not live.
    found.add(lower)
    return frozenset(found | {form.replace("ё", "е") for form in found})


def nominative(phrase: str, case: str = "", accept: Accept = _any) -> str:
    """Return a phrase with its head in the nominative; as it is when no reading of it agrees.

    Args:
        phrase: Adjectives, a noun and what depends on it.
        case: The case it stands in (pymorphy3's name), when known from the sentence.
        accept: Which readings of the head may be taken.
    """
    head = _head(phrase, case, accept) or (_head(phrase, "", accept) if case else None)
    if head is None:
        return phrase
    pieces, position = [], 0
    for match, parse in head:
        pieces.append(phrase[position : match.start()])
        word = match.group()
        pieces.append(word if word.isupper() else morph.in_nominative(parse, word))
        position = match.end()
    return "".join(pieces) + phrase[position:]


def _head(phrase: str, case: str, accept: Accept = _any) -> list[tuple[re.Match[str], Parse]] | None:
    """Return the declining words with readings that agree in case, number and gender."""
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(phrase):
        between = phrase[words[-1].end() : match.start()] if words else phrase[: match.start()]
        if between.strip() or len(words) == _LONGEST_HEAD:
            break
        words.append(match)
        if not _may_modify(match.group()):
            break
    for length in range(len(words), 0, -1):
        found = _agreed(words[:length], case, accept)
        if found is not None:
            return found
    return None


def _agreed(
    words: list[re.Match[str]], case: str, accept: Accept
) -> list[tuple[re.Match[str], Parse]] | None:
    """Return readings in which all words but the last modify the last, a noun."""
    noun = words[-1]
    readings = [
        p
        for p in morph.parses(noun.group())
        if p.tag.POS == "NOUN" and case in ("", p.tag.case) and accept(p)
    ]
    # «Институт» alone is likelier a nominative than an accusative, whatever the counts of a corpus say.
    for reading in sorted(readings, key=lambda p: (p.tag.case != "nomn" and len(words) == 1, -p.score)):
        agreeing = [_agreeing(word.group(), reading) for word in words[:-1]]
        if all(parse is not None for parse in agreeing):
            return [*zip(words[:-1], agreeing, strict=True), (noun, reading)]
    return None


def _may_modify(word: str) -> bool:
    is_noun = not morph.lemmas(word.lower()).isdisjoint(_NOUNS_LIKE_ADJECTIVES)
    return not is_noun and any(parse.tag.POS in ("ADJF", "PRTF") for parse in morph.parses(word))


def _agreeing(word: str, noun: Parse) -> Parse | None:
    for parse in morph.parses(word):
        tag = parse.tag
        if tag.POS not in ("ADJF", "PRTF") or tag.case != noun.tag.case or tag.number != noun.tag.number:
            continue
        if noun.tag.number == "sing" and noun.tag.gender and tag.gender != noun.tag.gender:
            continue
        if tag.case == "accs" and tag.animacy and noun.tag.animacy and tag.animacy != noun.tag.animacy:
            continue
        return parse
    return None
