"""Which names an abbreviation may stand for."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = len("при")


def is_short_for(short: str, name: str) -> bool:
    """Whether an abbreviation is the initials of a name, small words counted or not: ОБСЕ, ДПНИ."""
    words = _WORD.findall(name)
    long = [word for word in words if len(word) > _SMALL_WORD]
    return any(short == "".join(word[0].upper() for word in some) for some in (words, long))


def may_be_short_for(short: str, name: str) -> bool:
    """Whether an abbreviation that stands in brackets behind a name begins as the name does.

    What is put to a name on purpose needs less: «комитет защиты журналистов (КЗЖ)», «Росздравнадзор (РЗН)».
    """
    initials = iter(word[0].upper() for word in _WORD.findall(name))
    return name[:1].upper() == short[0] and all(letter in initials for letter in short[:2])
