"""Families of Russian words: what сотрудничать, сотрудник, сотрудничество and сотруднический begin with.

A root is found by taking off the end of a dictionary form: the ending, then one suffix after another, and
last the consonant that changes before suffixes (книга, книжный). It is therefore always a beginning of the
word, so that an index can look for a family among the words that begin so. Prefixes stay: труд is not of the
family. Roots that change otherwise (жить, жизнь) are not recognised.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.text.morphology import form_terms

_SHORTEST: Final = 3
_LONGER: Final = 4
_LONGEST: Final = 6
_CACHED_LEMMAS: Final = 50_000

_VOWELS: Final = "аеиоуыэюя"
_RUSSIAN: Final = re.compile(r"[а-я]+\Z")
_REFLEXIVE: Final = re.compile(r"(?<=т[иь]|чь)ся\Z")
_ENDING: Final = re.compile(
    r"(?:(?<=\A..[^аеиоуыэюя])н(?:ый|ой|ий)|ый|ий|ой|ые|(?<=[аеиоуыя])ть|ти|(?<=[жьт])ба|[аеиоуыюяйь])\Z"
)

_SAFE: Final = ("ность", "ност", "ост", "еств", "ств", "тельн", "тель", "тел", "еск", "ск")
_SAFE_AFTER_CONSONANT: Final = ("ник", "ниц", "нич")
"""Suffixes that few roots end with: taken off wherever a root stays."""

_PEOPLE: Final = ("атор", "ятор", "овщик", "льщик", "щик", "щиц", "чик", "чиц", "ист", "янин")
_ACTIONS: Final = (
    *("ирова", "ацион", "ицион", "аци", "яци", "ици", "ован", "ова", "ева", "ыва", "ива"),
    *("ени", "ани", "яни"),
)
_QUALITIES: Final = (
    *("ическ", "ичн", "ональн", "альн", "ельн", "ственн", "ствен", "енн", "анн", "янн", "ивн", "онн"),
    *("лив", "чив", "оват", "изм"),
)
_WEAK: Final = ("ец", "ок", "ек", "ик", "иц", "ич", "ов", "ев", "н", "к")
_WEAKEST: Final = ("ин", "ив", "ен", "ер", "ир")
"""Also ends of roots: taken off only where more than a short root stays, that ends in a consonant."""

_CHANGING: Final = re.compile(r"[кгхчжшщц]\Z")
"""Consonants that stand for each other before suffixes: к and ч, г and ж, х and ш, к and ц."""

_SUFFIXES: Final = tuple(
    sorted(
        (
            *((suffix, _SHORTEST, False) for suffix in _SAFE),
            *((suffix, _SHORTEST, True) for suffix in _SAFE_AFTER_CONSONANT),
            *((suffix, _LONGER, False) for suffix in (*_PEOPLE, *_ACTIONS, *_QUALITIES)),
            *((suffix, _LONGER, True) for suffix in _WEAK),
            *((suffix, _LONGEST, True) for suffix in _WEAKEST),
        ),
        key=lambda rule: -len(rule[0]),
    )
)
"""Each suffix with the letters that have to stay, and whether the last of them must be a consonant."""


def family_roots(form: str) -> frozenset[str]:
    """Return the roots of the families that a word may belong to: of all that it is found by, and its own.

    Args:
        form: A surface form.
    """
    return frozenset(map(family_root, (*form_terms(form), form)))


@lru_cache(maxsize=_CACHED_LEMMAS)
def family_root(lemma: str) -> str:
    """Return what the dictionary forms of a family have in common at their beginning.

    Args:
        lemma: A folded dictionary form.

    Returns:
        A beginning of it, of at least three letters; the whole of a word that is shorter or not in Russian
        letters.
    """
    if not _RUSSIAN.match(lemma):
        return lemma
    stem = _cut(_cut(lemma, _REFLEXIVE), _ENDING)
    while (shorter := _without_suffix(stem)) != stem:
        stem = shorter
    return _cut(stem, _CHANGING)


def _without_suffix(stem: str) -> str:
    """Return a stem without its last suffix, or without the vowel that joins one; as it is without any."""
    for suffix, shortest, is_weak in _SUFFIXES:
        rest = stem.removesuffix(suffix)
        if (
            rest != stem
            and len(rest) >= shortest
            and _is_root(rest)
            and not (is_weak and rest[-1] in _VOWELS)
        ):
            return rest
    joins = stem[-1] in f"{_VOWELS}йьъ" and len(stem) > _LONGER
    return stem[:-1] if joins and _is_root(stem[:-1]) else stem


def _cut(stem: str, end: re.Pattern[str]) -> str:
    shorter = end.sub("", stem)
    return shorter if _is_root(shorter) else stem


def _is_root(stem: str) -> bool:
    """Whether enough is left: three letters, one of them a vowel."""
    return len(stem) >= _SHORTEST and not set(_VOWELS).isdisjoint(stem)
