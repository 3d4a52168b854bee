"""Digits that tell which, not how many, by the word before them: «статья 2 закона», «п. 4.2016», «№ 5»."""

from __future__ import annotations

import re
from typing import Final

from index.facts import morph
from index.facts.lexicon import words

_WORD_BEFORE: Final = re.compile(
    r"(?P<word>№|§|(?<![\w-])[^\W\d_]+)(?P<point>\.?)\s*(?P<list>(?:\d+(?:\.\d+)*(?:,|\s+и)\s*)*)$",
    re.IGNORECASE,
)
_SIGNS: Final = frozenset({"№", "§", "n"})
_BEFORE_CHARS: Final = 40


def is_numbered(text: str, position: int, *, by_bodies: bool = True, in_list: bool = True) -> bool:
    """Whether a number that begins at a place says which article, page, form or school is meant.

    Args:
        text: The text.
        position: Where the number begins.
        by_bodies: Whether «школа», «группа» and the like number what follows, too.
        in_list: Whether the number may be a later one of several: «статьи 5, 7».
    """
    match = _WORD_BEFORE.search(text, max(0, position - _BEFORE_CHARS), position)
    if match is None or (match["list"] and not in_list):
        return False
    word = match["word"].lower()
    if len(word) == 1 and not match["point"] and word not in _SIGNS:
        # «С 5 мая», «с 12 вагонов»: a preposition, no page.
        return False
    numbered = words("numbered.txt") | (words("numbered_bodies.txt") if by_bodies else frozenset())
    return word in numbered or (len(word) > 3 and bool(morph.lemmas(word) & numbered))
