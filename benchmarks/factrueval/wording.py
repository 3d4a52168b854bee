"""When two names are the same name, and two offices the same office."""

from __future__ import annotations

import re
from functools import lru_cache

from index.text.morphology import lemmas
from index.text.normalise import fold

_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, ё as е; quotation marks, points and hyphens part them."""
    return tuple(_WORD.findall(fold(text)))


def bag(text: str) -> tuple[str, ...]:
    """Return the words in alphabetical order: «Лужков Юрий» and «Юрий Лужков» are one name."""
    return tuple(sorted(words(text)))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    return frozenset((word, *lemmas(word)))


def is_same_office(one: str, other: str) -> bool:
    """Whether two wordings have the same words one after the other, each in any form: «мэра» is «мэр»."""
    left, right = words(one), words(other)
    return len(left) == len(right) and all(
        not _forms(a).isdisjoint(_forms(b)) for a, b in zip(left, right, strict=True)
    )


def essence(text: str) -> str:
    """Return the words in their likeliest dictionary forms: the same for «Луны» and «Луне»."""
    return " ".join((*lemmas(word), word)[0] for word in words(text))
