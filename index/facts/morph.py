"""Russian inflection by pymorphy3: the only user of it in this room.

Parses and forms are cached for the life of the process; loading the dictionary takes 0.3 s on first use.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

Parse = Any
"""A reading of pymorphy3: `.tag`, `.normal_form`, `.score`, `.inflect`. The library has no types."""

_CACHED_WORDS: Final = 200_000


@cache
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=_CACHED_WORDS)
def parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word, likeliest first; case of letters does not matter."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=_CACHED_WORDS)
def lemma(word: str) -> str:
    """Return the likeliest dictionary form, lower case, ё as the dictionary has it."""
    return str(parses(word)[0].normal_form)


@lru_cache(maxsize=_CACHED_WORDS)
def lemmas(word: str) -> frozenset[str]:
    """Return every dictionary form the word may belong to."""
    return frozenset(parse.normal_form for parse in parses(word))


@lru_cache(maxsize=_CACHED_WORDS)
def is_known(word: str) -> bool:
    """Whether the dictionary has the form."""
    return bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=_CACHED_WORDS)
def has(word: str, *grammemes: str) -> bool:
    """Whether any reading carries all of the grammemes («Name», «gent»)."""
    return any(all(grammeme in parse.tag for grammeme in grammemes) for parse in parses(word))


def forms(word: str, part: str = "") -> frozenset[str]:
    """Return all forms of a dictionary form, lower case, ё also as е.

    Args:
        word: A dictionary form.
        part: Part of speech of the wanted reading (pymorphy3's name); any when empty.
    """
    found: set[str] = {word.lower()}
    for parse in parses(word):
        if parse.normal_form == word.lower() and part in ("", parse.tag.POS):
            found.update(str(form.word) for form in parse.lexeme)
            break
    return frozenset(found | {form.replace("ё", "е") for form in found})


def in_nominative(parse: Parse, like: str) -> str:
    """Return the nominative of a reading in its number and gender, with the capitals of `like`.

    Of several («высший», «высочайший») the one most like the word is taken; `like` itself when there is none.
    """
    if parse.tag.case == "nomn":
        return like
    wanted = {"nomn", parse.tag.number, parse.tag.gender if parse.tag.number == "sing" else None} - {None}
    forms = [str(form.word) for form in parse.lexeme if wanted <= form.tag.grammemes]
    if not forms:
        return like
    return cased(max(forms, key=lambda form: common(form, like.lower())), like)


def common(one: str, other: str) -> int:
    """Return how many letters two words share from the beginning."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def cased(word: str, like: str) -> str:
    """Return `word` with the capital letters of `like` («нур-султан» like «Нур-Султане»)."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    parts, models = word.split("-"), like.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:] if like[:1].isupper() else word
    return "-".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(parts, models, strict=True)
    )
