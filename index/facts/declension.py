"""Declension of personal names, and its inverse: which nominatives a form may come from.

The rules are those of the school grammar (also P. Zelenin's petrovich, in its idea): the ending of the
nominative, the gender and the kind of name decide. Dictionaries lack most Central Asian names.
The inverse is by generation: a nominative is a candidate if its declension gives back the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_VOWELS = "аеёиоуыэюяәұүіөў"
_SIBILANTS = "жшщчц"
_VELARS = "кгхжшщч"


class NameKind(StrEnum):
    """Which part of a person's name a word is."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"


class Gender(StrEnum):
    """Grammatical gender of a bearer."""

    MASCULINE = "masc"
    FEMININE = "femn"


_ADJECTIVAL_MASCULINE = {
    "ый": ("ого", "ому", "ого", "ым", "ом"),
    "ий": ("ого", "ому", "ого", "им", "ом"),
    "ой": ("ого", "ому", "ого", "ым", "ом"),
}
_PATRONYMIC_ENDINGS = ("ович", "евич", "ич")
_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_INDECLINABLE = ("ко", "их", "ых", "аго", "яго", "оглы", "углы", "кызы", "улы", "угли", "кизи", "заде")


@lru_cache(maxsize=50_000)
def decline(word: str, kind: NameKind, gender: Gender, case: str) -> str:
    """Return a case form of a name's part given in the nominative, lower case.

    Args:
        word: Nominative, lower case; of a hyphenated one every part that can declines.
        kind: Which part of the name it is.
        gender: The bearer's.
        case: One of `CASES`.
    """
    if case == "nomn":
        return word
    if "-" in word:
        head, _, last = word.rpartition("-")
        # «Касым-Жомарта»; names whose every part declines («Аскара-Султана») are read by `nominatives` too.
        return f"{head}-{decline(last, kind, gender, case)}"
    endings = _endings(word, kind, gender)
    if endings is None:
        return word
    stem, forms = endings
    return stem + forms[CASES.index(case) - 1]


_Endings = tuple[str, tuple[str, ...]]
"""A stem, and what follows it in the five oblique cases."""


def _endings(word: str, kind: NameKind, gender: Gender) -> _Endings | None:
    """Return how a word declines, None when it does not."""
    if word.endswith(_INDECLINABLE) or word[-1:] in "оэеуюиыёәұүіө":
        return None
    special = _surname_endings(word, gender) if kind == NameKind.SURNAME else None
    if special is not None:
        return special
    if word[-1] in "ая":
        return word[:-1], _endings_a(word, kind)
    if gender == Gender.MASCULINE:
        return _masculine_endings(word)
    is_soft = word.endswith("ь") and kind == NameKind.GIVEN
    return (word[:-1], ("и", "и", "ь", "ью", "и")) if is_soft else None


def _endings_a(word: str, kind: NameKind) -> tuple[str, ...]:
    if word.endswith("ия"):
        return ("и", "и", "ю", "ей", "и")
    if word.endswith("я"):
        return ("и", "е", "ю", "ей", "е")
    instrumental = "ей" if word[-2:-1] in _SIBILANTS else "ой"
    genitive = "и" if word[-2:-1] in _VELARS else "ы"
    if kind == NameKind.PATRONYMIC:
        return ("ы", "е", "у", "ой", "е")
    return (genitive, "е", "у", instrumental, "е")


def _masculine_endings(word: str) -> _Endings:
    if word.endswith("ий"):
        return word[:-1], ("я", "ю", "я", "ем", "и")
    if word.endswith("й"):
        return word[:-1], ("я", "ю", "я", "ем", "е")
    if word.endswith("ь"):
        return word[:-1], ("я", "ю", "я", "ем", "е")
    instrumental = "ем" if word[-1] in _SIBILANTS else "ом"
    return word, ("а", "у", "а", instrumental, "е")


def _surname_endings(word: str, gender: Gender) -> _Endings | None:
    if gender == Gender.MASCULINE:
        if word.endswith(_POSSESSIVE) and len(word) > 3:
            return word, ("а", "у", "а", "ым", "е")
        if word[-2:] in _ADJECTIVAL_MASCULINE and len(word) > 4:
            return word[:-2], _ADJECTIVAL_MASCULINE[word[-2:]]
        return None
    if word.endswith(tuple(ending + "а" for ending in _POSSESSIVE)):
        return word[:-1], ("ой", "ой", "у", "ой", "ой")
    if word.endswith("ая"):
        return word[:-2], ("ой", "ой", "ую", "ой", "ой")
    return None


_STRIPPED = (
    "", "а", "у", "ом", "ем", "е", "ы", "и", "ой", "ей", "я", "ю", "ым", "им", "ого", "ому", "ую", "ью",
    "ия", "ию", "ии", "ией", "его", "ему",
)  # fmt: skip
_ADDED = ("", "а", "я", "ь", "й", "ий", "ый", "ой", "ая", "ия")


@lru_cache(maxsize=50_000)
def nominatives(form: str, kind: NameKind, gender: Gender, case: str) -> tuple[str, ...]:
    """Return the nominatives, lower case, whose `case` form is `form`; the shortest change first."""
    return tuple(dict.fromkeys(_nominatives(form, kind, gender, case)))


def _nominatives(form: str, kind: NameKind, gender: Gender, case: str) -> Iterator[str]:
    if "-" in form:
        yield from _hyphenated(form, kind, gender, case)
    for stripped in _STRIPPED:
        if not form.endswith(stripped):
            continue
        stem = form[: len(form) - len(stripped)]
        if len(stem) < 2:
            continue
        for added in _ADDED:
            candidate = stem + added
            if _is_sound(candidate, kind, gender) and decline(candidate, kind, gender, case) == form:
                yield candidate


def _hyphenated(form: str, kind: NameKind, gender: Gender, case: str) -> Iterator[str]:
    """Yield nominatives of a hyphenated name whose every part declines: «Аскара-Султана»."""
    head, _, last = form.rpartition("-")
    heads = [n for n in nominatives(head, kind, gender, case) if n != head]
    if case != "nomn":
        yield from (f"{one}-{other}" for one in heads for other in nominatives(last, kind, gender, case))


def _is_sound(nominative: str, kind: NameKind, gender: Gender) -> bool:
    """Whether a nominative of that kind and gender may end so."""
    before_last = nominative[-2:-1]
    if (nominative.endswith("й") and before_last not in _VOWELS) or (
        nominative.endswith("ь") and before_last in _VOWELS
    ):
        return False
    if nominative.endswith(("ьа", "ьо", "ьу", "ьы")):
        return False
    if kind == NameKind.PATRONYMIC:
        fits = (
            nominative.endswith("на")
            if gender == Gender.FEMININE
            else nominative.endswith(_PATRONYMIC_ENDINGS)
        )
        return fits or nominative.endswith(_INDECLINABLE)
    if kind == NameKind.SURNAME:
        if gender == Gender.FEMININE:
            return not nominative.endswith((*_POSSESSIVE, "ский", "цкий", "ой", "ый", "яна"))
        return not nominative.endswith((*(e + "а" for e in _POSSESSIVE), "ская", "цкая", "ая"))
    return True
